/** Where the words of a report stand in a turn: a local alignment with gaps that cost little (Smith and Waterman 1981, Gotoh 1982). */
import type { ToldWords } from './told-words.ts'

export interface Alignment {
  /** For each word of the part the index of the turn's word that it renders; -1 for none. */
  readonly at: readonly number[]
  /** First of the turn's words that are rendered, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Weight of the words that the turn has, of all: 0 to 1. */
  readonly share: number
}

const SAME_CONCEPT = 0.6
const OTHER_WORD = -0.3
const PUT_IN = -0.35
const LEFT_OUT_FIRST = -0.25
/** Speakers say much between the words that a report takes. */
const LEFT_OUT_MORE = -0.01

/** Bits of the way back. */
const [FROM_PAIR, FROM_GAP, FROM_PUT_IN, FROM_START] = [1, 2, 3, 0]

/**
 * @param part indices of the report's words that are to be found, in order.
 * Costs the product of both lengths; callers bound them.
 */
export function align(report: ToldWords, part: readonly number[], turn: ToldWords): Alignment {
  const rows = part.length
  const columns = turn.words.length
  const way = new Uint8Array((rows + 1) * (columns + 1))
  const gapWay = new Uint8Array((rows + 1) * (columns + 1))
  let before = new Float32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const now = new Float32Array(columns + 1)
    const gapNow = new Float32Array(columns + 1).fill(-1e9)
    now[0] = before[0]! + PUT_IN
    way[row * (columns + 1)] = FROM_PUT_IN
    for (let column = 1; column <= columns; column++) {
      const cell = row * (columns + 1) + column
      const opened = now[column - 1]! + LEFT_OUT_FIRST
      const extended = gapNow[column - 1]! + LEFT_OUT_MORE
      gapNow[column] = Math.max(opened, extended)
      gapWay[cell] = extended > opened ? 1 : 0
      const pair = before[column - 1]! + pairScore(report, part[row - 1]!, turn, column - 1)
      const putIn = before[column]! + PUT_IN
      const best = Math.max(pair, putIn, gapNow[column]!)
      now[column] = best
      way[cell] = best === pair ? FROM_PAIR : best === putIn ? FROM_PUT_IN : FROM_GAP
    }
    before = now
  }
  return traced(report, part, turn, { way, gapWay, last: before })
}

function pairScore(report: ToldWords, word: number, turn: ToldWords, other: number): number {
  const weight = report.weights[word]!
  if (report.words[word]!.form === turn.words[other]!.form) return weight + 0.05
  if (report.concepts[word] === turn.concepts[other] || report.words[word]!.stem === turn.words[other]!.stem)
    return weight * SAME_CONCEPT
  return OTHER_WORD
}

interface Ways {
  readonly way: Uint8Array
  readonly gapWay: Uint8Array
  readonly last: Float32Array
}

function traced(report: ToldWords, part: readonly number[], turn: ToldWords, { way, gapWay, last }: Ways): Alignment {
  const columns = turn.words.length
  let column = 0
  for (let at = 1; at <= columns; at++) if (last[at]! > last[column]!) column = at
  const at = part.map(() => -1)
  let row = part.length
  let [from, to, found, all] = [-1, -1, 0, 0]
  while (row > 0 && way[row * (columns + 1) + column] !== FROM_START) {
    const cell = row * (columns + 1) + column
    if (way[cell] === FROM_PAIR) {
      row--
      column--
      if (!isSame(report, part[row]!, turn, column)) continue
      at[row] = column
      from = column
      if (to < 0) to = column + 1
    } else if (way[cell] === FROM_PUT_IN) row--
    else {
      while (gapWay[row * (columns + 1) + column] === 1) column--
      column--
    }
  }
  for (let index = 0; index < part.length; index++) {
    const weight = report.weights[part[index]!]!
    all += weight
    if (at[index]! >= 0) found += weight
  }
  return { at, from, to, share: all === 0 ? 0 : found / all }
}

const isSame = (report: ToldWords, word: number, turn: ToldWords, other: number): boolean =>
  report.words[word]!.form === turn.words[other]!.form ||
  report.words[word]!.stem === turn.words[other]!.stem ||
  report.concepts[word] === turn.concepts[other]
