/** Conflicts: two statements that cannot both be so, or cannot both be meant; each kind with what must agree and what must clash. */
import type { Span } from '../../span.ts'
import type { Word } from '../../wording/words-of.ts'
import type { ConflictType } from '../link.ts'
import type { LinkableView, Unit } from '../linkable-view.ts'
import { type Comparison, modalityOf, polarityOf } from './compare.ts'
import { countedUnits, type Difference, type GuardName, numberPairs, spanOf } from './guards.ts'
import { sameSide } from './side.ts'
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
  if (!asserts(a) || !asserts(b)) return null
  if (overheard(comparison)) return null
  return (
    scopeClash(comparison) ??
    turnedBack(scopeClash(turned(comparison))) ??
    denial(comparison, differences) ??
    brokenCommitment(comparison, differences) ??
    numberClash(comparison, differences)
  )
}

const asserts = ({ stance }: LinkableView): boolean => stance.stance === 'told' && !stance.evaluates

const REPORTING: ReadonlySet<string> = new Set(
  'claim claims claimed allege alleges alleged rumour rumours rumor rumors whether asked deny denies denied accused accuses'.split(
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

const has = (differences: readonly Difference[], ...guards: readonly GuardName[]): boolean =>
  differences.some(({ guard }) => guards.includes(guard))

/** Does what they share hold more than places, and enough of it? */
function isSubstantial({ shared, weight }: Comparison, least: number): boolean {
  return weight >= least && shared.some(({ a, weight: each }) => a.kind !== 'place' && each >= 0.9)
}

/** The same predicate of the same things, denied by one of them. */
function denial(comparison: Comparison, differences: readonly Difference[]): Clash | null {
  const { a, b, coverA, coverB } = comparison
  if (polarityOf(comparison) !== 'opposite' || !isSubstantial(comparison, 1.5)) return null
  if (has(differences, 'stance', 'modality', 'number', 'name', 'date', 'roles', 'condition', 'object')) return null
  const [few, many] = [Math.min(coverA, coverB), Math.max(coverA, coverB)]
  if (few < 0.5 || many < 0.66) return null
  const side = sameSide(a.voice, b.voice)
  if (side && a.document === b.document) return null
  const type = side ? changeOf(comparison) : 'denies'
  const { spansA, spansB, note } = denyingWords(comparison)
  return { type, confidence: few > 0.7 ? 0.9 : 0.8, a: spansA, b: spansB, note }
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

function denyingWords(comparison: Comparison): { spansA: Span[]; spansB: Span[]; note: string } {
  const { a, b, opposites, shared } = comparison
  const [opposite] = opposites
  if (opposite !== undefined)
    return { spansA: [spanOf(a, opposite.a)], spansB: [spanOf(b, opposite.b)], note: 'opposite' }
  const strongest = [...shared].sort((one, other) => other.weight - one.weight)[0]!
  const spansA = negationsIn(a, comparison.clauseA)
  const spansB = negationsIn(b, comparison.clauseB)
  if (spansA.length === 0) spansA.push(spanOf(a, strongest.a))
  if (spansB.length === 0) spansB.push(spanOf(b, strongest.b))
  return { spansA, spansB, note: 'negation' }
}

function negationsIn(view: LinkableView, clause: Comparison['clauseA']): Span[] {
  if (clause === null || clause.to === clause.from) return []
  const [from, to] = [view.words[clause.from]!.start, view.words[clause.to - 1]!.end]
  return view.clauses.negations.filter(({ start, end }) => start >= from && end <= to).slice(0, 2)
}

/** A side binds itself, and another reports later that it did otherwise. */
function brokenCommitment(comparison: Comparison, differences: readonly Difference[]): Clash | null {
  if (polarityOf(comparison) !== 'opposite' || !isSubstantial(comparison, 1.6)) return null
  if (has(differences, 'number', 'name', 'roles', 'condition', 'object')) return null
  const { a, b, clauseA, clauseB, coverA, coverB } = comparison
  if (sameSide(a.voice, b.voice)) return null
  const [modalA, modalB] = [modalityOf(a, clauseA), modalityOf(b, clauseB)]
  const promise = modalA === 'future' && modalB === 'fact' ? a : modalB === 'future' && modalA === 'fact' ? b : null
  if (promise === null) return null
  const report = promise === a ? b : a
  const days = daysBetween(promise, report)
  if (days !== null && days <= 0) return null
  const side = promise.voice?.side ?? null
  if (side === null || !report.units.some(({ concept }) => concept === side)) return null
  if (!promise.units.some(({ concept }) => concept === side) && promise.words[0]?.form !== 'to') return null
  if (Math.min(coverA, coverB) < 0.45) return null
  const { spansA, spansB } = denyingWords(comparison)
  return { type: 'commitment-broken-by-report', confidence: 0.75, a: spansA, b: spansB, note: 'commitment' }
}

/** Days after which another figure is news and no contradiction. */
const SAME_STATE = 1

function numberClash(comparison: Comparison, differences: readonly Difference[]): Clash | null {
  const { a, b, coverA, coverB } = comparison
  const pairs = numberPairs(comparison).filter((pair) => pair.a.unit !== 'year')
  const clash = pairs.find((pair) => !pair.agree && pair.sure)
  if (clash === undefined || pairs.some(({ agree }) => agree) || !isSubstantial(comparison, 1.5)) return null
  if (polarityOf(comparison) !== 'same') return null
  if (has(differences, 'stance', 'modality', 'name', 'date', 'roles', 'condition', 'object')) return null
  if (Math.min(coverA, coverB) < 0.6) return null
  const days = daysBetween(a, b)
  if (days !== null && Math.abs(days) >= SAME_STATE) return null
  return { type: 'number-differs', confidence: 0.8, a: [clash.a], b: [clash.b], note: 'number' }
}

const ONLY: ReadonlySet<string> = new Set(['only', 'solely', 'exclusively', 'sole'])

/**
 * "The only ships in the port are two ferries" against "Dozens of ships are in the port": what the one limits the other tells of
 * without that limit. `a` is the one that limits.
 */
function scopeClash(comparison: Comparison): Clash | null {
  const { a, b } = comparison
  const only = limitOf(a, comparison)
  if (only === null || b.words.some(({ form }) => ONLY.has(form))) return null
  const { limited, limit } = only
  const inB = limited.map((unit) => comparison.shared.find((pair) => pair.a.concept === unit.concept)?.b ?? null)
  if (limited.length < 2 || inB.includes(null)) return null
  const told = inB as Unit[]
  if (told.some(({ negated, clause }) => negated || b.clauses.clauses[clause]!.modality !== 'fact')) return null
  const places = (units: Iterable<Unit>): Unit[] => [...units].filter(({ kind }) => kind === 'place')
  const placesA = places(comparison.onlyA)
  if (placesA.length > 0 && places(comparison.onlyB).length > 0) return null
  if (limit.some((unit) => comparison.passageB.units.has(unit.concept))) return null
  const many = b.quantities.find(
    (quantity) =>
      quantity.high > 2 &&
      countedUnits(b, quantity).some((unit) => told.some(({ concept }) => concept === unit.concept)),
  )
  if (many === undefined) return null
  if (sameSide(a.voice, b.voice) && a.document === b.document) return null
  const first = a.words[only.at]!
  return {
    type: 'scope-differs',
    confidence: 0.75,
    a: [{ start: first.start, end: first.end }, spanOf(a, limit[0]!)],
    b: [many],
    note: 'scope',
  }
}

const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'been', 'be', "'re"])

/** What stands between "only" and the verb is limited to what stands behind it. */
function limitOf(view: LinkableView, comparison: Comparison): { at: number; limited: Unit[]; limit: Unit[] } | null {
  const { passageA } = comparison
  const units = [...passageA.units.values()]
  for (let at = passageA.from; at < passageA.to; at++) {
    if (!ONLY.has(view.words[at]!.form)) continue
    let verb = at + 1
    while (verb < passageA.to && verb < at + 12 && !BE.has(view.words[verb]!.form)) verb++
    if (!BE.has(view.words[verb]?.form ?? '')) continue
    const noun = firstGap(view.words, at + 1, verb)
    const limited = units.filter(({ from }) => from > at && from < noun)
    const limit = units.filter(
      ({ from, kind, weight }) => from > verb && from < verb + 12 && kind !== 'place' && weight > 0.5,
    )
    if (limit.length > 0) return { at, limited, limit }
  }
  return null
}

/** The noun phrase alone: what follows its first preposition only places it. */
function firstGap(words: readonly Word[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (words[at]!.kind === 'function') return at
  return to
}
