/** What tells whether two statements that no guard keeps apart are one claim in other words. */
import type { WordVectors } from '../../wording/likeness.ts'
import type { LinkableView, Passage, Unit } from '../linkable-view.ts'
import type { Comparison } from './compare.ts'
import type { Difference, GuardName } from './guards.ts'
import { speaksOfAll } from './scope.ts'
import { sameSide, speakersAgree } from './side.ts'
import { daysBetween } from './when.ts'

/** Symmetric. In the order of `REPEAT_FEATURES`. */
export function repeatFeatures(
  comparison: Comparison,
  differences: readonly Difference[],
  vectors: WordVectors,
): readonly number[] {
  const { a, b, coverA, coverB, weight, shared, onlyA, onlyB, numbers, opposites, passageA, passageB } = comparison
  const speakers = speakersAgree(a.voice, b.voice)
  const days = daysBetween(a, b)
  const differs = (guard: GuardName): number => (differences.some((each) => each.guard === guard) ? 1 : 0)
  const [nearA, nearB] = [nearness(a, onlyA, b, passageB, vectors), nearness(b, onlyB, a, passageA, vectors)]
  const [softA, softB] = [
    Math.min(1, coverA + nearA.near / (passageA.weight || 1)),
    Math.min(1, coverB + nearB.near / (passageB.weight || 1)),
  ]
  let rare = 0
  for (const pair of shared) rare += pair.weight * rarity(a, pair.a, vectors)
  return [
    Math.min(coverA, coverB),
    Math.max(coverA, coverB),
    Math.min(softA, softB),
    Math.max(softA, softB),
    Math.min(3, Math.log2(1 + weight)),
    Math.min(3, rare),
    Math.min(4, nearA.far, nearB.far),
    Math.min(4, Math.max(nearA.far, nearB.far)),
    speakers === 'same' ? 1 : 0,
    speakers === 'voice' || (speakers === null && sameSide(a.voice, b.voice)) ? 1 : 0,
    days === 0 ? 1 : 0,
    a.act !== null && a.act === b.act ? 1 : 0,
    numbers.some(({ agree, a: one }) => agree && one.unit !== 'date') ? 1 : 0,
    opposites.length > 0 || a.stance.denies !== b.stance.denies ? 1 : 0,
    differs('modality'),
    differs('slot'),
    differs('object'),
    differs('subject'),
    differs('condition'),
    comparison.polarity === 'mixed' ? 1 : 0,
    speaksOfAll(a, passageA) === speaksOfAll(b, passageB) ? 0 : 1,
    slotNearness(comparison, differences, vectors),
  ]
}

/** Names for `REPEAT_WEIGHTS`. */
export const REPEAT_FEATURES = [
  'less covered',
  'more covered',
  'less covered or near',
  'more covered or near',
  'weight shared',
  'rarity shared',
  'far, fewer',
  'far, more',
  'same speaker',
  'same side',
  'same day',
  'same act',
  'same number',
  'opposites',
  'modality',
  'slot',
  'object',
  'subject',
  'condition',
  'mixed',
  'all or some',
  'slot near',
] as const

const NEAR = 0.35
const SAME = 0.8

/** How near the words are that stand in the same place; 0 where none do. */
function slotNearness({ a, b }: Comparison, differences: readonly Difference[], vectors: WordVectors): number {
  const slot = differences.find(({ guard }) => guard === 'slot' || guard === 'object')
  if (!slot?.a || !slot.b) return 0
  const numberAt = (view: LinkableView, start: number): number =>
    vectors.numberOf(view.words.find((word) => word.start === start)!.form)
  const [one, other] = [numberAt(a, slot.a.start), numberAt(b, slot.b.start)]
  return one === -1 || other === -1 ? 0 : vectors.cosine(one, other)
}

/** Of what one has alone: weight that something in the other is near to, and weight of what is far from all of it. */
function nearness(
  view: LinkableView,
  only: readonly Unit[],
  other: LinkableView,
  passage: Passage,
  vectors: WordVectors,
): { readonly near: number; readonly far: number } {
  let [near, far] = [0, 0]
  for (const unit of only) {
    let best = 0
    if (unit.kind === 'word') {
      const number = vectors.numberOf(view.words[unit.from]!.form)
      for (const each of passage.units.values()) {
        if (number === -1) break
        if (each.kind !== 'word') continue
        const beside = vectors.numberOf(other.words[each.from]!.form)
        if (beside !== -1) best = Math.max(best, vectors.cosine(number, beside))
      }
    }
    const share = Math.min(1, Math.max(0, (best - NEAR) / (SAME - NEAR)))
    near += unit.weight * share
    far += unit.weight * (1 - share)
  }
  return { near, far }
}

/** 0 for the commonest words, 1 for those that few texts have, and for names. */
function rarity(view: LinkableView, unit: Unit, vectors: WordVectors): number {
  if (unit.kind === 'place') return 0.3
  const number = vectors.numberOf(view.words[unit.from]!.form)
  return number === -1 ? 1 : Math.min(1, Math.max(0, Math.log((number + 1) / 100) / Math.log(100)))
}
