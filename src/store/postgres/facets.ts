/** Counts what the statements that a filter finds have: speakers, subjects, acts, publishers, forms, years. */
import { type FacetCount, type FacetName, type Facets, MOST_FACETS, type StatementFilter } from '../../app/ports.ts'
import type { Row, Sql } from './database.ts'
import { statementConditions } from './filters.ts'
import { type Totals, totalOf } from './statements-page.ts'
import { restored } from './storable.ts'

/** All statements that are found are counted where they are few, else those added last: an index gives these one by one. */
export async function readFacets(
  sql: Sql,
  filter: StatementFilter,
  atMost: number,
  totals: Totals = new Map(),
): Promise<Facets> {
  const where = await statementConditions(sql, filter)
  const total = await totalOf(sql, filter, where, totals)
  const rows =
    total === 0
      ? []
      : await sql(
          `SELECT s.speaker, s.act, s.form, s.publisher, left(s.published, 4) AS year, s.subjects FROM statements s
           WHERE ${where.sql} ORDER BY s.added DESC, s.document DESC, s.ord DESC LIMIT ${where.bind(atMost)}`,
          where.values,
        )
  const counted = (column: string): FacetCount[] => inOrder(tally(rows.map((row) => row[column])), restored)
  const facets: Record<FacetName, readonly FacetCount[]> = {
    speaker: counted('speaker'),
    about: await subjectsOf(sql, rows),
    act: counted('act'),
    publisher: counted('publisher'),
    form: counted('form'),
    year: counted('year').toSorted((a, b) => (a.name < b.name ? 1 : -1)),
  }
  return { total, counted: rows.length, facets }
}

function tally(values: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values)
    if (typeof value === 'string' && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const inOrder = (counts: ReadonlyMap<string, number>, nameOf: (value: string) => string): FacetCount[] =>
  [...counts]
    .map(([value, statements]) => ({ name: nameOf(value), statements }))
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_FACETS)

async function subjectsOf(sql: Sql, rows: readonly Row[]): Promise<FacetCount[]> {
  const counts = tally(rows.flatMap(({ subjects }) => subjects as string[]))
  const names = new Map(
    (await sql('SELECT folded, name FROM subjects WHERE folded = ANY ($1)', [[...counts.keys()]])).map((row) => [
      row.folded as string,
      restored(row.name as string),
    ]),
  )
  return inOrder(counts, (folded) => names.get(folded) ?? restored(folded))
}
