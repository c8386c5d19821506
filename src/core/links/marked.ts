/** The words of a statement with those marked that bear on a link. */
import type { Span } from '../span.ts'
import type { Anchored } from '../statement.ts'
import type { LinkEvidence } from './link.ts'

export interface MarkedPiece {
  readonly text: string
  readonly isMarked: boolean
  /** What marked words do here; empty for the others. */
  readonly note: string
}

/** What `joinedText` puts between spans. */
const GAP = ' … '

/**
 * The content's text in pieces, in order; joined they are `content.text`.
 * @param because evidence of a link; what is about another statement or outside the content marks nothing
 */
export function markedPieces(id: string, content: Anchored, because: readonly LinkEvidence[]): MarkedPiece[] {
  const marks = because
    .filter(({ of }) => of === id)
    .flatMap(({ span, note }) => inContent(content.spans, span).map((range) => ({ range, note })))
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const { range, note } of marks) {
    const start = Math.max(at, range.start)
    if (start >= range.end) continue
    if (start > at) pieces.push({ text: content.text.slice(at, start), isMarked: false, note: '' })
    pieces.push({ text: content.text.slice(start, range.end), isMarked: true, note })
    at = range.end
  }
  if (at < content.text.length) pieces.push({ text: content.text.slice(at), isMarked: false, note: '' })
  return pieces
}

/** Where a span of the document stands in the joined text of `spans`: a range for each of them that it touches. */
function inContent(spans: readonly Span[], { start, end }: Span): Span[] {
  const ranges: Span[] = []
  let offset = 0
  for (const span of spans) {
    const from = Math.max(start, span.start)
    const to = Math.min(end, span.end)
    if (from < to) ranges.push({ start: offset + from - span.start, end: offset + to - span.start })
    offset += span.end - span.start + GAP.length
  }
  return ranges
}
