/** Probabilities of what an anaphor means, by a table of learned weights. */
import { type AnaphorClass, CLASSES, FEATURES } from './feature-names.ts'

/** Class of anaphor → feature → weight; what is not there weighs nothing. */
export type ChainWeights = Readonly<Record<AnaphorClass, Readonly<Record<string, number>>>>

/** "s0 = 1.2; s1 = 0.3": feature and weight. */
export const weightsIn = (table: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    table
      .split(';')
      .map((row) => row.split('='))
      .filter(({ length }) => length === 2)
      .map(([feature, weight]) => [feature!.trim(), Number(weight)]),
  )

export interface ChainScorer {
  /** Sum of the weights of features, given by their numbers. */
  score(kind: AnaphorClass, features: readonly number[]): number
}

export function scorerOf(weights: ChainWeights): ChainScorer {
  const tables = Object.fromEntries(
    CLASSES.map((name) => [name, Float64Array.from(FEATURES, (feature) => weights[name][feature] ?? 0)]),
  ) as Readonly<Record<AnaphorClass, Float64Array>>
  return {
    score(kind, features) {
      const table = tables[kind]
      let sum = 0
      for (const feature of features) sum += table[feature]!
      return sum
    },
  }
}

/** Scores → probabilities, in their order. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const exponentials = scores.map((score) => Math.exp(score - top))
  const sum = exponentials.reduce((total, value) => total + value, 0)
  return exponentials.map((value) => value / sum)
}
