/** Looks up which chain a span belongs to, by the head of the span. */
import type { Chain, Doc, Reference } from '../doc.ts'
import { firstFrom, type Span } from '../span.ts'

export interface ChainIndex {
  /** The chain of the reference that is `span`, else of the smallest reference over its head; null without one. */
  at(span: Span): Chain | null
  /** The reference itself. */
  referenceAt(span: Span): { readonly chain: Chain; readonly reference: Reference } | null
  byId(id: string): Chain | null
}

interface Entry {
  readonly start: number
  readonly end: number
  readonly chain: Chain
  readonly reference: Reference
}

/** References begin at most so many entries before the one that covers a place: noun phrases nest a little, not without end. */
const DEPTH = 40

/** Built once for a document: n log n in the number of references. */
export function chainIndex(doc: Doc<'tokens' | 'words' | 'chains'>): ChainIndex {
  const { chains } = doc.layers
  const entries = chains
    .flatMap((chain) =>
      chain.references.map((reference): Entry => ({ start: reference.start, end: reference.end, chain, reference })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const ids = new Map(chains.map((chain) => [chain.id, chain]))
  const covering = (place: number): Entry | null => {
    let best: Entry | null = null
    const after = firstFrom(entries, place + 1)
    for (let at = after - 1; at >= 0 && after - at <= DEPTH; at--) {
      const entry = entries[at]!
      if (entry.end > place && (best === null || entry.end - entry.start < best.end - best.start)) best = entry
    }
    return best
  }
  const equal = (span: Span): Entry | null => {
    for (let at = firstFrom(entries, span.start); at < entries.length && entries[at]!.start === span.start; at++) {
      if (entries[at]!.end === span.end) return entries[at]!
    }
    return null
  }
  const entryAt = (span: Span): Entry | null => equal(span) ?? covering(headOf(doc, span).start)
  return {
    at: (span) => entryAt(span)?.chain ?? null,
    referenceAt: (span) => entryAt(span),
    byId: (id) => ids.get(id) ?? null,
  }
}

/** The chain whose reference covers the head of `span`; for many spans ask one `chainIndex` instead. */
export const chainAt = (doc: Doc<'tokens' | 'words' | 'chains'>, span: Span): Chain | null => chainIndex(doc).at(span)

const NOUNS = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X'])

/** The token that a noun phrase is about: "spokesman" in "the Kremlin's spokesman for the press", "Bo" in "Minister Ann Bo, a doctor". */
export function headOf({ layers: { tokens, words } }: Doc<'tokens' | 'words'>, span: Span): Span {
  const first = Math.max(0, firstFrom(tokens, span.start))
  let head = -1
  for (let at = first; at < tokens.length && tokens[at]!.start < span.end; at++) {
    const upos = words.upos[at]!
    const isFurther = upos === 'ADP' || upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ' || upos === 'CCONJ'
    const isStop = upos === 'PUNCT' && tokens[at]!.end - tokens[at]!.start === 1 && words.lemma[at] !== '.'
    if (
      head >= 0 &&
      (isFurther ||
        isStop ||
        (upos === 'PRON' && words.upos[at - 1] !== 'DET' && !POSSESSIVE.has(words.lemma[head] ?? '')))
    )
      break
    if (NOUNS.has(upos)) head = at
  }
  return tokens[head < 0 ? Math.min(first, tokens.length - 1) : head] ?? span
}

const POSSESSIVE = new Set([
  'his',
  'her',
  'their',
  'its',
  'my',
  'our',
  'your',
  'he',
  'she',
  'they',
  'it',
  'I',
  'we',
  'you',
])

/** Ids count the chains of a document from 1; null without chains. */
export const chainById = (doc: Doc, id: string): Chain | null => doc.layers.chains?.[Number(id.slice(1)) - 1] ?? null
