/** What tells whether two statements that no guard keeps apart are one claim in other words. */
import type { WordVectors } from '../../wording/likeness.ts'
import type { LinkableView, Passage, Unit } from '../linkable-view.ts'
import type { Comparison } from './compare.ts'
import type { Difference, GuardName } from './guards.ts'
import { speaksOfAll } from './scope.ts'
import { sameSide, speakersAgree } from './side.ts'
import { daysBetween } from './when.ts'

/** How far other words make up for what they do not share; dearer than all else. Symmetric, in the order of `NEAR_FEATURES`. */
export function nearFeatures(comparison: Comparison, vectors: WordVectors): readonly number[] {
  const { a, b, coverA, coverB, onlyA, onlyB, passageA, passageB } = comparison
  const [nearA, nearB] = [
    nearness(a, onlyA, numbersOf(b, passageB, vectors), vectors),
    nearness(b, onlyB, numbersOf(a, passageA, vectors), vectors),
  ]
  const [softA, softB] = [
    Math.min(1, coverA + nearA.near / (passageA.weight || 1)),
    Math.min(1, coverB + nearB.near / (passageB.weight || 1)),
  ]
  return [
    Math.min(softA, softB),
    Math.max(softA, softB),
    Math.min(4, nearA.far, nearB.far),
    Math.min(4, Math.max(nearA.far, nearB.far)),
  ]
}

/** 0 to 1 the first two, weights of words the others. */
export const NEAR_FEATURES = ['less covered or near', 'more covered or near', 'far, fewer', 'far, more'] as const

/** All else that tells. Symmetric, in the order of `PLAIN_FEATURES`. */
export function plainFeatures(
  comparison: Comparison,
  differences: readonly Difference[],
  vectors: WordVectors,
): readonly number[] {
  const { a, b, coverA, coverB, weight, numbers, opposites, passageA, passageB, polarity } = comparison
  const speakers = speakersAgree(a.voice, b.voice)
  const differs = (guard: GuardName): number => (differences.some((each) => each.guard === guard) ? 1 : 0)
  const isOther = Math.max(differs('slot'), differs('object'))
  return [
    Math.min(coverA, coverB),
    Math.max(coverA, coverB),
    Math.min(3, Math.log2(1 + weight)),
    speakers === 'same' ? 1 : 0,
    speakers === 'voice' || (speakers === null && sameSide(a.voice, b.voice)) ? 1 : 0,
    daysBetween(a, b) === 0 ? 1 : 0,
    // "Eleven arrested", "eleven injured": one number of two things says nothing.
    isOther === 0 && numbers.some(({ agree, a: one }) => agree && one.unit !== 'date') ? 1 : 0,
    opposites.length > 0 || a.stance.denies !== b.stance.denies ? 1 : 0,
    differs('modality'),
    differs('slot'),
    differs('object'),
    differs('subject'),
    differs('condition'),
    polarity === 'mixed' ? 1 : 0,
    polarity === 'opposite' ? 1 : 0,
    speaksOfAll(a, passageA) === speaksOfAll(b, passageB) ? 0 : 1,
    slotNearness(comparison, differences, vectors),
  ]
}

export const PLAIN_FEATURES = [
  'less covered',
  'more covered',
  'weight shared',
  'same speaker',
  'same side',
  'same day',
  'same number',
  'opposites',
  'modality',
  'slot',
  'object',
  'subject',
  'condition',
  'mixed',
  'opposite',
  'all or some',
  'slot near',
] as const

/** Cosines up to which two words have nothing to do with each other, and from which one may stand for the other. */
const NEAR = 0.35
const SAME = 0.7

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
  beside: readonly number[],
  vectors: WordVectors,
): { readonly near: number; readonly far: number } {
  let [near, far] = [0, 0]
  for (const unit of only) {
    const number = unit.kind === 'word' ? vectors.numberOf(view.words[unit.from]!.form) : -1
    let best = 0
    if (number !== -1) for (const other of beside) best = Math.max(best, vectors.cosine(number, other))
    const share = Math.min(1, Math.max(0, (best - NEAR) / (SAME - NEAR)))
    near += unit.weight * share
    far += unit.weight * (1 - share)
  }
  return { near, far }
}

/** Of the words of a passage that have vectors: names have none of their own, and days and places are alike without meaning the same. */
function numbersOf(view: LinkableView, { units }: Passage, vectors: WordVectors): readonly number[] {
  const numbers: number[] = []
  for (const { kind, from } of units.values()) {
    const number = kind === 'word' ? vectors.numberOf(view.words[from]!.form) : -1
    if (number !== -1) numbers.push(number)
  }
  return numbers
}
