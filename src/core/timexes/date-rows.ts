/** Rules for dates in all their shapes, and for holidays. */
import type { Row } from './pattern.ts'
import { dateShape, words } from './row-shapes.ts'
import type { DateShape } from './shape.ts'

const withWeekday = (date: DateShape, weekday: number | undefined): DateShape => ({ ...date, weekday })

/** "May 20 people were hurt" is no date. */
const COUNTED = words('percent % people million billion troops members countries men women - – per')

export const DATE: readonly Row<DateShape>[] = [
  {
    pattern: 'MONTH DAY ,? YEAR',
    read: (c) => dateShape(c.YEAR, c.MONTH, c.DAY),
    example: 'On [December 28, 2022] they met',
    value: '2022-12-28',
  },
  {
    pattern: 'MONTH the? DAY|DAYWORD:DAY',
    read: (c) => dateShape(undefined, c.MONTH, c.DAY),
    notBefore: COUNTED,
    example: 'He said on [Feb. 9] that',
    not: 'In May 20 percent of them left',
    value: '2024-02-09',
  },
  {
    pattern: 'DAY of? MONTH ,? YEAR',
    read: (c) => dateShape(c.YEAR, c.MONTH, c.DAY),
    example: 'On [28 December 2022] they met',
    value: '2022-12-28',
  },
  {
    pattern: 'the DAY|DAYWORD:DAY of MONTH ,? YEAR?',
    read: (c) => dateShape(c.YEAR, c.MONTH, c.DAY),
    example: 'It began on [the 9th of May] in rain',
    value: '2024-05-09',
  },
  {
    pattern: 'DAY MONTH',
    read: (c) => dateShape(undefined, c.MONTH, c.DAY),
    example: 'He said on [9 February] that',
    not: 'All 9 may go',
    value: '2024-02-09',
  },
  {
    pattern: 'YEAR ~- ~NN:second ~- ~NN:third',
    read: (c) => dateShape(c.YEAR, c.second, c.third),
    example: 'Updated [2022-12-28] by the desk',
    not: 'The code is 2022-13-45 today',
    value: '2022-12-28',
  },
  {
    // Which of the two is the month is known only where the other cannot be one.
    pattern: 'NN:first ~/ ~NN:second ~/ ~YEAR',
    read: ({ first = 0, second = 0, YEAR }) =>
      second > 12 || first === second
        ? dateShape(YEAR, first, second)
        : first > 12
          ? dateShape(YEAR, second, first)
          : null,
    example: 'Dated [12/28/2022] and signed',
    not: 'Dated 11/12/2022 and signed',
    value: '2022-12-28',
  },
  {
    pattern: 'DOTDATE',
    read: ({ DOTDATE: [day, month, year] = [0, 0, 0] }) =>
      day > 12 || day === month ? dateShape(year, month, day) : null,
    example: 'Dated [28.12.2022] and signed',
    not: 'Dated 11.12.2022 and signed',
    value: '2022-12-28',
  },
]

export const FULLDATE: readonly Row<DateShape>[] = [
  { pattern: 'DATE', read: (c) => c.DATE!, example: 'On [May 9, 2023] they met', value: '2023-05-09' },
  {
    pattern: 'WEEKDAY|SHORTDAY:WEEKDAY ,? the? DATE',
    read: (c) => withWeekday(c.DATE!, c.WEEKDAY),
    example: 'On [Wednesday, 28 December 2022] they met',
    value: '2022-12-28',
  },
  {
    pattern: 'WEEKDAY|SHORTDAY:WEEKDAY ( DATE )',
    read: (c) => withWeekday(c.DATE!, c.WEEKDAY),
    example: 'He said on [Wednesday (December 28, 2022)] that',
    value: '2022-12-28',
  },
  {
    pattern: 'DATE ( WEEKDAY|SHORTDAY:WEEKDAY )',
    read: (c) => withWeekday(c.DATE!, c.WEEKDAY),
    example: 'He said on [28 December 2022 (Wednesday)] that',
    value: '2022-12-28',
  },
]

/** Days of the year with a name. */
export const HOLIDAY: readonly Row<DateShape>[] = [
  holiday('christmas day?', 'Christmas Day', { month: 12, day: 25 }, '2023-12-25'),
  holiday('christmas eve', 'Christmas Eve', { month: 12, day: 24 }, '2023-12-24'),
  holiday("new year 's|’s day", "New Year's Day", { month: 1, day: 1 }, '2024-01-01'),
  holiday("new year 's|’s eve", "New Year's Eve", { month: 12, day: 31 }, '2023-12-31'),
  holiday("valentine 's|’s day", "Valentine's Day", { month: 2, day: 14 }, '2024-02-14'),
  holiday('halloween', 'Halloween', { month: 10, day: 31 }, '2023-10-31'),
  holiday('independence day', 'Independence Day', { month: 7, day: 4 }, '2023-07-04'),
  holiday('boxing day', 'Boxing Day', { month: 12, day: 26 }, '2023-12-26'),
  holiday('victory day', 'Victory Day', { month: 5, day: 9 }, '2024-05-09'),
  holiday('thanksgiving day?', 'Thanksgiving', { feast: { month: 11, weekday: 4, nth: 4 } }, '2023-11-23'),
  holiday('labor day', 'Labor Day', { feast: { month: 9, weekday: 1, nth: 1 } }, '2023-09-04'),
  holiday('easter sunday?', 'Easter', { feast: { easter: 0 } }, '2024-03-31'),
  holiday('good friday', 'Good Friday', { feast: { easter: -2 } }, '2024-03-29'),
]

function holiday(pattern: string, name: string, fields: Partial<DateShape>, value: string): Row<DateShape> {
  return {
    pattern,
    read: () => ({ kind: 'date', ...fields }),
    capitalised: true,
    example: `They met on [${name}] in Rome`,
    value,
  }
}
