/** What a time rule reads off the words alone, before anything is counted from a date. */
import type { Timex } from '../doc.ts'
import type { PeriodUnit } from './period.ts'
import type { DurationUnit } from './time-words.ts'

export interface ClockTime {
  readonly hour: number
  readonly minute: number
  readonly isUtc: boolean
}

/** A place in the calendar as far as it is named: "9 February", "Friday night", "the third quarter of last year". */
export interface DateShape {
  readonly kind: 'date'
  readonly year?: number | undefined
  /** "last year": -1, in place of a year. */
  readonly yearShift?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
  readonly weekday?: number | undefined
  readonly season?: number | undefined
  readonly quarter?: number | undefined
  readonly half?: number | undefined
  /** TIMEX3's `MO`, `AF`, `EV`, `NI`, with a T in front. */
  readonly part?: string | undefined
  readonly clock?: ClockTime | undefined
  readonly mod?: Timex['mod'] | undefined
  /** "last", "this", "next", "the previous", "the following"; without one the clause tells. */
  readonly which?: 'last' | 'this' | 'next' | 'previous' | 'following' | undefined
  /** A holiday that moves: the `nth` of a weekday in a month, or so many days from Easter Sunday. */
  readonly feast?:
    | { readonly month: number; readonly weekday: number; readonly nth: number }
    | { readonly easter: number }
    | undefined
  /** "the week of March 6". */
  readonly isWeek?: boolean | undefined
  readonly isFiscal?: boolean | undefined
}

/** Counted from the day of publication or from an expression before it. */
export interface ShiftShape {
  readonly kind: 'shift'
  readonly from: 'published' | 'narrative'
  readonly unit: PeriodUnit
  /** How many units on, or back where negative; null for "several". */
  readonly by: number | null
  /** "a year earlier": counted in years, but what it gives is a quarter where it is counted from a quarter. */
  readonly keepsUnit?: boolean | undefined
  /** "Tuesday of last week". */
  readonly weekday?: number | undefined
  readonly part?: string | undefined
  readonly clock?: ClockTime | undefined
  readonly mod?: Timex['mod'] | undefined
  /** "earlier this week", "later this week": the part of it before or after publication. */
  readonly side?: 'before' | 'after' | undefined
}

/** A decade or century. */
export interface EraShape {
  readonly kind: 'era'
  readonly unit: 'E' | 'C'
  readonly index: number
  readonly mod?: Timex['mod'] | undefined
}

export interface DurationShape {
  readonly kind: 'duration'
  readonly unit: DurationUnit
  /** Null for "several". */
  readonly amount: number | null
  readonly mod?: Timex['mod'] | undefined
}

export interface SetShape {
  readonly kind: 'set'
  readonly value: string
}

export interface ReferenceShape {
  readonly kind: 'reference'
  readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'
}

/** A time of the clock without its day: "at 9 a.m." */
export interface ClockShape {
  readonly kind: 'clock'
  readonly clock: ClockTime
  readonly mod?: Timex['mod'] | undefined
}

export type Shape = DateShape | ShiftShape | EraShape | DurationShape | SetShape | ReferenceShape | ClockShape
