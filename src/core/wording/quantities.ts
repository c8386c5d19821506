/** The numbers that a text gives, read: what they are worth, how exactly they are meant, and what is counted. */
import type { Span } from '../span.ts'
import { BOUND_ROWS, type Bound } from './bound-rows.ts'
import { NUMBER_WORDS, type Word } from './words-of.ts'

export interface Quantity extends Span {
  /** Index of its first word and after its last one; `about`, `up to` and the unit are part of it. */
  readonly from: number
  readonly to: number
  /** What it can be, both inclusive; infinite where a side is open. */
  readonly low: number
  readonly high: number
  readonly bound: Bound
  /** `percent`, `day` (of a duration), `date` (a calendar year or day), `dollar`, `euro`, …; null where something is counted. */
  readonly unit: string | null
  /** Index of the noun that is counted, as far as it follows: "15,000 military personnel" → "military"; -1 for none. */
  readonly counted: number
}

const SCALES: ReadonlySet<string> = new Set('hundred thousand million billion trillion k m mn bn tn'.split(' '))
const ROUND_PLURALS: ReadonlySet<string> = new Set(
  'tens dozens scores hundreds thousands millions billions trillions'.split(' '),
)
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['dollar', 'dollar'],
  ['euro', 'euro'],
  ['pound', 'pound'],
  ['rubl', 'rouble'],
  ['roubl', 'rouble'],
  ['hryvnia', 'hryvnia'],
  ['yuan', 'yuan'],
])
const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december'.split(' '),
)
const YEAR_BEFORE: ReadonlySet<string> = new Set(
  'in since by from of until till during before after early late mid'.split(' '),
)

const DURATIONS: ReadonlyMap<string, number> = new Map(
  'minute:1440th minutes:1440th hour:24th hours:24th day:1 days:1 week:7 weeks:7 month:30.4 months:30.4 year:365 years:365 decade:3650 decades:3650'
    .split(' ')
    .map((row) => {
      const [form, worth] = row.split(':')
      return [form!, worth!.endsWith('th') ? 1 / Number.parseInt(worth!, 10) : Number(worth)] as const
    }),
)
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 50],
  ['third', 100 / 3],
  ['thirds', 100 / 3],
  ['quarter', 25],
  ['quarters', 25],
  ['fifth', 20],
  ['fifths', 20],
  ['tenth', 10],
  ['tenths', 10],
])

/** The longest first, so that "no more than" is not "more than". */
const bounds = BOUND_ROWS.map(({ words, bound }) => ({ words: words.split(' '), bound })).sort(
  (a, b) => b.words.length - a.words.length,
)

/** All quantities of `words`, in order; linear. */
export function quantitiesOf(words: readonly Word[]): readonly Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < words.length; at++) {
    const quantity = words[at]!.kind === 'number' || FRACTIONS.has(words[at]!.form) ? quantityAt(words, at) : null
    if (quantity === null) continue
    found.push(quantity)
    at = Math.max(at, quantity.to - 1)
  }
  return found
}

interface Reading {
  readonly low: number
  readonly high: number
  readonly round: boolean
  readonly fraction?: true
  readonly to: number
}

