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

/** `Crf` as factors instead of summands; moves that are forbidden are left out. */
export interface Chain {
  readonly start: Float64Array
  /** What may come before each label, and after it. */
  readonly before: Moves
  readonly after: Moves
}

/** The moves of label `l` are those from `first[l]` up to, not including, `first[l + 1]`, in the order of the other label. */
interface Moves {
  readonly first: Int32Array
  readonly label: Int32Array
  readonly factor: Float64Array
}

export const chainOf = (crf: Crf): Chain => ({
  start: Float64Array.from(crf.start, Math.exp),
  before: movesOf((label, before) => Math.exp(crf.transitions[before * LABELS + label]!)),
  after: movesOf((label, after) => Math.exp(crf.transitions[label * LABELS + after]!)),
})

function movesOf(factorOf: (label: number, other: number) => number): Moves {
  const first = [0]
  const labels: number[] = []
  const factors: number[] = []
  for (let label = 0; label < LABELS; label++) {
    for (let other = 0; other < LABELS; other++) {
      const factor = factorOf(label, other)
      if (factor === 0) continue
      labels.push(other)
      factors.push(factor)
    }
    first.push(labels.length)
  }
  return { first: Int32Array.from(first), label: Int32Array.from(labels), factor: Float64Array.from(factors) }
}

/** Factor of the move from `label` to `other`; 0 where it is forbidden. */
function factorTo({ first, label: labels, factor }: Moves, label: number, other: number): number {
  for (let move = first[label]!; move < first[label + 1]!; move++) if (labels[move] === other) return factor[move]!
  return 0
}

/** Tables of the paragraph in work, used anew for the next: they are too large to make a set for each. */
interface Tables {
  /** Rows of labels. */
  scores: Float64Array
  forward: Float64Array
  backward: Float64Array
  /** For each token, the mass of all that follows when a span ends there; below 0 while unknown. */
  leaving: Float64Array
}

const tables: Tables = tablesFor(0)

function tablesFor(length: number): Tables {
  const rows = () => new Float64Array(length * LABELS)
  return { scores: rows(), forward: rows(), backward: rows(), leaving: new Float64Array(length) }
}

/**
 * Spans of at least `LEAST_POSTERIOR` in one paragraph, by role and then in text order.
 * @param emissions rows of `ATTRIBUTION_LABELS.length`, for all tokens of a document.
 * @param from first token of the paragraph.
 * @param to token after its last.
 */
export function spanPosteriors(chain: Chain, emissions: Float32Array, from: number, to: number): LikelySpan[] {
  const length = to - from
  if (length <= 0) return []
  if (tables.leaving.length < length) Object.assign(tables, tablesFor(2 * length))
  fillScores(tables, emissions, from, length)
  fillForward(chain, tables, length)
  fillBackward(chain, tables, length)
  const { scores, backward, leaving } = tables
  const found: LikelySpan[] = []
  for (const [role, begin] of BEGINS) {
    const inside = begin + 1
    const [goesIn, goesOn] = [factorTo(chain.after, begin, inside), factorTo(chain.after, inside, inside)]
    leaving.fill(-1, 0, length)
    for (let first = 0; first < length; first++) {
      let mass = entering(chain, tables, first, begin)
      // What begins here, whatever its end, is at least as likely as any one span that does.
      if (mass * backward[first * LABELS + begin]! < LEAST_POSTERIOR) continue
      for (let last = first; last < length; last++) {
        if (last > first) {
          mass *= (last === first + 1 ? goesIn : goesOn) * scores[last * LABELS + inside]!
          if (mass * backward[last * LABELS + inside]! < LEAST_POSTERIOR) break
        }
        const posterior = Math.min(
          1,
          mass * leavingAt(chain, tables, last, length, last === first ? begin : inside, inside),
        )
        if (posterior >= LEAST_POSTERIOR) found.push({ role, first: from + first, last: from + last, posterior })
      }
    }
  }
  return found
}

/** Emissions as factors, the largest of a token 1. `fillForward` scales them further. */
function fillScores({ scores }: Tables, emissions: Float32Array, from: number, length: number): void {
  for (let row = 0; row < length * LABELS; row += LABELS) {
    const given = from * LABELS + row
    let most = emissions[given]!
    for (let label = 1; label < LABELS; label++) most = Math.max(most, emissions[given + label]!)
    for (let label = 0; label < LABELS; label++) scores[row + label] = Math.exp(emissions[given + label]! - most)
  }
}

/**
 * Share of each label at each token among all beginnings of sequences up to there. Scales the token's factors in `scores`
 * so that the shares sum to 1 without further ado, which keeps every product within range.
 */
function fillForward({ start, before }: Chain, { scores, forward }: Tables, length: number): void {
  for (let row = 0; row < length * LABELS; row += LABELS) {
    let sum = 0
    for (let label = 0; label < LABELS; label++) {
      let coming = row === 0 ? start[label]! : 0
      if (row > 0)
        for (let move = before.first[label]!; move < before.first[label + 1]!; move++)
          coming += forward[row - LABELS + before.label[move]!]! * before.factor[move]!
      const share = coming * scores[row + label]!
      forward[row + label] = share
      sum += share
    }
    for (let label = 0; label < LABELS; label++) {
      forward[row + label]! /= sum
      scores[row + label]! /= sum
    }
  }
}

/** Sum over all ends of sequences after each label at each token, with the factors as `fillForward` has scaled them. */
function fillBackward({ after }: Chain, { scores, backward }: Tables, length: number): void {
  const last = (length - 1) * LABELS
  backward.fill(1, last, last + LABELS)
  for (let row = last - LABELS; row >= 0; row -= LABELS) {
    for (let label = 0; label < LABELS; label++) {
      let sum = 0
      for (let move = after.first[label]!; move < after.first[label + 1]!; move++) {
        const next = row + LABELS + after.label[move]!
        sum += after.factor[move]! * scores[next]! * backward[next]!
      }
      backward[row + label] = sum
    }
  }
}

/** Mass of all beginnings of sequences in which a span begins at `token`. */
function entering({ start, before }: Chain, { scores, forward }: Tables, token: number, begin: number): number {
  const row = token * LABELS
  let coming = token === 0 ? start[begin]! : 0
  if (token > 0)
    for (let move = before.first[begin]!; move < before.first[begin + 1]!; move++)
      coming += forward[row - LABELS + before.label[move]!]! * before.factor[move]!
  return coming * scores[row + begin]!
}

/** Mass of all ends of sequences after `label` at `token` that do not go on with `inside`; that of `inside` itself is kept. */
function leavingAt(
  { after }: Chain,
  { scores, backward, leaving }: Tables,
  token: number,
  length: number,
  label: number,
  inside: number,
): number {
  if (token === length - 1) return 1
  if (label === inside && leaving[token]! >= 0) return leaving[token]!
  let sum = 0
  for (let move = after.first[label]!; move < after.first[label + 1]!; move++) {
    const next = (token + 1) * LABELS + after.label[move]!
    if (after.label[move] !== inside) sum += after.factor[move]! * scores[next]! * backward[next]!
  }
  if (label === inside) leaving[token] = sum
  return sum
}
