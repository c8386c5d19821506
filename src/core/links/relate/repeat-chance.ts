/** How likely two statements are one claim in other words: hard guards first, then a logistic regression over what they share. */
import type { WordVectors } from '../../wording/likeness.ts'
import { type Comparison, modalityOf } from './compare.ts'
import type { Difference, GuardName } from './guards.ts'
import { repeatFeatures } from './repeat-features.ts'
import { REPEAT_BIAS, REPEAT_WEIGHTS } from './repeat-weights.ts'
import { isLimited } from './scope.ts'

/** 0 to 1; null where a guard tells that they are not. Symmetric. */
export function repeatChance(
  comparison: Comparison,
  differences: readonly Difference[],
  vectors: WordVectors,
): number | null {
  if (!mayRepeat(comparison, differences)) return null
  const features = repeatFeatures(comparison, differences, vectors)
  const sum = features.reduce((total, value, index) => total + value * REPEAT_WEIGHTS[index]!, REPEAT_BIAS)
  return 1 / (1 + Math.exp(-sum))
}

/** What no likeness of words outweighs. */
const APART: readonly GuardName[] = ['stance', 'number', 'date', 'roles', 'name']

/** May they be one claim at all? What the chance is fitted on. */
export function mayRepeat(comparison: Comparison, differences: readonly Difference[]): boolean {
  const { a, b, clauseA, clauseB, passageA, passageB, polarity } = comparison
  if (polarity === 'opposite' || a.stance.evaluates !== b.stance.evaluates) return false
  if ((modalityOf(a, clauseA) === 'unreal') !== (modalityOf(b, clauseB) === 'unreal')) return false
  if (isLimited(a, passageA) !== isLimited(b, passageB)) return false
  return !differences.some(({ guard }) => APART.includes(guard))
}
