/** Counts of what was found, what the annotation has and what of each is right; precision, recall and F1 from them. */

/** The two sides are counted apart: where an overlap is enough, one found run may answer two annotated ones. */
export interface Tally {
  found: number
  /** Of `found`, those that the annotation has. */
  foundRight: number
  gold: number
  /** Of `gold`, those that were found. */
  goldRight: number
}

/** 0 to 1; null where there is nothing to divide by. */
export interface Rates {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

export interface Score extends Readonly<Tally>, Rates {}

export const emptyTally = (): Tally => ({ found: 0, foundRight: 0, gold: 0, goldRight: 0 })

export function addTally(into: Tally, { found, foundRight, gold, goldRight }: Readonly<Tally>): void {
  into.found += found
  into.foundRight += foundRight
  into.gold += gold
  into.goldRight += goldRight
}

export function scoreOf(tally: Readonly<Tally>): Score {
  const precision = ratio(tally.foundRight, tally.found)
  const recall = ratio(tally.goldRight, tally.gold)
  return { ...tally, precision, recall, f1: f1Of(tally, precision, recall) }
}

/** Nothing found of something, or something of nothing, is 0; nothing of nothing is no figure. */
function f1Of({ found, gold }: Readonly<Tally>, precision: number | null, recall: number | null): number | null {
  if (found === 0 && gold === 0) return null
  const [p, r] = [precision ?? 0, recall ?? 0]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

export function meanRates(rates: readonly Rates[]): Rates {
  return {
    precision: mean(rates.map(({ precision }) => precision)),
    recall: mean(rates.map(({ recall }) => recall)),
    f1: mean(rates.map(({ f1 }) => f1)),
  }
}

/** Of the figures that exist. */
function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return ratio(
    known.reduce((sum, value) => sum + value, 0),
    known.length,
  )
}

/** The scores of each named tally. */
export const scoresOf = <Name extends string>(tallies: Readonly<Record<Name, Tally>>): Record<Name, Score> =>
  Object.fromEntries(Object.entries<Tally>(tallies).map(([name, tally]) => [name, scoreOf(tally)])) as Record<
    Name,
    Score
  >
