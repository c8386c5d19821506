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
