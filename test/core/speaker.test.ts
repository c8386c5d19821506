/** Tests of the reading of speakers: kinds, titles, members, reasons, what the chain adds, and what is nobody. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Attribution, Chain, Mention, MentionKind, SpeakerReading, Words } from '../../src/core/doc.ts'
import { lemmatizer } from '../../src/core/lemmatizer.ts'
import { type Span, sliceOf } from '../../src/core/span.ts'
import { speakerOf, speakerView } from '../../src/core/utterances/speaker.ts'
import type { SpeakerDoc } from '../../src/core/utterances/speakers/speaker-view.ts'
import { wordTagger } from '../../src/core/word-tagger.ts'
import { readableDoc, scriptedNetwork } from '../support/scripted-network.ts'

/** Parts of speech of the forms that the passages below use; all others are nouns. */
const UPOS = Object.fromEntries(
  Object.entries({
    DET: 'the a an The A An',
    ADP: 'of for at from with on to in',
    CCONJ: 'and',
    VERB: 'said told speaking say declined asked named spoke familiar-',
    AUX: 'was were be been have had would',
    ADJ: 'former Russian senior Danish familiar close foreign Norwegian British',
    NUM: 'three two five dozen Two Three',
    PRON: 'he she it It He She They they who',
    PUNCT: ', . ( )',
    PROPN: 'Siri Holt Ola Berg Kremlin Moscow NATO Belgium Portugal Politico Kyiv US Peskov London Paris Greece',
    PART: "'s not",
    ADV: 'publicly',
  }).flatMap(([tag, forms]) => forms.split(' ').map((form) => [form, tag])),
)

type Names = Readonly<Record<string, MentionKind>>

/** `[…]` in the text is the source. */
function docOf(marked: string, names: Names, chains: (text: string) => Chain[] = () => []) {
  const start = marked.indexOf('[')
  const source = { start, end: marked.indexOf(']') - 1 }
  const text = marked.replace('[', '').replace(']', '')
  const read = readableDoc(text)
  const words = wordTagger(scriptedNetwork({ upos: UPOS }), lemmatizer({ forms: {}, endings: {} })).run(read) as Words
  const mentions = Object.entries(names)
    .flatMap(([name, kind]) => placesOf(text, name).map((span) => ({ ...span, kind })))
    .sort((a, b) => a.start - b.start)
    .map((mention, i): Mention => ({ id: `m${i + 1}`, ...mention }))
  const content = [{ start: text.length - 1, end: text.length }]
  const attribution: Attribution = {
    id: 'a1',
    form: 'indirect',
    manner: 'speech',
    source: [source],
    cue: [],
    content,
    by: 'test',
    confidence: 1,
  }
  const layers = { ...read.layers, words, mentions, attributions: [attribution], chains: chains(text) }
  const doc: SpeakerDoc = { ...read, layers }
  return { doc, attribution }
}