function quantityAt(words: readonly Word[], at: number): Quantity | null {
  const first = readingAt(words, at)
  if (first === null) return null
  const second = rangeEnd(words, at, first)
  const low = second === null ? first.low : Math.min(scaledLike(first, second), second.low)
  const high = second === null ? first.high : second.high
  let to = (second ?? first).to
  let from = at
  const sign = words[at - 1]
  let unit: string | null = sign?.kind === 'symbol' ? (CURRENCIES.get(sign.form) ?? null) : null
  if (unit !== null) from--
  const softened = boundBefore(words, from)
  if (softened !== null) from = softened.from
  if (unit === null) {
    const percent = percentAt(words, to)
    if (percent > to) {
      unit = 'percent'
      to = percent
    } else if (first.fraction) unit = 'percent'
    else if (CURRENCIES.has(words[to]?.stem ?? '')) unit = CURRENCIES.get(words[to++]!.stem)!
    else if (isDate(words, at, to, low)) unit = 'date'
  }
  const days = unit === null && words[to + 1]?.form !== 'old' ? DURATIONS.get(words[to]?.form ?? '') : undefined
  if (days !== undefined) {
    unit = 'day'
    to++
  }
  const scale = days ?? 1
  const bound = softened?.bound ?? (second !== null ? 'range' : first.round ? 'about' : 'exact')
  return {
    start: words[from]!.start,
    end: words[to - 1]!.end,
    from,
    to,
    low: bound === 'at-most' ? 0 : low * scale,
    high: bound === 'at-least' ? Number.POSITIVE_INFINITY : high * scale,
    bound,
    unit,
    counted: unit === null ? countedAt(words, to) : -1,
  }
}

/** "15,000", "15 thousand", "fifteen thousand", "two hundred and fifty", "tens of thousands", "19.3 billion". */
function readingAt(words: readonly Word[], at: number): Reading | null {
  const word = words[at]!
  const fraction = fractionAt(words, at)
  if (fraction !== null) return fraction
  if (ROUND_PLURALS.has(word.form)) return plurals(words, at)
  let value = worthOf(word.form)
  if (value === null) return null
  let total = 0
  let to = at + 1
  while (to < words.length && to < at + 10) {
    const { form, kind } = words[to]!
    const joined =
      form === 'and' && words[to + 1]?.kind === 'number' && value % 100 === 0 && isSpelled(words[to + 1]!.form)
    if (joined) to++
    const next = words[to]!
    if (next.kind !== 'number' && kind !== 'number') break
    const worth = NUMBER_WORDS.get(next.form)
    if (worth === undefined || ROUND_PLURALS.has(next.form)) break
    if (SCALES.has(next.form)) {
      if (worth === 100) value *= 100
      else {
        total += value * worth
        value = 0
      }
    } else if (isSpelled(words[to - 1]!.form) && worth < 100 && (value % 100 === 0 || (value % 10 === 0 && worth < 10)))
      value += worth
    else break
    to++
  }
  const sum = total + value
  return { low: sum, high: sum, round: false, to }
}

/** "two thirds", "a fifth of", "half of": as a percentage; no ordinal ("the third quarter"). */
function fractionAt(words: readonly Word[], at: number): Reading | null {
  const { form, kind } = words[at]!
  const times = kind === 'number' ? NUMBER_WORDS.get(form) : undefined
  const [part, to] = times !== undefined && times < 10 ? [words[at + 1]?.form ?? '', at + 2] : [form, at + 1]
  const share = FRACTIONS.get(part)
  if (share === undefined) return null
  const next = words[to]?.form
  const isShare =
    to === at + 2
      ? part.endsWith('s') || next === 'of'
      : next === 'of' || (part !== 'half' && words[at - 1]?.form === 'a')
  if (!isShare && !(part === 'half' && next === 'the')) return null
  const value = share * (times ?? 1)
  return { low: value, high: value, round: false, fraction: true, to }
}

function plurals(words: readonly Word[], at: number): Reading {
  let factor = NUMBER_WORDS.get(words[at]!.form)!
  let to = at + 1
  if (words[to]?.form === 'of' && ROUND_PLURALS.has(words[to + 1]?.form ?? '')) {
    factor *= NUMBER_WORDS.get(words[to + 1]!.form)!
    to += 2
  }
  return { low: 2 * factor, high: 10 * factor, round: true, to }
}

