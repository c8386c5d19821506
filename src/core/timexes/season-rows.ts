/** Rules for quarters, halves, seasons, decades and centuries. */
import type { Row } from './pattern.ts'
import { type Third, within, words } from './row-shapes.ts'
import type { DateShape, EraShape, Shape } from './shape.ts'

const era = (unit: 'E' | 'C', index: number, mod?: Third): EraShape => ({ kind: 'era', unit, index, mod })

const season = (c: { SEASON?: number }, rest: Partial<DateShape> = {}): DateShape => ({
  kind: 'date',
  season: c.SEASON,
  ...rest,
})
const quarter = (number: number | undefined, rest: Partial<DateShape> = {}): DateShape | null =>
  number === undefined || number > 4 ? null : { kind: 'date', quarter: number, ...rest }
const half = (number: number | undefined): Partial<DateShape> | null =>
  number === 1 || number === 2 ? { half: number } : null

const BEFORE_SEASONS = words('into in during since until by through over of after before for and')

/** Parts of the year. */
export const SEASONREF: readonly Row<Shape>[] = [
  {
    pattern: 'RELATIVE SEASON',
    read: (c) => season(c, { which: c.RELATIVE === 0 ? 'this' : c.RELATIVE === 1 ? 'next' : 'last' }),
    example: 'They met [last fall] in Rome',
    value: '2023-FA',
  },
  {
    pattern: 'the SEASON',
    read: (c) => season(c),
    after: BEFORE_SEASONS,
    notBefore: words('of in from to -'),
    example: 'They met in [the spring] again',
    not: 'They saw the fall of Rome',
    value: '2024-SP',
  },
  {
    pattern: 'the? SEASON of? YEARREF',
    read: (c) => within(c.YEARREF!, { season: c.SEASON }),
    example: 'They met in [the summer of 2022] again',
    value: '2022-SU',
  },
  {
    pattern: 'SEASON',
    read: (c) => season(c),
    after: words('in since until by during this'),
    notBefore: words('of in from to - down apart short behind out off back'),
    example: 'They meet in [winter] too',
    not: 'He may fall apart',
    value: '2023-WI',
  },
  {
    pattern: 'QUARTER ,? of? YEARREF',
    read: (c) => within(c.YEARREF!, { quarter: c.QUARTER }),
    example: 'It fell in [Q3 2022] too',
    value: '2022-Q3',
  },
  { pattern: 'QUARTER', read: (c) => quarter(c.QUARTER), example: 'It fell in [Q1] too', value: '2024-Q1' },
  {
    pattern: 'the? ORDINAL quarter',
    read: (c) => quarter(c.ORDINAL),
    notBefore: words('- century'),
    example: 'It fell in [the first quarter] too',
    value: '2024-Q1',
  },
  {
    pattern: 'ORDINAL ~- ~quarter',
    read: (c) => quarter(c.ORDINAL),
    example: 'It fell with the [first-quarter] loss',
    value: '2024-Q1',
  },
  {
    pattern: 'the? fiscal -? ORDINAL -? quarter',
    read: (c) => quarter(c.ORDINAL),
    example: 'It fell in [the fiscal first quarter] too',
    value: '2024-Q1',
  },
  {
    pattern: 'the? ORDINAL -? quarter of|in? YEARREF',
    read: (c) => within(c.YEARREF!, { quarter: c.ORDINAL }),
    example: 'It fell in [the third quarter of last year] too',
    value: '2023-Q3',
  },
  {
    pattern: "the? YEARREF 's|’s? ORDINAL -? quarter",
    read: (c) => within(c.YEARREF!, { quarter: c.ORDINAL }),
    example: "It fell in [last year's third quarter] too",
    value: '2023-Q3',
  },
  {
    pattern: 'the? year -? ago|earlier ORDINAL -? quarter',
    read: (c) => quarter(c.ORDINAL, { which: 'last', yearShift: -1 }),
    example: 'It fell from [the year-ago third quarter] too',
    value: '2023-Q3',
  },
  {
    pattern: 'the? ORDINAL -? half of|in YEARREF',
    read: (c) => {
      const part = half(c.ORDINAL)
      return part && within(c.YEARREF!, part)
    },
    example: 'It fell in [the first half of 2023] too',
    value: '2023-H1',
  },
  {
    pattern: 'the? ORDINAL ~- ~half',
    read: (c) => {
      const part = half(c.ORDINAL)
      return part && { kind: 'date', ...part }
    },
    example: 'It cut [first-half] sales',
    value: '2024-H1',
  },
  {
    pattern: 'the? ORDINAL half of the year',
    read: (c) => {
      const part = half(c.ORDINAL)
      return part && { kind: 'date', ...part, yearShift: 0 }
    },
    example: 'It fell in [the first half of the year] too',
    value: '2024-H1',
  },
  {
    pattern: 'the? ORDINAL fiscal quarter',
    read: (c) => quarter(c.ORDINAL),
    example: 'It fell in [the first fiscal quarter] too',
    value: '2024-Q1',
  },
]

export const ERAREF: readonly Row<Shape>[] = [
  {
    pattern: 'the? THIRD? -? DECADE',
    read: (c) => era('E', c.DECADE!, c.THIRD),
    example: 'It fell in [the early 1990s] too',
    value: '199',
  },
  {
    pattern: "the? THIRD? -? '|’|‘ ~SHORTDECADE",
    read: (c) => era('E', 190 + c.SHORTDECADE!, c.THIRD),
    example: "It fell in [the '90s] too",
    value: '199',
  },
  {
    pattern: 'the THIRD? CENTURY -? century',
    read: (c) => (c.CENTURY! > 1 ? era('C', c.CENTURY! - 1, c.THIRD) : null),
    example: 'It stood in [the 19th century] too',
    value: '18',
  },
]
