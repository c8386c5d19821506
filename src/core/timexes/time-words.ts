/** Words of time in English news, and what they stand for. */
import type { PeriodUnit } from './period.ts'

const table = <Value>(rows: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(rows).flatMap(([words, value]) => words.split(' ').map((word) => [word, value] as const)))

/** Abbreviations come with a full stop of their own. */
export const MONTHS = table<number>({
  'january jan': 1,
  'february feb': 2,
  'march mar': 3,
  'april apr': 4,
  may: 5,
  'june jun': 6,
  'july jul': 7,
  'august aug': 8,
  'september sept sep': 9,
  'october oct': 10,
  'november nov': 11,
  'december dec': 12,
})

export const WEEKDAYS = table<number>({
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
})

/** Only before a date: "Wed., Dec. 28", "Sat 3 May". */
export const SHORT_WEEKDAYS = table<number>({
  mon: 1,
  'tue tues': 2,
  wed: 3,
  'thu thur thurs': 4,
  fri: 5,
  sat: 6,
  sun: 7,
})

export type DurationUnit = PeriodUnit | 'TH' | 'TM' | 'TS'

/** Trading days are days; a fortnight is two weeks. */
export const UNITS = table<{ readonly unit: DurationUnit; readonly times?: number }>({
  second: { unit: 'TS' },
  minute: { unit: 'TM' },
  hour: { unit: 'TH' },
  day: { unit: 'D' },
  week: { unit: 'W' },
  fortnight: { unit: 'W', times: 2 },
  month: { unit: 'M' },
  quarter: { unit: 'Q' },
  year: { unit: 'Y' },
  decade: { unit: 'E' },
  century: { unit: 'C' },
  weekend: { unit: 'WE' },
})

export const PLURAL_UNITS = table<{ readonly unit: DurationUnit; readonly times?: number }>({
  'seconds secs': { unit: 'TS' },
  'minutes mins': { unit: 'TM' },
  'hours hrs': { unit: 'TH' },
  days: { unit: 'D' },
  weeks: { unit: 'W' },
  fortnights: { unit: 'W', times: 2 },
  months: { unit: 'M' },
  quarters: { unit: 'Q' },
  years: { unit: 'Y' },
  decades: { unit: 'E' },
  centuries: { unit: 'C' },
  weekends: { unit: 'WE' },
})

/** 1 for spring. */
export const SEASONS = table<number>({ spring: 1, summer: 2, 'fall autumn': 3, winter: 4 })

export const PARTS = table<string>({
  morning: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  'night overnight': 'TNI',
})

export const PLURAL_PARTS = table<string>({ mornings: 'TMO', afternoons: 'TAF', evenings: 'TEV', nights: 'TNI' })

/** `early`, `mid`, `late`: which third of a period. */
export const THIRDS = table<'START' | 'MID' | 'END'>({ early: 'START', mid: 'MID', middle: 'MID', late: 'END' })

export const RELATIVES = table<number>({ last: -1, this: 0, next: 1 })

/** "Q3", "H1". */
export const QUARTERS = table<number>({ q1: 1, q2: 2, q3: 3, q4: 4 })

export const ORDINALS = table<number>({
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  'fourth final': 4,
  '4th': 4,
})

export const DAY_ORDINALS = table<number>(
  Object.fromEntries(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
      .split(' ')
      .map((word, index) => [word, index + 1]),
  ),
)

export const NUMBERS = table<number>({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12,
})

/** Zones that are UTC are written `Z`; others are read and dropped, since their letters mean several zones. */
export const ZONES = new Set(
  'utc gmt z est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk ist jst aest aedt hkt sgt'.split(
    ' ',
  ),
)

export const UTC_ZONES = new Set(['utc', 'gmt', 'z'])
