/** One relay of a chain: who passes words on, and the phrase that shows it. */
import type { Chain, RelayKind, Utterance } from '../../doc.ts'
import { foldName } from '../../fold.ts'
import { equalSpans, type Span } from '../../span.ts'
import { spanOf } from '../../token-columns.ts'
import { relayKindOf } from './party-kind.ts'
import { namingSpan, type Phrase } from './phrase-at.ts'
import { chainAt, type ReportView } from './report-view.ts'

export type Hop = Utterance['via'][number]

/** The relay that a noun phrase names, by its fullest name in the text; null where it is nobody who passes words on. */
export function hopOf(view: ReportView, phrase: Phrase, proof: Span, given: RelayKind | null = null): Hop | null {
  const named = namingSpan(view, phrase)
  const isList = phrase.many && phrase.end > phrase.to
  const chain = isList ? null : chainAt(view, named)
  const kind = given ?? kindOfChain(chain) ?? relayKindOf(view, phrase)
  if (kind === null || (phrase.name === null && NOBODY.has(view.lower[phrase.head]!) && chain?.name == null))
    return null
  const span = phrase.name === null ? (chain?.name ?? named) : named
  return { span: { start: span.start, end: span.end }, proof, chain: chain?.id ?? null, kind }
}

/** Pronouns that name no relay where no chain does. */
const NOBODY = new Set('it this that these those which who what there i we you'.split(' '))

function kindOfChain(chain: Chain | null): RelayKind | null {
  if (chain === null || chain.name === null) return null
  return chain.kind === 'person' || chain.kind === 'publication' || chain.kind === 'organisation' ? chain.kind : null
}

/** From the first token of the one to the last of the other. */
export const proofOf = (view: ReportView, from: number, to: number): Span => spanOf(view, from, Math.max(from + 1, to))

const nameOf = ({ doc }: ReportView, span: Span): string =>
  foldName(doc.text.slice(span.start, span.end)).replace(/^the /, '')

/** Do two spans name one thing: the same chain, or the same name? */
export const isSame = (
  view: ReportView,
  a: { readonly span: Span; readonly chain: string | null },
  b: { readonly span: Span; readonly chain: string | null },
): boolean =>
  equalSpans(a.span, b.span) ||
  (a.chain !== null && a.chain === b.chain) ||
  nameOf(view, a.span) === nameOf(view, b.span)

/** `hops` with none twice; the innermost stays, whose proof stands nearest to the words. */
export function eachOnce(view: ReportView, hops: readonly Hop[]): Hop[] {
  return hops.filter((hop, i) => !hops.slice(i + 1).some((other) => isSame(view, hop, other)))
}
