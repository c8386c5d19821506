/** Rules for parts of periods ("early 2023", "earlier this week", "the end of the year") and for periods compared. */
import type { Row } from './pattern.ts'
import { counted, ENDS, modified, narrative, relative, shift, words } from './row-shapes.ts'
import type { Shape } from './shape.ts'

export const PERIODS: readonly Row<Shape>[] = [
  {
    pattern: 'PERIODREF|SEASONREF:PERIODREF|ERAREF:PERIODREF',
    read: (c) => c.PERIODREF!,
    example: 'He said [this week] that',
    value: '2024-W25',
  },
  {
    pattern: 'the? THIRD -? PERIODREF|SEASONREF:PERIODREF',
    read: (c) => modified(c.PERIODREF!, c.THIRD),
    example: 'It fell in [early 2023] too',
    value: '2023',
  },
  {
    pattern: 'THIRD|earlier|later in the year',
    read: (c) => shift('Y', 0, { mod: c.THIRD }),
    example: 'It fell [earlier in the year] too',
    value: '2024',
  },
  {
    pattern: 'THIRD in PERIODREF',
    read: (c) => modified(c.PERIODREF!, c.THIRD),
    example: 'It fell [late in 2023] too',
    value: '2023',
  },
  {
    pattern: 'earlier in? RELATIVE UNIT',
    read: (c) => relative(c.UNIT!.unit, c.RELATIVE!, c.RELATIVE === 0 ? { side: 'before' } : {}),
    example: 'He said [earlier this week] that',
    value: '2024-W25',
  },
  {
    pattern: 'later in? RELATIVE UNIT',
    read: (c) => relative(c.UNIT!.unit, c.RELATIVE!, c.RELATIVE === 0 ? { side: 'after' } : {}),
    example: 'They meet [later this month] in Rome',
    value: '2024-06',
  },
  {
    pattern: 'earlier|later in? PERIODREF',
    read: (c) =>
      c.PERIODREF!.kind === 'date' || (c.PERIODREF!.kind === 'shift' && c.PERIODREF!.from === 'narrative')
        ? c.PERIODREF!
        : null,
    example: 'It fell in 2022 and [later that year] rose',
    value: '2022',
  },
  {
    pattern: 'EDGE PERIODREF|SEASONREF:PERIODREF|ERAREF:PERIODREF',
    read: (c) => modified(c.PERIODREF!, c.EDGE),
    example: 'It fell by [the end of 2023] too',
    value: '2023',
  },
  {
    pattern: 'EDGE the UNIT',
    read: (c) => relative(c.UNIT!.unit, 0, { mod: c.EDGE }),
    example: 'It falls by [the end of the month] too',
    value: '2024-06',
  },
  {
    pattern: "year -|'s|’s? end",
    read: () => shift('Y', 0, { mod: 'END' }),
    example: 'It falls by [year-end] too',
    value: '2024',
  },
  {
    pattern: 'RELATIVE MONTH',
    read: (c) => ({
      kind: 'date',
      month: c.MONTH,
      which: c.RELATIVE === -1 ? 'last' : c.RELATIVE === 1 ? 'next' : c.RELATIVE === 0 ? 'this' : undefined,
    }),
    example: 'It fell [last September] too',
    value: '2023-09',
  },
  {
    pattern: 'this past MONTH',
    read: (c) => ({ kind: 'date', month: c.MONTH, which: 'last' }),
    example: 'It fell [this past May] too',
    value: '2024-05',
  },
  {
    pattern: 'the? week of FULLDATE',
    read: (c) => ({ ...c.FULLDATE!, isWeek: true }),
    example: 'It fell in [the week of May 9, 2023] too',
    value: '2023-W19',
  },
  {
    pattern: 'post|pre|mid ~- ~YEAR',
    read: (c) => ({ kind: 'date', year: c.YEAR }),
    example: 'Of [post-1997] make',
    value: '1997',
  },
  {
    pattern: "'|’|‘ ~NN:first",
    read: ({ first = 0 }) => ({ kind: 'date', year: first > 40 ? 1900 + first : 2000 + first }),
    after: words('in of since from by spring summer fall autumn winter'),
    notBefore: words("' ’ s"),
    example: "It fell in ['97], too",
    value: '1997',
  },
  {
    pattern: 'the latest quarter|period',
    read: () => shift('Q', -1),
    example: 'Sales in [the latest quarter] fell',
    value: '2024-Q1',
  },
  {
    pattern: 'the quarter',
    read: () => narrative('Q', 0),
    notBefore: words('- of final finals'),
    example: 'It fell in the first quarter of 2024. In [the quarter], sales fell',
    value: '2024-Q1',
  },
  {
    pattern: 'the? year -? ago|earlier quarter|period',
    read: () => narrative('Y', -1, { keepsUnit: true }),
    example: 'It fell in the first quarter of 2024 from [the year-earlier quarter] too',
    value: '2023-Q1',
  },
  {
    pattern: 'year ~- ago|earlier',
    read: () => narrative('Y', -1, { keepsUnit: true }),
    example: 'It fell in the first quarter of 2024 from [year-ago] sales',
    value: '2023-Q1',
  },
  {
    pattern: 'the? same|comparable|corresponding|similar|like year -? ago|earlier quarter|period',
    read: () => narrative('Y', -1, { keepsUnit: true }),
    example: 'It fell in the first quarter of 2024 from [the comparable year-ago quarter] too',
    value: '2023-Q1',
  },
  {
    pattern: 'the? same|comparable|corresponding|similar quarter|period|month of|in? the? last year',
    read: () => narrative('Y', -1, { keepsUnit: true }),
    example: 'It fell in the first quarter of 2024 from [the same period last year] too',
    value: '2023-Q1',
  },
  {
    pattern: 'the? same|comparable|corresponding quarter|period|month a year earlier|ago|before',
    read: () => narrative('Y', -1, { keepsUnit: true }),
    example: 'It fell in the first quarter of 2024 from [the same period a year earlier] too',
    value: '2023-Q1',
  },
  {
    pattern: "last year 's|’s quarter|period",
    read: () => narrative('Y', -1, { keepsUnit: true }),
    example: "It fell in the first quarter of 2024 from [last year's quarter] too",
    value: '2023-Q1',
  },
  {
    pattern: 'the year',
    read: () => shift('Y', 0),
    after: words('for of in during'),
    notBefore: words('to before after that when -'),
    example: 'It fell for [the year] too',
    value: '2024',
  },
  {
    pattern: 'the week',
    read: () => shift('W', 0),
    after: words('for of in during'),
    notBefore: words('of to before after that when -'),
    example: 'It fell for [the week] too',
    value: '2024-W25',
  },
  {
    pattern: 'the full|entire|whole year',
    read: () => shift('Y', 0),
    after: words('for of in during'),
    example: 'It fell for [the full year] too',
    value: '2024',
  },
  {
    pattern: 'the current fiscal|financial year',
    read: () => ({ kind: 'date', yearShift: 0, isFiscal: true }),
    example: 'It fell in [the current fiscal year] too',
    value: 'FY2024',
  },
  {
    pattern: 'the YEAR period|quarter',
    read: (c) => ({ kind: 'date', year: c.YEAR }),
    example: 'It fell in [the 2022 period] too',
    value: '2022',
  },
  {
    pattern: 'the UNIT before|earlier',
    read: (c) => counted(c.UNIT!.unit, -1),
    before: ENDS,
    example: 'It fell in May 2023 and rose [the month before].',
    not: 'It rose the month before the vote',
    value: '2023-04',
  },
  {
    pattern: 'the UNIT after|later',
    read: (c) => counted(c.UNIT!.unit, 1),
    before: ENDS,
    example: 'It fell in May 2023 and rose [the month after].',
    value: '2023-06',
  },
  {
    pattern: 'this past UNIT',
    read: (c) =>
      c.UNIT!.unit === 'WE' ? { kind: 'shift', from: 'published', unit: 'WE', by: null } : relative(c.UNIT!.unit, -1),
    example: 'They met [this past week] in Rome',
    value: '2024-W24',
  },
  {
    pattern: 'this coming UNIT',
    read: (c) => (c.UNIT!.unit === 'WE' ? shift('WE', 0) : relative(c.UNIT!.unit, 1)),
    example: 'They meet [this coming week] in Rome',
    value: '2024-W26',
  },
  {
    pattern: 'the? prior|previous ~- ~year quarter|period',
    read: () => narrative('Y', -1, { keepsUnit: true }),
    example: 'It fell in the first quarter of 2024 from [the prior-year quarter] too',
    value: '2023-Q1',
  },
]
