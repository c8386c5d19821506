/** The time rules of English news, group by group, as one grammar. */
import { DAYS, TOD } from './clock-rows.ts'
import { COUNTED } from './counted-rows.ts'
import { DATE, FULLDATE, HOLIDAY } from './date-rows.ts'
import { DAYREF } from './day-rows.ts'
import { APPROX, LENGTH, SEVERAL } from './length-rows.ts'
import { grammarOf, type Row } from './pattern.ts'
import { EDGE, PERIODREF, YEARREF } from './period-rows.ts'
import { CLASSES } from './piece-classes.ts'
import type { Piece } from './pieces.ts'
import { PERIODS } from './relative-rows.ts'
import { ERAREF, SEASONREF } from './season-rows.ts'
import { SETS } from './set-rows.ts'
import type { Shape } from './shape.ts'

/** Every row of the table by the group it belongs to; `TIMEX` are those that stand for themselves. */
export const TIMEX_ROWS: Readonly<Record<string, readonly Row<unknown>[]>> = {
  DATE,
  FULLDATE,
  HOLIDAY,
  DAYREF,
  TOD,
  EDGE,
  YEARREF,
  PERIODREF,
  SEASONREF,
  ERAREF,
  APPROX,
  SEVERAL,
  LENGTH,
  TIMEX: [...DAYS, ...PERIODS, ...COUNTED, ...SETS],
}

const grammar = grammarOf(CLASSES, TIMEX_ROWS)

export interface Found {
  /** Number of pieces. */
  readonly length: number
  readonly shape: Shape
}

/** The longest expression that begins at a piece. */
export function timexAt(pieces: readonly Piece[], at: number): Found | null {
  const found = grammar.match('TIMEX', pieces, at)
  return found === null ? null : { length: found.length, shape: found.value as Shape }
}
