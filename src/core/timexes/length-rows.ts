/** Rules for lengths of time and how exactly they are given. */
import type { Row } from './pattern.ts'
import { lengthShape, plural, single, words } from './row-shapes.ts'
import type { DurationShape } from './shape.ts'
import type { DurationUnit } from './time-words.ts'

type Mod = NonNullable<DurationShape['mod']>

export const APPROX: readonly Row<Mod>[] = [
  {
    pattern: 'about|around|roughly|approximately|some',
    read: () => 'APPROX',
    example: 'for [about two years] now',
    value: 'P2Y',
  },
  {
    pattern: 'nearly|almost|under|below',
    read: () => 'LESS_THAN',
    example: 'for [nearly two years] now',
    value: 'P2Y',
  },
  { pattern: 'less|fewer than', read: () => 'LESS_THAN', example: 'for [less than two years] now', value: 'P2Y' },
  { pattern: 'up to', read: () => 'LESS_THAN', example: 'for [up to two years] now', value: 'P2Y' },
  { pattern: 'no more than', read: () => 'LESS_THAN', example: 'for [no more than two years] now', value: 'P2Y' },
  { pattern: 'over', read: () => 'MORE_THAN', example: 'for [over two years] now', value: 'P2Y' },
  { pattern: 'more than', read: () => 'MORE_THAN', example: 'for [more than two years] now', value: 'P2Y' },
  { pattern: 'at least', read: () => 'MORE_THAN', example: 'for [at least two years] now', value: 'P2Y' },
  { pattern: 'just|well over', read: () => 'MORE_THAN', example: 'for [just over two years] now', value: 'P2Y' },
]

export const SEVERAL: readonly Row<null | true>[] = [
  { pattern: 'several|many|some', read: () => true, example: 'for [several years] now', value: 'PXY' },
  { pattern: 'a few|number', read: () => true, example: 'for [a few years] now', value: 'PXY' },
  { pattern: 'a number of', read: () => true, example: 'for [a number of years] now', value: 'PXY' },
  {
    pattern: 'dozens|hundreds|thousands|tens of',
    read: () => true,
    example: 'for [dozens of years] now',
    value: 'PXY',
  },
]

const EXTRAS = 'more|additional|straight|consecutive|full|further|whole|long|trading|working|business|calendar|other'

/** "a second", "a quarter of it", "twice a day": what "a" makes of these is no length of time. */
const isLength = (unit: DurationUnit): boolean => unit !== 'TS' && unit !== 'Q' && unit !== 'D' && unit !== 'WE'

/** "$5 a year" is a rate. */
const OF_LENGTH = words(
  'for in within over after than lasts lasted last take takes took spent spend of by only just during . , ^ and or once least up to',
)

export const LENGTH: readonly Row<DurationShape>[] = [
  {
    pattern: `APPROX? NUM ${EXTRAS}? UNITS`,
    read: (c) => (c.UNITS!.unit === 'Q' ? null : plural(c, c.NUM!)),
    notBefore: words('old -'),
    example: 'It took [nearly two years] of war',
    not: 'She was six years old then',
    value: 'P2Y',
  },
  {
    pattern: 'NUM more|straight|consecutive quarters',
    read: (c) => lengthShape('Q', c.NUM!),
    example: 'It fell for [two straight quarters] then',
    not: 'Two quarters of the vote',
    value: 'P2Q',
  },
  {
    pattern: 'APPROX? NUM -? UNIT',
    read: (c) => (c.UNIT!.unit === 'TS' || c.UNIT!.unit === 'Q' ? null : single(c, c.NUM!)),
    notBefore: words('-'),
    example: 'They held a [two-year] fight',
    value: 'P2Y',
  },
  {
    pattern: 'APPROX? NUM to|or|and|- NUM:second UNITS',
    read: (c) => plural(c, c.NUM!, 'APPROX'),
    example: 'It took [two to three years] then',
    value: 'P2Y',
  },
  {
    pattern: `APPROX? SEVERAL ${EXTRAS}? UNITS`,
    read: (c) => plural(c, null),
    example: 'It took [several more years] then',
    value: 'PXY',
  },
  {
    pattern: 'several ~- ~UNIT',
    read: (c) => single(c, null),
    example: 'They held a [several-year] fight',
    value: 'PXY',
  },
  {
    pattern: 'APPROX? a couple of? more? UNITS',
    read: (c) => plural(c, 2, 'APPROX'),
    example: 'It took [a couple of years] then',
    value: 'P2Y',
  },
  {
    pattern: 'APPROX? a dozen UNITS',
    read: (c) => plural(c, 12),
    example: 'It took [a dozen years] then',
    value: 'P12Y',
  },
  {
    pattern: 'APPROX a|an UNIT',
    read: (c) => (isLength(c.UNIT!.unit) ? single(c, 1) : null),
    notBefore: words("- of 's ’s old"),
    example: 'It took [about a year] then',
    not: 'He waited a second',
    value: 'P1Y',
  },
  {
    pattern: 'a|an UNIT',
    read: (c) => (isLength(c.UNIT!.unit) ? single(c, 1) : null),
    after: OF_LENGTH,
    notBefore: words("- of 's ’s old"),
    example: 'It took [a year] then',
    not: 'It costs two dollars a year',
    value: 'P1Y',
  },
  {
    // What is counted from it takes the length with it.
    pattern: 'a|an UNIT',
    read: (c) => (isLength(c.UNIT!.unit) ? single(c, 1) : null),
    before: words('ago later earlier before from'),
    example: 'It fell in 2012; [a year later] it rose',
    value: '2013',
  },
  {
    pattern: 'another|an additional|extra|entire|full|whole? UNIT',
    read: (c) => single(c, 1),
    notBefore: words('- of'),
    example: 'It took [another year] then',
    value: 'P1Y',
  },
  {
    pattern: 'another NUM UNITS',
    read: (c) => plural(c, c.NUM!),
    example: 'It took [another two years] then',
    value: 'P2Y',
  },
  {
    pattern: 'a|an UNIT and a half',
    read: (c) => single(c, 1.5),
    example: 'It took [a year and a half] then',
    value: 'P1.5Y',
  },
  { pattern: 'half a|an UNIT', read: (c) => single(c, 0.5), example: 'It took [half a century] then', value: 'P50Y' },
  {
    pattern: 'a|an UNIT or two|so',
    read: (c) => single(c, 1, 'APPROX'),
    example: 'It took [a year or so] then',
    value: 'P1Y',
  },
  {
    pattern: 'NUM UNITS or so|more',
    read: (c) => plural(c, c.NUM!, 'APPROX'),
    example: 'It took [two years or so] then',
    value: 'P2Y',
  },
  {
    pattern: 'half ~- ~UNIT',
    read: (c) => single(c, 0.5),
    example: 'It took a [half-hour] then',
    value: 'PT0.5H',
  },
  {
    pattern: 'a day',
    read: () => lengthShape('D', 1),
    after: words('for within than after only just takes took lasted'),
    notBefore: words("- of 's ’s when"),
    example: 'It was over within [a day] then',
    not: 'They met twice a day',
    value: 'P1D',
  },
]
