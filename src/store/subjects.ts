/** What the ledger's statements are about, and what answers a query. */
import type { Page, QueryTally, SubjectFilter, SubjectRow } from '../app/ports.ts'
import { fieldQuery, type Query } from '../core/query/query.ts'
import { checkLimit, fromCursor, toCursor } from './cursor.ts'
import { Conditions, searchCondition } from './filters.ts'
import { queryCondition } from './query-conditions.ts'
import type { Prepare } from './sqlite.ts'
import { restored } from './storable.ts'

/** Spellings that differ in case or accents alone are one subject. @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export function subjectsPage(prepare: Prepare, filter: SubjectFilter): Page<SubjectRow> {
  checkLimit(filter.limit, 'listSubjects')
  const after = filter.after === undefined ? null : fromCursor(filter.after, 2, 'listSubjects')
  const words = searchCondition('subject_search', 'n.seq', filter.text)
  const { total } = prepare(`SELECT count(DISTINCT n.folded) AS total FROM subjects n WHERE ${words.sql}`).get(
    ...words.values,
  )!
  const place = new Conditions()
  if (after !== null) place.add('(g.statements < ? OR (g.statements = ? AND g.folded > ?))', ...placeOf(after))
  const found = prepare(
    `SELECT g.folded, g.name, g.statements FROM
       (SELECT n.folded, min(n.name) AS name, sum(c.statements) AS statements FROM subjects n
        JOIN (SELECT subject, count(*) AS statements FROM statement_subjects GROUP BY subject) c ON c.subject = n.seq
        WHERE ${words.sql} GROUP BY n.folded) g
     WHERE ${place.sql} ORDER BY g.statements DESC, g.folded LIMIT ?`,
  ).all(...words.values, ...place.values, filter.limit + 1)
  const rows = found.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => {
      const name = restored(row.name)
      return { name, ...tallyOf(prepare, fieldQuery('about', name)) }
    }),
    total: total as number,
    next: found.length > rows.length ? toCursor([String(last!.statements), last!.folded as string]) : null,
  }
}

const placeOf = ([statements, folded]: readonly [string, string]): [number, number, string] => [
  Number(statements),
  Number(statements),
  folded,
]

export function tallyOf(prepare: Prepare, query: Query): QueryTally {
  const { sql, values } = queryCondition(prepare, query)
  const row = prepare(
    `SELECT count(*) AS statements, min(nullif(s.said_from, '')) AS first, max(nullif(s.said_to, '~')) AS last
     FROM statements s WHERE ${sql}`,
  ).get(...values)!
  return {
    statements: row.statements as number,
    first: row.first as string | null,
    last: row.last as string | null,
  }
}

export function answersQuery(prepare: Prepare, statement: string, query: Query): boolean {
  const { sql, values } = queryCondition(prepare, query, '+s.')
  return prepare(`SELECT 1 FROM statements s WHERE s.id = ? AND ${sql}`).get(statement, ...values) !== undefined
}
