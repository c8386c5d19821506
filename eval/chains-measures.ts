/** Documents with their chains against annotated ones: CoNLL F1, and the verdict on every source. */
import { chainFinder } from '../src/core/chain-finder.ts'
import { chainIndex, headOf } from '../src/core/chains/chain-index.ts'
import type { Attribution, Chain, Doc } from '../src/core/doc.ts'
import { overlaps, type Span, sliceOf } from '../src/core/span.ts'
import { type ConllScore, type KeyedChains, type Measures, measuresOf, scoreOf } from './chains-conll.ts'
import type { GoldChains, GoldMention } from './chains-gold.ts'
import {
  emptySpeakers,
  type PlacedReference,
  SOURCE_FORMS,
  type SourceForm,
  type SpeakerTally,
  verdictOf,
} from './chains-speakers.ts'

export type Analysed = Doc<'blocks' | 'tokens' | 'sentences' | 'words' | 'quotations' | 'mentions' | 'attributions'>
export type Chained = Doc<
  'blocks' | 'tokens' | 'sentences' | 'words' | 'quotations' | 'mentions' | 'attributions' | 'chains'
>

export interface Disagreement {
  readonly document: string
  readonly form: SourceForm
  readonly source: string
  readonly place: number
  readonly theirs: string
  readonly ours: string
  readonly verdict: string
}

export interface SpeakerReport {
  readonly tallies: Readonly<Record<SourceForm, SpeakerTally>>
  readonly disagreements: readonly Disagreement[]
}

const stage = chainFinder()
export const withChains = (doc: Analysed): Chained => ({
  ...doc,
  layers: { ...doc.layers, chains: stage.run(doc) as Chain[] },
})

type Pairs = readonly (readonly [number, number])[]
export interface AnnotatedArticle {
  readonly name: string
  readonly text: string
  readonly annotations: readonly {
    readonly attributions: readonly { readonly source: Pairs; readonly cue: Pairs; readonly content: Pairs }[]
  }[]
}

/** The same document with the attributions of the first annotator in place of those found. */
export function withGoldSources(doc: Analysed, { annotations }: AnnotatedArticle): Analysed {
  const spans = (pairs: Pairs): Span[] =>
    pairs.map(([start, end]) => ({ start, end })).sort((a, b) => a.start - b.start)
  const attributions = annotations[0]!.attributions
    .filter(({ content, source }) => content.length > 0 && source.length > 0)
    .map(
      (raw, index): Attribution => ({
        id: `a${index + 1}`,
        form: 'indirect',
        manner: 'speech',
        source: spans(raw.source),
        cue: spans(raw.cue),
        content: spans(raw.content),
        by: 'annotator',
        confidence: 1,
      }),
    )
  return { ...doc, layers: { ...doc.layers, attributions } }
}

export function conllOf(pairs: readonly { gold: GoldChains; doc: Chained }[]): {
  documents: number
  exact: ConllScore
  heads: ConllScore
} {
  return {
    documents: pairs.length,
    exact: scoreOf(pairs.map((pair) => measured(pair, false))),
    heads: scoreOf(pairs.map((pair) => measured(pair, true))),
  }
}

function measured({ gold, doc }: { gold: GoldChains; doc: Chained }, byHead: boolean): Measures {
  const keyOf = new Map<GoldMention, string>(gold.mentions.map((mention, index) => [mention, `${index}`]))
  const theirs: string[][] = []
  for (const mention of gold.mentions) {
    theirs[mention.chain] ??= []
    theirs[mention.chain]!.push(keyOf.get(mention)!)
  }
  const exact = new Map(gold.mentions.map((mention) => [`${mention.start} ${mention.end}`, mention]))
  const taken = new Set<GoldMention>()
  const references = doc.layers.chains.flatMap((chain, index) =>
    chain.references.map((reference) => ({ ...reference, index })),
  )
  const matched = references.map((reference) => {
    const found = exact.get(`${reference.start} ${reference.end}`)
    if (found !== undefined) taken.add(found)
    return found
  })
  const heads = new Map<number, GoldMention[]>()
  for (const mention of gold.mentions)
    heads.set(mention.head.start, [...(heads.get(mention.head.start) ?? []), mention])
  const ours: string[][] = doc.layers.chains.map(() => [])
  references.forEach((reference, at) => {
    const own = matched[at] ?? (byHead ? byHeads(doc, reference, heads, taken) : undefined)
    if (own !== undefined) taken.add(own)
    ours[reference.index]!.push(own === undefined ? `ours ${at}` : keyOf.get(own)!)
  })
  return measuresOf(theirs.filter((chain) => chain !== undefined) as KeyedChains, ours)
}

