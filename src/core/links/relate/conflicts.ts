/** Conflicts: two statements that cannot both be so, or cannot both be meant; each kind with what must agree and what must clash. */
import type { Span } from '../../span.ts'
import { conceptNamed } from '../../wording/concepts.ts'
import type { ConflictType } from '../link.ts'
import type { LinkableView } from '../linkable-view.ts'
import { type Comparison, modalityOf, type Shared } from './compare.ts'
import { conditionOf, type Difference, type GuardName, spanOf } from './guards.ts'
import type { NumberPair } from './numbers.ts'
import { allAgainstSome, bothPartial, limitedByOnly, wholeAgainstPart } from './scope.ts'
import { sameSide } from './side.ts'
import { speaksOfSelf } from './subject.ts'
import { daysBetween } from './when.ts'

export interface Clash {
  readonly type: ConflictType
  readonly confidence: number
  /** Offsets in the compared text of each. */
  readonly a: readonly Span[]
  readonly b: readonly Span[]
  readonly note: string
  /** Set where `a` and `b` have changed places. */
  readonly turned?: true
}

/** The surest clash of both; null where a careful reader sees none. */
export function clashOf(comparison: Comparison, differences: readonly Difference[]): Clash | null {
  const { a, b } = comparison
  if (!asserts(a) || !asserts(b) || overheard(comparison) || has(differences, 'subject')) return null
  return (
    scope(comparison, differences) ??
    turnedBack(scope(turned(comparison), differences)) ??
    denial(comparison, differences) ??
    brokenCommitment(comparison, differences) ??
    numberClash(comparison, differences)
  )
}

function scope(comparison: Comparison, differences: readonly Difference[]): Clash | null {
  const { a, b } = comparison
  if (comparison.polarity !== 'same' || has(differences, 'stance', 'modality', 'roles', 'date')) return null
  if (sameSide(a.voice, b.voice) && a.document === b.document) return null
  const clash =
    limitedByOnly(comparison) ??
    (has(differences, 'name', 'object', 'slot', 'number') ? null : wholeAgainstPart(comparison))
  return clash === null ? null : { type: 'scope-differs', confidence: 0.88, ...clash, note: 'scope' }
}

const asserts = ({ stance }: LinkableView): boolean => stance.stance === 'told' && !stance.evaluates && !stance.predicts

const REPORTING: ReadonlySet<string> = new Set(
  'claim claims claimed allege alleges alleged rumour rumours rumor rumors whether deny denies denied accused accuses'.split(
    ' ',
  ),
)

/** What is only told as another's claim, or asked, is not the speaker's word. */
const overheard = ({ a, b, clauseA, clauseB }: Comparison): boolean => holdsClaim(a, clauseA) || holdsClaim(b, clauseB)

function holdsClaim(view: LinkableView, clause: Comparison['clauseA']): boolean {
  if (clause === null) return false
  if (clause.alleged) return true
  for (let at = clause.from; at < clause.to; at++) if (REPORTING.has(view.words[at]!.form)) return true
  return false
}

const turned = (comparison: Comparison): Comparison => ({
  ...comparison,
  a: comparison.b,
  b: comparison.a,
  passageA: comparison.passageB,
  passageB: comparison.passageA,
  shared: comparison.shared.map(({ a, b, weight }) => ({ a: b, b: a, weight })),
  onlyA: comparison.onlyB,
  onlyB: comparison.onlyA,
  coverA: comparison.coverB,
  coverB: comparison.coverA,
  clauseA: comparison.clauseB,
  clauseB: comparison.clauseA,
})

const turnedBack = (clash: Clash | null): Clash | null => (clash === null ? null : { ...clash, turned: true })

/** Does what they share hold more than places, and enough of it? */
function isSubstantial({ shared, weight }: Comparison, least: number): boolean {
  return weight >= least && shared.some(({ a, weight: each }) => a.kind !== 'place' && each >= 0.9)
}

