/** How likely two statements are one claim in other words: hard guards first, then a logistic regression over what they share. */
import type { WordVectors } from '../../wording/likeness.ts'
import type { LinkableView } from '../linkable-view.ts'
import { type Comparison, modalityOf } from './compare.ts'
import type { Difference, GuardName } from './guards.ts'
import { nearFeatures, plainFeatures } from './repeat-features.ts'
import { NEAR_WEIGHTS, PLAIN_WEIGHTS, REPEAT_BIAS } from './repeat-weights.ts'
import { scopesDiffer } from './scope.ts'

/**
 * 0 to 1, or null where a guard tells that they are not, or where it is below `least` however near their words are. Symmetric.
 * @param least what a chance must be to be of any use.
 */
export function repeatChance(
  comparison: Comparison,
  differences: readonly Difference[],
  vectors: WordVectors,
  least: number,
): number | null {
  if (!mayRepeat(comparison, differences)) return null
  const plain = summed(REPEAT_BIAS, plainFeatures(comparison, differences, vectors), PLAIN_WEIGHTS)
  if (plain + NEAREST < Math.log(least / (1 - least))) return null
  return 1 / (1 + Math.exp(-summed(plain, nearFeatures(comparison, vectors), NEAR_WEIGHTS)))
}

/** What the nearest words can add: both covered, nothing far. */
const NEAREST = NEAR_WEIGHTS[0]! + NEAR_WEIGHTS[1]!

function summed(start: number, features: readonly number[], weights: readonly number[]): number {
  let sum = start
  for (let index = 0; index < features.length; index++) sum += features[index]! * weights[index]!
  return sum
}

/** What no likeness of words outweighs. */
const APART: readonly GuardName[] = ['number', 'date', 'roles', 'name']

/** May they be one claim at all? What the chance is fitted on. */
export function mayRepeat(comparison: Comparison, differences: readonly Difference[]): boolean {
  const { a, b, clauseA, clauseB, polarity } = comparison
  if (polarity === 'opposite' && !mayBeReworded(comparison)) return false
  if (a.stance.evaluates !== b.stance.evaluates || !standAlike(comparison)) return false
  if ((modalityOf(a, clauseA) === 'unreal') !== (modalityOf(b, clauseB) === 'unreal')) return false
  if (differences.some(({ guard }) => guard === 'subject') && (isPlan(a) || isPlan(b))) return false
  return !scopesDiffer(comparison) && !differences.some(({ guard }) => APART.includes(guard))
}

/** "Sending troops", "to send troops": a plan of who says so, and of nobody else. */
function isPlan({ words }: LinkableView): boolean {
  const { form, kind } = words[0]!
  return form === 'to' || (kind === 'word' && form.length > 5 && form.endsWith('ing'))
}

/** Share of either that the other has, above which a negation in one of them reaches what they share. */
const REACHED = 0.6

/** "The clinic had no bed left", "the clinic was full": what is denied is not what they share, and other words make up for it. */
const mayBeReworded = ({ a, b, coverA, coverB, opposites }: Comparison): boolean =>
  Math.max(coverA, coverB) <= REACHED && opposites.length === 0 && !a.stance.denies && !b.stance.denies

/** Who says that something must be done demands it. */
function standAlike({ a, b, clauseA, clauseB }: Comparison): boolean {
  const [one, other] = [a.stance.stance, b.stance.stance]
  if (one === other) return true
  if (one === 'demand' && other === 'told') return modalityOf(b, clauseB) === 'obliged'
  return one === 'told' && other === 'demand' && modalityOf(a, clauseA) === 'obliged'
}
