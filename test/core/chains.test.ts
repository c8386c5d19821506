/** Chains: names, titles, nouns and pronouns of one document that mean one thing, over documents made by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chainFinder } from '../../src/core/chain-finder.ts'
import { chainIndex } from '../../src/core/chains/chain-index.ts'
import type { Chain, Doc, MentionKind, Upos } from '../../src/core/doc.ts'

type Chained = Doc<'blocks' | 'tokens' | 'sentences' | 'words' | 'quotations' | 'mentions' | 'attributions' | 'chains'>

const KINDS: Readonly<Record<string, MentionKind>> = {
  p: 'person',
  o: 'organisation',
  l: 'place',
  m: 'publication',
}

/**
 * A document from tagged words: "Ann/PROPN/p Bo/PROPN/p said/VERB", names as runs of one letter, sentences by ` | `,
 * sources of attributions in `<…>`, quotations in “ ”.
 */
function docOf(tagged: string): Chained {
  let text = ''
  const tokens: { start: number; end: number }[] = []
  const upos: Upos[] = []
  const lemma: string[] = []
  const sentences: { start: number; end: number }[] = []
  const mentions: { id: string; start: number; end: number; kind: MentionKind }[] = []
  const attributions = []
  const quotations: { start: number; end: number; at: number }[] = []
  let sentenceStart = 0
  let sourceStart = -1
  let quoteStart = -1
  let lastKind = ''
  const closeSentence = (): void => {
    if (text.trimEnd().length > sentenceStart) sentences.push({ start: sentenceStart, end: text.trimEnd().length })
    sentenceStart = text.length
  }
  for (const piece of tagged.split(' ')) {
    if (piece === '|') {
      closeSentence()
      lastKind = ''
    } else if (piece === '<') sourceStart = text.length
    else if (piece === '>') {
      attributions.push({ source: [{ start: sourceStart, end: text.trimEnd().length }], at: sentences.length })
    } else {
      const [word, tag, kind = '', base] = piece.split('/') as [string, Upos, string?, string?]
      const start = text.length
      text += `${word} `
      const end = start + word.length
      tokens.push({ start, end })
      upos.push(tag)
      lemma.push(base ?? (tag === 'PROPN' ? word : word.toLowerCase()))
      if (kind !== '' && kind === lastKind) mentions[mentions.length - 1] = { ...mentions.at(-1)!, end }
      else if (kind !== '') mentions.push({ id: `m${mentions.length + 1}`, start, end, kind: KINDS[kind[0]!]! })
      lastKind = kind
      if (word === '“') quoteStart = start
      if (word === '”') quotations.push({ start: quoteStart, end, at: sentences.length })
    }
  }
  closeSentence()
  const quoted = quotations.map(({ start, end }, i) => ({
    id: `q${i + 1}`,
    spans: [{ start, end }],
    style: 'double' as const,
    balanced: true,
  }))
  const doc = {
    text,
    lang: 'en',
    dct: null,
    layers: {
      blocks: [{ start: 0, end: text.trimEnd().length, kind: 'paragraph' as const }],
      tokens,
      sentences,
      words: { upos, lemma },
      quotations: quoted,
      mentions,
      attributions: attributions.map(({ source, at }, i) => ({
        id: `a${i + 1}`,
        form: 'indirect' as const,
        manner: 'speech' as const,
        source,
        cue: [],
        content: quotations.filter((one) => one.at === at).map(({ start, end }) => ({ start, end })),
        by: 'test',
        confidence: 1,
      })),
    },
  }
  const chains = chainFinder().run(doc as never) as Chain[]
  return { ...doc, layers: { ...doc.layers, chains } } as unknown as Chained
}

const slices = (doc: Chained, chain: Chain | null): string[] =>
  (chain?.references ?? []).map(({ start, end }) => doc.text.slice(start, end))

const chainNamed = (doc: Chained, name: string): Chain => {
  const found = doc.layers.chains.find(
    (chain) => chain.name !== null && doc.text.slice(chain.name.start, chain.name.end) === name,
  )
  assert.ok(found, `a chain named ${name}`)
  return found
}
const titles = (doc: Chained, chain: Chain): string[] =>
  chain.titles.map(
    ({ role, of }) => `${doc.text.slice(role.start, role.end)} of ${of && doc.text.slice(of.start, of.end)}`,
  )