/** "10 to 20", "between 10 and 20", "10-20", "tens or even hundreds". */
function rangeEnd(words: readonly Word[], at: number, first: Reading): Reading | null {
  let next = first.to
  const word = words[next]
  if (word === undefined) return null
  const between = words[at - 1]?.form === 'between' && word.form === 'and'
  const touching = word.start === words[next - 1]!.end + 1 && word.kind === 'number'
  if (word.form === 'to' || word.form === 'or' || between) next++
  else if (!touching) return null
  if (words[next]?.form === 'even') next++
  if (words[next]?.kind !== 'number') return null
  const second = readingAt(words, next)
  return second !== null && second.high > first.low ? second : null
}

/** "10 to 20 million": the scale of the second counts for the first where that alone makes a range. */
const scaledLike = (first: Reading, second: Reading): number => {
  if (first.round || first.low >= 1000) return first.low
  for (const scale of [1e3, 1e6, 1e9, 1e12]) {
    if (second.low >= scale && second.low < scale * 1000 && first.low * scale < second.low) {
      return second.low % scale === 0 || second.low / scale < 1000 ? first.low * scale : first.low
    }
  }
  return first.low
}

function boundBefore(words: readonly Word[], from: number): { bound: Bound; from: number } | null {
  for (const row of bounds) {
    const start = from - row.words.length
    if (start >= 0 && row.words.every((form, index) => words[start + index]!.form === form)) {
      return { bound: row.bound, from: start }
    }
  }
  return null
}

function percentAt(words: readonly Word[], at: number): number {
  const form = words[at]?.form
  if (form === '%' || form === 'percent' || form === 'pc') return at + 1
  return form === 'per' && words[at + 1]?.form === 'cent' ? at + 2 : at
}

/** A calendar year or the day of a month: no count of anything. */
function isDate(words: readonly Word[], at: number, to: number, value: number): boolean {
  const [before, after] = [words[at - 1]?.form ?? '', words[to]?.form ?? '']
  if (value > 0 && value < 32 && (MONTHS.has(before) || MONTHS.has(after))) return true
  const { form } = words[at]!
  if (to !== at + 1 || form.length !== 4 || value < 1900 || value > 2099 || !Number.isInteger(value)) return false
  if (YEAR_BEFORE.has(before) || MONTHS.has(before)) return true
  const next = words[to]
  return next === undefined || next.kind === 'function' || next.kind === 'negation' || next.kind === 'modal'
}

function countedAt(words: readonly Word[], to: number): number {
  let at = words[to]?.form === 'of' ? to + 1 : to
  for (const last = at + 2; at < last && at < words.length; at++) {
    const { kind, form } = words[at]!
    if (kind === 'word' || kind === 'name') return at
    if (form !== 'the' && form !== 'its' && form !== 'their' && form !== 'more' && form !== 'other') return -1
  }
  return -1
}

const isSpelled = (form: string): boolean => !/^\d/.test(form)

function worthOf(form: string): number | null {
  const spelled = NUMBER_WORDS.get(form)
  if (spelled !== undefined) return spelled
  const digits = form.replaceAll(',', '')
  const value = Number(digits)
  return digits !== '' && Number.isFinite(value) ? value : null
}

/** Can both be true of one thing? A number rounded by one of them is the same number. */
export function agree(a: Quantity, b: Quantity): boolean {
  const [slackA, slackB] = [slackOf(a), slackOf(b)]
  return a.low - slackA <= b.high + slackB && b.low - slackB <= a.high + slackA
}

/** Half of the last digit that is not a zero, for numbers of which it is plain that they are rounded: 19.3 for 19.34, 15,000 for 14,980. */
function slackOf({ low, high, bound, unit }: Quantity): number {
  const value = Number.isFinite(high) ? high : low
  if (bound === 'about') return value * 0.1
  if (unit === 'percent') return Number.isInteger(value) ? 0.5 : 0.05
  if (low !== high || value < 1000) return Number.isInteger(value) ? 0 : 0.05
  let digit = 1
  while (digit < value && value % (digit * 10) === 0) digit *= 10
  return digit >= value / 10 ? digit * 0.05 : digit / 2 < value * 0.005 ? digit / 2 : 0
}
