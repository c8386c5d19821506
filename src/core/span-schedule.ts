/** Likely spans that overlap → the set without overlaps that is worth most (weighted interval scheduling). */
import type { Thresholds } from './network.ts'
import type { LikelySpan } from './span-posteriors.ts'

/** The spans with the greatest sum of posterior - threshold of which none overlaps another, in text order. */
export function bestSpans<Span extends LikelySpan>(candidates: readonly Span[], thresholds: Thresholds): Span[] {
  const spans = candidates
    .filter(({ role, posterior }) => posterior > thresholds[role])
    .sort((a, b) => a.last - b.last || a.first - b.first)
  /** Greatest sum among the first `i` spans. */
  const best = [0]
  /** How many spans end before span `i` begins, if taking it is best; else -1. */
  const taken: number[] = []
  spans.forEach((span, index) => {
    const before = countEndingBefore(spans, span.first, index)
    const sum = best[before]! + span.posterior - thresholds[span.role]
    const isBetter = sum > best[index]!
    best.push(isBetter ? sum : best[index]!)
    taken.push(isBetter ? before : -1)
  })
  const chosen: Span[] = []
  for (let count = spans.length; count > 0; ) {
    const before = taken[count - 1]!
    if (before !== -1) chosen.push(spans[count - 1]!)
    count = before === -1 ? count - 1 : before
  }
  return chosen.reverse()
}

/** How many of the first `count` spans, ordered by their last token, end before token `first`. */
function countEndingBefore(spans: readonly LikelySpan[], first: number, count: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.last < first) low = middle + 1
    else high = middle
  }
  return low
}
