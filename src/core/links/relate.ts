/** How two statements relate: one saying told twice, the same claim, a series of like moves, a conflict, or nothing. */
import type { Span } from '../span.ts'
import type { WordVectors } from '../wording/likeness.ts'
import type { Linkable, LinkEvidence, Relating } from './link.ts'
import { type LinkableView, linkableView, placeOf, type Unit } from './linkable-view.ts'
import { type Comparison, compare, modalityOf, weightOf } from './relate/compare.ts'
import { clashOf } from './relate/conflicts.ts'
import { type Difference, differencesOf, type GuardName, spanOf } from './relate/guards.ts'
import { repeatChance } from './relate/repeat-chance.ts'
import { longestRun } from './relate/runs.ts'
import { scopesDiffer } from './relate/scope.ts'
import { sameSide, speakersAgree } from './relate/side.ts'
import { daysBetween, timesMeet } from './relate/when.ts'

/**
 * Symmetric: which comes first does not matter. Never `renders`, which is for a report and a transcript and has a stage of its own.
 * Null where nothing is to be offered.
 * @param vectors without them nothing is found that is told in other words altogether.
 */
export function relate(
  one: Linkable | LinkableView,
  other: Linkable | LinkableView,
  vectors: WordVectors | null = null,
): Relating | null {
  const [first, second] = [viewOf(one), viewOf(other)]
  const [a, b] = first.id < second.id ? [first, second] : [second, first]
  if (a.id === b.id || (a.document === b.document && meet(a.spans, b.spans))) return null
  if (weightOf(a, a.passages[0]!) < LEAST || weightOf(b, b.passages[0]!) < LEAST) return null
  const comparison = compare(a, b, LEAST_REWORDED)
  if (comparison === null) return null
  const differences = differencesOf(comparison)
  const isPlain = comparison.weight >= LEAST
  const plain = isPlain
    ? (sameSaying(comparison, differences) ?? conflict(comparison, differences) ?? repeated(comparison, differences))
    : null
  if (plain !== null) return plain
  const move = isPlain ? series(comparison, differences) : null
  const least = move === null ? REWORDED : NO_SERIES
  return (vectors === null ? null : reworded(comparison, differences, vectors, least)) ?? move
}

const viewOf = (item: Linkable | LinkableView): LinkableView => ('passages' in item ? item : linkableView(item))

const meet = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((other) => one.start < other.end && other.start < one.end))

/** Weight of what two statements must share to be looked at. */
const LEAST = 0.9
/** The same where nearness of other words counts too. */
const LEAST_REWORDED = 0.7
/** Words in a row, with those that tell something, that two speakers hardly find by chance. */
const QUOTED = 6

function sameSaying(comparison: Comparison, differences: readonly Difference[]): Relating | null {
  const { a, b, coverA, coverB, weight } = comparison
  const speakers = speakersAgree(a.voice, b.voice)
  if (speakers === null || !timesMeet(a, b) || a.stance.evaluates !== b.stance.evaluates) return null
  const [few, many] = [Math.min(coverA, coverB), Math.max(coverA, coverB)]
  const run = longestRun(comparison)
  const quoted = run.words >= QUOTED && run.weight >= 2.5
  const inOne = a.document === b.document
  const differs = (...names: readonly GuardName[]): boolean => differences.some(({ guard }) => names.includes(guard))
  if (!quoted) {
    if (comparison.polarity === 'opposite' || scopesDiffer(comparison)) return null
    if (differs('stance', 'number', 'date', 'roles', 'subject')) return null
    if (differs('object') && (inOne || few < 0.7)) return null
    if (differs('modality') && (inOne || few < 0.5 || isUnreal(comparison))) return null
    if (differs('name') && few < 0.7) return null
    // One document rarely tells the same thing twice but in its headline, and others are not the speaker.
    if (inOne && differs('slot', 'condition') && many < 0.9) return null
    // Other words in the same place, said by one person on one day: rather another wording than another thing.
    const reworded = !inOne && speakers === 'same' && differs('slot') && few >= 0.3 && daysBetween(a, b) === 0
    if (!reworded && !isEnough(few, many, weight, inOne || speakers === 'voice')) return null
  }
  return {
    relation: 'same-utterance',
    type: null,
    confidence: rounded(quoted ? 0.95 : Math.min(0.95, 0.45 + 0.3 * many + 0.25 * few)),
    because: sharedEvidence(comparison, 'same'),
  }
}

