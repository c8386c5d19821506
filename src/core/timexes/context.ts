/** What an expression may be counted from: the day of publication and the expressions before it. */
import type { Day } from './calendar.ts'
import type { Direction } from './direction.ts'
import type { Period } from './period.ts'

/** An expression before, that "the following day" may be counted from. */
export interface Landmark {
  readonly id: string
  readonly period: Period
}

export interface Context {
  /** Day of publication; null when unknown. */
  readonly published: Day | null
  /** The last dates before: of any unit, of a quarter, of a day. */
  readonly last: Landmark | null
  readonly lastDay: Landmark | null
  readonly lastQuarter: Landmark | null
  /** Asked only where it matters. */
  readonly direction: () => Direction
}
