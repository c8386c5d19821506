/** What the rows of the time rules have in common: word lists and the shapes that they read. */

import { isDayOfMonth, lengthOfMonth } from './calendar.ts'
import type { Captured } from './captured.ts'
import type { PeriodUnit } from './period.ts'
import type { DateShape, DurationShape, ReferenceShape, SetShape, Shape, ShiftShape } from './shape.ts'
import type { DurationUnit } from './time-words.ts'

export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Null where the calendar has no such day. */
export function dateShape(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
  weekday?: number,
): DateShape | null {
  if (month === undefined || day === undefined || month < 1 || month > 12) return null
  if (year === undefined ? !isDayOfMonth(month, day) : day < 1 || day > lengthOfMonth(year, month)) return null
  return { kind: 'date', year, month, day, weekday }
}

export const shift = (unit: PeriodUnit, by: number, rest: Partial<ShiftShape> = {}): ShiftShape => ({
  kind: 'shift',
  from: 'published',
  unit,
  by,
  ...rest,
})

export const narrative = (unit: PeriodUnit, by: number, rest: Partial<ShiftShape> = {}): ShiftShape =>
  shift(unit, by, { from: 'narrative', ...rest })

/** Hours, minutes and seconds are no periods of the calendar, and "this day" and "last day" no dates of news. */
export const isPeriod = (unit: string): unit is PeriodUnit => !/^(T.|D)$/.test(unit)

/** A unit of the calendar counted from the publication date. */
export const relative = (unit: string | undefined, by: number, rest: Partial<ShiftShape> = {}): ShiftShape | null =>
  unit !== undefined && isPeriod(unit) ? shift(unit, by, rest) : null

export const counted = (unit: string | undefined, by: number): ShiftShape | null =>
  unit !== undefined && isPeriod(unit) ? narrative(unit, by) : null

export type Third = 'START' | 'MID' | 'END'

export const modified = (shape: Shape, mod: Third | undefined): Shape | null =>
  shape.kind === 'date' || shape.kind === 'shift' || shape.kind === 'era' ? { ...shape, mod } : null

/** Part of a year that is given elsewhere: "the third quarter" of "last year". */
export const within = (year: Shape, part: Partial<DateShape>): DateShape | null => {
  if (year.kind === 'date' && year.month === undefined) return { ...year, ...part }
  return year.kind === 'shift' && year.unit === 'Y' && year.from === 'published'
    ? { kind: 'date', yearShift: year.by ?? 0, ...part }
    : null
}

export const weekdayShape = (c: Captured, which?: DateShape['which']): DateShape => ({
  kind: 'date',
  weekday: c.WEEKDAY,
  which,
})

export function lengthShape(
  unit: DurationUnit,
  amount: number | null,
  mod?: DurationShape['mod'],
  times = 1,
): DurationShape {
  return { kind: 'duration', unit, amount: amount === null ? null : amount * times, mod }
}

export const plural = (c: Captured, amount: number | null, mod = c.APPROX): DurationShape =>
  lengthShape(c.UNITS!.unit, amount, mod, c.UNITS!.times)

export const single = (c: Captured, amount: number | null, mod = c.APPROX): DurationShape =>
  lengthShape(c.UNIT!.unit, amount, mod, c.UNIT!.times)

export const reference = (value: ReferenceShape['value']): ReferenceShape => ({ kind: 'reference', value })
export const set = (value: string): SetShape => ({ kind: 'set', value })

export const two = (number: number): string => String(number).padStart(2, '0')

/** "the day before the vote" is counted from the vote. */
export const ENDS = words(', . ; : ) ¶ ” " – -- and but when that')
