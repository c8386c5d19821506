/** Rules for what repeats, and for "now" and "recently". */
import type { Row } from './pattern.ts'
import { reference, set, two, words } from './row-shapes.ts'
import type { SetShape, Shape } from './shape.ts'
import type { DurationUnit } from './time-words.ts'

const SET_VALUES: Readonly<Record<string, string>> = {
  TH: 'PT1H',
  TM: 'PT1M',
  TS: 'PT1S',
  WE: 'XXXX-WXX-WE',
  E: 'P10Y',
  C: 'P100Y',
}
const setOf = (unit: DurationUnit): SetShape => set(SET_VALUES[unit] ?? `P1${unit}`)
const SEASON_CODES = ['SP', 'SU', 'FA', 'WI']

/** Verbs that make "previously" and "earlier" times of a saying. */
const SAYING = words(
  'said told warned announced reported claimed stated called denied promised pledged ruled acknowledged confirmed suggested described accused indicated rejected expressed noted added argued criticized criticised welcomed threatened urged condemned dismissed vowed insisted maintained refused opposed offered signalled signaled hinted testified tweeted wrote',
)

export const SETS: readonly Row<Shape>[] = [
  {
    pattern: 'every|each other? UNIT',
    read: (c) => setOf(c.UNIT!.unit),
    notBefore: words('of'),
    example: 'It falls [every year] again',
    value: 'P1Y',
  },
  {
    pattern: 'every NUM UNITS',
    read: (c) => set(`P${/^T/.test(c.UNITS!.unit) ? 'T' : ''}${c.NUM}${c.UNITS!.unit.replace('T', '')}`),
    example: 'It falls [every two years] again',
    value: 'P2Y',
  },
  {
    pattern: 'every|each WEEKDAY PART?',
    read: (c) => set(`XXXX-WXX-${c.WEEKDAY}${c.PART ?? ''}`),
    example: 'They meet [every Friday] in Rome',
    value: 'XXXX-WXX-5',
  },
  {
    pattern: 'every|each MONTH',
    read: (c) => set(`XXXX-${two(c.MONTH!)}`),
    example: 'They meet [every May] in Rome',
    value: 'XXXX-05',
  },
  {
    pattern: 'every|each SEASON',
    read: (c) => set(`XXXX-${SEASON_CODES[c.SEASON! - 1]}`),
    example: 'They meet [every summer] in Rome',
    value: 'XXXX-SU',
  },
  {
    pattern: 'every|each morning|afternoon|evening|night',
    read: () => set('P1D'),
    example: 'They meet [every morning] in Rome',
    value: 'P1D',
  },
  {
    pattern: 'WEEKDAYS PART?',
    read: (c) => set(`XXXX-WXX-${c.WEEKDAYS}`),
    example: 'They meet on [Tuesdays] in Rome',
    value: 'XXXX-WXX-2',
  },
  {
    pattern: 'WEEKDAY PARTS',
    read: (c) => set(`XXXX-WXX-${c.WEEKDAY}${c.PARTS}`),
    example: 'They meet on [Tuesday nights] in Rome',
    value: 'XXXX-WXX-2TNI',
  },
  {
    pattern: 'once|twice a|an|every UNIT',
    read: (c) => setOf(c.UNIT!.unit),
    example: 'They meet [twice a week] in Rome',
    value: 'P1W',
  },
  {
    pattern: 'NUM times a|an|per UNIT',
    read: (c) => setOf(c.UNIT!.unit),
    example: 'They meet [two times a week] in Rome',
    value: 'P1W',
  },
  {
    pattern: 'daily|nightly',
    read: () => set('P1D'),
    notAfter: words('the'),
    example: 'They meet [daily] in Rome',
    not: 'He told The Daily Star',
    value: 'P1D',
  },
  { pattern: 'weekly', read: () => set('P1W'), example: 'They meet [weekly] in Rome', value: 'P1W' },
  { pattern: 'monthly', read: () => set('P1M'), example: 'They meet [monthly] in Rome', value: 'P1M' },
  { pattern: 'hourly', read: () => set('PT1H'), example: 'They meet [hourly] in Rome', value: 'PT1H' },
  { pattern: 'annually|yearly', read: () => set('P1Y'), example: 'They meet [annually] in Rome', value: 'P1Y' },

  {
    pattern: 'now',
    read: () => reference('PRESENT_REF'),
    notBefore: words('-'),
    example: 'It is [now] over',
    value: 'PRESENT_REF',
  },
  {
    pattern: 'currently|nowadays|presently',
    read: () => reference('PRESENT_REF'),
    example: 'It is [currently] over',
    value: 'PRESENT_REF',
  },
  {
    pattern: 'these days',
    read: () => reference('PRESENT_REF'),
    example: 'It is hard [these days] too',
    value: 'PRESENT_REF',
  },
  {
    pattern: 'the present|moment',
    read: () => reference('PRESENT_REF'),
    after: words('at for'),
    example: 'It is hard at [the moment] too',
    value: 'PRESENT_REF',
  },
  {
    pattern: 'recently',
    read: () => reference('PAST_REF'),
    notAfter: words('until'),
    example: 'He [recently] left',
    value: 'PAST_REF',
  },
  {
    pattern: 'previously|earlier',
    read: () => reference('PAST_REF'),
    notAfter: words('the a an its his her their as is was were been'),
    before: SAYING,
    example: 'He [previously] said that',
    not: 'It was previously owned',
    value: 'PAST_REF',
  },
  {
    pattern: 'previously|earlier',
    read: () => reference('PAST_REF'),
    after: words('^ . ” "'),
    before: words(','),
    example: '[Previously], he had left',
    value: 'PAST_REF',
  },
  {
    pattern: 'recent|past weeks|months|years|days|decades|quarters|times',
    read: () => reference('PAST_REF'),
    example: 'It fell in [recent years] too',
    value: 'PAST_REF',
  },
  {
    pattern: 'the recent? past',
    read: () => reference('PAST_REF'),
    after: words('in of from'),
    before: words('. , ; ) ¶ and but when that the for with he they it'),
    example: 'It fell in [the past], too',
    value: 'PAST_REF',
  },
  {
    pattern: 'the? coming|future weeks|months|years|days|decades|quarters',
    read: () => reference('FUTURE_REF'),
    example: 'It falls in [the coming months] too',
    value: 'FUTURE_REF',
  },
  {
    pattern: 'the near|immediate? future',
    read: () => reference('FUTURE_REF'),
    after: words('in for into'),
    notBefore: words('of'),
    example: 'It falls in [the near future] too',
    value: 'FUTURE_REF',
  },
  {
    pattern: 'the near|short|medium|long -? term',
    read: () => reference('FUTURE_REF'),
    after: words('in over for of'),
    example: 'It falls in [the near term] too',
    value: 'FUTURE_REF',
  },
  {
    pattern: 'the time being',
    read: () => reference('PRESENT_REF'),
    after: words('for'),
    example: 'It holds for [the time being] only',
    value: 'PRESENT_REF',
  },
]