/** A mention not yet taken whose head stands in the reference, and the reference's head in it. */
function byHeads(
  doc: Chained,
  reference: Span & { mention: string | null },
  heads: ReadonlyMap<number, readonly GoldMention[]>,
  taken: ReadonlySet<GoldMention>,
): GoldMention | undefined {
  for (const head of headsOf(doc, reference)) {
    const found = (heads.get(head.start) ?? []).filter((mention) => !taken.has(mention) && overlaps(mention, reference))
    if (found.length > 0) return found.reduce((a, b) => (difference(b, reference) < difference(a, reference) ? b : a))
  }
  return undefined
}
const difference = (a: Span, b: Span): number => Math.abs(a.start - b.start) + Math.abs(a.end - b.end)

/** The head; of names, whose heads are first or last words or titles by convention, then every word backwards. */
function headsOf(doc: Chained, reference: Span & { mention: string | null }): Span[] {
  const mention = doc.layers.mentions.find(({ id }) => id === reference.mention)
  const within = (span: Span): Span[] =>
    doc.layers.tokens.filter(({ start, end }) => start >= span.start && end <= span.end).reverse()
  if (mention === undefined) return [headOf(doc, reference)]
  const before = { start: reference.start, end: mention.start }
  return [headOf(doc, mention), ...within(mention), ...within(before)]
}

export function speakersOf(
  pairs: readonly { gold: Pick<GoldChains, 'name' | 'mentions'>; doc: Chained }[],
): SpeakerReport {
  const tallies = emptySpeakers()
  const disagreements: Disagreement[] = []
  for (const { gold, doc } of pairs) {
    const heads = new Map<number, GoldMention>()
    for (const mention of gold.mentions) {
      const known = heads.get(mention.head.start)
      if (known === undefined || known.end - known.start > mention.end - mention.start)
        heads.set(mention.head.start, mention)
    }
    const chains = new Map<number, GoldMention[]>()
    for (const mention of gold.mentions) chains.set(mention.chain, [...(chains.get(mention.chain) ?? []), mention])
    const index = chainIndex(doc)
    const seen = new Set<number>()
    for (const { source } of doc.layers.attributions) {
      const span = source[0]
      if (span === undefined) continue
      const head = headOf(doc, span)
      if (seen.has(head.start)) continue
      seen.add(head.start)
      const at = firstToken(doc, head)
      const upos = doc.layers.words.upos[at]
      const form: SourceForm = upos === 'PRON' ? 'pronoun' : upos === 'PROPN' ? 'name' : 'nominal'
      const theirs = goldAt(doc, heads, span, head)
      const chain = index.at(span)
      const placed: PlacedReference[] = (chain?.references ?? []).map((reference) => ({
        ...reference,
        chain: chain!,
        isName: reference.form === 'name',
        isPronoun: reference.form === 'pronoun',
        text: sliceOf(doc.text, reference),
        gold:
          headsOf(doc, reference)
            .map(({ start }) => heads.get(start)?.chain ?? -1)
            .find((one) => one >= 0) ?? -1,
      }))
      const mentions = theirs === null ? [] : chains.get(theirs.chain)!
      const verdict = verdictOf(form, theirs === null ? null : { chain: theirs.chain, mentions }, placed, {
        ...span,
        text: sliceOf(doc.text, span),
      })
      if (verdict === null) continue
      tallies[form][verdict]++
      if (verdict === 'right') continue
      const shown = (spans: readonly Span[]): string =>
        spans.map((one) => sliceOf(doc.text, one).replace(/\s+/g, ' ').slice(0, 40)).join(' | ')
      disagreements.push({
        document: gold.name,
        form,
        source: shown([span]),
        place: span.start,
        theirs: shown(mentions),
        ours: shown(placed),
        verdict,
      })
    }
  }
  return { tallies, disagreements }
}

/** The annotated mention with that head; of a name, with any of its words as head. */
function goldAt(doc: Chained, heads: ReadonlyMap<number, GoldMention>, source: Span, head: Span): GoldMention | null {
  const own = heads.get(head.start)
  if (own !== undefined) return own
  const mention = doc.layers.mentions.find((one) => overlaps(one, head))
  if (mention === undefined) return null
  for (const token of doc.layers.tokens) {
    if (token.start >= mention.start && token.end <= mention.end && overlaps(token, source)) {
      const found = heads.get(token.start)
      if (found !== undefined) return found
    }
  }
  return null
}

const firstToken = ({ layers: { tokens } }: Chained, head: Span): number =>
  tokens.findIndex(({ start }) => start === head.start)

export function formatSpeakers(name: string, tallies: Readonly<Record<SourceForm, SpeakerTally>>): string[] {
  const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)
  return SOURCE_FORMS.map((form) => {
    const { right, wrong, open } = tallies[form]
    const all = right + wrong + open
    return `${name}, ${form.padEnd(8)} ${String(all).padStart(5)} sources, ${right + wrong} answered, ${open} open, right of answered ${percent(right, right + wrong)}, right of all ${percent(right, all)}`
  })
}
