/** Keys with their weights in one number, as an index keeps them. */
import type { LinkKey } from './linker.ts'

/** Weights are kept in twelfths: halves, thirds, quarters and sixths add up exactly. */
export const ENOUGH = 12

const WEIGHTS = 16
const KEYS = 2 ** 48

/** Each key once, in order: 48 bits of digest, four of weight. */
export function codedKeys(keys: readonly LinkKey[]): number[] {
  const coded = new Set<number>()
  for (const { key, weight } of keys) {
    const twelfths = Math.min(ENOUGH, Math.round(weight * ENOUGH))
    const digest = ((key % KEYS) + KEYS) % KEYS
    if (twelfths > 0) coded.add(digest * WEIGHTS + twelfths)
  }
  return [...coded].sort((a, b) => a - b)
}

/** In twelfths. */
export const weightOf = (coded: number): number => coded % WEIGHTS
