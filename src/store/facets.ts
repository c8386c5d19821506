/** Counts what the statements that a filter finds have: speakers, subjects, acts, publishers, forms, years. */
import type { SQLOutputValue } from 'node:sqlite'
import { type FacetCount, type FacetName, type Facets, MOST_FACETS, type StatementFilter } from '../app/ports.ts'
import type { Prepare } from './sqlite.ts'
import { type Asked, allConditions, joined, type Plan, type Plans, planned, wordsAlone } from './statements-page.ts'
import { restored } from './storable.ts'

type Row = Record<string, SQLOutputValue>

/**
 * All statements that are found are counted where they are few, else the ones stored last: those an index gives one by one,
 * however many there are.
 */
export function readFacets(
  prepare: Prepare,
  filter: StatementFilter,
  atMost: number,
  plans: Plans = new Map(),
): Facets {
  const { asked, plan, total } = planned(prepare, filter, plans)
  const rows = total === 0 ? [] : rowsOf(prepare, asked, plan, atMost)
  const names = (table: 'speakers' | 'publishers'): ((seq: SQLOutputValue) => string) => {
    const find = prepare(`SELECT name FROM ${table} WHERE seq = ?`)
    return (seq) => restored(find.get(seq as number)!.name)
  }
  const counted = (column: string, wordsOf: (value: SQLOutputValue) => string = String): FacetCount[] =>
    inOrder(tally(rows, column), wordsOf)
  const facets: Record<FacetName, readonly FacetCount[]> = {
    speaker: counted('speaker', names('speakers')),
    about: subjectsOf(prepare, rows),
    act: counted('act'),
    publisher: counted('publisher', names('publishers')),
    form: counted('form'),
    year: counted('year').toSorted((a, b) => (a.name < b.name ? 1 : -1)),
  }
  return { total, counted: rows.length, facets }
}

function rowsOf(prepare: Prepare, asked: Asked, plan: Plan, atMost: number): readonly Row[] {
  const columns = 's.seq, s.speaker, s.act, s.form, d.publisher, substr(d.published, 1, 4) AS year'
  const words = plan.kind === 'in-order' ? wordsAlone(asked.filter.text) : null
  if (words !== null) {
    const { text: _, ...rest } = asked.filter
    const conditions = allConditions(prepare, { ...asked, filter: rest }, plan)
    return prepare(
      `SELECT ${columns} FROM (SELECT rowid FROM statement_search WHERE statement_search MATCH ? ORDER BY rowid DESC LIMIT ${MOST_WALKED}) f
       CROSS JOIN statements s ON s.seq = f.rowid CROSS JOIN documents d ON d.seq = s.document
       WHERE ${conditions.sql} ORDER BY f.rowid DESC LIMIT ?`,
    ).all(words, ...conditions.values, atMost)
  }
  const conditions = allConditions(prepare, asked, plan)
  return prepare(
    `SELECT ${columns} FROM ${joined['found-first']} WHERE ${conditions.sql} ORDER BY s.seq DESC LIMIT ?`,
  ).all(...conditions.values, atMost)
}

/** Statements with the words looked for that are held against the other filters. */
const MOST_WALKED = 20_000

function tally(rows: readonly Row[], column: string): ReadonlyMap<SQLOutputValue, number> {
  const counts = new Map<SQLOutputValue, number>()
  for (const { [column]: value } of rows)
    if (value !== null && value !== undefined && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function inOrder(
  counts: ReadonlyMap<SQLOutputValue, number>,
  wordsOf: (value: SQLOutputValue) => string,
): FacetCount[] {
  const least = [...counts.values()].sort((a, b) => b - a)[MOST_FACETS - 1] ?? 0
  return [...counts]
    .filter(([, statements]) => statements >= least)
    .map(([value, statements]) => ({ name: wordsOf(value), statements }))
    .sort(mostFirst)
    .slice(0, MOST_FACETS)
}

const mostFirst = (a: FacetCount, b: FacetCount): number => b.statements - a.statements || (a.name < b.name ? -1 : 1)

const subjectsOf = (prepare: Prepare, rows: readonly Row[]): FacetCount[] =>
  prepare(
    `SELECT n.name, c.statements FROM
       (SELECT t.subject, count(*) AS statements FROM json_each(?) j CROSS JOIN statement_subjects t ON t.statement = j.value
        GROUP BY t.subject ORDER BY statements DESC LIMIT ?) c JOIN subjects n ON n.seq = c.subject`,
  )
    .all(JSON.stringify(rows.map(({ seq }) => seq)), MOST_FACETS * 2)
    .map((row) => ({ name: restored(row.name), statements: row.statements as number }))
    .sort(mostFirst)
    .slice(0, MOST_FACETS)
