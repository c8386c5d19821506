/** Guards: what keeps two statements that sound alike from being the same claim, each with the words that show it. */
import type { Span } from '../../span.ts'
import { agree, type Quantity } from '../../wording/quantities.ts'
import type { LinkableView, Unit } from '../linkable-view.ts'
import { type Comparison, modalityOf } from './compare.ts'

export type GuardName = 'stance' | 'modality' | 'number' | 'name' | 'date' | 'roles' | 'condition' | 'object'

/** Offsets in the compared text of each; null where one of them lacks what the other has. */
export interface Difference {
  readonly guard: GuardName
  readonly a: Span | null
  readonly b: Span | null
}

export function differencesOf(comparison: Comparison): readonly Difference[] {
  const found: Difference[] = []
  const add = (difference: Difference | null): void => {
    if (difference !== null) found.push(difference)
  }
  add(stance(comparison))
  add(modality(comparison))
  add(numbers(comparison))
  add(names(comparison))
  add(dates(comparison))
  add(roles(comparison))
  add(condition(comparison))
  add(object(comparison))
  return found
}

const stance = ({ a, b }: Comparison): Difference | null =>
  a.stance.stance === b.stance.stance ? null : { guard: 'stance', a: null, b: null }

function modality({ a, b, clauseA, clauseB }: Comparison): Difference | null {
  const [one, other] = [modalityOf(a, clauseA), modalityOf(b, clauseB)]
  if (one === other || (a.stance.stance === 'demand' && b.stance.stance === 'demand')) return null
  return { guard: 'modality', a: clauseA?.modal ?? null, b: clauseB?.modal ?? null }
}

/** Pairs of numbers that count the same thing. */
export interface NumberPair {
  readonly a: Quantity
  readonly b: Quantity
  readonly agree: boolean
  /** Is the counted noun known to be the same, and not only the unit? */
  readonly sure: boolean
}

export function numberPairs(comparison: Comparison): readonly NumberPair[] {
  const { a, b } = comparison
  const pairs: NumberPair[] = []
  const inB = within(b, comparison.passageB)
  for (const one of within(a, comparison.passageA)) {
    const matching = inB.filter((other) => comparable(a, one, b, other) !== null)
    if (matching.length === 0) continue
    const agreeing = matching.find((other) => agree(one, other))
    const other = agreeing ?? matching[0]!
    pairs.push({
      a: one,
      b: other,
      agree: agreeing !== undefined,
      sure: comparable(a, one, b, other) === 'sure' && matching.length === 1,
    })
  }
  return pairs
}

const within = (view: LinkableView, { from, to }: { from: number; to: number }): Quantity[] =>
  view.quantities.filter((quantity) => quantity.from >= from && quantity.from < to)

function comparable(a: LinkableView, one: Quantity, b: LinkableView, other: Quantity): 'sure' | 'maybe' | null {
  if (one.unit !== other.unit) return null
  if (one.unit !== null) return one.unit === 'year' ? 'maybe' : 'sure'
  const [countedA, countedB] = [countedUnits(a, one), countedUnits(b, other)]
  if (countedA.length === 0 || countedB.length === 0) return 'maybe'
  return countedA.some(({ concept }) => countedB.some((each) => each.concept === concept)) ? 'sure' : null
}

/** The counted noun with the words before it: "American military personnel". */
export function countedUnits(view: LinkableView, quantity: Quantity): readonly Unit[] {
  if (quantity.counted === -1) return []
  const { units, words } = view
  const found: Unit[] = []
  for (const unit of units) {
    if (unit.from < quantity.counted || found.length === 3) continue
    const before = found.at(-1)
    if (before !== undefined && unit.from > before.to) break
    if (before === undefined && unit.from > quantity.counted + 1) break
    found.push(unit)
    if (words[unit.to]?.kind === 'function') break
  }
  return found
}

function numbers(comparison: Comparison): Difference | null {
  const clash = numberPairs(comparison).find((pair) => !pair.agree && pair.a.unit !== 'year')
  return clash === undefined ? null : { guard: 'number', a: clash.a, b: clash.b }
}

