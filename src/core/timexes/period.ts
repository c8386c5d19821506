/** Calendar periods: a day, a week, a month and so on, with their TIMEX3 values, their days, and what lies before and after. */
import type { Precision, Timex } from '../doc.ts'
import { type Day, dateOf, dayOf, isoOf, lengthOfMonth, weekdayOf, weekOf } from './calendar.ts'

/** Day, week, weekend, month, quarter, half-year, season, year, decade (TIMEX3 writes E), century. */
export type PeriodUnit = 'D' | 'W' | 'WE' | 'M' | 'Q' | 'H' | 'S' | 'Y' | 'E' | 'C'

/**
 * The `index`th period of its unit: for `D` days since 1970-01-01, for `W` and `WE` Mondays counted likewise, for `M`, `Q`,
 * `H` and `S` months, quarters, halves and seasons since the year 0, for the others the year, decade or century itself.
 */
export interface Period {
  readonly unit: PeriodUnit
  readonly index: number
}

/** Number of the seasons in a year: spring is the first, winter begins in December. */
const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const

const PER_YEAR: Partial<Record<PeriodUnit, number>> = { M: 12, Q: 4, H: 2, S: 4 }

/** 1969-12-29, the Monday that weeks are counted from. */
const FIRST_MONDAY = -3

export const dayPeriod = (day: Day): Period => ({ unit: 'D', index: day })
export const yearPeriod = (year: number): Period => ({ unit: 'Y', index: year })

/** @param part 1 for January, for the first quarter, half or season. */
export const partOfYear = (unit: 'M' | 'Q' | 'H' | 'S', year: number, part: number): Period => ({
  unit,
  index: year * PER_YEAR[unit]! + part - 1,
})

export const shifted = ({ unit, index }: Period, by: number): Period => ({ unit, index: index + by })

/** The period of a unit that holds a day. A weekend is the one of the day's week. */
export function periodHolding(unit: PeriodUnit, day: Day): Period {
  const { year, month } = dateOf(day)
  switch (unit) {
    case 'D':
      return dayPeriod(day)
    case 'W':
    case 'WE':
      return { unit, index: Math.floor((day - FIRST_MONDAY) / 7) }
    case 'M':
      return partOfYear('M', year, month)
    case 'Q':
      return partOfYear('Q', year, Math.ceil(month / 3))
    case 'H':
      return partOfYear('H', year, month <= 6 ? 1 : 2)
    case 'S':
      return month <= 2 ? partOfYear('S', year - 1, 4) : partOfYear('S', year, Math.floor(month / 3))
    case 'Y':
      return yearPeriod(year)
    case 'E':
      return { unit, index: Math.floor(year / 10) }
    case 'C':
      return { unit, index: Math.floor(year / 100) }
  }
}

