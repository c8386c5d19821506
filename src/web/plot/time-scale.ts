/** A time axis in percent of its width, so that the browser stretches it and no text is ever scaled. */
import { dayOf, isoOf, nextPeriod, type Period, periodFor, periodStart } from './calendar.ts'

export interface Tick {
  /** Percent of the width. */
  readonly at: number
  readonly label: string
}

export interface TimeScale {
  readonly from: number
  readonly to: number
  /** Percent of the width at which a day begins. */
  at(day: number): number
  readonly ticks: readonly Tick[]
}

/** Kept free at both ends, for marks and arrows. */
const MARGIN = 3
/** At most so many labels stand beside one another on a phone. */
const MOST_TICKS = 5
const LEAST_DAYS = 4

/** @param days of which there is at least one. */
export function timeScale(days: readonly number[]): TimeScale {
  const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))]
  // A single day gets days around it: a point has no scale.
  const pad = last - first < LEAST_DAYS ? Math.ceil((LEAST_DAYS - (last - first)) / 2) : 0
  const [from, to] = [first - pad, last + pad + 1]
  const at = (day: number): number => rounded(MARGIN + ((day - from) / (to - from)) * (100 - 2 * MARGIN))
  return { from, to, at, ticks: ticksOf(from, to, at) }
}

export const rounded = (percent: number): number => Math.round(percent * 100) / 100

const EVERY_OTHER_DAY: Period = { unit: 'day', every: 2 }

function ticksOf(from: number, to: number, at: (day: number) => number): Tick[] {
  const days = to - from
  const period = days > MOST_TICKS && days <= 12 ? EVERY_OTHER_DAY : periodFor(from, to - 1, MOST_TICKS)
  const ticks: Tick[] = []
  let year = ''
  for (let day = periodStart(from, period); day < to; day = nextPeriod(day, period)) {
    if (day < from) continue
    const iso = isoOf(day)
    ticks.push({ at: at(day), label: tickLabel(iso, period, iso.slice(0, 4) !== year) })
    year = iso.slice(0, 4)
  }
  return ticks
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2024`, `Jun 2024`, `21 Jun`; the year only where it is another one than before. */
function tickLabel(iso: string, { unit }: Period, isOtherYear: boolean): string {
  const year = String(Number(iso.slice(0, 4)))
  if (unit === 'year') return year
  const month = MONTHS[Number(iso.slice(5, 7)) - 1]!
  const words = unit === 'month' ? month : `${Number(iso.slice(8))} ${month}`
  return isOtherYear ? `${words} ${year}` : words
}

/** First and last day between which something may have been said; null on an open side, null altogether where nothing is told. */
export function daysOf(earliest: string | null, latest: string | null): readonly [number | null, number | null] | null {
  const days = [earliest === null ? null : dayOf(earliest), latest === null ? null : dayOf(latest)] as const
  return days[0] === null && days[1] === null ? null : days
}
