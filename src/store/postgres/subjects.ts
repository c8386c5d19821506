/** What the ledger's statements are about, and what answers a query. */
import type { Page, QueryTally, SubjectFilter, SubjectRow } from '../../app/ports.ts'
import { fieldQuery, type Query } from '../../core/query/query.ts'
import { checkLimit, fromCursor, toCursor } from '../cursor.ts'
import type { Sql } from './database.ts'
import { addSearch } from './filters.ts'
import { queryCondition } from './query-conditions.ts'
import { documentOf } from './read-entry.ts'
import { restored, storable } from './storable.ts'
import { Where } from './where.ts'

/** Spellings that differ in case or accents alone are one subject. @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export async function subjectsPage(sql: Sql, filter: SubjectFilter): Promise<Page<SubjectRow>> {
  checkLimit(filter.limit, 'listSubjects')
  const after = filter.after === undefined ? null : fromCursor(filter.after, 2, 'listSubjects')
  const where = new Where()
  addSearch(where, 'n.words', filter.text)
  const [count] = await sql(`SELECT count(*) AS total FROM subjects n WHERE ${where.sql}`, where.values)
  if (after !== null) {
    const [statements, folded] = [where.bind(Number(after[0])), where.bind(storable(after[1]))]
    where.add(`c.statements < ${statements} OR (c.statements = ${statements} AND n.folded > ${folded})`)
  }
  const found = await sql(
    `SELECT n.folded, n.name, c.statements FROM subjects n
     JOIN (SELECT subject, count(*) AS statements FROM statements s, unnest(s.subjects) AS subject GROUP BY subject) c
       ON c.subject = n.folded
     WHERE ${where.sql} ORDER BY c.statements DESC, n.folded LIMIT ${where.bind(filter.limit + 1)}`,
    where.values,
  )
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const rows: SubjectRow[] = []
  for (const row of shown) {
    const name = restored(row.name as string)
    rows.push({ name, ...(await tallyOf(sql, fieldQuery('about', name))) })
  }
  return {
    rows,
    total: count!.total as number,
    next: found.length > shown.length ? toCursor([String(last!.statements), restored(last!.folded as string)]) : null,
  }
}

export async function tallyOf(sql: Sql, query: Query): Promise<QueryTally> {
  const where = new Where()
  const condition = await queryCondition(sql, query, where.bind)
  if (condition !== null) where.add(condition)
  const [row] = await sql(
    `SELECT count(*) AS statements, min(nullif(s.said_from, '')) AS first, max(nullif(s.said_to, '~')) AS last
     FROM statements s WHERE ${where.sql}`,
    where.values,
  )
  return {
    statements: row!.statements as number,
    first: row!.first as string | null,
    last: row!.last as string | null,
  }
}

export async function answersQuery(sql: Sql, statement: string, query: Query): Promise<boolean> {
  const where = new Where()
  where.add(`s.document = ${where.bind(storable(documentOf(statement)))} AND s.id = ${where.bind(storable(statement))}`)
  const condition = await queryCondition(sql, query, where.bind)
  if (condition !== null) where.add(condition)
  return (await sql(`SELECT 1 FROM statements s WHERE ${where.sql}`, where.values)).length > 0
}
