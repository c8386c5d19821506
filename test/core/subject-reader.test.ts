/** Tests of the subject reader on documents made by hand: names, senses of capitals, weapons, treaties, topics, references, order, length. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AboutReading, Chain, Mention, MentionKind, Subject, Upos } from '../../src/core/doc.ts'
import type { Span } from '../../src/core/span.ts'
import { subjectReader } from '../../src/core/subject-reader.ts'
import type { SubjectDoc } from '../../src/core/subjects/subject-view.ts'

/** Tags of the words that are no nouns; a capital makes a name. */
const TAGS: ReadonlyMap<string, Upos> = new Map(
  Object.entries({
    VERB: 'use send sent give train hit visited bombed agreed sold brew said boost attack supply defend',
    AUX: 'will would be was were is had not',
    ADP: 'in to of on with over from against by for',
    DET: 'the a no any their its his',
    PRON: 'they it he we she',
    SCONJ: 'that if',
    CCONJ: 'and',
    PUNCT: ', . “ ”',
    ADJ: 'legitimate new foreign American Ukrainian Russian European Iranian North Korean long-range',
    PART: '’s',
  }).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag as Upos] as const)),
)

interface Parts {
  /** The names in the text with their kinds. */
  readonly names?: Readonly<Record<string, MentionKind>>
  /** Names and references of one thing, each by its first place from the one before on; the first is its name unless `nameless`. */
  readonly chains?: readonly {
    readonly of: readonly string[]
    readonly kind?: Chain['kind']
    readonly nameless?: true
  }[]
  /** The words that are said; all of the text without. */
  readonly content?: string
  readonly source?: string
}

