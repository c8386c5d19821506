/** Guards: what keeps two statements that sound alike from being the same claim, each with the words that show it. */
import type { Span } from '../../span.ts'
import type { Clause } from '../../wording/clauses.ts'
import type { LinkableView, Unit } from '../linkable-view.ts'
import { type Comparison, modalityOf } from './compare.ts'
import { nameParts, speaksOfSelf, subjectsDiffer } from './subject.ts'

export type GuardName =
  | 'stance'
  | 'modality'
  | 'number'
  | 'name'
  | 'date'
  | 'roles'
  | 'condition'
  | 'object'
  | 'slot'
  | 'subject'

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
  add(subjectsDiffer(comparison.a, comparison.b) ? { guard: 'subject', a: null, b: null } : null)
  return found
}

const stance = ({ a, b }: Comparison): Difference | null =>
  a.stance.stance === b.stance.stance ? null : { guard: 'stance', a: null, b: null }

function modality({ a, b, clauseA, clauseB }: Comparison): Difference | null {
  const [one, other] = [modalityOf(a, clauseA), modalityOf(b, clauseB)]
  if (one === other || one === null || other === null || (a.stance.stance === 'demand' && b.stance.stance === 'demand'))
    return null
  return { guard: 'modality', a: clauseA?.modal ?? null, b: clauseB?.modal ?? null }
}

function numbers({ numbers: pairs }: Comparison): Difference | null {
  const clash = pairs.find((pair) => !pair.agree && pair.a.unit !== 'date')
  return clash === undefined ? null : { guard: 'number', a: clash.a, b: clash.b }
}

/** Each names something that the other does not. */
function names(comparison: Comparison): Difference | null {
  const { a, b, onlyA, onlyB } = comparison
  const one = onlyA.find((unit) => isOtherName(comparison, unit, 'a'))
  const other = onlyB.find((unit) => isOtherName(comparison, unit, 'b'))
  return one === undefined || other === undefined ? null : { guard: 'name', a: spanOf(a, one), b: spanOf(b, other) }
}

/** Neither a given name beside a surname that both have, nor the name of the other's speaker who says "it" or "he" of itself. */
function isOtherName({ a, b, shared }: Comparison, unit: Unit, side: 'a' | 'b'): boolean {
  if (unit.kind === 'place') return true
  if (unit.kind !== 'name') return false
  if (
    shared.some((pair) => pair[side].kind === 'name' && (pair[side].from === unit.to || pair[side].to === unit.from))
  ) {
    return false
  }
  const [view, other] = side === 'a' ? [a, b] : [b, a]
  if (other.voice === null || !speaksOfSelf(other)) return true
  return !nameParts(other.voice.name).has(view.words[unit.from]!.form)
}

function dates(comparison: Comparison): Difference | null {
  const { a, b, onlyA, onlyB } = comparison
  const one = onlyA.find(({ kind }) => kind === 'time')
  const other = onlyB.find(({ kind }) => kind === 'time')
  if (one !== undefined && other !== undefined) return { guard: 'date', a: spanOf(a, one), b: spanOf(b, other) }
  const years = comparison.numbers.find((pair) => pair.a.unit === 'date' && !pair.agree)
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

/** One of them holds under a condition only, or under another one. */
function condition({ a, b, shared }: Comparison): Difference | null {
  const [one, other] = [conditionOf(a), conditionOf(b)]
  if (one === null && other === null) return null
  if (one !== null && metBy(a, one, shared, 'a') && (other === null || metBy(b, other, shared, 'b'))) return null
  if (one === null && other !== null && metBy(b, other, shared, 'b')) return null
  return { guard: 'condition', a: one && clauseSpan(a, one), b: other && clauseSpan(b, other) }
}

export const conditionOf = (view: LinkableView): Clause | null =>
  view.clauses.clauses.find(({ conditional }) => conditional) ?? null

const clauseSpan = (view: LinkableView, { from, to }: Clause): Span => ({
  start: view.words[from]!.start,
  end: view.words[to - 1]!.end,
})

/** Does the other have what the condition names, however it puts it: "drones that enter"? */
function metBy(view: LinkableView, clause: Clause, shared: Comparison['shared'], side: 'a' | 'b'): boolean {
  let [named, met] = [0, 0]
  for (const unit of view.units) {
    if (unit.from < clause.from || unit.from >= clause.to) continue
    named += unit.weight
    if (shared.some((pair) => pair[side].concept === unit.concept)) met += unit.weight
  }
  return met >= named * 0.6
}

/** Where both say the same of something else: other things stand in the same place. `slot` where it may be another word for it. */
function object({ a, b, onlyA, onlyB, shared, opposites }: Comparison): Difference | null {
  let slot: Difference | null = null
  for (const one of onlyA) {
    if (!isTelling(a, one) || opposites.some((pair) => pair.a === one)) continue
    for (const other of onlyB) {
      if (!isTelling(b, other) || opposites.some((pair) => pair.b === other)) continue
      if (!inSamePlace(a, one, b, other, shared)) continue
      const places = { a: spanOf(a, one), b: spanOf(b, other) }
      if (isListed(one) && isListed(other)) return { guard: 'object', ...places }
      slot ??= { guard: 'slot', ...places }
    }
  }
  return slot
}

/** Adverbs stand in place of nothing: "definitely a target", "a legitimate target". */
const isTelling = (view: LinkableView, unit: Unit): boolean =>
  unit.kind === 'word' && unit.weight >= 0.9 && !view.words[unit.from]!.form.endsWith('ly')
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
