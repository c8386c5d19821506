/** A document as the reader of subjects looks at it: words, names, chains and where they stand. */
import { type ChainIndex, chainIndex } from '../chains/chain-index.ts'
import type { Chain, Doc, Reference, SubjectKind } from '../doc.ts'
import { firstFrom, type Span } from '../span.ts'
import { covering, lowered } from '../token-columns.ts'

export type SubjectDoc = Doc<'tokens' | 'sentences' | 'words' | 'mentions' | 'attributions' | 'timexes' | 'chains'>

export interface PlacedReference extends Span {
  readonly reference: Reference
  readonly chain: Chain
}

export interface SubjectView {
  readonly doc: SubjectDoc
  readonly forms: readonly string[]
  readonly lower: readonly string[]
  /** Index of the mention that each token stands in; -1 for none. */
  readonly mentionAt: Int32Array
  readonly timexAt: Int32Array
  readonly chains: ChainIndex
  /** Where what somebody's title belongs to begins: "British" of "British Prime Minister Ann Bo". */
  readonly owners: ReadonlySet<number>
  /** In text order. */
  readonly references: readonly PlacedReference[]
}

/** Tokens `from` up to `to`, exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Something that may be a subject. */
export interface Candidate extends Range {
  readonly kind: SubjectKind
  readonly name: string
  readonly chain: string | null
}

export function subjectView(doc: SubjectDoc): SubjectView {
  const { tokens, mentions, timexes, chains } = doc.layers
  const forms = tokens.map(({ start, end }) => doc.text.slice(start, end))
  return {
    doc,
    forms,
    lower: lowered(forms),
    mentionAt: covering(
      tokens,
      mentions.map((mention) => [mention]),
    ),
    timexAt: covering(
      tokens,
      timexes.map((timex) => [timex]),
    ),
    chains: chainIndex(doc),
    owners: new Set(chains.flatMap(({ titles }) => titles.flatMap(({ of }) => (of === null ? [] : [of.start])))),
    references: chains
      .flatMap((chain) =>
        chain.references.map((reference) => ({ start: reference.start, end: reference.end, reference, chain })),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end),
  }
}

export const rangeOf = ({ doc }: SubjectView, span: Span): Range => ({
  from: firstFrom(doc.layers.tokens, span.start),
  to: firstFrom(doc.layers.tokens, span.end),
})

export const upos = (view: SubjectView, at: number): string => view.doc.layers.words.upos[at] ?? ''
/** Does it begin with a capital letter? */
export function isCapital(form: string | undefined): boolean {
  if (form === undefined) return false
  const first = form.charCodeAt(0)
  return first < 0x80 ? first >= 0x41 && first <= 0x5a : /^\p{Lu}/u.test(form)
}