const isEnough = (few: number, many: number, weight: number, isStrict: boolean): boolean =>
  isStrict
    ? (many >= 0.8 && few >= 0.25 && weight >= 1.5) || (few >= 0.6 && weight >= 2) || (few >= 0.5 && weight >= 4)
    : (many >= 0.7 && few >= 0.2 && weight >= 1.4) || (few >= 0.4 && many >= 0.5 && weight >= 1.8)

/** "Would have": what was not is no part of what was. */
const isUnreal = ({ a, b, clauseA, clauseB }: Comparison): boolean =>
  (modalityOf(a, clauseA) === 'unreal') !== (modalityOf(b, clauseB) === 'unreal')

function conflict(comparison: Comparison, differences: readonly Difference[]): Relating | null {
  const clash = clashOf(comparison, differences)
  if (clash === null) return null
  const { a, b } = comparison
  // `clashOf` may turn the two round to find who limits whom; spans come back on the right side.
  const [spansA, spansB] = clash.turned ? [clash.b, clash.a] : [clash.a, clash.b]
  const because = [
    ...spansA.map((span) => evidence(a, span, clash.note)),
    ...spansB.map((span) => evidence(b, span, clash.note)),
  ]
  return { relation: 'conflicts', type: clash.type, confidence: rounded(clash.confidence), because }
}

function repeated(comparison: Comparison, differences: readonly Difference[]): Relating | null {
  const { coverA, coverB, weight, numbers } = comparison
  if (differences.length > 0 || !saySomethingAlike(comparison) || scopesDiffer(comparison)) return null
  const [few, many] = [Math.min(coverA, coverB), Math.max(coverA, coverB)]
  const counted = numbers.some(({ agree, a: one }) => agree && one.unit !== 'date')
  const alike =
    (few >= 0.6 && weight >= 1.5) ||
    (many >= 0.8 && few >= 0.42 && weight >= 2) ||
    (few >= 0.5 && (weight >= 2.5 || (counted && weight >= 1.1)))
  if (!alike) return null
  return {
    relation: 'repeats',
    type: null,
    confidence: rounded(Math.min(0.95, 0.4 + 0.3 * many + 0.3 * few)),
    because: sharedEvidence(comparison, 'same'),
  }
}

function saySomethingAlike({ a, b, polarity, shared, numbers }: Comparison): boolean {
  if (polarity !== 'same' || a.stance.evaluates !== b.stance.evaluates) return false
  return shared.some((pair) => pair.a.kind !== 'place' && pair.weight >= 0.75) || numbers.some(({ agree }) => agree)
}

/** How sure it must be that two statements that share few words are one claim. */
const REWORDED = 0.6
/** The same where other things in the same place speak for a series. */
const NO_SERIES = 0.75

/** The same in other words, by what was learned from pairs; never of one document, which says it twice in much the same words. */
function reworded(
  comparison: Comparison,
  differences: readonly Difference[],
  vectors: WordVectors,
  least: number,
): Relating | null {
  const { a, b, shared, numbers } = comparison
  if (a.document === b.document || (shared.length === 0 && numbers.length === 0)) return null
  if (!isProposition(a, comparison.clauseA) || !isProposition(b, comparison.clauseB)) return null
  const chance = repeatChance(comparison, differences, vectors, least)
  if (chance === null || chance < least) return null
  const isOneSaying = speakersAgree(a.voice, b.voice) !== null && timesMeet(a, b)
  return {
    relation: isOneSaying ? 'same-utterance' : 'repeats',
    type: null,
    confidence: rounded(Math.min(0.95, chance)),
    because: sharedEvidence(comparison, 'same'),
  }
}

function series(comparison: Comparison, differences: readonly Difference[]): Relating | null {
  const { a, b, coverA, coverB } = comparison
  if (!saySomethingAlike(comparison)) return null
  const [few, many] = [Math.min(coverA, coverB), Math.max(coverA, coverB)]
  const blocking: readonly GuardName[] = ['stance', 'modality', 'roles', 'number']
  if (!sameSide(a.voice, b.voice) || differences.some(({ guard }) => blocking.includes(guard))) return null
  if (!makesMove(a, comparison.clauseA) || !makesMove(b, comparison.clauseB)) return null
  if (!isParallel(comparison, differences)) return null
  const because = differingEvidence(comparison, differences)
  if (because.length === 0) return null
  return { relation: 'series', type: null, confidence: rounded(0.4 + 0.4 * few + 0.1 * many), because }
}

