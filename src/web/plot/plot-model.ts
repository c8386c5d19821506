/** Statements with dates → what a timeline draws: lanes of marks, or of bars where there are too many to be marks. */
import type { TimelineEntry } from '../../app/timeline-entries.ts'
import { isoOf, nextPeriod, type Period, periodFor, periodStart } from './calendar.ts'
import { daysOf, rounded, type TimeScale, timeScale } from './time-scale.ts'

/** More are drawn as bars: the page would grow too long to load, and the marks too many to tell apart. */
export const MOST_MARKS = 80
/** A lane of more rows than this is one of bars, too. */
const MOST_ROWS = 14
const MOST_LANES = 8
const MOST_BUCKETS = 24
/** Percent of the width: nearer marks stand below one another. */
const APART = 2.2
/** What an arrow to an open side takes up. */
const ARROW = 5
/** A bar is drawn at least so wide, to be seen. */
const LEAST_WIDTH = 1.6

export interface Mark {
  readonly entry: TimelineEntry
  /** From 1, in the order of saying: the number of its row in the table. */
  readonly number: number
  /** Percent of the width; null on an open side. */
  readonly from: number | null
  readonly to: number | null
  /** One day: a dot. */
  readonly isDay: boolean
  readonly row: number
}

export interface Bar {
  /** First and last day of the period, as ISO dates. */
  readonly first: string
  readonly last: string
  readonly from: number
  readonly to: number
  readonly own: number
  readonly told: number
}

export interface Lane {
  readonly name: string
  readonly dated: number
  readonly undated: number
  readonly rows: number
  readonly marks: readonly Mark[]
  readonly bars: readonly Bar[]
}

export interface Plot {
  readonly scale: TimeScale
  readonly lanes: readonly Lane[]
  /** Whether lanes hold bars. */
  readonly isCounted: boolean
  readonly period: Period
  /** The highest bar. */
  readonly most: number
  /** Of those counted, how many may be of several periods and stand in no bar. */
  readonly vague: number
  /** Where each statement stands across, by its id: the middle of its mark, or its known end. */
  readonly places: ReadonlyMap<string, number>
}

export interface Lanes {
  readonly of: (entry: TimelineEntry) => string
  /** Name of the lane of all that has no lane among the largest. */
  readonly rest: string
}

/** Null where nothing has a date. */
export function plotOf(
  dated: readonly TimelineEntry[],
  undated: readonly TimelineEntry[],
  lanes: Lanes,
  mostMarks = MOST_MARKS,
): Plot | null {
  const placed = dated.flatMap((entry, index): Placed[] => {
    const { earliest, latest } = entry.statement.said
    const days = daysOf(earliest, latest)
    return days === null ? [] : [{ entry, days, number: index + 1 }]
  })
  if (placed.length === 0) return null
  const scale = timeScale(placed.flatMap(({ days }) => days.filter((day) => day !== null)))
  const laneOf = lanesOf([...placed.map(({ entry }) => entry), ...undated], lanes)
  const groups = Map.groupBy(placed, ({ entry }) => laneOf(entry))
  const apart = Map.groupBy(undated, laneOf)
  const names = orderOf(groups, apart, lanes.rest)
  const marked = placed.length > mostMarks ? null : names.map((name) => markLane(groups.get(name) ?? [], scale))
  const isCounted = marked === null || marked.some(({ rows }) => rows > MOST_ROWS)
  const period = periodFor(scale.from, scale.to - 1, MOST_BUCKETS)
  const drawn = names.map((name, index): Lane => {
    const entries = groups.get(name) ?? []
    const sizes = { name, dated: entries.length, undated: apart.get(name)?.length ?? 0 }
    return isCounted
      ? { ...sizes, rows: 0, marks: [], bars: barsOf(entries, scale, period) }
      : { ...sizes, ...marked![index]!, bars: [] }
  })
  const bars = drawn.flatMap((lane) => lane.bars)
  const counted = bars.reduce((sum, { own, told }) => sum + own + told, 0)
  return {
    scale,
    lanes: drawn,
    isCounted,
    period,
    most: bars.reduce((most, { own, told }) => Math.max(most, own + told), 0),
    vague: isCounted ? placed.length - counted : 0,
    places: new Map(
      placed.map(({ entry, days }) => {
        const [from, to] = extent(...days, scale)
        return [entry.statement.id, from === null ? to! : to === null ? from : rounded((from + to) / 2)]
      }),
    ),
  }
}

