/** The longest run of words that two passages have in common, word for word. */
import type { Comparison } from './compare.ts'

export interface Run {
  readonly words: number
  /** Of its units that tell something. */
  readonly weight: number
}

/** Words of each that are compared: the product bounds the work. */
const LONGEST = 120

export function longestRun({ a, b, passageA, passageB, shared }: Comparison): Run {
  const wordsA = a.words.slice(passageA.from, Math.min(passageA.to, passageA.from + LONGEST))
  const wordsB = b.words.slice(passageB.from, Math.min(passageB.to, passageB.from + LONGEST))
  const row = new Uint8Array(wordsB.length + 1)
  let [best, end] = [0, 0]
  for (const [index, word] of wordsA.entries()) {
    for (let at = wordsB.length; at > 0; at--) {
      row[at] = wordsB[at - 1]!.form === word.form ? row[at - 1]! + 1 : 0
      if (row[at]! > best) {
        best = row[at]!
        end = passageA.from + index + 1
      }
    }
  }
  let weight = 0
  for (const pair of shared) if (pair.a.from >= end - best && pair.a.to <= end) weight += pair.weight
  return { words: best, weight }
}
