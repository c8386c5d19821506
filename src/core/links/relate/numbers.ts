/** Numbers of two passages that count the same thing, and whether both can be so. */
import { agree, type Quantity } from '../../wording/quantities.ts'
import type { LinkableView, Passage, Unit } from '../linkable-view.ts'

export interface NumberPair {
  readonly a: Quantity
  readonly b: Quantity
  readonly agree: boolean
  /** Is it plain that the same thing is counted, and no other number of its kind there? */
  readonly sure: boolean
}

export function numberPairs(
  a: LinkableView,
  b: LinkableView,
  passageA: Passage,
  passageB: Passage,
): readonly NumberPair[] {
  const pairs: NumberPair[] = []
  const inB = quantitiesIn(b, passageB)
  if (inB.length === 0) return pairs
  for (const one of quantitiesIn(a, passageA)) {
    const matching = inB.filter((other) => comparable(a, one, b, other) !== null)
    if (matching.length === 0) continue
    const agreeing = matching.find((other) => agree(one, other))
    const other = agreeing ?? matching[0]!
    const sure = matching.length === 1 && comparable(a, one, b, other) === 'sure'
    pairs.push({ a: one, b: other, agree: agreeing !== undefined, sure })
  }
  return pairs
}

export const quantitiesIn = (view: LinkableView, { from, to }: Passage): readonly Quantity[] =>
  view.quantities.filter((quantity) => quantity.from >= from && quantity.from < to)

function comparable(a: LinkableView, one: Quantity, b: LinkableView, other: Quantity): 'sure' | 'maybe' | null {
  if (one.unit !== other.unit) return null
  if (one.unit !== null) return one.unit === 'date' ? 'maybe' : 'sure'
  const [countedA, countedB] = [countedUnits(a, one), countedUnits(b, other)]
  if (countedA.length === 0 || countedB.length === 0) return 'maybe'
  if (countedA.some(({ concept }) => countedB.some((each) => each.concept === concept))) return 'sure'
  // "90,000 cars" and "90,000 machines": hardly by chance.
  return one.low === other.low && one.high === other.high && one.low >= 50 ? 'maybe' : null
}

/** The counted noun with the words before it: "American military personnel". */
export function countedUnits(view: LinkableView, quantity: Quantity): readonly Unit[] {
  if (quantity.counted === -1) return []
  const found: Unit[] = []
  for (const unit of view.units) {
    if (unit.from < quantity.counted) continue
    const before = found.at(-1)
    if (before === undefined ? unit.from > quantity.counted + 1 : unit.from > before.to || found.length === 3) break
    found.push(unit)
  }
  return found
}
