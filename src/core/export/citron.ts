/** The JSON of BBC Citron, a quotation extractor (github.com/bbc/citron, docs/data_format.md), for tools that read it. */
import { codePointOffsets } from '../code-points.ts'
import { type Span, sliceOf } from '../span.ts'
import type { Exported } from './exported.ts'

interface CitronSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface CitronDocument {
  readonly text: string
  readonly quotes: readonly {
    readonly id: string
    readonly cue: CitronSpan | null
    readonly sources: readonly CitronSpan[]
    readonly contents: readonly CitronSpan[]
    readonly confidence: number
  }[]
}

/** Offsets are code points, as Python counts. Citron has one cue: of a cue in several spans the first. */
export function citronDocument({ text, statements }: Exported): CitronDocument {
  const offset = codePointOffsets(text)
  const spanOf = (span: Span): CitronSpan => ({
    start: offset(span.start),
    end: offset(span.end),
    text: sliceOf(text, span),
  })
  return {
    text,
    quotes: statements.map(({ id, cue, source, content, confidence }) => ({
      id,
      cue: cue.spans[0] === undefined ? null : spanOf(cue.spans[0]),
      sources: source.spans.map(spanOf),
      contents: content.spans.map(spanOf),
      confidence: confidence.relation,
    })),
  }
}
