/** Overlapping and nested marks → flat segments in text order, each with the marks that cover it: what a page can show. */
import { inTextOrder, type Span } from './span.ts'

export type MarkRole = 'source' | 'cue' | 'content'

/** One span of one part of one statement. */
export interface Mark extends Span {
  /** Id of the statement. */
  readonly statement: string
  readonly role: MarkRole
}

export interface Segment extends Span {
  /** The marks that cover the whole segment: outermost first, in text order. Empty for plain text. */
  readonly marks: readonly Mark[]
}

/**
 * Cuts `whole` (a span, or a length counted from 0) wherever a mark begins or ends.
 * The segments follow one another without a gap, so their slices joined are the slice of `whole`. Marks are clipped to
 * `whole`; those outside it, and empty ones, cover nothing. Takes time in proportion to the marks (sorted once) and to
 * what it returns.
 */
export function toSegments(whole: number | Span, marks: readonly Mark[]): Segment[] {
  const { start, end } = typeof whole === 'number' ? { start: 0, end: whole } : whole
  const waiting = marks
    .filter((mark) => mark.start < mark.end && mark.start < end && mark.end > start)
    .sort(inTextOrder)
  const segments: Segment[] = []
  let active: Mark[] = []
  let next = 0
  let at = start
  while (at < end) {
    const open = active.filter((mark) => mark.end > at)
    // Marks arrive in text order, the longer first, so appending keeps the outermost in front.
    while (next < waiting.length && waiting[next]!.start <= at) open.push(waiting[next++]!)
    active = open
    let cut = Math.min(end, waiting[next]?.start ?? end)
    for (const mark of active) if (mark.end < cut) cut = mark.end
    segments.push({ start: at, end: cut, marks: active })
    at = cut
  }
  return segments
}