/** TIMEX3 value: `2022-12-28`, `2022-W52`, `2022-W52-WE`, `2022-12`, `2022-Q4`, `2022-H2`, `2022-WI`, `2022`, `202`, `20`. */
export function timexValue({ unit, index }: Period): string {
  switch (unit) {
    case 'D':
      return isoOf(index)
    case 'W':
    case 'WE': {
      const { year, week } = weekOf(FIRST_MONDAY + index * 7)
      return `${padded(year, 4)}-W${padded(week, 2)}${unit === 'WE' ? '-WE' : ''}`
    }
    case 'Y':
      return padded(index, 4)
    case 'E':
      return padded(index, 3)
    case 'C':
      return padded(index, 2)
    default: {
      const count = PER_YEAR[unit]!
      const year = padded(Math.floor(index / count), 4)
      const part = (index % count) + 1
      if (unit === 'M') return `${year}-${padded(part, 2)}`
      return unit === 'S' ? `${year}-${SEASONS[part - 1]}` : `${year}-${unit}${part}`
    }
  }
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** First and last day, both inclusive. Seasons are the meteorologist's of the northern half of the earth. */
export function daysOf({ unit, index }: Period): { readonly first: Day; readonly last: Day } {
  switch (unit) {
    case 'D':
      return { first: index, last: index }
    case 'W':
      return { first: FIRST_MONDAY + index * 7, last: FIRST_MONDAY + index * 7 + 6 }
    case 'WE':
      return { first: FIRST_MONDAY + index * 7 + 5, last: FIRST_MONDAY + index * 7 + 6 }
    case 'Y':
      return monthsFrom(index * 12, 12)
    case 'E':
      return monthsFrom(index * 120, 120)
    case 'C':
      return monthsFrom(index * 1200, 1200)
    default: {
      const length = 12 / PER_YEAR[unit]!
      return monthsFrom(index * length + (unit === 'S' ? 2 : 0), length)
    }
  }
}

function monthsFrom(index: number, count: number): { first: Day; last: Day } {
  const last = index + count - 1
  const lastYear = Math.floor(last / 12)
  const lastMonth = (last % 12) + 1
  return {
    first: dayOf(Math.floor(index / 12), (index % 12) + 1, 1),
    last: dayOf(lastYear, lastMonth, lengthOfMonth(lastYear, lastMonth)),
  }
}

/**
 * The days of a period's start, middle or end: thirds of months (to the 10th and the 20th), years (four months each) and
 * seasons; 0 to 3, 4 to 6 and 7 to 9 of decades; Monday to Wednesday, Tuesday to Thursday and Thursday to Sunday of weeks.
 * Days have none: "late Tuesday" is Tuesday.
 */
export function daysWithin(period: Period, mod: Timex['mod']): { readonly first: Day; readonly last: Day } {
  const { first, last } = daysOf(period)
  const third = mod === 'START' ? 0 : mod === 'MID' ? 1 : mod === 'END' ? 2 : null
  if (third === null) return { first, last }
  switch (period.unit) {
    case 'D':
    case 'WE':
      return { first, last }
    case 'W':
      return { first: first + [0, 1, 3][third]!, last: first + [2, 3, 6][third]! }
    case 'M':
      return { first: first + third * 10, last: third === 2 ? last : first + third * 10 + 9 }
    case 'E':
    case 'C': {
      const years = period.unit === 'E' ? 1 : 10
      const start = period.index * years * 10
      return {
        first: daysOf(yearPeriod(start + [0, 4, 7][third]! * years)).first,
        last: daysOf(yearPeriod(start + [4, 7, 10][third]! * years - 1)).last,
      }
    }
    default: {
      const months = Math.round((last - first + 1) / 30.5)
      const from = dateOf(first)
      const start = from.year * 12 + from.month - 1
      return monthsFrom(start + (third * months) / 3, months / 3)
    }
  }
}

/** Quarters, halves and seasons are `season`; centuries, for which there is no word, `decade`: the days tell more. */
export const precisionOf = ({ unit }: Period): Precision => PRECISIONS[unit]

const PRECISIONS: Readonly<Record<PeriodUnit, Precision>> = {
  D: 'day',
  W: 'week',
  WE: 'week',
  M: 'month',
  Q: 'season',
  H: 'season',
  S: 'season',
  Y: 'year',
  E: 'decade',
  C: 'decade',
}

/** TIMEX3's way to leave a period open. */
export const UNKNOWN_VALUES: Readonly<Record<PeriodUnit, string>> = {
  D: 'XXXX-XX-XX',
  W: 'XXXX-WXX',
  WE: 'XXXX-WXX-WE',
  M: 'XXXX-XX',
  Q: 'XXXX-QX',
  H: 'XXXX-HX',
  S: 'XXXX-SX',
  Y: 'XXXX',
  E: 'XXX',
  C: 'XX',
}

/** The nearest day with an ISO weekday before (`-1`) or after (`1`) a day; the day itself counts where `inclusive`. */
export function nearestWeekday(day: Day, weekday: number, direction: -1 | 1, inclusive: boolean): Day {
  const gap = (((weekday - weekdayOf(day)) * direction) % 7) + 7
  const steps = gap % 7
  return day + direction * (steps === 0 && !inclusive ? 7 : steps)
}

/** The day with an ISO weekday in the week of another. */
export const weekdayOfWeek = (day: Day, weekday: number): Day => day - weekdayOf(day) + weekday
