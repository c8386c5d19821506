/** The quotation state of each token, as the tagger reads it. */
import type { Quotation } from '../../src/core/doc.ts'
import type { Span } from '../../src/core/span.ts'

/** o outside, b first token inside, i inside, u inside a quotation without a partner; an inner quotation wins. */
export function quoteStates(tokens: readonly Span[], quotations: readonly Quotation[]): string[] {
  const states = tokens.map(() => 'o')
  for (const { spans, balanced } of quotations) {
    for (const span of spans) {
      for (let i = firstFrom(tokens, span.start); i < tokens.length && tokens[i]!.end <= span.end; i++) {
        states[i] = !balanced ? 'u' : tokens[i]!.start === span.start ? 'b' : 'i'
      }
    }
  }
  return states
}

/** Index of the first token that starts at `start` or later. */
export function firstFrom(tokens: readonly Span[], start: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}
