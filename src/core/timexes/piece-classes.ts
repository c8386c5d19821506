/** The classes of words that time patterns are made of: numbers, months, units, times of the clock and so on. */
import { isDigit } from '../characters.ts'
import type { Match, PieceClass } from './pattern.ts'
import type { Piece } from './pieces.ts'
import type { ClockTime } from './shape.ts'
import {
  DAY_ORDINALS,
  MONTHS,
  NUMBERS,
  ORDINALS,
  PARTS,
  PLURAL_PARTS,
  PLURAL_UNITS,
  QUARTERS,
  RELATIVES,
  SEASONS,
  SHORT_WEEKDAYS,
  THIRDS,
  UNITS,
  UTC_ZONES,
  WEEKDAYS,
  ZONES,
} from './time-words.ts'

type Reader = PieceClass['match']

/** One word of a list, with what it stands for. */
const listed = (words: ReadonlyMap<string, unknown>, isAllowed?: (piece: Piece) => boolean): PieceClass => ({
  match(pieces, at) {
    const piece = pieces[at]!
    const value = words.get(piece.lower)
    return value === undefined || isAllowed?.(piece) === false ? null : { length: 1, value }
  },
  words: [...words.keys()],
  digits: [...words.keys()].some((word) => isDigit(word.charCodeAt(0))),
})

const isPlain = ({ isCapitalised, lower }: Piece): boolean => !isCapitalised || lower === 'overnight'

const numeric = (match: Reader): PieceClass => ({ match, words: [], digits: true })

/** The word at `at` if it belongs to the block of the piece before it. */
const wordAt = (pieces: readonly Piece[], at: number): string | undefined => {
  const piece = pieces[at]
  return piece !== undefined && piece.block === pieces[at - 1]?.block ? piece.lower : undefined
}

const DIGITS = /^\d{1,7}(?:\.\d{1,3})?$/
const GROUPED = /^\d{1,3}(?:,\d{3}){1,3}$/

/** "14", "2.5", "1,000", "2 1/2", "twenty-one", "two and a half", "two hundred"; at most six pieces. */
function numberAt(pieces: readonly Piece[], at: number): Match<number> | null {
  const { lower } = pieces[at]!
  if (DIGITS.test(lower)) {
    const numerator = wordAt(pieces, at + 1)
    const denominator = wordAt(pieces, at + 3)
    if (wordAt(pieces, at + 2) === '/' && isSmall(numerator) && isSmall(denominator))
      return { length: 4, value: Number(lower) + Number(numerator) / Number(denominator) }
    return withHalf(pieces, at, 1, Number(lower))
  }
  if (GROUPED.test(lower)) return { length: 1, value: Number(lower.replaceAll(',', '')) }
  let value = NUMBERS.get(lower)
  if (value === undefined) return null
  let length = 1
  const next = wordAt(pieces, at + 1) === '-' ? 2 : 1
  const ones = NUMBERS.get(wordAt(pieces, at + next) ?? '')
  if (value >= 20 && ones !== undefined && ones > 0 && ones < 10) {
    value += ones
    length += next
  }
  const scale = wordAt(pieces, at + length)
  if (scale === 'hundred' || scale === 'thousand' || scale === 'dozen') {
    value *= scale === 'hundred' ? 100 : scale === 'thousand' ? 1000 : 12
    length += 1
  }
  return withHalf(pieces, at, length, value)
}

const isSmall = (word: string | undefined): boolean => word !== undefined && /^\d$/.test(word)

/** "two and a half", "two-and-a-half". */
function withHalf(pieces: readonly Piece[], at: number, length: number, value: number): Match<number> {
  let end = at + length
  for (const word of ['and', 'a', 'half']) {
    if (wordAt(pieces, end) === '-') end++
    if (wordAt(pieces, end) !== word) return { length, value }
    end++
  }
  return { length: end - at, value: value + 0.5 }
}

const yearAt: Reader = (pieces, at) => {
  const { lower } = pieces[at]!
  if (/^\d{4}$/.test(lower)) {
    const value = Number(lower)
    return value >= 1000 && value < 2200 ? { length: 1, value } : null
  }
  // "nineteen ninety-six", as broadcasters' transcripts have it.
  const century = NUMBERS.get(lower)
  if (century !== 19 && century !== 18) return null
  const rest = pieces[at + 1] === undefined ? null : numberAt(pieces, at + 1)
  return rest !== null && rest.value >= 10 && rest.value < 100 && Number.isInteger(rest.value)
    ? { length: 1 + rest.length, value: century * 100 + rest.value }
    : null
}

const dayAt: Reader = (pieces, at) => {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(pieces[at]!.lower)
  const value = Number(match?.[1])
  return value >= 1 && value <= 31 ? { length: 1, value } : null
}

const twoDigits: Reader = (pieces, at) => {
  const { lower } = pieces[at]!
  return /^\d{1,2}$/.test(lower) ? { length: 1, value: Number(lower) } : null
}

/** "Feb." with its stop, where a number goes on; a month needs its capital. */
const monthAt: Reader = (pieces, at) => {
  const piece = pieces[at]!
  const value = MONTHS.get(piece.lower)
  if (value === undefined || !piece.isCapitalised) return null
  const isShort = piece.lower.length <= 4 && !FULL_SHORT.has(piece.lower)
  if (!isShort) return { length: 1, value }
  const hasStop = wordAt(pieces, at + 1) === '.'
  const next = wordAt(pieces, at + (hasStop ? 2 : 1))
  const goesOn = next !== undefined && isDigit(next.charCodeAt(0))
  const isDated = at > 0 && isDigit(pieces[at - 1]!.lower.charCodeAt(0))
  if (!hasStop) return goesOn || isDated ? { length: 1, value } : null
  return { length: goesOn || isDated ? 2 : 1, value }
}