interface Placed {
  readonly entry: TimelineEntry
  readonly days: readonly [number | null, number | null]
  readonly number: number
}

/** The largest lanes keep their names; what is in none of them goes to the rest. */
function lanesOf(entries: readonly TimelineEntry[], { of, rest }: Lanes): (entry: TimelineEntry) => string {
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(of(entry), (counts.get(of(entry)) ?? 0) + 1)
  const largest = [...counts].filter(([name]) => name !== rest).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const isAll = counts.size <= MOST_LANES
  const kept = new Set(largest.slice(0, isAll ? MOST_LANES : MOST_LANES - 1).map(([name]) => name))
  return (entry) => (kept.has(of(entry)) ? of(entry) : rest)
}

/** The lane with most that can be drawn first, then those of undated statements alone, the rest last. */
function orderOf(dated: Groups, undated: Groups, rest: string): string[] {
  const sizeOf = (groups: Groups, name: string): number => groups.get(name)?.length ?? 0
  return [...new Set([...dated.keys(), ...undated.keys()])].sort((a, b) => {
    if (a === rest || b === rest) return a === rest ? 1 : -1
    return sizeOf(dated, b) - sizeOf(dated, a) || sizeOf(undated, b) - sizeOf(undated, a) || inNumbers(a, b)
  })
}

/** Position 2 before Position 10. */
const inNumbers = new Intl.Collator('en', { numeric: true }).compare

type Groups = ReadonlyMap<string, readonly unknown[]>

// ── marks

/** Each in the first row that is free where it stands. */
function markLane(entries: readonly Placed[], scale: TimeScale): Pick<Lane, 'marks' | 'rows'> {
  const ends: number[] = []
  const marks = entries.map(({ entry, days: [first, last], number }): Mark => {
    const isDay = first !== null && first === last
    const [from, to] = extent(first, last, scale)
    const left = from ?? to! - ARROW
    const found = ends.findIndex((end) => end + APART <= left)
    const row = found < 0 ? ends.length : found
    ends[row] = to ?? from! + ARROW
    return { entry, number, from, to, isDay, row }
  })
  return { marks, rows: ends.length }
}

/** A dot stands in the middle of its day; a bar goes from the begin of its first day to the end of its last. */
function extent(first: number | null, last: number | null, scale: TimeScale): [number | null, number | null] {
  if (first !== null && first === last) {
    const middle = rounded((scale.at(first) + scale.at(first + 1)) / 2)
    return [middle, middle]
  }
  if (first === null || last === null) {
    return [first === null ? null : scale.at(first), last === null ? null : scale.at(last + 1)]
  }
  const [from, to] = [scale.at(first), scale.at(last + 1)]
  const lack = Math.max(0, LEAST_WIDTH - (to - from)) / 2
  return [rounded(from - lack), rounded(to + lack)]
}

// ── bars

function barsOf(entries: readonly Placed[], scale: TimeScale, period: Period): Bar[] {
  const counts = new Map<number, { own: number; told: number }>()
  for (const { entry, days } of entries) {
    const [first, last] = days
    if (first === null || last === null) continue
    const start = periodStart(first, period)
    if (periodStart(last, period) !== start) continue
    const count = counts.get(start) ?? { own: 0, told: 0 }
    if (entry.own) count.own++
    else count.told++
    counts.set(start, count)
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([start, count]) => {
      const end = nextPeriod(start, period)
      const [from, to] = [scale.at(Math.max(start, scale.from)), scale.at(Math.min(end, scale.to))]
      return { first: isoOf(start), last: isoOf(end - 1), from, to, ...count }
    })
}
