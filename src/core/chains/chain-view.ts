/** A document as the finding of chains sees it: columns over its tokens, so that every question is a look-up. */
import type { Doc, MentionKind, Upos } from '../doc.ts'
import { firstFrom, type Span } from '../span.ts'
import type { NounKind } from './role-nouns.ts'

export type ChainDoc = Doc<'blocks' | 'tokens' | 'sentences' | 'words' | 'quotations' | 'mentions' | 'attributions'>

/** A mention, or a word that is the surname of one and was passed over: "Trump says" in a headline. */
export interface Name extends Span {
  /** Null for what is no mention. */
  readonly id: string | null
  readonly kind: MentionKind
}

export interface ChainView {
  readonly doc: ChainDoc
  readonly count: number
  /** As written. */
  readonly form: readonly string[]
  readonly lower: readonly string[]
  readonly lemma: readonly string[]
  readonly upos: readonly Upos[]
  /** The document's mentions, and behind them those that were passed over. */
  readonly names: readonly Name[]
  /** Index of the sentence, of the block, of the innermost quotation (-1 for none), of the name (-1 for none). */
  readonly sentence: Int32Array
  readonly block: Int32Array
  readonly quotation: Int32Array
  readonly mention: Int32Array
  /** Index of the innermost attribution whose source or content holds the token; -1 for none. */
  readonly sourceOf: Int32Array
  readonly contentOf: Int32Array
  /** What nouns mean and which words are countries, as far as asked. */
  readonly nounKinds: Map<string, NounKind | null>
  readonly countries: Map<string, string | null>
}

export function viewOf(doc: ChainDoc): ChainView {
  const { tokens, words, sentences, blocks, quotations, mentions, attributions } = doc.layers
  const form = tokens.map(({ start, end }) => doc.text.slice(start, end))
  const covering = (spans: readonly (readonly Span[])[]): Int32Array => {
    const column = new Int32Array(tokens.length).fill(-1)
    const widths = new Int32Array(tokens.length).fill(0x7fffffff)
    spans.forEach((ofOne, index) => {
      for (const span of ofOne) cover(column, widths, tokens, span, index)
    })
    return column
  }
  const mention = covering(mentions.map((one) => [one]))
  const names = [
    ...mentions,
    ...passedOver(
      tokens,
      form,
      words.upos,
      mention,
      mentions.length,
      mentions.map(({ kind }) => kind),
    ),
  ]
  return {
    doc,
    names,
    count: tokens.length,
    form,
    lower: form.map((word) => (word.includes('’') ? word.replaceAll('’', "'") : word).toLowerCase()),
    lemma: words.lemma,
    upos: words.upos,
    sentence: placed(tokens, sentences),
    block: placed(tokens, blocks),
    quotation: covering(quotations.map(({ spans }) => spans)),
    mention,
    sourceOf: covering(attributions.map(({ source }) => source)),
    contentOf: covering(attributions.map(({ content }) => content)),
    nounKinds: new Map(),
    countries: new Map(),
  }
}

/** Words outside all mentions that end a person's name elsewhere in the document; noted in `mention` too. */
function passedOver(
  tokens: readonly Span[],
  form: readonly string[],
  upos: readonly Upos[],
  mention: Int32Array,
  count: number,
  kinds: readonly MentionKind[],
): Name[] {
  const surnames = new Set<string>()
  for (let at = 0; at < form.length; at++) {
    const isLast = mention[at]! >= 0 && mention[at + 1] !== mention[at]
    if (isLast && kinds[mention[at]!] === 'person' && /^\p{Lu}\p{L}*\p{Ll}/u.test(form[at]!)) surnames.add(form[at]!)
  }
  const found: Name[] = []
  if (surnames.size === 0) return found
  for (let at = 0; at < form.length; at++) {
    // "Grant" may open a sentence as a verb.
    if ((upos[at] !== 'PROPN' && upos[at] !== 'NOUN') || mention[at]! >= 0 || !surnames.has(form[at]!)) continue
    mention[at] = count + found.length
    found.push({ ...tokens[at]!, id: null, kind: 'person' })
  }
  return found
}

/** Most tokens that one span is spread over: the layers above are bounded, a hand-made document need not be. */
const WIDEST = 4000

function cover(column: Int32Array, widths: Int32Array, tokens: readonly Span[], span: Span, index: number): void {
  const first = firstFrom(tokens, span.start)
  const width = span.end - span.start
  for (let at = first; at < tokens.length && at - first < WIDEST && tokens[at]!.start < span.end; at++) {
    if (widths[at]! <= width) continue
    widths[at] = width
    column[at] = index
  }
}

/** For spans in text order that do not overlap: the one that each token stands in, or the last before it. */
function placed(tokens: readonly Span[], spans: readonly Span[]): Int32Array {
  const column = new Int32Array(tokens.length)
  let at = 0
  for (let i = 0; i < tokens.length; i++) {
    while (at + 1 < spans.length && spans[at + 1]!.start <= tokens[i]!.start) at++
    column[i] = at
  }
  return column
}

/** Index of the first token of `span`. */
export const firstToken = ({ doc }: ChainView, span: Span): number => firstFrom(doc.layers.tokens, span.start)

/** The characters of tokens `from` up to `to`, exclusive. */
export const spanOf = ({ doc: { layers } }: ChainView, from: number, to: number): Span => ({
  start: layers.tokens[from]!.start,
  end: layers.tokens[to - 1]!.end,
})
