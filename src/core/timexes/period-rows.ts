/** Rules for months, years, and for "this week" and what is said like it. */
import type { Row } from './pattern.ts'
import { counted, relative, type Third, within, words } from './row-shapes.ts'
import type { DateShape, Shape } from './shape.ts'

/** "the beginning of", "the end of". */
export const EDGE: readonly Row<Third>[] = [
  {
    pattern: 'the? very? beginning|start|outset|opening of',
    read: () => 'START',
    example: 'It rose from [the start of 2023] on',
    value: '2023',
  },
  {
    pattern: 'the? very? end|close|tail of',
    read: () => 'END',
    example: 'It rose to [the end of 2023] on',
    value: '2023',
  },
  { pattern: 'the? middle of', read: () => 'MID', example: 'It rose to [the middle of 2023] on', value: '2023' },
]

export const YEARREF: readonly Row<DateShape>[] = [
  { pattern: 'YEAR', read: (c) => ({ kind: 'date', year: c.YEAR }), example: 'In [May 2023] it', value: '2023-05' },
  {
    pattern: 'RELATIVE year',
    read: (c) => ({ kind: 'date', yearShift: c.RELATIVE }),
    example: 'In [May last year] it',
    value: '2023-05',
  },
]

/** What is counted or hurt, not dated, where a bare number stands before it. */
const COUNTED_THINGS = words(
  'people troops soldiers dollars tons tonnes miles feet meters metres kilometers kilometres employees workers jobs votes shares points square men women children houses homes others members acres pounds barrels megawatts vehicles % percent : / ~',
)
const NOT_BEFORE_YEARS = words(
  '$ £ € # no number about nearly over some than least most to. page room flight only another : / &',
)
/** "the May report" is of May; "may" and "march" begin sentences as verbs do. */
const MODALS = words('of be have not also well god i you he she they we it the')

/** March, April, May, June and August are names of people and words of other kinds too. */
const NAMESAKES = new Set([3, 4, 5, 6, 8])
const BEFORE_MONTHS = words(
  'in since until till by from of for to through during between before after around early late mid - – ( , on and or than each every the its a an his her their',
)

export const PERIODREF: readonly Row<Shape>[] = [
  {
    pattern: 'the? RELATIVE UNIT',
    read: (c) =>
      (c.RELATIVE !== 0 && /^[EC]$/.test(c.UNIT!.unit)) || (c.RELATIVE === 0 && c.UNIT!.unit === 'WE')
        ? null
        : relative(c.UNIT!.unit, c.RELATIVE!),
    example: 'He said [last week] that',
    not: 'He said last minute talks failed',
    value: '2024-W24',
  },
  {
    pattern: 'RELATIVE fiscal|financial year',
    read: (c) => ({ kind: 'date', yearShift: c.RELATIVE, isFiscal: true }),
    example: 'It rose [last fiscal year] again',
    value: 'FY2023',
  },
  {
    pattern: 'the current|present UNIT',
    read: (c) => relative(c.UNIT!.unit, 0),
    example: 'It falls in [the current quarter] again',
    value: '2024-Q2',
  },
  {
    pattern: 'the coming|upcoming UNIT',
    read: (c) => relative(c.UNIT!.unit, 1),
    example: 'It falls in [the coming week] again',
    value: '2024-W26',
  },
  {
    pattern: 'the previous|preceding|prior UNIT',
    read: (c) => counted(c.UNIT!.unit, -1),
    example: 'It fell in May 2023 from [the previous month] again',
    value: '2023-04',
  },
  {
    pattern: 'the following UNIT',
    read: (c) => counted(c.UNIT!.unit, 1),
    example: 'It fell in May 2023 and [the following month] again',
    value: '2023-06',
  },
  {
    pattern: 'that same|very? UNIT',
    read: (c) => counted(c.UNIT!.unit, 0),
    after: words('^ , in later earlier on and during since by for of until'),
    example: 'It fell in May 2023, and in [that year] again',
    value: '2023',
  },
  {
    pattern: 'that same|very? UNIT',
    read: (c) => counted(c.UNIT!.unit, 0),
    before: words(', . ; ) ¶'),
    example: 'It fell in May 2023, and rose [that year].',
    value: '2023',
  },
  {
    pattern: 'the same|very UNIT',
    read: (c) => counted(c.UNIT!.unit, 0),
    notBefore: words('of - as'),
    example: 'It fell in May 2023 and in [the same month] rose',
    value: '2023-05',
  },
  {
    // On a Monday "this weekend" is the one that was or the one to come.
    pattern: 'this weekend',
    read: () => ({ kind: 'shift', from: 'published', unit: 'WE', by: null }),
    example: 'He said [this weekend] that',
    value: '2024-W24-WE',
  },
  {
    pattern: 'the weekend',
    read: () => ({ kind: 'shift', from: 'published', unit: 'WE', by: null }),
    example: 'They met over [the weekend] in Rome',
    value: '2024-W24-WE',
  },
  {
    pattern: 'MONTH',
    read: (c) => (NAMESAKES.has(c.MONTH!) ? null : { kind: 'date', month: c.MONTH }),
    example: 'It fell; [February] was worse',
    not: 'May I go',
    value: '2024-02',
  },
  {
    pattern: 'MONTH',
    read: (c) => ({ kind: 'date', month: c.MONTH }),
    after: BEFORE_MONTHS,
    notBefore: MODALS,
    example: 'He said in [May] that',
    not: 'Theresa May said so',
    value: '2024-05',
  },
  {
    pattern: 'MONTH ,? YEAR',
    read: (c) => ({ kind: 'date', month: c.MONTH, year: c.YEAR }),
    example: 'It fell in [October 2022] too',
    value: '2022-10',
  },
  {
    pattern: 'MONTH of? YEARREF',
    read: (c) => within(c.YEARREF!, { month: c.MONTH }),
    example: 'It fell in [October of last year] too',
    value: '2023-10',
  },
  {
    pattern: 'YEAR',
    read: (c) => (c.YEAR! >= 1800 && c.YEAR! < 2100 ? { kind: 'date', year: c.YEAR } : null),
    notAfter: NOT_BEFORE_YEARS,
    notBefore: COUNTED_THINGS,
    example: 'It fell in [2022] too',
    not: 'About 2000 people fell',
    value: '2022',
  },
  {
    pattern: 'the year YEAR',
    read: (c) => ({ kind: 'date', year: c.YEAR }),
    example: 'It fell in [the year 2022] too',
    value: '2022',
  },
  {
    pattern: 'fiscal YEAR',
    read: (c) => ({ kind: 'date', year: c.YEAR, isFiscal: true }),
    example: 'It fell in [fiscal 2022] too',
    value: 'FY2022',
  },
  {
    pattern: 'the? fiscal|financial year YEAR',
    read: (c) => ({ kind: 'date', year: c.YEAR, isFiscal: true }),
    example: 'It fell in [the fiscal year 2022] too',
    value: 'FY2022',
  },
]
