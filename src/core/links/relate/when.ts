/** When two statements were made, as far as that tells whether they are one speech event, and which came first. */
import type { LinkableView } from '../linkable-view.ts'

/** Days between the publication of two reports of one event. */
const NEWS = 3

interface Days {
  readonly from: number
  readonly to: number
}

/** Days on which it may have been said; null where nothing tells. */
function daysOf({ earliest, latest, published }: LinkableView): Days | null {
  if (earliest !== null) return { from: earliest, to: latest ?? earliest }
  const last = latest ?? published
  return last === null ? null : { from: last - NEWS, to: last }
}

/** May both report one saying? Without any date only within one document. */
export function timesMeet(a: LinkableView, b: LinkableView): boolean {
  const [one, other] = [daysOf(a), daysOf(b)]
  if (one === null || other === null) return a.document === b.document
  return one.from <= other.to && other.from <= one.to
}

/** Days from the one to the other; null where that is unknown. Positive where `b` is later. */
export function daysBetween(a: LinkableView, b: LinkableView): number | null {
  const [one, other] = [daysOf(a), daysOf(b)]
  return one === null || other === null ? null : other.to - one.to
}
