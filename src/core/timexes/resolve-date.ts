/** Places in the calendar: which Friday, which February, which third quarter an expression means. */
import { type Day, dateOf, dayOf, easterOf, isLeapYear, lengthOfMonth, weekdayOf } from './calendar.ts'
import type { Context } from './context.ts'
import {
  dayPeriod,
  daysWithin,
  nearestWeekday,
  type Period,
  type PeriodUnit,
  partOfYear,
  periodHolding,
  UNKNOWN_VALUES,
  weekdayOfWeek,
  yearPeriod,
} from './period.ts'
import { dated, open, plain, type Resolved, two } from './reading.ts'
import type { DateShape } from './shape.ts'

export function dateFrom(shape: DateShape, context: Context): Resolved {
  const { published } = context
  if (shape.isFiscal === true) return fiscal(shape, published)
  if (shape.which === 'previous' || shape.which === 'following') return besideNarrative(shape, context)
  const year =
    shape.year ??
    (shape.yearShift !== undefined && published !== null ? dateOf(published).year + shape.yearShift : undefined)
  const period = year === undefined ? null : inYear(shape, year)
  if (period !== null)
    return dated(weekly(shape, period), shape.year === undefined ? 'published' : 'explicit', null, shape)
  if (published === null || shape.yearShift !== undefined) return open(openValue(shape), unitOf(shape), shape)
  const nearest =
    shape.weekday !== undefined && shape.month === undefined
      ? weekdayNear(shape, published, context)
      : placeNear(shape, published, context)
  return nearest === null
    ? open(openValue(shape), unitOf(shape), shape)
    : dated(weekly(shape, nearest), 'published', null, shape)
}

const weekly = ({ isWeek }: DateShape, period: Period): Period =>
  isWeek === true && period.unit === 'D' ? periodHolding('W', period.index) : period

/** A fiscal year begins when its company or state says; its days stay open. */
function fiscal({ year, yearShift, mod }: DateShape, published: Day | null): Resolved {
  const known = year ?? (published === null ? undefined : dateOf(published).year + (yearShift ?? 0))
  const value = known === undefined ? 'FYXXXX' : `FY${known}`
  const anchor = year !== undefined ? 'explicit' : published !== null ? 'published' : 'none'
  return { reading: { ...plain('DATE', value, mod ?? null), precision: 'year', anchor }, period: null }
}

function besideNarrative(shape: DateShape, context: Context): Resolved {
  const { lastDay } = context
  if (lastDay === null || shape.weekday === undefined) return open(openValue(shape), unitOf(shape), shape)
  const day = nearestWeekday(lastDay.period.index, shape.weekday, shape.which === 'previous' ? -1 : 1, false)
  return dated(dayPeriod(day), 'narrative', lastDay.id, shape)
}

const unitOf = (shape: DateShape): PeriodUnit =>
  shape.day !== undefined || shape.weekday !== undefined || shape.feast !== undefined
    ? 'D'
    : shape.month !== undefined
      ? 'M'
      : shape.quarter !== undefined
        ? 'Q'
        : shape.half !== undefined
          ? 'H'
          : shape.season !== undefined
            ? 'S'
            : 'Y'

/** The place in a given year; null where the year has none: 29 February 2023. */
function inYear(shape: DateShape, year: number): Period | null {
  const { month, day, feast } = shape
  if (feast !== undefined) return dayPeriod(feastOf(feast, year))
  switch (unitOf(shape)) {
    case 'D':
      if (month === undefined || day === undefined || day > lengthOfMonth(year, month)) return null
      return dayPeriod(dayOf(year, month, day))
    case 'M':
      return partOfYear('M', year, month!)
    case 'Q':
      return partOfYear('Q', year, shape.quarter!)
    case 'H':
      return partOfYear('H', year, shape.half!)
    case 'S':
      return partOfYear('S', year, shape.season!)
    default:
      return yearPeriod(year)
  }
}

function feastOf(feast: NonNullable<DateShape['feast']>, year: number): Day {
  if ('easter' in feast) return easterOf(year) + feast.easter
  const first = dayOf(year, feast.month, 1)
  return nearestWeekday(first, feast.weekday, 1, true) + (feast.nth - 1) * 7
}

/** ISO 8601 where month and day are known, TIMEX3's X for the rest. */
function openValue({ month, day, weekday, season, quarter, half }: DateShape): string {
  if (month !== undefined) return `--${two(month)}${day === undefined ? '' : `-${two(day)}`}`
  if (weekday !== undefined) return `XXXX-WXX-${weekday}`
  if (season !== undefined) return `XXXX-${['SP', 'SU', 'FA', 'WI'][season - 1]}`
  if (quarter !== undefined) return `XXXX-Q${quarter}`
  return half !== undefined ? `XXXX-H${half}` : UNKNOWN_VALUES.D
}

function weekdayNear(shape: DateShape, published: Day, context: Context): Period {
  const weekday = shape.weekday!
  if (shape.which === 'last') return dayPeriod(nearestWeekday(published, weekday, -1, false))
  if (shape.which === 'next') return dayPeriod(nearestWeekday(published, weekday, 1, false))
  if (shape.which === 'this') return dayPeriod(weekdayOfWeek(published, weekday))
  const told = context.direction()
  const direction = told === 'future' || told === 'ahead' ? 1 : -1
  return dayPeriod(nearestWeekday(published, weekday, direction, true))
}

/**
 * The month, day, season and so on of the year that fits: the one whose weekday is right, where one is given; the one that
 * holds the day of publication; else the last or the next, as the clause speaks and as they are near.
 */
function placeNear(shape: DateShape, published: Day, context: Context): Period | null {
  const { weekday } = shape
  const year = dateOf(published).year
  const all = yearsAround(shape, year).flatMap((one) => inYear(shape, one) ?? [])
  const fitting = all.filter(({ unit, index }) => weekday !== undefined && unit === 'D' && weekdayOf(index) === weekday)
  const places = fitting.length > 0 ? fitting : all
  const holding = places.find((place) => contains(place, published))
  const before = places.findLast((place) => daysWithin(place, null).last < published) ?? null
  const after = places.find((place) => daysWithin(place, null).first > published) ?? null
  if (shape.which === 'last') return before
  if (shape.which === 'next') return after
  if (shape.which === 'this') return holding ?? inYear(shape, year)
  if (holding !== undefined) return holding
  if (before === null || after === null) return before ?? after
  const since = published - daysWithin(before, null).last
  return isToCome(since, daysWithin(after, null).first - published, context) ? after : before
}

/**
 * Two dates of one name: news looks back rather than ahead, but a clause that speaks of what will be, or a date to come that
 * is far nearer than the one that was, turns it. Only a verb of the past right beside it ("said on 9 February") is certain.
 */
function isToCome(daysSince: number, daysUntil: number, { direction }: Context): boolean {
  const told = direction()
  if (told === 'was') return false
  if (told === 'ahead') return true
  return daysUntil * (told === 'future' ? 1 / 3 : told === 'past' ? 6 : 5) < daysSince
}

/** 29 February needs eight years on either side. */
const yearsAround = ({ month, day }: DateShape, year: number): number[] => {
  const reach = month === 2 && day === 29 ? 8 : 2
  const years = Array.from({ length: 2 * reach + 1 }, (_, index) => year - reach + index)
  return reach === 2 ? years : years.filter(isLeapYear)
}

const contains = (period: Period, day: Day): boolean => {
  const { first, last } = daysWithin(period, null)
  return first <= day && day <= last
}
