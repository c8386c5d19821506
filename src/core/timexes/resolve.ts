/** From what the words say to TIMEX3: values, anchors and the days that an expression can mean. */
import type { Timex } from '../doc.ts'
import { type Day, isoOf, weekdayOf } from './calendar.ts'
import type { Context, Landmark } from './context.ts'
import type { Direction } from './direction.ts'
import {
  dayPeriod,
  daysWithin,
  type Period,
  type PeriodUnit,
  periodHolding,
  shifted,
  UNKNOWN_VALUES,
  weekdayOfWeek,
} from './period.ts'
import { clockText, type Details, dated, open, plain, type Reading, type Resolved } from './reading.ts'
import { dateFrom } from './resolve-date.ts'
import type { ClockTime, DurationShape, Shape, ShiftShape } from './shape.ts'

export function resolve(shape: Shape, context: Context): Resolved {
  switch (shape.kind) {
    case 'duration':
      return { reading: durationOf(shape), period: null }
    case 'set':
      return { reading: plain('SET', shape.value), period: null }
    case 'reference':
      return { reading: referenceOf(shape.value, context), period: null }
    case 'era':
      return dated({ unit: shape.unit, index: shape.index }, 'explicit', null, shape)
    case 'clock':
      return clockOf(shape.clock, shape.mod ?? null, context)
    case 'shift':
      return shape.from === 'narrative' ? fromNarrative(shape, context) : fromPublished(shape, context)
    case 'date':
      return dateFrom(shape, context)
  }
}

// ── durations, references, times of the clock

function durationOf({ unit, amount, mod }: DurationShape): Reading {
  const letter = unit.startsWith('T') ? unit.slice(1) : unit
  const time = unit.startsWith('T') ? 'T' : ''
  return plain(
    'DURATION',
    `P${time}${countOf(unit, amount)}${amount !== null && (letter === 'E' || letter === 'C') ? 'Y' : letter}`,
    mod ?? null,
  )
}

/** Decades and centuries are written in years where they are counted. */
function countOf(unit: string, amount: number | null): string {
  if (amount === null) return 'X'
  const times = unit === 'E' ? 10 : unit === 'C' ? 100 : 1
  return String(Math.round(amount * times * 100) / 100)
}

function referenceOf(value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF', { published }: Context): Reading {
  const reading = plain('DATE', value)
  if (published === null || value === 'PRESENT_REF') return reading
  const day = isoOf(published)
  return value === 'PAST_REF'
    ? { ...reading, anchor: 'published', latest: day }
    : { ...reading, anchor: 'published', earliest: day }
}

function clockOf(clock: ClockTime, mod: Timex['mod'], { published, lastDay }: Context): Resolved {
  const details = { clock, mod: mod ?? undefined }
  if (lastDay !== null) return timeOf(lastDay.period, 'narrative', lastDay.id, details)
  if (published !== null) return timeOf(dayPeriod(published), 'published', null, details)
  return { reading: { ...plain('TIME', `T${clockText(clock)}`, mod), precision: 'time' }, period: null }
}

/** A time of the clock is certain to the day where the day is: "around 9" widens the hour alone. */
function timeOf(period: Period, anchor: Timex['anchor'], from: string | null, details: Details): Resolved {
  const { reading } = dated(period, anchor, from, { ...details, mod: undefined })
  return { reading: { ...reading, mod: details.mod ?? null }, period }
}

// ── counted from the publication date

function fromPublished(shape: ShiftShape, context: Context): Resolved {
  const { published } = context
  if (shape.keepsUnit === true && context.lastQuarter !== null) return compared(shape, context.lastQuarter)
  if (published === null) return open(UNKNOWN_VALUES[shape.unit], shape.unit, shape)
  if (shape.unit === 'WE' && shape.by === null)
    return dated(weekendNear(published, context.direction()), 'published', null, shape)
  if (shape.by === null) return open(UNKNOWN_VALUES[shape.unit], shape.unit, shape)
  const period = shifted(periodHolding(shape.unit, published), shape.by)
  if (shape.weekday !== undefined && shape.unit === 'W')
    return dated(dayPeriod(weekdayOfWeek(daysWithin(period, null).first, shape.weekday)), 'published', null, shape)
  const { reading } = dated(period, 'published', null, shape)
  return { reading: bounded(reading, shape, published), period }
}

/** "Earlier this week" ends, "later this week" begins, and "about two years ago" ends at the latest on the day of publication. */
function bounded(reading: Reading, { side, mod, by }: ShiftShape, published: Day): Reading {
  const day = isoOf(published)
  if (side === 'before' || (mod === 'APPROX' && by !== null && by <= 0 && reading.latest! > day))
    return { ...reading, latest: day }
  return side === 'after' ? { ...reading, earliest: day } : reading
}

/** "The weekend": the coming one where the clause looks ahead, else the last that has begun. */
function weekendNear(published: Day, direction: Direction): Period {
  const own = periodHolding('WE', published)
  return direction === 'future' || direction === 'ahead' || weekdayOf(published) >= 6 ? own : shifted(own, -1)
}

// ── counted from another expression

function fromNarrative(shape: ShiftShape, context: Context): Resolved {
  const { unit, by } = shape
  if (shape.keepsUnit === true) {
    const compares = context.lastQuarter ?? context.last
    return compares === null ? open(UNKNOWN_VALUES[unit], unit, shape) : compared(shape, compares)
  }
  const base =
    unit === 'D' || shape.part !== undefined ? context.lastDay : unit === 'Q' ? context.lastQuarter : context.last
  if (unit === 'Q' && base === null && context.published !== null)
    return dated(lastQuarter(context.published), 'published', null, shape)
  if (base === null || by === null) return open(UNKNOWN_VALUES[unit], unit, shape)
  const holder = holderOf(unit, base.period)
  if (holder === null) return open(UNKNOWN_VALUES[unit], unit, shape)
  return dated(shifted(holder, by), 'narrative', base.id, shape)
}

/** "The quarter" that nothing before names: results are reported when it is over. */
const lastQuarter = (published: Day): Period => shifted(periodHolding('Q', published), -1)

/** "A year earlier": what is compared with is not what the text goes on to count from. */
function compared(shape: ShiftShape, { id, period }: Landmark): Resolved {
  if (shape.by === null) return open(UNKNOWN_VALUES[shape.unit], shape.unit, shape)
  const { reading } = dated(yearsOn(period, shape.by), 'narrative', id, shape)
  return { reading, period: null }
}

/** The same quarter, month or year so many years on; of a day or week the year. */
function yearsOn(period: Period, by: number): Period {
  const perYear: Partial<Record<PeriodUnit, number>> = { Q: 4, M: 12, H: 2, S: 4, Y: 1 }
  const steps = perYear[period.unit]
  if (steps !== undefined) return shifted(period, by * steps)
  return shifted(periodHolding('Y', daysWithin(period, null).first), by)
}

/** The period of a unit that a whole other period lies in; null where it lies in several: no week holds 2019. */
function holderOf(unit: PeriodUnit, period: Period): Period | null {
  const { first, last } = daysWithin(period, null)
  const holder = periodHolding(unit, first)
  return holder.unit === period.unit || daysWithin(holder, null).last >= last ? holder : null
}
