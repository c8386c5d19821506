/** Spans of a document as columns over its tokens: which of them each token stands in, looked up by its index. */
import type { Doc } from './doc.ts'
import { firstFrom, type Span } from './span.ts'

/** Most tokens that one span is spread over: the layers above are bounded, a hand-made document need not be. */
const WIDEST = 4000

/** For each token the narrowest of the spans that hold it, as the index of their owner; -1 for none. */
export function covering(tokens: readonly Span[], spans: readonly (readonly Span[])[]): Int32Array {
  const column = new Int32Array(tokens.length).fill(-1)
  const widths = new Int32Array(tokens.length).fill(0x7fffffff)
  spans.forEach((ofOne, index) => {
    for (const { start, end } of ofOne) {
      const first = firstFrom(tokens, start)
      for (let at = first; at < tokens.length && at - first < WIDEST && tokens[at]!.start < end; at++) {
        if (widths[at]! <= end - start) continue
        widths[at] = end - start
        column[at] = index
      }
    }
  })
  return column
}

/** For spans in text order that do not overlap: the one that each token stands in, or the last before it. */
export function placed(tokens: readonly Span[], spans: readonly Span[]): Int32Array {
  const column = new Int32Array(tokens.length)
  let at = 0
  for (let i = 0; i < tokens.length; i++) {
    while (at + 1 < spans.length && spans[at + 1]!.start <= tokens[i]!.start) at++
    column[i] = at
  }
  return column
}

/** Forms in lower case with straight apostrophes. */
export const lowered = (forms: readonly string[]): string[] =>
  forms.map((form) => (form.includes('’') ? form.replaceAll('’', "'") : form).toLowerCase())

/** Something that looks at a document by its tokens. */
interface TokenView {
  readonly doc: Doc<'tokens'>
}

/** Index of the first token of `span`. */
export const firstToken = ({ doc }: TokenView, span: Span): number => firstFrom(doc.layers.tokens, span.start)

/** The characters of tokens `from` up to `to`, exclusive. */
export const spanOf = ({ doc: { layers } }: TokenView, from: number, to: number): Span => ({
  start: layers.tokens[from]!.start,
  end: layers.tokens[to - 1]!.end,
})