/** Each names something that the other does not; what is only the speaker's own side does not count. */
function names({ a, b, onlyA, onlyB }: Comparison): Difference | null {
  const one = onlyA.find((unit) => isName(a, b, unit))
  const other = onlyB.find((unit) => isName(b, a, unit))
  if (one === undefined || other === undefined) return null
  return { guard: 'name', a: spanOf(a, one), b: spanOf(b, other) }
}

function isName(view: LinkableView, other: LinkableView, unit: Unit): boolean {
  if (unit.kind !== 'place' && unit.kind !== 'name') return false
  return unit.concept !== view.voice?.side && unit.concept !== other.voice?.side
}

function dates(comparison: Comparison): Difference | null {
  const { a, b, onlyA, onlyB } = comparison
  const one = onlyA.find(({ kind }) => kind === 'time')
  const other = onlyB.find(({ kind }) => kind === 'time')
  if (one !== undefined && other !== undefined) return { guard: 'date', a: spanOf(a, one), b: spanOf(b, other) }
  const years = numberPairs(comparison).find((pair) => pair.a.unit === 'year' && !pair.agree)
  return years === undefined ? null : { guard: 'date', a: years.a, b: years.b }
}

/** "Russia attacked Ukraine" and "Ukraine attacked Russia": two names that change places around what they share. */
function roles({ a, b, shared }: Comparison): Difference | null {
  const named = shared.filter((pair) => pair.a.kind === 'place' || pair.a.kind === 'name')
  if (named.length < 2) return null
  const pivots = shared.filter((pair) => pair.a.kind === 'word' && pair.weight > 0.5)
  for (const p of named) {
    for (const q of named) {
      if (p.a.from >= q.a.from || p.b.from <= q.b.from) continue
      if (p.a.clause !== q.a.clause || p.b.clause !== q.b.clause) continue
      const pivot = pivots.find(
        (pair) => p.a.from < pair.a.from && pair.a.from < q.a.from && q.b.from < pair.b.from && pair.b.from < p.b.from,
      )
      if (pivot === undefined || behindBy(a, q.a) !== behindBy(b, p.b)) continue
      return { guard: 'roles', a: spanOf(a, p.a), b: spanOf(b, q.b) }
    }
  }
  return null
}

const behindBy = (view: LinkableView, unit: Unit): boolean =>
  view.words[unit.from - 1]?.form === 'by' || view.words[unit.from - 2]?.form === 'by'

/** One of them holds under a condition only. */
function condition({ a, b }: Comparison): Difference | null {
  const [one, other] = [conditionOf(a), conditionOf(b)]
  return (one === null) === (other === null) ? null : { guard: 'condition', a: one, b: other }
}

export function conditionOf(view: LinkableView): Span | null {
  const clause = view.clauses.clauses.find(({ conditional }) => conditional)
  if (clause === undefined) return null
  return { start: view.words[clause.from]!.start, end: view.words[clause.to - 1]!.end }
}

/** Where both say the same of something else: other listed things stand in the same place. */
function object({ a, b, onlyA, onlyB, shared }: Comparison): Difference | null {
  for (const one of onlyA) {
    if (!isListed(one)) continue
    const other = onlyB.find((unit) => isListed(unit) && inSamePlace(a, one, b, unit, shared))
    if (other !== undefined) return { guard: 'object', a: spanOf(a, one), b: spanOf(b, other) }
  }
  return null
}

const isListed = (unit: Unit): boolean => unit.kind === 'word' && unit.concept.startsWith('#')

function inSamePlace(a: LinkableView, one: Unit, b: LinkableView, other: Unit, shared: Comparison['shared']): boolean {
  return shared.some(
    (pair) =>
      (near(pair.a.to, one.from, a) && near(pair.b.to, other.from, b)) ||
      (near(one.to, pair.a.from, a) && near(other.to, pair.b.from, b)),
  )
}

/** With nothing but small words between. */
function near(to: number, from: number, view: LinkableView): boolean {
  if (from < to || from - to > 2) return false
  for (let at = to; at < from; at++)
    if (view.words[at]!.kind === 'word' || view.words[at]!.kind === 'name') return false
  return true
}

export const spanOf = (view: LinkableView, unit: Unit): Span => ({
  start: view.words[unit.from]!.start,
  end: view.words[Math.min(unit.to, view.words.length) - 1]!.end,
})
