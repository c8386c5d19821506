/** The differences between two texts, word by word; every piece is a slice of one of them, or of both where they agree. */
import type { Span } from '../span.ts'
import { type Word, wordsOf } from '../wording/words-of.ts'
import { diffWords } from './diff-words.ts'

export interface DiffPiece {
  readonly op: 'equal' | 'insert' | 'delete'
  /** As the later text has it; of a deletion as the earlier one. */
  readonly text: string
  /** Where it stands in the earlier text; null for insertions. White space and punctuation behind a word belong to it. */
  readonly before: Span | null
  /** Where it stands in the later text; null for deletions. */
  readonly after: Span | null
}

/**
 * Case, quotation marks, dashes, points in abbreviations and punctuation do not count. The pieces of either text, put together,
 * are that text.
 */
export function wordDiff(before: string, after: string): DiffPiece[] {
  return piecesOf({ text: before, words: wordsOf(before) }, { text: after, words: wordsOf(after) })
}

interface Worded {
  readonly text: string
  readonly words: readonly Word[]
}

function piecesOf(before: Worded, after: Worded): DiffPiece[] {
  const steps = diffWords(before.words.map(comparedForm), after.words.map(comparedForm))
  const pieces: DiffPiece[] = []
  const done = { before: 0, after: 0 }
  for (let at = 0; at < steps.length; ) {
    const op = opOf(steps[at]!)
    let last = at
    while (last + 1 < steps.length && opOf(steps[last + 1]!) === op) last++
    const { before: lastBefore, after: lastAfter } = steps[last]!
    const spanBefore = lastBefore === null ? null : { start: done.before, end: reach(before, lastBefore) }
    const spanAfter = lastAfter === null ? null : { start: done.after, end: reach(after, lastAfter) }
    if (spanBefore !== null) done.before = spanBefore.end
    if (spanAfter !== null) done.after = spanAfter.end
    pieces.push(pieceOf(op, before.text, after.text, spanBefore, spanAfter))
    at = last + 1
  }
  return withRest(pieces, before.text, after.text, done)
}

/** Words that only typography tells apart are one. */
export const comparedForm = ({ form }: Pick<Word, 'form'>): string => form

const opOf = ({ before, after }: { before: number | null; after: number | null }): DiffPiece['op'] =>
  before === null ? 'insert' : after === null ? 'delete' : 'equal'

/** What stands between two words belongs to the first of them, up to the mark that opens the next. */
function reach({ text, words }: Worded, index: number): number {
  const next = words[index + 1]
  if (next === undefined) return text.length
  let at = next.start
  while (at > words[index]!.end && OPENING.test(text[at - 1]!)) at--
  return at
}

const OPENING = /["“„«‘([{$€£]/

const pieceOf = (
  op: DiffPiece['op'],
  before: string,
  after: string,
  spanBefore: Span | null,
  spanAfter: Span | null,
): DiffPiece => ({
  op,
  text:
    spanAfter === null ? before.slice(spanBefore!.start, spanBefore!.end) : after.slice(spanAfter.start, spanAfter.end),
  before: spanBefore,
  after: spanAfter,
})

/** Texts without a word, and the end of a text whose last word was gone before the other's. */
function withRest(
  pieces: DiffPiece[],
  before: string,
  after: string,
  done: { readonly before: number; readonly after: number },
): DiffPiece[] {
  const rest: DiffPiece[] = []
  if (done.before < before.length) {
    rest.push(pieceOf('delete', before, after, { start: done.before, end: before.length }, null))
  }
  if (done.after < after.length) {
    rest.push(pieceOf('insert', before, after, null, { start: done.after, end: after.length }))
  }
  return [...pieces, ...rest]
}
