/** The document as time rules see it: tokens cut at hyphens ("two-year", "mid-May"), in lower case. */
import type { Doc } from '../doc.ts'
import { type Span, sliceOf } from '../span.ts'

export interface Piece extends Span {
  readonly lower: string
  readonly isCapitalised: boolean
  /** No white space before it, and not the first of its block. */
  readonly isGlued: boolean
  /** Of its block: no expression runs from one block to the next. */
  readonly block: number
}

export function piecesOf({ text, layers }: Doc<'blocks' | 'tokens'>): Piece[] {
  const pieces: Piece[] = []
  let block = 0
  let lastEnd = -1
  const push = (start: number, end: number): void => {
    const surface = text.slice(start, end)
    const lower = surface.toLowerCase()
    pieces.push({ start, end, lower, isCapitalised: lower !== surface, isGlued: start === lastEnd, block })
    lastEnd = end
  }
  for (const token of layers.tokens) {
    while (block < layers.blocks.length - 1 && token.start >= layers.blocks[block]!.end) {
      block++
      lastEnd = -1
    }
    if (token.end - token.start > LONGEST_CUT || !sliceOf(text, token).includes('-')) {
      push(token.start, token.end)
      continue
    }
    let from = token.start
    for (let at = token.start; at < token.end; at++) {
      if (text[at] !== '-') continue
      if (at > from) push(from, at)
      push(at, at + 1)
      from = at + 1
    }
    if (from < token.end) push(from, token.end)
  }
  return pieces
}

/** No time expression in one token is longer. */
const LONGEST_CUT = 40
