/** Rules for times of the day: "9 a.m. EST", "Friday night", "late on Wednesday". */
import type { Row } from './pattern.ts'
import { narrative, shift, words } from './row-shapes.ts'
import type { ClockTime, Shape } from './shape.ts'

const CLOCK_SIDE = words('eastern central mountain pacific local moscow kyiv kiev london standard daylight')
const isUtc = (clock: ClockTime | undefined, zone: boolean | undefined): ClockTime => ({
  ...clock!,
  isUtc: zone === true,
})

export const TOD: readonly Row<ClockTime>[] = [
  { pattern: 'CLOCK', read: (c) => c.CLOCK!, example: 'at [9:30 a.m.] he', value: '2024-06-21T09:30' },
  {
    pattern: 'CLOCK|CLOCK4:CLOCK ZONE',
    read: (c) => isUtc(c.CLOCK, c.ZONE),
    example: 'at [14:00 UTC] he',
    value: '2024-06-21T14:00Z',
  },
  {
    pattern: 'CLOCK|CLOCK4:CLOCK ( ZONE )',
    read: (c) => isUtc(c.CLOCK, c.ZONE),
    example: 'at [14:00 (GMT)] he',
    value: '2024-06-21T14:00Z',
  },
  {
    pattern: `CLOCK ${[...CLOCK_SIDE].join('|')} standard|daylight? time`,
    read: (c) => c.CLOCK!,
    example: 'at [9 a.m. local time] he',
    value: '2024-06-21T09:00',
  },
  {
    pattern: 'NUM in the morning',
    read: (c) => (c.NUM! >= 1 && c.NUM! <= 12 ? { hour: c.NUM! % 12, minute: 0, isUtc: false } : null),
    example: 'at [5 in the morning] he',
    value: '2024-06-21T05:00',
  },
]

const withClock = (shape: Shape, clock: ClockTime | undefined): Shape | null =>
  shape.kind === 'date' || shape.kind === 'shift' ? { ...shape, clock } : null

const withPart = (shape: Shape, part: string | undefined, mod?: 'START' | 'MID' | 'END'): Shape | null =>
  shape.kind === 'date' || shape.kind === 'shift' ? { ...shape, part, mod: mod ?? shape.mod } : null

const withMod = (shape: Shape, mod: 'START' | 'MID' | 'END' | undefined): Shape | null =>
  shape.kind === 'date' || shape.kind === 'shift' ? { ...shape, mod } : null

export const DAYS: readonly Row<Shape>[] = [
  { pattern: 'DAYREF', read: (c) => c.DAYREF!, example: 'He said [yesterday] that', value: '2024-06-20' },
  {
    pattern: 'THIRD on? DAYREF',
    read: (c) => withMod(c.DAYREF!, c.THIRD),
    example: 'He said [late on Wednesday] that',
    value: '2024-06-19',
  },
  {
    pattern: 'earlier|later on? DAYREF',
    read: (c) => c.DAYREF!,
    example: 'He said [earlier today] that',
    value: '2024-06-21',
  },
  {
    pattern: 'earlier|later on? DAYREF PART',
    read: (c) => withPart(c.DAYREF!, c.PART),
    example: 'He said [earlier Wednesday morning] that',
    value: '2024-06-19TMO',
  },
  {
    pattern: 'DAYREF PART',
    read: (c) => withPart(c.DAYREF!, c.PART),
    example: 'He said [Wednesday night] that',
    value: '2024-06-19TNI',
  },
  {
    pattern: 'THIRD on? DAYREF PART',
    read: (c) => withPart(c.DAYREF!, c.PART, c.THIRD),
    example: 'He said [late Wednesday night] that',
    value: '2024-06-19TNI',
  },
  {
    pattern: 'THIRD -? PART on? DAYREF',
    read: (c) => withPart(c.DAYREF!, c.PART, c.THIRD),
    example: 'They met [mid-afternoon yesterday] in Rome',
    value: '2024-06-20TAF',
  },
  {
    pattern: 'the PART of DAYREF',
    read: (c) => withPart(c.DAYREF!, c.PART),
    example: 'They met on [the night of May 9, 2023] in Rome',
    value: '2023-05-09TNI',
  },
  {
    pattern: 'TOD ,? on? DAYREF',
    read: (c) => withClock(c.DAYREF!, c.TOD),
    example: 'They met at [4 p.m. Wednesday] in Rome',
    value: '2024-06-19T16:00',
  },
  {
    pattern: 'TOD',
    read: (c) => ({ kind: 'clock', clock: c.TOD! }),
    example: 'They met at [9 a.m.] in Rome',
    not: 'They won 3:1 in Rome',
    value: '2024-06-21T09:00',
  },
  {
    pattern: 'around|about|shortly before|after? TOD',
    read: (c) => ({ kind: 'clock', clock: c.TOD!, mod: 'APPROX' }),
    notAfter: words('at from'),
    example: 'He fell. [Around 9 a.m.] he rose',
    value: '2024-06-21T09:00',
  },
  {
    pattern: 'THIRD|earlier|later? tonight',
    read: () => shift('D', 0, { part: 'TNI' }),
    example: 'They meet [later tonight] in Rome',
    value: '2024-06-21TNI',
  },
  {
    pattern: 'THIRD|earlier|later? this PART',
    read: (c) => shift('D', 0, { part: c.PART, mod: c.THIRD }),
    example: 'He said [early this morning] that',
    value: '2024-06-21TMO',
  },
  {
    pattern: 'THIRD? last night|evening',
    read: (c) => shift('D', -1, { part: 'TNI', mod: c.THIRD }),
    example: 'He said [last night] that',
    value: '2024-06-20TNI',
  },
  {
    pattern: 'the next|following PART',
    read: (c) => narrative('D', 1, { part: c.PART }),
    example: 'They met on May 9, 2023 and left [the next morning] early',
    value: '2023-05-10TMO',
  },
  {
    pattern: 'the previous PART',
    read: (c) => narrative('D', -1, { part: c.PART }),
    example: 'They met on May 9, 2023 after fires [the previous night] there',
    value: '2023-05-08TNI',
  },
  {
    pattern: 'later? that same? PART',
    read: (c) => narrative('D', 0, { part: c.PART }),
    after: words('^ , . on later and'),
    notBefore: words('of'),
    example: 'They met on May 9, 2023, and [that night] left',
    value: '2023-05-09TNI',
  },
  {
    pattern: 'the PART',
    read: (c) => (c.PART === 'TNI' ? null : narrative('D', 0, { part: c.PART })),
    after: words('in'),
    notBefore: words('of'),
    example: 'On May 9, 2023, they met in [the morning] there',
    value: '2023-05-09TMO',
  },
  {
    pattern: 'THIRD|earlier|later in the day',
    read: (c) => narrative('D', 0, { mod: c.THIRD }),
    example: 'On May 9, 2023, they met [late in the day] there',
    value: '2023-05-09',
  },
  {
    pattern: 'the day',
    read: () => narrative('D', 0),
    after: words('for end ending ended ends finish finished finishing close closed closing'),
    notBefore: words('when that of he she they it we before after -'),
    example: 'On May 9, 2023, shares rose and ended [the day] higher',
    value: '2023-05-09',
  },
  {
    pattern: 'around|about FULLDATE',
    read: (c) => ({ ...c.FULLDATE!, mod: 'APPROX' }),
    example: 'They met [around May 9, 2023] in Rome',
    value: '2023-05-09',
  },
]
