/** How a period becomes a reading: value, precision, and the first and last day that it can mean. */
import type { Timex } from '../doc.ts'
import { type Day, isoOf } from './calendar.ts'
import { daysWithin, type Period, type PeriodUnit, precisionOf, shifted, timexValue } from './period.ts'
import type { ClockTime } from './shape.ts'

/** Everything of a timex but its place and id. */
export type Reading = Omit<Timex, 'id' | 'start' | 'end'>

export interface Resolved {
  readonly reading: Reading
  /** What later expressions may be counted from; null for what is no calendar date. */
  readonly period: Period | null
}

export interface Details {
  readonly part?: string | undefined
  readonly clock?: ClockTime | undefined
  readonly mod?: Timex['mod'] | undefined
}

export const plain = (type: Timex['type'], value: string, mod: Timex['mod'] = null): Reading => ({
  type,
  value,
  mod,
  precision: 'unknown',
  anchor: 'none',
  from: null,
  earliest: null,
  latest: null,
})

export function dated(period: Period, anchor: Timex['anchor'], from: string | null, details: Details): Resolved {
  const mod = details.mod ?? null
  const isTime = (details.part !== undefined || details.clock !== undefined) && period.unit === 'D'
  const { first, last } = mod === 'APPROX' ? around(period) : daysWithin(period, mod)
  const reading: Reading = {
    type: isTime ? 'TIME' : 'DATE',
    value: timexValue(period) + (isTime ? timeSuffix(details) : ''),
    mod,
    precision: isTime ? 'time' : precisionOf(period),
    anchor,
    from,
    earliest: isoOf(first),
    latest: isoOf(last),
  }
  return { reading, period }
}

/** "About two years ago": one unit more on both sides. */
const around = (period: Period): { first: Day; last: Day } => ({
  first: daysWithin(shifted(period, -1), null).first,
  last: daysWithin(shifted(period, 1), null).last,
})

const timeSuffix = ({ part, clock }: Details): string => (clock === undefined ? part! : `T${clockText(clock)}`)

export const clockText = ({ hour, minute, isUtc }: ClockTime): string =>
  `${two(hour)}:${two(minute)}${isUtc ? 'Z' : ''}`

export const two = (value: number): string => String(value).padStart(2, '0')

/** A date whose place in the calendar cannot be known: TIMEX3's X for what is open. */
export function open(value: string, unit: PeriodUnit, details: Details): Resolved {
  const isTime = details.part !== undefined || details.clock !== undefined
  return {
    reading: {
      ...plain(isTime ? 'TIME' : 'DATE', value + (isTime ? timeSuffix(details) : ''), details.mod ?? null),
      precision: isTime ? 'time' : precisionOf({ unit, index: 0 }),
    },
    period: null,
  }
}
