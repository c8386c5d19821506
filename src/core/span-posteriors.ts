/** Emissions of a CRF → the exact probability of every span: the share of all label sequences in which just it stands. */
import type { Role } from './attributions/labelled-span.ts'
import { ATTRIBUTION_LABELS, type Crf } from './network.ts'

/** A run of tokens in a role, by index in the document's `tokens` layer. */
export interface LikelySpan {
  readonly role: Role
  readonly first: number
  /** Inclusive. */
  readonly last: number
  /** Probability of exactly this span in this role, 0 to 1. */
  readonly posterior: number
}

/** Spans less likely than this are not told. */
export const LEAST_POSTERIOR = 0.01

const LABELS = ATTRIBUTION_LABELS.length
/** The label that begins a role; the next one goes on. */
const BEGINS: readonly (readonly [Role, number])[] = [
  ['source', ATTRIBUTION_LABELS.indexOf('B-S')],
  ['cue', ATTRIBUTION_LABELS.indexOf('B-C')],
  ['content', ATTRIBUTION_LABELS.indexOf('B-Q')],
]

/** `Crf` as factors instead of summands. */
export interface Chain {
  readonly moves: Float64Array
  readonly start: Float64Array
}

export const chainOf = (crf: Crf): Chain => ({
  moves: Float64Array.from(crf.transitions, Math.exp),
  start: Float64Array.from(crf.start, Math.exp),
})

/**
 * Spans of at least `LEAST_POSTERIOR` in one paragraph, by role and then in text order.
 * @param emissions rows of `ATTRIBUTION_LABELS.length`, for all tokens of a document.
 * @param from first token of the paragraph.
 * @param to token after its last.
 */
export function spanPosteriors(chain: Chain, emissions: Float32Array, from: number, to: number): LikelySpan[] {
  const length = to - from
  if (length <= 0) return []
  const scores = factorsOf(emissions, from, to)
  const forward = forwardOf(chain, scores, length)
  const backward = backwardOf(chain, scores, length)
  const found: LikelySpan[] = []
  for (const [role, begin] of BEGINS) {
    const inside = begin + 1
    for (let first = 0; first < length; first++) {
      let mass = entering(chain, scores, forward, first, begin)
      // What begins here, whatever its end, is at least as likely as any one span that does.
      if (mass * backward[first * LABELS + begin]! < LEAST_POSTERIOR) continue
      let label = begin
      for (let last = first; last < length; last++) {
        if (last > first) {
          mass *= chain.moves[label * LABELS + inside]! * scores[last * LABELS + inside]!
          label = inside
          if (mass * backward[last * LABELS + label]! < LEAST_POSTERIOR) break
        }
        const posterior = Math.min(1, mass * leaving(chain, scores, backward, last, length, label, inside))
        if (posterior >= LEAST_POSTERIOR) found.push({ role, first: from + first, last: from + last, posterior })
      }
    }
  }
  return found
}

/** Emissions as factors, the largest of a token 1. `forwardOf` scales them further. */
function factorsOf(emissions: Float32Array, from: number, to: number): Float64Array {
  const scores = new Float64Array((to - from) * LABELS)
  for (let token = from; token < to; token++) {
    let most = Number.NEGATIVE_INFINITY
    for (let label = 0; label < LABELS; label++) most = Math.max(most, emissions[token * LABELS + label]!)
    for (let label = 0; label < LABELS; label++) {
      scores[(token - from) * LABELS + label] = Math.exp(emissions[token * LABELS + label]! - most)
    }
  }
  return scores
}

/**
 * Share of each label at each token among all beginnings of sequences up to there. Scales the token's factors in `scores`
 * so that the shares sum to 1 without further ado, which keeps every product within range.
 */
function forwardOf({ moves, start }: Chain, scores: Float64Array, length: number): Float64Array {
  const forward = new Float64Array(length * LABELS)
  for (let token = 0; token < length; token++) {
    const row = token * LABELS
    let sum = 0
    for (let label = 0; label < LABELS; label++) {
      let coming = 0
      if (token === 0) coming = start[label]!
      else
        for (let before = 0; before < LABELS; before++)
          coming += forward[row - LABELS + before]! * moves[before * LABELS + label]!
      const share = coming * scores[row + label]!
      forward[row + label] = share
      sum += share
    }
    for (let label = 0; label < LABELS; label++) {
      forward[row + label]! /= sum
      scores[row + label]! /= sum
    }
  }
  return forward
}

/** Sum over all ends of sequences after each label at each token, with the factors as `forwardOf` has scaled them. */
function backwardOf({ moves }: Chain, scores: Float64Array, length: number): Float64Array {
  const backward = new Float64Array(length * LABELS)
  backward.fill(1, (length - 1) * LABELS)
  for (let token = length - 2; token >= 0; token--) {
    const row = token * LABELS
    for (let label = 0; label < LABELS; label++) {
      let sum = 0
      for (let after = 0; after < LABELS; after++) {
        const next = row + LABELS + after
        sum += moves[label * LABELS + after]! * scores[next]! * backward[next]!
      }
      backward[row + label] = sum
    }
  }
  return backward
}

/** Mass of all beginnings of sequences in which a span begins at `token`. */
function entering(
  { moves, start }: Chain,
  scores: Float64Array,
  forward: Float64Array,
  token: number,
  begin: number,
): number {
  const row = token * LABELS
  let coming = 0
  if (token === 0) coming = start[begin]!
  else
    for (let before = 0; before < LABELS; before++)
      coming += forward[row - LABELS + before]! * moves[before * LABELS + begin]!
  return coming * scores[row + begin]!
}

/** Mass of all ends of sequences after `label` at `token` that do not go on with `inside`. */
function leaving(
  { moves }: Chain,
  scores: Float64Array,
  backward: Float64Array,
  token: number,
  length: number,
  label: number,
  inside: number,
): number {
  if (token === length - 1) return 1
  let sum = 0
  for (let after = 0; after < LABELS; after++) {
    const next = (token + 1) * LABELS + after
    if (after !== inside) sum += moves[label * LABELS + after]! * scores[next]! * backward[next]!
  }
  return sum
}
