/** Spans: half-open ranges of UTF-16 code units in a document's text, and the few questions asked of them. */

export interface Span {
  /** First code unit, inclusive. */
  readonly start: number
  /** Code unit after the last one, exclusive. */
  readonly end: number
}

export const lengthOf = (span: Span): number => span.end - span.start

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const equalSpans = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** Text order: by start, and of two that start together the longer first. */
export const inTextOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The smallest span that holds all of `spans`; null for none. */
export function hullOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const span of spans) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return { start, end }
}

/** `span` without the white space at its ends (ECMAScript's definition); an all-white span becomes empty. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** ECMAScript white space and line terminators, by code unit. */
export function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  )
}

/**
 * The text a list of spans stands for: each slice as it is, joined by ` … ` where something was left out between them.
 * For display only; offsets always come from the spans.
 */
export const joinedText = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => sliceOf(text, span)).join(' … ')

/** Index of the first of `spans`, in the order of their starts, that starts at `start` or later; their number when there is none. */
export function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}