test('a surname after the full name, with the titles before it', () => {
  const doc = docOf(
    'Russian/ADJ Foreign/PROPN Minister/PROPN Ivan/PROPN/p Orlov/PROPN/p spoke/VERB ./PUNCT | < Orlov/PROPN/p > said/VERB so/ADV ./PUNCT',
  )
  const chain = chainNamed(doc, 'Ivan Orlov')
  assert.deepEqual(slices(doc, chain), ['Russian Foreign Minister Ivan Orlov', 'Orlov'])
  assert.deepEqual(titles(doc, chain), ['Foreign Minister of Russian'])
})

test('a title whose country follows it, before the name', () => {
  const doc = docOf('Foreign/PROPN Minister/PROPN of/ADP Norway/PROPN/l Ivan/PROPN/p Orlov/PROPN/p spoke/VERB ./PUNCT')
  const chain = chainNamed(doc, 'Ivan Orlov')
  assert.deepEqual(slices(doc, chain), ['Foreign Minister of Norway Ivan Orlov'])
  assert.deepEqual(titles(doc, chain), ['Foreign Minister of Norway'])
})

test('an apposition behind the name', () => {
  const doc = docOf('< Hugh/PROPN/p Hill/PROPN/p ,/PUNCT a/DET doctor/NOUN ,/PUNCT > said/VERB so/ADV ./PUNCT')
  const chain = chainNamed(doc, 'Hugh Hill')
  assert.deepEqual(slices(doc, chain), ['Hugh Hill', 'a doctor'])
  assert.deepEqual(titles(doc, chain), ['doctor of null'])
})

test('two people with one surname stay two, and the surname alone is neither', () => {
  const doc = docOf(
    'Joe/PROPN/p Marlow/PROPN/p met/VERB Ann/PROPN/p2 Marlow/PROPN/p2 ./PUNCT | < Marlow/PROPN/p > spoke/VERB ./PUNCT',
  )
  const chain = chainNamed(doc, 'Marlow')
  assert.deepEqual(slices(doc, chain), ['Marlow'])
  assert.deepEqual(
    chain.candidates.map(({ chain: id }) => slices(doc, doc.layers.chains.find((one) => one.id === id)!)[0]).sort(),
    ['Ann Marlow', 'Joe Marlow'],
  )
})

test('I in a quotation is its speaker', () => {
  const doc = docOf('“/PUNCT I/PRON know/VERB ,/PUNCT ”/PUNCT < Ivan/PROPN/p Orlov/PROPN/p > said/VERB ./PUNCT')
  assert.deepEqual(slices(doc, chainNamed(doc, 'Ivan Orlov')), ['I', 'Ivan Orlov'])
})

test('every source has a chain', () => {
  const doc = docOf(
    '< Those/DET close/ADJ to/ADP him/PRON > said/VERB so/ADV ./PUNCT | < many/ADJ > agreed/VERB ./PUNCT',
  )
  const index = chainIndex(doc)
  for (const { source } of doc.layers.attributions) assert.ok(index.at(source[0]!))
})

test('a noun for the office is the one who holds it, a noun for another office is not', () => {
  const doc = docOf(
    'Norwegian/ADJ Prime/PROPN Minister/PROPN Ivan/PROPN/p Orlov/PROPN/p left/VERB ./PUNCT | < The/DET premier/NOUN > said/VERB so/ADV ./PUNCT | < A/DET judge/NOUN > agreed/VERB ./PUNCT',
  )
  assert.deepEqual(slices(doc, chainNamed(doc, 'Ivan Orlov')), ['Norwegian Prime Minister Ivan Orlov', 'The premier'])
})

test('a leader of another country is somebody else', () => {
  const doc = docOf(
    'Norwegian/ADJ Prime/PROPN Minister/PROPN Ivan/PROPN/p Orlov/PROPN/p left/VERB ./PUNCT | < The/DET Danish/ADJ leader/NOUN > said/VERB so/ADV ./PUNCT',
  )
  assert.deepEqual(slices(doc, chainNamed(doc, 'Ivan Orlov')), ['Norwegian Prime Minister Ivan Orlov'])
})

test('a noun in the headline waits for its name', () => {
  const doc = docOf(
    'Kremlin/PROPN/l spokesman/NOUN speaks/VERB ./PUNCT | Kremlin/PROPN/l spokesman/NOUN Ivan/PROPN/p Orlov/PROPN/p arrived/VERB ./PUNCT',
  )
  const chain = chainNamed(doc, 'Ivan Orlov')
  assert.deepEqual(slices(doc, chain), ['Kremlin spokesman', 'Kremlin spokesman Ivan Orlov'])
  assert.equal(chain.gender, 'male')
})

