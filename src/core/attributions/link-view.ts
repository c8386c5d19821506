/** The labelled spans of a document as the linker compares them: where each stands, and what stands between two. */
import { contains, firstFrom, type Span } from '../span.ts'
import type { AttributableDoc, LabelledSpan, Role } from './labelled-span.ts'

/** A labelled span with its place. */
export interface PlacedSpan extends LabelledSpan {
  /** Position among the spans of all roles. */
  readonly index: number
  /** Index of its block and of the sentence of its first token. */
  readonly block: number
  readonly sentence: number
  /** Index of the outermost quotation that covers its first token; -1 for none. */
  readonly quotation: number
}

export interface LinkView {
  readonly doc: AttributableDoc
  /** In text order. */
  readonly spans: readonly PlacedSpan[]
  /** For each role, how many spans of it stand before span `i`. */
  readonly before: Readonly<Record<Role, Int32Array>>
}

/** @param spans in text order, not overlapping. */
export function linkViewOf(doc: AttributableDoc, spans: readonly LabelledSpan[]): LinkView {
  const { blocks, sentences } = doc.layers
  const quotations = outermostParts(doc)
  const before: Record<Role, Int32Array> = {
    source: new Int32Array(spans.length + 1),
    cue: new Int32Array(spans.length + 1),
    content: new Int32Array(spans.length + 1),
  }
  const placed = spans.map((span, index): PlacedSpan => {
    for (const role of ['source', 'cue', 'content'] as const) {
      before[role][index + 1] = before[role][index]! + (span.role === role ? 1 : 0)
    }
    const quotation = lastFrom(quotations, span.start)
    const covers = quotation >= 0 && contains(quotations[quotation]!, { start: span.start, end: span.start + 1 })
    return {
      ...span,
      index,
      block: lastFrom(blocks, span.start),
      sentence: lastFrom(sentences, span.start),
      quotation: covers ? quotations[quotation]!.quotation : -1,
    }
  })
  return { doc, spans: placed, before }
}

/** Spans of `role` that stand between two spans. */
export function spansBetween(view: LinkView, role: Role, a: PlacedSpan, b: PlacedSpan): number {
  const [left, right] = a.index < b.index ? [a, b] : [b, a]
  return view.before[role][right.index]! - view.before[role][left.index + 1]!
}

/** Tokens between two spans that do not overlap. */
export const tokensBetween = (a: LabelledSpan, b: LabelledSpan): number =>
  a.last < b.first ? b.first - a.last - 1 : a.first - b.last - 1

interface QuotationPart extends Span {
  readonly quotation: number
}

/** Every paragraph's part of every quotation that stands in no other, in text order. */
function outermostParts(doc: AttributableDoc): QuotationPart[] {
  const parts = doc.layers.quotations.flatMap(({ spans }, quotation) =>
    spans.map(({ start, end }) => ({ start, end, quotation })),
  )
  parts.sort((a, b) => a.start - b.start || b.end - a.end)
  const outer: QuotationPart[] = []
  for (const part of parts) if (part.start >= (outer.at(-1)?.end ?? 0)) outer.push(part)
  return outer
}

/** Index of the last of `spans` that starts at or before `offset`; -1 when there is none. */
function lastFrom(spans: readonly Span[], offset: number): number {
  return firstFrom(spans, offset + 1) - 1
}
