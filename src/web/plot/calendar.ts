/** Days as numbers, and the calendar's periods: what a time axis is divided into. */

export interface Period {
  readonly unit: 'day' | 'month' | 'year'
  readonly every: number
}

/** From the finest: a bucket, or the distance of two ticks. */
const PERIODS: readonly Period[] = [
  { unit: 'day', every: 1 },
  { unit: 'day', every: 7 },
  { unit: 'month', every: 1 },
  { unit: 'month', every: 3 },
  { unit: 'month', every: 6 },
  { unit: 'year', every: 1 },
  { unit: 'year', every: 2 },
  { unit: 'year', every: 5 },
  { unit: 'year', every: 10 },
  { unit: 'year', every: 20 },
  { unit: 'year', every: 50 },
  { unit: 'year', every: 100 },
  { unit: 'year', every: 500 },
]

const DAY = 86_400_000

/** Days since 1970-01-01 of an ISO date with or without a time; null for what is no whole date. */
export function dayOf(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso)) return null
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? null : Math.floor(time / DAY)
}

/** `2024-06-21`. */
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** First day of the period in which `day` is; weeks begin on Mondays, and 1970-01-01 was a Thursday. */
export function periodStart(day: number, { unit, every }: Period): number {
  if (unit === 'day') return day - ((((day + 3) % every) + every) % every)
  const [year, month] = monthOf(day)
  if (unit === 'year') return firstOf(year - (year % every), 0)
  return firstOf(year, month - (month % every))
}

/** First day of the period after the one that begins on `start`. */
export function nextPeriod(start: number, { unit, every }: Period): number {
  if (unit === 'day') return start + every
  const [year, month] = monthOf(start)
  return unit === 'year' ? firstOf(year + every, 0) : firstOf(year, month + every)
}

/** The finest period of which there are at most `most` between two days, ends included. */
export const periodFor = (from: number, to: number, most: number): Period =>
  PERIODS.find((period) => countOf(from, to, period, most) <= most) ?? PERIODS.at(-1)!

function countOf(from: number, to: number, period: Period, most: number): number {
  let count = 0
  for (let day = periodStart(from, period); day <= to && count <= most; day = nextPeriod(day, period)) count++
  return count
}

/** Year and month (0 to 11). */
function monthOf(day: number): [number, number] {
  const date = new Date(day * DAY)
  return [date.getUTCFullYear(), date.getUTCMonth()]
}

/** `Date.UTC` would take a year below 100 for one of the twentieth century. */
function firstOf(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 1)
  return Math.floor(date.getTime() / DAY)
}
