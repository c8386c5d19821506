/** Words of a statement by their place in the document, taken from the parts that the record keeps. */
import { contains, type Span } from '../span.ts'
import type { Anchored, Statement } from '../statement.ts'

/** Spans are joined by ` … ` in the text of a part. */
const BETWEEN = 3

/** Each span of a part with its text. */
export function slicesOf({ spans, text }: Anchored): { readonly span: Span; readonly text: string }[] {
  let at = 0
  return spans.map((span) => {
    const length = span.end - span.start
    const slice = { span, text: text.slice(at, at + length) }
    at += length + BETWEEN
    return slice
  })
}

/** Those of `spans` that stand in the content or the cue, with their text. */
export function anchoredIn({ content, cue }: Pick<Statement, 'content' | 'cue'>, spans: readonly Span[]): Anchored {
  const slices = [...slicesOf(content), ...slicesOf(cue)]
  const found = spans.flatMap((span) => {
    const slice = slices.find((one) => contains(one.span, span))
    if (slice === undefined) return []
    const { start } = slice.span
    return [{ span, text: slice.text.slice(span.start - start, span.end - start) }]
  })
  return { spans: found.map(({ span }) => span), text: found.map(({ text }) => text).join(' … ') }
}