/** A noun phrase that nobody demands or denies is no move, nor is what is asked: "about missiles", "whether they would come". */
function makesMove(view: LinkableView, clause: Comparison['clauseA']): boolean {
  if (view.words.some(({ form }) => form === 'whether')) return false
  return modalityOf(view, clause) !== null || view.stance.denies
}

/** "Missiles for Ukraine" and "have been sent to Ukraine" say too little alone: of what, or what of it. */
const isProposition = (view: LinkableView, clause: Comparison['clauseA']): boolean =>
  modalityOf(view, clause) !== null && !SUBJECTLESS.has(view.words[0]?.form ?? '')

const SUBJECTLESS: ReadonlySet<string> = new Set(
  'is are was were am be been has have had do does did will would'.split(' '),
)

/** Is all but what is replaced the same, or is the same said of both in one phrase ("a legitimate target")? */
function isParallel(comparison: Comparison, differences: readonly Difference[]): boolean {
  const { a, b, onlyA, onlyB, weight, shared } = comparison
  const replaced = differences.filter(({ guard }) => REPLACED.includes(guard))
  const isReplaced = (view: LinkableView, unit: Unit, side: 'a' | 'b'): boolean => {
    const { start, end } = spanOf(view, unit)
    return replaced.some((difference) => {
      const span = difference[side]
      return span !== null && start < span.end && span.start < end
    })
  }
  const rest = (view: LinkableView, units: readonly Unit[], side: 'a' | 'b'): number =>
    units.reduce((sum, unit) => sum + (unit.kind === 'name' || isReplaced(view, unit, side) ? 0 : unit.weight), 0)
  const [restA, restB] = [rest(a, onlyA, 'a'), rest(b, onlyB, 'b')]
  const isPhrase = shared.some((one) =>
    shared.some(
      (other) => one.weight >= 0.9 && other.weight >= 0.9 && isBehind(a, one.a, other.a) && isBehind(b, one.b, other.b),
    ),
  )
  if (replaced.length > 0 && weight >= 1 && restA <= weight * 0.8 && restB <= weight * 0.8) return true
  if (weight < 2) return false
  return (isPhrase && Math.max(restA, restB) <= weight * 2) || (restA <= weight * 0.7 && restB <= weight * 0.7)
}

/** With at most one word between: "send American troops". */
const isBehind = (view: LinkableView, one: Unit, other: Unit): boolean =>
  other.from >= one.to &&
  other.from - one.to <= 1 &&
  view.clauses.clauseOf[one.from] === view.clauses.clauseOf[other.from]

/** What a series varies. */
const REPLACED: readonly GuardName[] = ['object', 'slot', 'condition', 'name']

const rounded = (value: number): number => Math.round(value * 1000) / 1000

const evidence = (view: LinkableView, span: Span, note: string): LinkEvidence => ({
  span: placeOf(view, span.start, span.end),
  of: view.id,
  note,
})

/** The three most telling words that both have. */
function sharedEvidence({ a, b, shared, numbers }: Comparison, note: string): LinkEvidence[] {
  if (shared.length === 0) return numbers.flatMap((pair) => [evidence(a, pair.a, note), evidence(b, pair.b, note)])
  const telling = [...shared].sort((one, other) => other.weight - one.weight || one.a.from - other.a.from).slice(0, 3)
  return [
    ...telling.map((pair) => evidence(a, spanOf(a, pair.a), note)),
    ...telling.map((pair) => evidence(b, spanOf(b, pair.b), note)),
  ]
}

/** What keeps them apart: what a guard found, and then the most telling word that one of them has alone. */
function differingEvidence({ a, b, onlyA, onlyB }: Comparison, differences: readonly Difference[]): LinkEvidence[] {
  const found: LinkEvidence[] = []
  for (const { guard, a: one, b: other } of differences) {
    if (one !== null) found.push(evidence(a, one, guard))
    if (other !== null) found.push(evidence(b, other, guard))
  }
  if (found.length > 0) return found.slice(0, 6)
  for (const [view, units] of [
    [a, onlyA],
    [b, onlyB],
  ] as const) {
    const [strongest] = [...units].sort((one, other) => other.weight - one.weight || one.from - other.from)
    if (strongest !== undefined) found.push(evidence(view, spanOf(view, strongest), 'differs'))
  }
  return found
}
