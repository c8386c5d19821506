/** What the rows of the time rules find in what they have matched: one field a class, group or alias. */
import type { Timex } from '../doc.ts'
import type { ClockTime, DateShape, DurationShape, Shape } from './shape.ts'
import type { DurationUnit } from './time-words.ts'

export interface Unit {
  readonly unit: DurationUnit
  readonly times?: number
}

export interface Captured {
  readonly NUM?: number
  readonly YEAR?: number
  readonly DAY?: number
  readonly DAYWORD?: number
  readonly MONTH?: number
  readonly WEEKDAY?: number
  readonly WEEKDAYS?: number
  readonly SHORTDAY?: number
  readonly SEASON?: number
  readonly PART?: string
  readonly PARTS?: string
  readonly THIRD?: 'START' | 'MID' | 'END'
  readonly ORDINAL?: number
  readonly UNIT?: Unit
  readonly UNITS?: Unit
  readonly CLOCK?: ClockTime
  readonly CLOCK4?: ClockTime
  readonly RELATIVE?: number
  readonly QUARTER?: number
  readonly HALF?: number
  readonly ZONE?: boolean
  readonly DECADE?: number
  readonly SHORTDECADE?: number
  readonly CENTURY?: number
  readonly DOTDATE?: readonly [number, number, number]
  readonly first?: number
  readonly second?: number
  readonly third?: number
  readonly HOLIDAY?: DateShape
  readonly DATE?: DateShape
  readonly FULLDATE?: DateShape
  readonly DAYREF?: Shape
  readonly TOD?: ClockTime
  readonly EDGE?: 'START' | 'MID' | 'END'
  readonly PERIODREF?: Shape
  readonly YEARREF?: DateShape
  readonly LENGTH?: DurationShape
  readonly APPROX?: NonNullable<Timex['mod']>
  readonly SEVERAL?: null
}
