/** Scores of the mention labels → the best sequence of whole mentions. */
import type { MentionKind } from './doc.ts'
import { MENTION_LABELS } from './network.ts'

/** Tokens `first` up to, not including, `end`, by index in the document. */
export interface TokenRun {
  readonly first: number
  readonly end: number
  readonly kind: MentionKind
}

const LABELS = MENTION_LABELS.length
const OUTSIDE = 0

/** The column before an inside label is its beginning: `B-person`, `I-person`. */
const isInside = (label: number): boolean => label !== OUTSIDE && label % 2 === 0

/**
 * The labels of highest total score in which an inside label follows its own kind, as runs in text order.
 * @param scores rows of `MENTION_LABELS.length`, for all tokens of a document.
 * @param from first token.
 * @param to token after the last; no run begins before `from` or reaches over `to`.
 */
export function bestMentions(scores: Float32Array, from: number, to: number): TokenRun[] {
  if (from >= to || isOutsideAll(scores, from, to)) return []
  const cameFrom = new Uint8Array((to - from) * LABELS)
  let totals = new Float64Array(LABELS)
  let next = new Float64Array(LABELS)
  for (let label = 0; label < LABELS; label++) {
    totals[label] = isInside(label) ? Number.NEGATIVE_INFINITY : scores[from * LABELS + label]!
  }
  for (let token = from + 1; token < to; token++) {
    const best = indexOfBest(totals)
    for (let label = 0; label < LABELS; label++) {
      const before = isInside(label) ? betterOf(totals, label - 1, label) : best
      cameFrom[(token - from) * LABELS + label] = before
      next[label] = totals[before]! + scores[token * LABELS + label]!
    }
    const spent = totals
    totals = next
    next = spent
  }
  return runsOf(labelsBack(cameFrom, indexOfBest(totals), to - from), from)
}

/** Is "outside" the best label of each token? Then no sequence scores higher, as in most sentences. */
function isOutsideAll(scores: Float32Array, from: number, to: number): boolean {
  for (let row = from * LABELS; row < to * LABELS; row += LABELS) {
    for (let label = 1; label < LABELS; label++) if (scores[row + label]! > scores[row]!) return false
  }
  return true
}

function indexOfBest(totals: Float64Array): number {
  let best = 0
  for (let label = 1; label < LABELS; label++) if (totals[label]! > totals[best]!) best = label
  return best
}

const betterOf = (totals: Float64Array, a: number, b: number): number => (totals[b]! > totals[a]! ? b : a)

function labelsBack(cameFrom: Uint8Array, last: number, length: number): Uint8Array {
  const labels = new Uint8Array(length)
  labels[length - 1] = last
  for (let i = length - 1; i > 0; i--) labels[i - 1] = cameFrom[i * LABELS + labels[i]!]!
  return labels
}

function runsOf(labels: Uint8Array, from: number): TokenRun[] {
  const runs: TokenRun[] = []
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === OUTSIDE) continue
    let end = i + 1
    while (end < labels.length && labels[end] === labels[i]! + 1) end += 1
    runs.push({ first: from + i, end: from + end, kind: MENTION_LABELS[labels[i]!]!.slice(2) as MentionKind })
    i = end - 1
  }
  return runs
}
