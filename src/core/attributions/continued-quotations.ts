/** A quotation over several paragraphs is one content: the network reads them one by one, and finds the one with the cue. */
import { contains, firstFrom, inTextOrder, overlaps, type Span } from '../span.ts'
import type { Find } from './find.ts'
import { indexOf } from './find-index.ts'
import type { AttributableDoc } from './labelled-span.ts'

/**
 * The finds, where one has a part of a quotation in its content, with the parts in other paragraphs that no find has.
 * @param isOpen whether statements may come from where a span stands: a content may run on into other blocks, not begin there.
 */
export function withContinuedQuotations(
  doc: AttributableDoc,
  finds: readonly Find[],
  isOpen: (span: Span) => boolean,
): readonly Find[] {
  const long = doc.layers.quotations.filter(({ spans }) => spans.length > 1)
  if (long.length === 0) return finds
  const parts = long.flatMap(({ spans }) => spans.map((span) => ({ start: span.start, end: span.end, spans })))
  parts.sort((a, b) => a.start - b.start)
  const index = indexOf(finds)
  return finds.map((find) => {
    const added = new Set<Span>()
    for (const content of find.content) {
      const part = parts[firstFrom(parts, content.start)]
      if (part === undefined || !contains(content, part)) continue
      for (const other of part.spans) {
        const isFree = !find.content.some((span) => overlaps(span, other)) && index.near([other]).length === 0
        if (isFree && (other.start > content.start || isOpen(other))) added.add(other)
      }
    }
    return added.size === 0 ? find : { ...find, content: [...find.content, ...added].sort(inTextOrder) }
  })
}