function docOf(text: string, { names = {}, chains = [], content = text, source }: Parts): SubjectDoc {
  const tokens = [...text.matchAll(/[\p{L}\p{N}.]+(?:-[\p{L}\p{N}]+)*(?<![.])|’s|[^\s\p{L}\p{N}]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const placeOf = (part: string, from = 0): Span => {
    const start = text.indexOf(part, from)
    assert.ok(start >= 0, part)
    return { start, end: start + part.length }
  }
  const mentions = Object.entries(names)
    .map(([name, kind]) => ({ ...placeOf(name), kind }))
    .sort((a, b) => a.start - b.start)
    .map((mention, index): Mention => ({ id: `m${index + 1}`, ...mention }))
  const made = chains.map(({ of, kind = null, nameless }, index): Chain => {
    let from = 0
    const references = of.map((part) => {
      const span = placeOf(part, from)
      from = span.end
      const form = TAGS.get(part) === 'PRON' || TAGS.get(part) === 'DET' ? 'pronoun' : nameless ? 'nominal' : 'name'
      return { ...span, form, mention: null } as const
    })
    const name = nameless ? null : placeOf(of[0]!)
    return {
      id: `c${index + 1}`,
      kind,
      references,
      name,
      titles: [],
      gender: null,
      number: null,
      candidates: [],
      confidence: 1,
    }
  })
  const forms = tokens.map(({ start, end }) => text.slice(start, end))
  const words = {
    upos: forms.map((form): Upos => TAGS.get(form) ?? (/^\p{Lu}/u.test(form) ? 'PROPN' : 'NOUN')),
    lemma: forms.map((form) => (/^(?:be|was|were|is)$/.test(form) ? 'be' : form.toLowerCase().replace(/s$/, ''))),
  }
  const attributions = [
    {
      id: 'a1',
      form: 'indirect' as const,
      manner: 'speech' as const,
      source: source === undefined ? [] : [placeOf(source)],
      cue: [],
      content: [placeOf(content)],
      by: 'hand',
      confidence: 1,
    },
  ]
  const layers = {
    tokens,
    sentences: [{ start: 0, end: text.length }],
    words,
    mentions,
    attributions,
    timexes: [],
    chains: made,
  }
  return { text, lang: 'en', dct: null, layers }
}

const readingOf = (doc: SubjectDoc): AboutReading => (subjectReader().run(doc) as AboutReading[])[0]!
const subjectsOf = (text: string, parts: Parts = {}): readonly Subject[] => readingOf(docOf(text, parts)).subjects
const about = (text: string, parts: Parts = {}): string[] =>
  subjectsOf(text, parts).map(({ kind, name }) => `${kind} ${name}`)

describe('a content that begins in the middle', () => {
  it('is about what the relative pronoun before its speaker goes back to', () => {
    const parts = { names: { Patriot: 'product' }, content: 'had hit', source: 'officials' } as const
    assert.deepEqual(about('he sold the Patriot systems that officials said had hit', parts), ['product Patriot'])
  })
  it('has nothing of it where it has a subject of its own', () => {
    const parts = { names: { Patriot: 'product' }, content: 'Russia had hit', source: 'officials' } as const
    assert.deepEqual(about('he sold Patriot systems that officials said Russia had hit', parts), ['state Russia'])
  })
})

describe('names', () => {
  it('lists states by name, demonym and building under their usual name', () => {
    assert.deepEqual(about('American troops will not defend Ukrainian soil', {}), [
      'state United States',
      'topic troops',
      'state Ukraine',
      'topic territory',
    ])
    assert.deepEqual(about('North Korean drones hit Oslo', { names: { Oslo: 'place' } })[0], 'state North Korea')
    assert.deepEqual(about('the Kremlin agreed', { names: { Kremlin: 'organisation' } }), ['state Russia'])
    assert.deepEqual(about('the Pentagon agreed', { names: { Pentagon: 'organisation' } }), ['organisation Pentagon'])
  })

  it('takes a capital that acts for its state and the city for the city', () => {
    const kyiv = { names: { Kiev: 'place' } } as const
    for (const text of [
      'Kiev will not use drones',
      'supply drones to Kiev',
      'agreed with Kiev',
      'Kiev ’s troops agreed',
    ])
      assert.ok(about(text, kyiv).includes('state Ukraine'), text)
    for (const text of ['drones sent over Kiev', 'he visited Kiev', 'bombed the streets of Kiev', 'in Kiev'])
      assert.ok(about(text, kyiv).includes('place Kyiv'), text)
  })

  it('unites abbreviations and spellings', () => {
    assert.deepEqual(about('the EU agreed', { names: { EU: 'organisation' } }), ['organisation European Union'])
    const long = 'North Atlantic Treaty Organization'
    assert.deepEqual(about(`the ${long} agreed`, { names: { [long]: 'organisation' } }), ['organisation NATO'])
    const names = { 'Volodymyr Zelenskyy': 'person', Kharkov: 'person' } as const
    assert.deepEqual(about('Volodymyr Zelenskyy visited Kharkov', { names }), [
      'person Volodymyr Zelensky',
      'place Kharkiv',
    ])
  })

  it('calls people by the fullest name of their chain', () => {
    const text = 'Joe Biden agreed . Biden ’s troops'
    const parts = {
      names: { 'Joe Biden': 'person' },
      chains: [{ of: ['Joe Biden', 'Biden'], kind: 'person' }],
    } as const
    const doc = docOf(text, { ...parts, content: 'Biden ’s troops' })
    const second = { id: 'm2', kind: 'person' as const, start: text.indexOf('Biden ’s'), end: text.indexOf(' ’s') }
    const mentions = [...doc.layers.mentions, second]
    const read = readingOf({ ...doc, layers: { ...doc.layers, mentions } })
    assert.deepEqual(
      read.subjects.map(({ name }) => name),
      ['Joe Biden', 'troops'],
    )
  })

  it('lists weapons without plural, designation and generic head, with or without a mention', () => {
    for (const text of ['the Patriots', 'Patriot missile systems', 'the MIM-104 Patriot', 'six Patriot batteries'])
      assert.ok(about(text).includes('product Patriot'), text)
    assert.ok(!about('the Patriot Act', { names: { 'Patriot Act': 'event' } }).includes('product Patriot'))
    assert.deepEqual(about('F-16s will be sold'), ['product F-16'])
    assert.ok(!about('Bradley agreed', { names: { Bradley: 'person' } }).includes('product Bradley'))
  })

  it('knows treaties by their places and nouns', () => {
    assert.deepEqual(about('New START was new'), ['event New START'])
    assert.deepEqual(about('the Minsk agreements', { names: { Minsk: 'place' } }), ['event Minsk agreements'])
    assert.deepEqual(about('an Iran agreement', { names: { Iran: 'place' } }), ['state Iran', 'topic agreement'])
  })
})

describe('topics', () => {
  it('are concepts of nouns, not of verbs', () => {
    assert.deepEqual(about('they will attack'), [])
    assert.deepEqual(about('the attacks'), ['topic attack'])
  })

  it('are also the nouns of the main verb, but for empty ones and what something is likened to', () => {
    assert.deepEqual(about('the clock tower was sold'), ['topic clock tower'])
    assert.deepEqual(about('the monks brew no ale'), ['topic monk', 'topic ale'])
    assert.deepEqual(about('it was the way'), [])
    assert.deepEqual(about('it was a burden'), [])
  })
})

describe('references', () => {
  it('follow the chain to a name or to what the thing is called', () => {
    const named = 'The Patriots hit . they will be sold'
    assert.deepEqual(
      about(named, { content: 'they will be sold', chains: [{ of: ['Patriots', 'they'], kind: 'product' }] }),
      ['product Patriot'],
    )
    const nameless = { of: ['The soldiers', 'they'], nameless: true } as const
    assert.deepEqual(about('The soldiers agreed . they were sent', { content: 'they were sent', chains: [nameless] }), [
      'topic troops',
    ])
  })

  it('leave out the speaker, whose a thing of somebody is, and what stays open', () => {
    const chain = { of: ['Ann Bo', 'she'], kind: 'person' } as const
    assert.deepEqual(about('Ann Bo said she agreed', { content: 'she agreed', source: 'Ann Bo', chains: [chain] }), [])
    const his = { of: ['Bo', 'his'], kind: 'person' } as const
    assert.deepEqual(about('Bo agreed . his decision', { content: 'his decision', chains: [his] }), [])
    assert.deepEqual(about('they agreed'), [])
  })

  it('name the speaker where the content does', () => {
    const chains = [{ of: ['Russia', 'Russia'], kind: 'place' }] as const
    const parts = { content: 'Russia will defend', source: 'Russia', chains, names: { Russia: 'place' } } as const
    const doc = docOf('Russia said . Russia will defend', parts)
    const mentions = [{ id: 'm1', kind: 'place' as const, start: 14, end: 20 }]
    const read = readingOf({ ...doc, layers: { ...doc.layers, mentions } })
    assert.deepEqual(
      read.subjects.map(({ name }) => name),
      ['Russia'],
    )
  })
})

describe('the layer', () => {
  it('has each name once, at its first place, eight at most', () => {
    const [first, ...others] = subjectsOf('troops hit troops , truce , troops')
    assert.deepEqual([first?.name, first?.span], ['troops', { start: 0, end: 6 }])
    assert.deepEqual(
      others.map(({ name }) => name),
      ['ceasefire'],
    )
    const many = 'troops , truce , drones , missiles , ports , floods , wages , taxes , elections , borders'
    assert.equal(subjectsOf(many).length, 8)
  })

  it('has one reading for each attribution, also for one about nothing', () => {
    const doc = docOf('it was the way', {})
    const twice = {
      ...doc.layers,
      attributions: [doc.layers.attributions[0]!, { ...doc.layers.attributions[0]!, id: 'a2' }],
    }
    assert.deepEqual(subjectReader().run({ ...doc, layers: twice }), [
      { attribution: 'a1', subjects: [] },
      { attribution: 'a2', subjects: [] },
    ])
  })

  it('reads 100,000 characters in linear time', () => {
    for (const part of [
      'Kiev to ',
      'Ukrainian ',
      'New ',
      'Minsk agreements ',
      'Patriot missile ',
      'air defense ',
      'they ',
      '“ ',
    ]) {
      const text = part.repeat(Math.ceil(100_000 / part.length)).trim()
      const doc = docOf(text, {})
      const started = performance.now()
      assert.ok(readingOf(doc).subjects.length <= 8)
      assert.ok(performance.now() - started < 1500, part)
    }
  })
})
