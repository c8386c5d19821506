/** Rules for weekdays, for "today" and what is said like it, and for days counted from others. */
import type { Row } from './pattern.ts'
import { ENDS, narrative, shift, weekdayShape, words } from './row-shapes.ts'
import type { DateShape, Shape } from './shape.ts'

const withWeekday = (date: DateShape, weekday: number | undefined): DateShape => ({ ...date, weekday })

export const DAYREF: readonly Row<Shape>[] = [
  { pattern: 'FULLDATE', read: (c) => c.FULLDATE!, example: 'On [May 9, 2023] they met', value: '2023-05-09' },
  {
    pattern: 'HOLIDAY',
    read: (c) => c.HOLIDAY!,
    after: words('by at on before after until since this last next over around during for through of'),
    notBefore: words(
      '- tree trees truce party parties eve dinner season sales shopping holiday holidays island market markets bonus',
    ),
    example: 'It opened on [Christmas Day] last',
    value: '2023-12-25',
  },
  {
    pattern: 'HOLIDAY ,? YEAR',
    read: (c) => ({ ...c.HOLIDAY!, year: c.YEAR }),
    example: 'They met at [Easter 2023] in Rome',
    value: '2023-04-09',
  },
  {
    pattern: 'last HOLIDAY',
    read: (c) => ({ ...c.HOLIDAY!, which: 'last' }),
    example: 'They met [last Christmas] in Rome',
    value: '2023-12-25',
  },
  {
    pattern: 'next HOLIDAY',
    read: (c) => ({ ...c.HOLIDAY!, which: 'next' }),
    example: 'They meet [next Christmas] in Rome',
    value: '2024-12-25',
  },
  {
    pattern: 'WEEKDAY',
    notAfter: words('black super cyber ash palm bloody news'),
    read: (c) => weekdayShape(c),
    example: 'He said on [Wednesday] that',
    not: 'He plays wednesday chess',
    value: '2024-06-19',
  },
  {
    pattern: 'last WEEKDAY',
    read: (c) => weekdayShape(c, 'last'),
    example: 'He said [last Friday] that',
    value: '2024-06-14',
  },
  {
    pattern: 'last DATE',
    read: (c) => ({ ...c.DATE!, which: 'last' }),
    example: 'He said [last Oct. 23] that',
    value: '2023-10-23',
  },
  {
    pattern: 'this past WEEKDAY',
    read: (c) => weekdayShape(c, 'last'),
    example: 'He said [this past Friday] that',
    value: '2024-06-14',
  },
  {
    pattern: 'next WEEKDAY',
    read: (c) => weekdayShape(c, 'next'),
    example: 'They meet [next Friday] in Rome',
    value: '2024-06-28',
  },
  {
    pattern: 'this WEEKDAY',
    read: (c) => weekdayShape(c, 'this'),
    example: 'They meet [this Sunday] in Rome',
    value: '2024-06-23',
  },
  {
    pattern: 'this|the coming|upcoming WEEKDAY ,? DATE?',
    read: (c) => (c.DATE === undefined ? weekdayShape(c, 'next') : withWeekday(c.DATE, c.WEEKDAY)),
    example: 'They meet [this coming Sunday] in Rome',
    value: '2024-06-23',
  },
  {
    pattern: 'the previous|preceding WEEKDAY',
    read: (c) => weekdayShape(c, 'previous'),
    example: 'It fell on May 9, 2023, after rising [the previous Friday] in Rome',
    value: '2023-05-05',
  },
  {
    pattern: 'the following|next WEEKDAY',
    read: (c) => weekdayShape(c, 'following'),
    example: 'It fell on May 9, 2023, and rose [the following Friday] in Rome',
    value: '2023-05-12',
  },
  {
    pattern: 'WEEKDAY of? RELATIVE week',
    read: (c) => shift('W', c.RELATIVE!, { weekday: c.WEEKDAY }),
    example: 'He said [Wednesday last week] that',
    value: '2024-06-12',
  },
  {
    pattern: 'today',
    notAfter: words('usa trending russia psychology voa rt nigeria'),
    read: () => shift('D', 0),
    example: 'He said [today] that',
    value: '2024-06-21',
  },
  { pattern: 'yesterday', read: () => shift('D', -1), example: 'He said [yesterday] that', value: '2024-06-20' },
  { pattern: 'tomorrow', read: () => shift('D', 1), example: 'They meet [tomorrow] in Rome', value: '2024-06-22' },
  {
    pattern: 'the? day before yesterday',
    read: () => shift('D', -2),
    example: 'He said [the day before yesterday] that',
    value: '2024-06-19',
  },
  {
    pattern: 'the? day after tomorrow',
    read: () => shift('D', 2),
    example: 'They meet [the day after tomorrow] in Rome',
    value: '2024-06-23',
  },
  {
    pattern: 'the|a day before|earlier',
    read: () => narrative('D', -1),
    before: ENDS,
    example: 'They met on May 9, 2023. [The day before], he had left',
    not: 'They met the day before the vote',
    value: '2023-05-08',
  },
  {
    pattern: 'the|a day after|later',
    read: () => narrative('D', 1),
    before: ENDS,
    example: 'They met on May 9, 2023, and left [a day later].',
    not: 'They met the day after the vote',
    value: '2023-05-10',
  },
  {
    pattern: 'the previous|preceding|prior day',
    read: () => narrative('D', -1),
    example: 'On May 9, 2023 he spoke of [the previous day] again',
    value: '2023-05-08',
  },
  {
    pattern: 'the next|following day',
    read: () => narrative('D', 1),
    example: 'On May 9, 2023 they met, and [the next day] left',
    value: '2023-05-10',
  },
  {
    pattern: 'that same|very? day',
    read: () => narrative('D', 0),
    notBefore: words('of -'),
    after: words('^ , on later earlier and until since by . that'),
    example: 'He spoke on May 9, 2023 and on [that day] left',
    value: '2023-05-09',
  },
  {
    pattern: 'the same|very day',
    read: () => narrative('D', 0),
    notBefore: words('of - as that'),
    example: 'He spoke on May 9, 2023 and left on [the same day] too',
    value: '2023-05-09',
  },
]
