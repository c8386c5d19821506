/** Pages of statements, by any filter, in the orders that lists have. */
import type { Page, StatementFilter, StatementRow, StatementSort } from '../../app/ports.ts'
import type { DocumentRecord } from '../../core/document.ts'
import type { Statement } from '../../core/statement.ts'
import { checkLimit, foreignCursor, fromCursor, toCursor } from '../cursor.ts'
import { marked, unmarked } from '../statement-order.ts'
import type { Row, Sql } from './database.ts'
import { statementConditions } from './filters.ts'
import { fromJson } from './read-entry.ts'
import { storable } from './storable.ts'
import type { Where } from './where.ts'

/** Totals of one state of the ledger, by filter: a list, its facets and its next pages are counted once. */
export type Totals = Map<string, number>

const MOST_TOTALS = 500

/** A stretch of a list that one query can walk along an index: first what is dated, then what is not. */
interface Stretch {
  readonly only: string | null
  readonly orderBy: string
  readonly column: 'published' | 'said_from'
  /** Rows behind a cursor of this stretch; the values are places. */
  after(value: string, id: string, ord: string): string
}

const newest: Stretch = {
  only: null,
  orderBy: 's.published DESC, s.document, s.ord',
  column: 'published',
  after: (published, id, ord) =>
    `s.published <= ${published} AND (s.published < ${published} OR (s.document, s.ord) > (${id}, ${ord}::integer))`,
}

const oldest: Stretch = {
  only: "s.published > ''",
  orderBy: 's.published, s.document DESC, s.ord',
  column: 'published',
  after: (published, id, ord) =>
    `s.published >= ${published} AND (s.published > ${published} OR s.document < ${id} OR (s.document = ${id} AND s.ord > ${ord}::integer))`,
}

const said: Stretch = {
  only: 's.said_from IS NOT NULL',
  orderBy: 's.said_from DESC, s.document, s.ord',
  column: 'said_from',
  after: (day, id, ord) =>
    `s.said_from <= ${day} AND (s.said_from < ${day} OR (s.document, s.ord) > (${id}, ${ord}::integer))`,
}

const STRETCHES: Readonly<Record<StatementSort, readonly Stretch[]>> = {
  newest: [newest],
  oldest: [oldest, { ...newest, only: "s.published = ''" }],
  said: [said, { ...newest, only: 's.said_from IS NULL' }],
}

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export async function statementsPage(
  sql: Sql,
  filter: StatementFilter,
  totals: Totals = new Map(),
): Promise<Page<StatementRow>> {
  checkLimit(filter.limit, 'listStatements')
  const sort = filter.sort ?? 'newest'
  const from = placeOf(filter.after, sort)
  const where = await statementConditions(sql, filter)
  const total = await totalOf(sql, filter, where, totals)
  if (total === 0) return { rows: [], total, next: null }

  const rows: Row[] = []
  for (let at = from.stretch; at < STRETCHES[sort].length && rows.length <= filter.limit; at++) {
    const place = at === from.stretch ? from.place : null
    const limit = filter.limit + 1 - rows.length
    const found = await stretchOf(sql, { stretch: STRETCHES[sort][at]!, all: where, place, limit, total })
    rows.push(...found.map((row) => ({ ...row, stretch: at })))
  }
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      statement: fromJson<Statement>(row.body),
      document: fromJson<DocumentRecord>(row.record),
    })),
    total,
    next:
      last !== undefined && rows.length > shown.length
        ? toCursor([
            marked(sort, last.stretch as number, last.value as string),
            last.document as string,
            last.ord as number,
          ])
        : null,
  }
}

/** How many statements a filter finds in all. */
export async function totalOf(sql: Sql, filter: StatementFilter, where: Where, totals: Totals): Promise<number> {
  const { limit: _, after: __, sort: ___, ...asked } = filter
  const key = JSON.stringify(asked)
  const known = totals.get(key)
  if (known !== undefined) return known
  const count = where.parts.length === 0 ? 'SELECT coalesce(sum(statements), 0) AS total FROM documents' : null
  const [row] = await sql(count ?? `SELECT count(*) AS total FROM statements s WHERE ${where.sql}`, where.values)
  const total = row!.total as number
  if (totals.size >= MOST_TOTALS) totals.delete(totals.keys().next().value!)
  totals.set(key, total)
  return total
}

interface Place {
  readonly value: string
  readonly id: string
  readonly ord: number
}

function placeOf(
  after: string | undefined,
  sort: StatementSort,
): { readonly stretch: number; readonly place: Place | null } {
  if (after === undefined) return { stretch: 0, place: null }
  const [value, id, ord] = fromCursor(after, 3, 'listStatements')
  const found = unmarked(sort, value)
  if (found === null) throw foreignCursor('listStatements')
  return { stretch: found.stretch, place: { value: found.value, id, ord } }
}

interface Walk {
  readonly stretch: Stretch
  readonly all: Where
  readonly place: Place | null
  readonly limit: number
  readonly total: number
}

/**
 * Few are all found before they are sorted: what the server guesses of words can be a hundred times off, and then it would
 * walk through the whole ledger in order to come upon them.
 */
const FEW = 5000

function stretchOf(sql: Sql, { stretch, all, place, limit, total }: Walk): Promise<Row[]> {
  const { only, orderBy, column, after } = stretch
  const where = all.copy()
  const isFew = total <= FEW && all.parts.length > 0
  const found = isFew
    ? `WITH found AS MATERIALIZED (SELECT s.document, s.ord, s.published, s.said_from FROM statements s WHERE ${all.sql})`
    : ''
  if (isFew) where.parts.length = 0
  if (only !== null) where.add(only)
  if (place !== null) {
    const { bind } = where
    where.add(after(bind(storable(place.value)), bind(storable(place.id)), bind(place.ord)))
  }
  const from = isFew ? 'found' : 'statements'
  return sql(
    `${found} SELECT s.document, s.ord, s.body, s.${column} AS value, b.record FROM
       (SELECT s.document, s.ord FROM ${from} s WHERE ${where.sql} ORDER BY ${orderBy} LIMIT ${where.bind(limit)}) k
     JOIN statements s ON s.document = k.document AND s.ord = k.ord JOIN document_bodies b ON b.document = k.document
     ORDER BY ${orderBy}`,
    where.values,
  )
}