test('the outlet is the one named last', () => {
  const doc = docOf(
    '< The/DET Harbour/PROPN/m Gazette/PROPN/m > reported/VERB it/PRON ./PUNCT | The/DET outlet/NOUN named/VERB nobody/PRON ./PUNCT',
  )
  assert.deepEqual(slices(doc, chainNamed(doc, 'Harbour Gazette')), ['The Harbour Gazette', 'The outlet'])
})

test('brackets inside a title, and a given name in brackets', () => {
  const doc = docOf(
    'the/DET (/PUNCT NATO/PROPN/o )/PUNCT Secretary/PROPN General/PROPN (/PUNCT Ivan/PROPN/p )/PUNCT Orlov/PROPN/p2 said/VERB so/ADV ./PUNCT',
  )
  const chain = chainNamed(doc, 'Orlov')
  assert.ok(slices(doc, chain).includes('the ( NATO ) Secretary General ( Ivan ) Orlov'))
  assert.deepEqual(titles(doc, chain), ['Secretary General of NATO'])
})

test('Moscow, Russia and the Kremlin are three, Kyiv and Kiev one, the US and the United States one', () => {
  const doc = docOf(
    'Moscow/PROPN/l met/VERB Russia/PROPN/l2 near/ADP the/DET Kremlin/PROPN/l3 ./PUNCT | Kyiv/PROPN/l met/VERB Kiev/PROPN/l2 ./PUNCT | The/DET US/PROPN/l met/VERB the/DET United/PROPN/l2 States/PROPN/l2 ./PUNCT',
  )
  assert.deepEqual(
    doc.layers.chains.map((chain) => slices(doc, chain)),
    [['Moscow'], ['Russia'], ['the Kremlin'], ['Kyiv', 'Kiev'], ['The US', 'the United States']],
  )
})

test('a pronoun that may be two people stays open, with both as candidates', () => {
  const doc = docOf(
    'Ivan/PROPN/p Orlov/PROPN/p and/CCONJ Boris/PROPN/p2 Petrov/PROPN/p2 met/VERB ./PUNCT | It/PRON was/AUX late/ADJ ./PUNCT | His/PRON brother/NOUN left/VERB ./PUNCT',
  )
  const open = doc.layers.chains.find((chain) => slices(doc, chain).includes('His'))!
  assert.equal(open.name, null)
  assert.equal(open.candidates.length, 2)
  const sum = open.candidates.reduce((total, { weight }) => total + weight, 0)
  assert.ok(sum <= 1)
})

test('references are in text order, ids in the order of first references, candidates known', () => {
  const doc = docOf(
    'Ivan/PROPN/p Orlov/PROPN/p spoke/VERB ./PUNCT | < He/PRON > said/VERB “/PUNCT we/PRON know/VERB ”/PUNCT ./PUNCT | Orlov/PROPN/p left/VERB ./PUNCT',
  )
  const { chains } = doc.layers
  assert.deepEqual(
    chains.map(({ id }) => id),
    chains.map((_, index) => `c${index + 1}`),
  )
  const ids = new Set(chains.map(({ id }) => id))
  for (const { references, candidates } of chains) {
    for (let i = 1; i < references.length; i++) assert.ok(references[i - 1]!.start <= references[i]!.start)
    for (const { chain } of candidates) assert.ok(ids.has(chain))
  }
})

test('fifty thousand names and pronouns in one sentence take seconds, not minutes', () => {
  const words = Array.from({ length: 50_000 }, (_, i) => (i % 2 === 0 ? `N${i.toString(36)}/PROPN/p` : 'he/PRON'))
  const started = performance.now()
  const doc = docOf(words.join(' '))
  assert.ok(doc.layers.chains.length > 20_000)
  assert.ok(performance.now() - started < 20_000)
})

test('Mr is no title, and nothing but capitals and adjectives belongs to Sen.', () => {
  const doc = docOf(
    'Mr/PROPN ./PUNCT Orlov/PROPN/p told/VERB how/ADV the/DET way/NOUN Republican/ADJ Sen/PROPN ./PUNCT Ann/PROPN/p Bo/PROPN/p won/VERB ./PUNCT',
  )
  assert.deepEqual(titles(doc, chainNamed(doc, 'Orlov')), [])
  assert.equal(chainNamed(doc, 'Orlov').gender, 'male')
  assert.deepEqual(titles(doc, chainNamed(doc, 'Ann Bo')), ['Republican Sen . of null'])
})
