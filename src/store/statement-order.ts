/** The orders of a list of statements: what SQLite sorts by, and where a cursor goes on. What has no date comes last in each. */
import type { StatementSort } from '../app/ports.ts'
import { Conditions } from './filters.ts'

/** A stretch of a list that one query can walk along an index: first what is dated, then what is not. */
export interface Stretch {
  readonly only: string | null
  readonly orderBy: string
  /** The column whose value begins the cursor. */
  readonly column: string
  /** Rows behind a cursor of this stretch. */
  after(value: string, id: string, ord: number): Conditions
}

const conditions = (...parts: readonly (readonly [string, ...(string | number)[]])[]): Conditions => {
  const all = new Conditions()
  for (const [sql, ...values] of parts) all.add(sql, ...values)
  return all
}

const newest: Stretch = {
  only: null,
  orderBy: 'd.published DESC, d.id, s.ord',
  column: 'd.published',
  after: (published, id, ord) =>
    conditions(
      ['d.published <= ? AND (d.published < ? OR d.id >= ?)', published, published, id],
      ['(d.published < ? OR d.id > ? OR s.ord > ?)', published, id, ord],
    ),
}

/** Backwards along the same index: of one day, documents come in the reverse order of their ids. */
const oldest: Stretch = {
  only: "d.published > ''",
  orderBy: 'd.published, d.id DESC, s.ord',
  column: 'd.published',
  after: (published, id, ord) =>
    conditions(
      ['d.published >= ? AND (d.published > ? OR d.id <= ?)', published, published, id],
      ['(d.published > ? OR d.id < ? OR s.ord > ?)', published, id, ord],
    ),
}

const said: Stretch = {
  only: 's.said_from IS NOT NULL',
  orderBy: 's.said_from DESC, d.id, s.ord',
  column: 's.said_from',
  after: (day, id, ord) =>
    conditions([
      's.said_from <= ? AND (s.said_from < ? OR d.id > ? OR (d.id = ? AND s.ord > ?))',
      day,
      day,
      id,
      id,
      ord,
    ]),
}

export const STRETCHES: Readonly<Record<StatementSort, readonly Stretch[]>> = {
  newest: [newest],
  oldest: [oldest, { ...newest, only: "d.published = ''" }],
  said: [said, { ...newest, only: 's.said_from IS NULL' }],
}

/** What a cursor begins with tells the stretch; the preset order has one and no need for it. */
export const marked = (sort: StatementSort, stretch: number, value: string): string =>
  sort === 'newest' ? value : `${stretch}${value}`

/** @returns null for a cursor of another order. */
export function unmarked(
  sort: StatementSort,
  value: string,
): { readonly stretch: number; readonly value: string } | null {
  if (sort === 'newest') return { stretch: 0, value }
  const stretch = Number(value[0])
  return STRETCHES[sort][stretch] === undefined ? null : { stretch, value: value.slice(1) }
}