/** The same predicate of the same things, denied by one of them. */
function denial(comparison: Comparison, differences: readonly Difference[]): Clash | null {
  const { a, b, coverA, coverB } = comparison
  if (comparison.polarity !== 'opposite' || !isSubstantial(comparison, 1.5)) return null
  if (has(differences, 'stance', 'number', 'name', 'date', 'roles', 'condition', 'object', 'slot')) return null
  if ((conditionOf(a) === null) !== (conditionOf(b) === null) || bothPartial(comparison)) return null
  const side = sameSide(a.voice, b.voice)
  if (has(differences, 'modality') && !(side && isPlanAgainstState(comparison))) return null
  const [few, many] = [Math.min(coverA, coverB), Math.max(coverA, coverB)]
  if (few < 0.5 || many < 0.66) return null
  if (side && a.document === b.document) return null
  if (!side) {
    const clash = allAgainstSome(comparison)
    if (clash !== null) return { type: 'scope-differs', confidence: 0.88, ...clash, note: 'scope' }
    const other = allAgainstSome(turned(comparison))
    if (other !== null) return { type: 'scope-differs', confidence: 0.88, a: other.b, b: other.a, note: 'scope' }
  }
  const type = side ? changeOf(comparison) : 'denies'
  const { spansA, spansB, note } = denyingWords(comparison)
  return { type, confidence: few > 0.7 ? 0.92 : 0.86, a: spansA, b: spansB, note }
}

/** "Is not for sale" and "wants to sell": what is so now, and what is to come. */
function isPlanAgainstState({ a, b, clauseA, clauseB }: Comparison): boolean {
  const [one, other] = [modalityOf(a, clauseA), modalityOf(b, clauseB)]
  if (one === 'future' && other === 'fact') return clauseB?.past === false
  return one === 'fact' && other === 'future' && clauseA?.past === false
}

/** One side said both: a fact first denied and then told is an admission, all else a change of position. */
function changeOf(comparison: Comparison): ConflictType {
  const { a, b, clauseA, clauseB } = comparison
  const days = daysBetween(a, b)
  const isFact = modalityOf(a, clauseA) === 'fact' && modalityOf(b, clauseB) === 'fact'
  if (!isFact || days === null || days === 0) return 'reversal'
  const first = days > 0 ? a : b
  return isDenied(comparison, first) ? 'admission-after-denial' : 'reversal'
}

function isDenied(comparison: Comparison, view: LinkableView): boolean {
  const isA = view === comparison.a
  let [denied, told] = [0, 0]
  for (const pair of comparison.shared) {
    if ((isA ? pair.a : pair.b).negated !== view.stance.denies) denied += pair.weight
    else told += pair.weight
  }
  return denied > told
}

/** The words of denying with the verb they deny, and on the other side that verb. */
function denyingWords(comparison: Comparison): { spansA: Span[]; spansB: Span[]; note: string } {
  const { a, b, opposites, clauseA, clauseB } = comparison
  const [opposite] = opposites
  if (opposite !== undefined)
    return { spansA: [spanOf(a, opposite.a)], spansB: [spanOf(b, opposite.b)], note: 'opposite' }
  const [spansA, spansB] = [negationsIn(a, clauseA), negationsIn(b, clauseB)]
  const denied = spansA.length > 0 ? spansA[0]! : (spansB[0] ?? null)
  const pair = deniedPair(comparison, denied, spansA.length > 0)
  return { spansA: [...spansA, spanOf(a, pair.a)], spansB: [...spansB, spanOf(b, pair.b)], note: 'negation' }
}

/** Of what they share: what comes next after the negation, or what tells most. */
function deniedPair({ a, b, shared }: Comparison, negation: Span | null, inA: boolean): Shared {
  const byWeight = [...shared].sort((one, other) => other.weight - one.weight || one.a.from - other.a.from)
  if (negation === null) return byWeight[0]!
  const startOf = (pair: Shared): number => (inA ? spanOf(a, pair.a) : spanOf(b, pair.b)).start
  const after = byWeight.filter((pair) => pair.a.kind !== 'place' && startOf(pair) >= negation.end)
  return after.sort((one, other) => startOf(one) - startOf(other))[0] ?? byWeight[0]!
}

function negationsIn(view: LinkableView, clause: Comparison['clauseA']): Span[] {
  if (clause === null || clause.to === clause.from) return []
  const [from, to] = [view.words[clause.from]!.start, view.words[clause.to - 1]!.end]
  return view.clauses.negations.filter(({ start, end }) => start >= from && end <= to).slice(0, 2)
}