const FULL_SHORT = new Set(['may', 'june', 'july'])

const shortWeekdayAt: Reader = (pieces, at) => {
  const piece = pieces[at]!
  const value = SHORT_WEEKDAYS.get(piece.lower)
  if (value === undefined || !piece.isCapitalised) return null
  return { length: wordAt(pieces, at + 1) === '.' ? 2 : 1, value }
}

/** "14:00", "9:30 p.m.", "9 a.m.", "9pm", "9 o'clock", "noon". */
const clockAt: Reader = (pieces, at) => {
  const { lower } = pieces[at]!
  const named = lower === 'noon' || lower === 'midday' ? 12 : lower === 'midnight' ? 24 : null
  if (named !== null) return clockOf(named, 0, 1)
  const match = /^(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?(am|pm)?$/.exec(lower)
  if (match === null) return null
  let hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  let half = match[3]
  let length = 1
  const next = wordAt(pieces, at + 1) ?? ''
  if (half === undefined && /^[ap]\.?m\.?$/.test(next)) {
    half = next[0] === 'p' ? 'pm' : 'am'
    length = 2
  } else if (half === undefined && next === "o'clock") {
    length = 2
  } else if (
    half === undefined &&
    (match[2] === undefined || !lower.includes(':') || (hour < 10 && lower.length < 5 && !isAfterAt(pieces, at)))
  )
    return null
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  return hour <= 24 && minute < 60 ? clockOf(hour, minute, length) : null
}

/** "9:30" alone is a time only after "at", "by" and the like: there are scores and verses too. */
const isAfterAt = (pieces: readonly Piece[], at: number): boolean =>
  ['at', 'by', 'until', 'from', 'to', 'before', 'after', 'around', 'about', '-'].includes(pieces[at - 1]?.lower ?? '')

const clockOf = (hour: number, minute: number, length: number): Match<ClockTime> => ({
  length,
  value: { hour, minute, isUtc: false },
})

/** "0800", which only a zone makes a time. */
const fourDigitClock: Reader = (pieces, at) => {
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(pieces[at]!.lower)
  return match === null ? null : clockOf(Number(match[1]), Number(match[2]), 1)
}

/** "1990s", "1990's". */
const decadeAt: Reader = (pieces, at) => {
  const match = /^(\d{3})0(s?)$/.exec(pieces[at]!.lower)
  if (match === null) return null
  if (match[2] === 's') return { length: 1, value: Number(match[1]) }
  return wordAt(pieces, at + 1) === "'s" || wordAt(pieces, at + 1) === '’s'
    ? { length: 2, value: Number(match[1]) }
    : null
}

/** "'90s", "90s". */
const shortDecadeAt: Reader = (pieces, at) => {
  const match = /^(\d)0s$/.exec(pieces[at]!.lower)
  return match === null ? null : { length: 1, value: Number(match[1]) }
}

/** "28.12.2022". */
const dottedDate: Reader = (pieces, at) => {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(pieces[at]!.lower)
  return match === null ? null : { length: 1, value: match.slice(1).map(Number) }
}

/** "20th", "twenty-first", "nineteenth": of a century. */
const centuryAt: Reader = (pieces, at) => {
  const { lower } = pieces[at]!
  const match = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(lower)
  if (match !== null) return { length: 1, value: Number(match[1]) }
  const named = DAY_ORDINALS.get(lower)
  if (named !== undefined) return { length: 1, value: named }
  return lower === 'twenty' && wordAt(pieces, at + 1) === '-' && wordAt(pieces, at + 2) === 'first'
    ? { length: 3, value: 21 }
    : null
}

/** A group's own name in the rules for what it reads: `c.NUM` is a number. */
export const CLASSES: Readonly<Record<string, PieceClass>> = {
  NUM: { match: numberAt, words: [...NUMBERS.keys()], digits: true },
  YEAR: { match: yearAt, words: ['nineteen', 'eighteen'], digits: true },
  DAY: numeric(dayAt),
  DAYWORD: listed(DAY_ORDINALS),
  NN: numeric(twoDigits),
  MONTH: { match: monthAt, words: [...MONTHS.keys()], digits: false },
  WEEKDAY: listed(WEEKDAYS, ({ isCapitalised }) => isCapitalised),
  WEEKDAYS: listed(new Map([...WEEKDAYS].map(([name, value]) => [`${name}s`, value]))),
  SHORTDAY: { match: shortWeekdayAt, words: [...SHORT_WEEKDAYS.keys()], digits: false },
  SEASON: listed(SEASONS),
  // "CBS This Morning", "This Week": names of programmes.
  PART: listed(PARTS, isPlain),
  PARTS: listed(PLURAL_PARTS),
  THIRD: listed(THIRDS),
  ORDINAL: listed(ORDINALS),
  UNIT: listed(UNITS, isPlain),
  UNITS: listed(PLURAL_UNITS),
  CLOCK: { match: clockAt, words: ['noon', 'midday', 'midnight'], digits: true },
  CLOCK4: numeric(fourDigitClock),
  RELATIVE: listed(RELATIVES),
  QUARTER: listed(QUARTERS, ({ isCapitalised }) => isCapitalised),
  ZONE: listed(new Map([...ZONES].map((zone) => [zone, UTC_ZONES.has(zone)])), ({ isCapitalised }) => isCapitalised),
  DECADE: numeric(decadeAt),
  SHORTDECADE: numeric(shortDecadeAt),
  CENTURY: { match: centuryAt, words: [...DAY_ORDINALS.keys()], digits: true },
  DOTDATE: numeric(dottedDate),
}
