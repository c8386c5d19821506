/** How much of what a report says stands in one stretch of a turn, in whatever order: for words outside quotation marks. */
import { areSynonyms } from '../../wording/synonyms.ts'
import type { ToldWords } from './told-words.ts'

export interface Coverage {
  /** Weight of the report's concepts that the stretch has, of all: 0 to 1. */
  readonly share: number
  /** Words of the turn: first, and the one after the last. */
  readonly from: number
  readonly to: number
}

/** A report in its own words is shorter than what it tells of. */
const WIDER = 2.2
const LEAST_WIDTH = 24
const SYNONYM = 0.8
/** Function words carry no part of what is said. */
const TELLING = 0.3

export function coverageIn(report: ToldWords, turn: ToldWords): Coverage {
  const wanted = new Map<string, number>()
  report.concepts.forEach((concept, at) => {
    const weight = report.weights[at]!
    if (weight >= TELLING && !report.editorial[at]) wanted.set(concept, Math.max(weight, wanted.get(concept) ?? 0))
  })
  const total = [...wanted.values()].reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return { share: 0, from: 0, to: 0 }
  const worth = worthOf(wanted, turn)
  const width = Math.max(LEAST_WIDTH, Math.round(report.words.length * WIDER))
  const counts = new Map<string, number[]>()
  let [sum, best, bestFrom] = [0, 0, 0]
  const top = (concept: string): number => Math.max(0, ...(counts.get(concept) ?? []))
  for (let at = 0; at < turn.words.length; at++) {
    const gain = worth[at]
    if (gain) {
      const former = top(gain.concept)
      counts.set(gain.concept, [...(counts.get(gain.concept) ?? []), gain.weight])
      sum += top(gain.concept) - former
    }
    const left = worth[at - width]
    if (left) {
      const former = top(left.concept)
      counts.get(left.concept)!.shift()
      sum += top(left.concept) - former
    }
    if (sum > best + 1e-6) {
      best = sum
      bestFrom = Math.max(0, at - width + 1)
    }
  }
  return { share: best / total, from: bestFrom, to: Math.min(turn.words.length, bestFrom + width) }
}

/** Of each of the turn's words which wanted concept it is, and how much that counts. */
function worthOf(wanted: ReadonlyMap<string, number>, turn: ToldWords): ({ concept: string; weight: number } | null)[] {
  const known = new Map<string, { concept: string; weight: number } | null>()
  const find = (concept: string, stem: string): { concept: string; weight: number } | null => {
    const weight = wanted.get(concept)
    if (weight !== undefined) return { concept, weight }
    for (const [other, worth] of wanted)
      if (areSynonyms(stem, other)) return { concept: other, weight: worth * SYNONYM }
    return null
  }
  return turn.concepts.map((concept, at) => {
    if (turn.weights[at]! < TELLING) return null
    const found = known.get(concept)
    if (found !== undefined) return found
    const made = find(concept, turn.words[at]!.stem)
    known.set(concept, made)
    return made
  })
}
