/** Quotations signed with a name: "“The dam will hold.” – Lind". */
import { firstFrom, type Span, sliceOf } from '../span.ts'
import { type Find, findOfSource } from './find.ts'
import type { AttributableDoc, LabelledSpan } from './labelled-span.ts'

export const DASHES: ReadonlySet<string> = new Set(['-', '--', '–', '—', '―'])

/**
 * The quotation that begins a line and ends before the dash, for each source that ends that line.
 * @param sources that nobody speaks with, in text order.
 */
export function signedQuotations(doc: AttributableDoc, sources: readonly LabelledSpan[]): Find[] {
  if (sources.length === 0) return []
  const { tokens, quotations } = doc.layers
  const parts = quotations.flatMap(({ spans }) => spans).sort((a, b) => a.end - b.end)
  const ends = parts.map(({ end }) => ({ start: end, end }))
  return sources.flatMap((source): Find[] => {
    if (!endsLine(doc, source.last) || !DASHES.has(wordAt(doc, source.first - 1))) return []
    const end = tokens[source.first - 2]?.end
    const part = end === undefined ? undefined : parts[firstFrom(ends, end)]
    if (part === undefined || part.end !== end || !endsLine(doc, firstFrom(tokens, part.start) - 1)) return []
    return [findOfSource(source, part)]
  })
}

const wordAt = ({ text, layers: { tokens } }: AttributableDoc, at: number): string =>
  tokens[at] === undefined ? '' : sliceOf(text, tokens[at])

/** Is there a break of lines after a token, or nothing at all before the first or after the last? */
export function endsLine({ text, layers: { tokens } }: AttributableDoc, at: number): boolean {
  const between: Span = { start: tokens[at]?.end ?? 0, end: tokens[at + 1]?.start ?? text.length }
  return tokens[at] === undefined || tokens[at + 1] === undefined || sliceOf(text, between).includes('\n')
}