function placesOf(text: string, name: string): Span[] {
  const places: Span[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    places.push({ start: at, end: at + name.length })
  return places
}

function speakerIn(marked: string, names: Names = {}, chains?: (text: string) => Chain[]) {
  const { doc, attribution } = docOf(marked, names, chains)
  const reading = speakerOf(doc, attribution, speakerView(doc))
  return reading === null ? null : shown(doc.text, reading)
}

function shown(text: string, reading: SpeakerReading) {
  const slice = (span: Span | null): string | null => span && sliceOf(text, span)
  const { kind, count, speaksFor, members } = reading
  return {
    kind,
    count,
    name: slice(reading.name),
    role: slice(reading.role),
    of: slice(reading.of),
    reason: slice(reading.reason),
    speaksFor: speaksFor && [slice(speaksFor.span), speaksFor.country],
    members: members.map(({ span, kind }) => `${slice(span)}: ${kind}`),
  }
}

const nothing = { count: null, role: null, of: null, reason: null, speaksFor: null, members: [] }

const chain = (
  text: string,
  over: Partial<Chain> & { readonly refs: readonly [string, 'name' | 'nominal' | 'pronoun'][] },
): Chain => {
  const { refs, ...rest } = over
  return {
    id: 'c1',
    kind: 'person',
    name: null,
    titles: [],
    gender: null,
    number: 'one',
    candidates: [],
    confidence: 0.9,
    references: refs.map(([slice, form]) => ({ ...placesOf(text, slice)[0]!, form, mention: null })),
    ...rest,
  }
}

describe('people', () => {
  it('have the role before their name, and whose it is', () => {
    assert.deepEqual(speakerIn('[Norwegian foreign minister Siri Holt] said so.', { 'Siri Holt': 'person' }), {
      ...nothing,
      kind: 'person',
      name: 'Siri Holt',
      role: 'foreign minister',
      of: 'Norwegian',
    })
  })

  it('have the role between commas', () => {
    assert.deepEqual(speakerIn('[Siri Holt, a spokeswoman for the ministry,] said so.', { 'Siri Holt': 'person' }), {
      ...nothing,
      kind: 'person',
      name: 'Siri Holt',
      role: 'spokeswoman',
      of: 'the ministry',
      speaksFor: ['the ministry', null],
    })
  })

  it('never lose that an office is past', () => {
    assert.equal(
      speakerIn('[former NATO director Siri Holt] said so.', { 'Siri Holt': 'person', NATO: 'organisation' })?.role,
      'former NATO director',
    )
  })

  it('speak for a state where the building they speak for stands for one', () => {
    const found = speakerIn('[Kremlin spokesman Ola Berg] said so.', { 'Ola Berg': 'person', Kremlin: 'organisation' })
    assert.deepEqual(found?.speaksFor, ['Kremlin', 'RU'])
  })
})

describe('states', () => {
  it('are meant by their capitals and buildings, and never a person', () => {
    assert.deepEqual(speakerIn('[Moscow] said so.', { Moscow: 'place' }), {
      ...nothing,
      kind: 'state',
      name: 'Moscow',
      speaksFor: [null, 'RU'],
    })
    assert.equal(speakerIn('[Kyiv mayor Ola Berg] said so.', { Kyiv: 'place', 'Ola Berg': 'person' })?.kind, 'person')
    assert.equal(speakerIn('[Moscow residents] said so.', { Moscow: 'place' })?.kind, 'group')
  })

  it('are each a member where several speak', () => {
    const found = speakerIn('[London and Paris] said so.', { London: 'place', Paris: 'place' })
    assert.deepEqual([found?.kind, found?.members], ['group', ['London: state', 'Paris: state']])
    const allies = speakerIn('[NATO allies Belgium, Portugal and Greece] said so.', {
      NATO: 'organisation',
      Belgium: 'place',
      Portugal: 'place',
      Greece: 'place',
    })
    assert.deepEqual(
      [allies?.kind, allies?.role, allies?.of, allies?.members],
      ['group', 'allies', 'NATO', ['Belgium: state', 'Portugal: state', 'Greece: state']],
    )
  })
})

describe('unnamed sources', () => {
  it('have a number, a role and whose they are', () => {
    assert.deepEqual(speakerIn('[Three US officials] said so.', { US: 'place' }), {
      ...nothing,
      kind: 'anonymous',
      name: 'Three US officials',
      count: 3,
      role: 'officials',
      of: 'US',
    })
    assert.equal(speakerIn('[at least five officials] said so.')?.count, null)
    assert.equal(speakerIn('[two dozen officials] said so.')?.count, 24)
  })

  it('say why they stay unnamed', () => {
    const found = speakerIn('[A person familiar with the talks who asked not to be named] said so.')
    assert.deepEqual(
      [found?.kind, found?.name, found?.reason],
      ['anonymous', 'A person familiar with the talks', 'who asked not to be named'],
    )
    assert.equal(
      speakerIn('So said [an official], speaking on condition of anonymity.')?.reason,
      'speaking on condition of anonymity',
    )
  })
})

describe('chains', () => {
  it('give a pronoun its name and the nearest title', () => {
    const found = speakerIn(
      'Siri Holt, the Danish minister, left. [She] said so.',
      { 'Siri Holt': 'person' },
      (text) => [
        chain(text, {
          refs: [
            ['Siri Holt', 'name'],
            ['She', 'pronoun'],
          ],
          name: placesOf(text, 'Siri Holt')[0]!,
          titles: [{ role: placesOf(text, 'minister')[0]!, of: placesOf(text, 'Danish')[0]! }],
        }),
      ],
    )
    assert.deepEqual(found, { ...nothing, kind: 'person', name: 'Siri Holt', role: 'minister', of: 'Danish' })
  })

  it('make no title of "woman"', () => {
    const found = speakerIn('A woman, Siri Holt, left. [She] said so.', { 'Siri Holt': 'person' }, (text) => [
      chain(text, {
        refs: [
          ['Siri Holt', 'name'],
          ['She', 'pronoun'],
        ],
        name: placesOf(text, 'Siri Holt')[0]!,
        titles: [{ role: placesOf(text, 'woman')[0]!, of: null }],
      }),
    ])
    assert.equal(found?.role, null)
  })

  it('hand on the candidates of what they cannot resolve', () => {
    const { doc, attribution } = docOf(
      'Siri Holt met Ola Berg. [He] said so.',
      { 'Siri Holt': 'person', 'Ola Berg': 'person' },
      (text) => [chain(text, { refs: [['He', 'pronoun']], candidates: [{ chain: 'c2', weight: 0.5 }] })],
    )
    assert.deepEqual(speakerOf(doc, attribution, speakerView(doc))?.candidates, [{ chain: 'c2', weight: 0.5 }])
  })
})

it('nobody speaks in "it was said" and "reports said"', () => {
  assert.equal(speakerIn('[It] was said so.'), null)
  assert.equal(speakerIn('[reports] said so.'), null)
  assert.equal(speakerIn('[Media reports] said so.')?.kind, 'publication')
})

it('a phrase of any length and many sources in one sentence take time in proportion to it', () => {
  for (const filler of [
    'officials, who asked not to be named, and ',
    'head of ',
    'spokesman of the ',
    'a number of ',
    'Siri Holt and ',
  ]) {
    const { doc, attribution } = docOf(`[${filler.repeat(10_000)}Siri Holt] said so.`, { 'Siri Holt': 'person' })
    const view = speakerView(doc)
    const begin = performance.now()
    speakerOf(doc, attribution, view)
    const { tokens } = doc.layers
    for (let i = 0; i < 5000; i++) {
      const source = [{ start: tokens[i]!.start, end: tokens[i + 2]!.end }]
      speakerOf(doc, { ...attribution, source }, view)
    }
    assert.ok(performance.now() - begin < 5000, filler)
  }
})