/** A side binds itself, and another reports later that it did otherwise. */
function brokenCommitment(comparison: Comparison, differences: readonly Difference[]): Clash | null {
  if (comparison.polarity !== 'opposite' || !isSubstantial(comparison, 1.6)) return null
  if (has(differences, 'number', 'name', 'roles', 'condition', 'object', 'slot')) return null
  const { a, b, clauseA, clauseB, coverA, coverB } = comparison
  if (sameSide(a.voice, b.voice)) return null
  const [modalA, modalB] = [modalityOf(a, clauseA), modalityOf(b, clauseB)]
  const promise = modalA === 'future' && modalB === 'fact' ? a : modalB === 'future' && modalA === 'fact' ? b : null
  if (promise === null) return null
  const report = promise === a ? b : a
  const days = daysBetween(promise, report)
  if (days === null || days <= 0) return null
  if (!speaksOfSelf(promise) && !actorShared(comparison, promise)) return null
  if (Math.min(coverA, coverB) < 0.45 || !hangsTogether(comparison)) return null
  const { spansA, spansB } = denyingWords(comparison)
  return { type: 'commitment-broken-by-report', confidence: 0.85, a: spansA, b: spansB, note: 'commitment' }
}

/**
 * Does what is denied stand with the rest of what both have? "Will not send troops" is not broken by troops who count "weapons that
 * had been delivered": there the deed stands alone in a clause of its own.
 */
function hangsTogether(comparison: Comparison): boolean {
  const { a, b, clauseA, clauseB, shared, opposites } = comparison
  if (opposites.length > 0) return true
  const [spansA, spansB] = [negationsIn(a, clauseA), negationsIn(b, clauseB)]
  const pair = deniedPair(comparison, spansA[0] ?? spansB[0] ?? null, spansA.length > 0)
  const others = shared.filter((other) => other !== pair)
  const isApart = (side: 'a' | 'b'): boolean =>
    others.length > 1 && others.every((other) => other[side].clause !== pair[side].clause)
  return !isApart('a') && !isApart('b')
}

/** Is who is to act, by the first thing that the promise names, named by the report too? */
function actorShared({ a, shared }: Comparison, promise: LinkableView): boolean {
  const [actor] = promise.units
  return actor !== undefined && shared.some((pair) => (promise === a ? pair.a : pair.b).concept === actor.concept)
}

/** Counts that grow while bodies are found: another figure a day later is news. */
const TOLLS: ReadonlySet<string> = new Set(
  ['kill', 'wound', 'arrest', 'rescue', 'destroy', 'miss', 'evacuate', 'flee'].map(conceptNamed),
)
/** Days for which two sides may still mean one state of things. */
const SAME_STATE = 3

/** Does the later figure only tell how things went on? A count of victims grows, but does not shrink. */
function isUpdate({ shared }: Comparison, { a, b }: NumberPair, days: number): boolean {
  if (Math.abs(days) > SAME_STATE) return true
  const grows = shared.some((pair) => TOLLS.has(pair.a.concept))
  const [earlier, later] = days > 0 ? [a, b] : [b, a]
  return grows && later.low > earlier.high && (Math.abs(days) > 1 || later.low < earlier.high * 2)
}

function numberClash(comparison: Comparison, differences: readonly Difference[]): Clash | null {
  const { a, b } = comparison
  const pairs = comparison.numbers.filter((pair) => pair.a.unit !== 'date')
  const clash = pairs.find((pair) => !pair.agree && pair.sure)
  if (clash === undefined || pairs.some(({ agree }) => agree)) return null
  if (comparison.polarity !== 'same') return null
  if (has(differences, 'stance', 'modality', 'name', 'date', 'roles', 'condition', 'object', 'slot')) return null
  // The numbers themselves are no part of what must be alike.
  const covers = [
    comparison.weight / (comparison.passageA.weight || 1),
    comparison.weight / (comparison.passageB.weight || 1),
  ]
  if (Math.min(...covers) < 0.5 || comparison.weight < 1) return null
  const days = daysBetween(a, b)
  if (days !== null && days !== 0 && (sameSide(a.voice, b.voice) || isUpdate(comparison, clash, days))) return null
  return { type: 'number-differs', confidence: 0.9, a: [clash.a], b: [clash.b], note: 'number' }
}

const has = (differences: readonly Difference[], ...guards: readonly GuardName[]): boolean =>
  differences.some(({ guard }) => guards.includes(guard))
