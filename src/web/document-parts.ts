/** A long document in parts, each a page that opens at once: cut between blocks, statements with the part they begin in. */
import type { Block } from '../core/doc.ts'
import type { Span } from '../core/span.ts'
import type { NumberedStatement } from './document-text.ts'

export interface DocumentPart extends Span {
  /** From 1. */
  readonly number: number
  readonly of: number
}

/** UTF-16 units of text and number of statements from which on a part is full: some 100 kB of HTML. */
const FULL = { units: 24_000, statements: 70 }

/** One part for whatever fits on one page. */
export function partsOf(
  text: string,
  blocks: readonly Block[],
  statements: readonly NumberedStatement[],
): DocumentPart[] {
  const cuts = [0]
  const starts = statements.map(startOf)
  let from = 0
  let counted = 0
  for (const { end } of [...blocks].sort((a, b) => a.start - b.start)) {
    const within = starts.filter((start) => start >= from && start < end).length
    counted = within
    if (end - from < FULL.units && counted < FULL.statements) continue
    // A last part of a few lines is none.
    if (text.length - end < FULL.units / 8) break
    cuts.push(end)
    from = end
    counted = 0
  }
  return cuts.map((start, index) => ({
    start,
    end: cuts[index + 1] ?? text.length,
    number: index + 1,
    of: cuts.length,
  }))
}

/** @param at an offset in the text; `part` wins where both are given. Whatever is asked, there is a first part. */
export function partAsked(
  parts: readonly DocumentPart[],
  part: string | undefined,
  at: string | undefined,
): DocumentPart {
  const byNumber = part === undefined ? undefined : parts[Number(part) - 1]
  const offset = at === undefined ? Number.NaN : Number(at)
  return byNumber ?? parts.find(({ start, end }) => start <= offset && offset < end) ?? parts[0]!
}

export const startOf = ({ statement }: NumberedStatement): number => statement.content.spans[0]?.start ?? 0

export const inPart = (part: Span, statements: readonly NumberedStatement[]): NumberedStatement[] =>
  statements.filter((each) => startOf(each) >= part.start && startOf(each) < part.end)
