/** Rules for lengths of time that stand for themselves, and for dates counted by one: "two years ago", "five years later". */
import type { Row } from './pattern.ts'
import { lengthShape, plural, reference, single, words } from './row-shapes.ts'
import type { DurationShape, Shape } from './shape.ts'

/** Dates that a length of time is counted to or from. */
function ago(
  { unit, amount, mod }: DurationShape,
  sign: 1 | -1,
  from: 'published' | 'narrative',
  keepsUnit = false,
): Shape | null {
  if (unit === 'TH' || unit === 'TM' || unit === 'TS')
    return {
      kind: 'shift',
      from,
      unit: 'D',
      by: unit === 'TH' && amount !== null && amount <= 24 ? null : 0,
      mod: 'APPROX',
    }
  const whole = amount !== null && !Number.isInteger(amount)
  const [finer, factor] =
    unit === 'Y' ? (['M', 12] as const) : unit === 'W' ? (['D', 7] as const) : ([unit, 1] as const)
  const by = amount === null ? null : sign * (whole ? Math.round(amount * factor) : amount)
  return {
    kind: 'shift',
    from,
    unit: whole ? finer : unit,
    by,
    mod: mod === undefined || mod === null ? undefined : 'APPROX',
    keepsUnit: keepsUnit && unit === 'Y' ? true : undefined,
  }
}

export const COUNTED: readonly Row<Shape>[] = [
  { pattern: 'LENGTH', read: (c) => c.LENGTH!, example: 'It took [two years] then', value: 'P2Y' },
  {
    pattern: 'the NUM UNITS',
    read: (c) => plural(c, c.NUM!),
    example: 'It fell in [the nine months] too',
    value: 'P9M',
  },
  {
    pattern: 'the? past|last|next|coming|first|final|latest|previous|following NUM trading? UNITS',
    read: (c) => plural(c, c.NUM!),
    example: 'It fell in [the past two years] too',
    value: 'P2Y',
  },
  {
    pattern: 'the? past|last|next|coming|first|final|following few|several UNITS',
    read: (c) => plural(c, null),
    example: 'It fell in [the last few years] too',
    value: 'PXY',
  },
  {
    pattern: 'the? past|last|next|coming|first couple of? UNITS',
    read: (c) => plural(c, 2, 'APPROX'),
    example: 'It fell in [the last couple of years] too',
    value: 'P2Y',
  },
  {
    pattern: 'the? past UNIT',
    read: (c) => (c.UNIT!.unit === 'Q' ? null : single(c, 1)),
    example: 'It fell in [the past year] too',
    value: 'P1Y',
  },
  {
    pattern: 'the last|next decade|century',
    read: () => lengthShape('Y', 10, undefined),
    example: 'It fell in [the last decade] too',
    value: 'P10Y',
  },
  {
    pattern: 'UNITS',
    read: (c) => (/^([DWMYEC]|TM|TH)$/.test(c.UNITS!.unit) ? plural(c, null) : null),
    notAfter: words('the these those his her its their our my early dog all most some sunny of million'),
    notBefore: words("old ’ '"),
    example: 'It took [years] then',
    not: 'those were the days',
    value: 'PXY',
  },
  {
    pattern: 'UNITS|UNIT ~- ~long',
    read: (c) => (c.UNITS === undefined ? single(c, 1) : plural(c, null)),
    example: 'They held a [decades-long] fight',
    value: 'PXE',
  },
  {
    pattern: 'a week ago',
    read: () => ({ kind: 'shift', from: 'published', unit: 'D', by: -7 }),
    example: 'It fell [a week ago] too',
    value: '2024-06-14',
  },
  {
    pattern: 'a day ago',
    read: () => ({ kind: 'shift', from: 'published', unit: 'D', by: -1 }),
    example: 'It fell [a day ago] too',
    value: '2024-06-20',
  },
  {
    pattern: 'a|one year ago',
    read: () => ({ kind: 'shift', from: 'published', unit: 'Y', by: -1, keepsUnit: true }),
    example: 'It fell [a year ago] too',
    value: '2023',
  },
  {
    pattern: "LENGTH '|’? ago",
    read: (c) => ago(c.LENGTH!, -1, 'published'),
    example: 'It fell [nearly 10 months ago] too',
    value: '2023-08',
  },
  {
    pattern: 'LENGTH from now',
    read: (c) => ago(c.LENGTH!, 1, 'published'),
    example: 'It falls [two months from now] too',
    value: '2024-08',
  },
  {
    pattern: 'LENGTH earlier|previously',
    read: (c) => ago(c.LENGTH!, -1, 'narrative', true),
    example: 'It fell in May 2023; [two years earlier] it rose',
    value: '2021-05',
  },
  {
    pattern: 'LENGTH before',
    read: (c) => ago(c.LENGTH!, -1, 'narrative', true),
    before: words('. , ; ¶'),
    example: 'It fell in May 2023 and rose [two years before].',
    value: '2021-05',
  },
  {
    pattern: 'LENGTH later',
    read: (c) => ago(c.LENGTH!, 1, 'narrative', false),
    example: 'It fell in 2012; [five years later] it rose',
    value: '2017',
  },
  {
    pattern: 'some time ago',
    read: () => reference('PAST_REF'),
    example: 'He left [some time ago] too',
    value: 'PAST_REF',
  },
  {
    pattern: 'the UNITS',
    read: (c) => (/^[DWMYE]$/.test(c.UNITS!.unit) ? plural(c, null) : null),
    after: words('over'),
    notBefore: words('of when that'),
    example: 'It fell over [the years] too',
    value: 'PXY',
  },
  {
    pattern: 'a? quarter of a century',
    read: () => lengthShape('Y', 25),
    example: 'It took [a quarter of a century] then',
    value: 'P25Y',
  },
  {
    pattern: 'long ago',
    read: () => reference('PAST_REF'),
    notAfter: words('not too so'),
    example: 'It fell [long ago] then',
    value: 'PAST_REF',
  },
  {
    pattern: 'UNITS ago',
    read: () => reference('PAST_REF'),
    example: 'He left [years ago] too',
    value: 'PAST_REF',
  },
]
