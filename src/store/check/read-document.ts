/** One document with all its rows, as far as they can be read: what cannot be is told, with its table. */
import type { SQLOutputValue } from 'node:sqlite'
import type { Prepare } from '../sqlite.ts'
import { faultOf, reasonOf, type Tell } from './fault.ts'

export type Row = Record<string, SQLOutputValue>

export interface StatementRows {
  readonly row: Row
  /** Names. */
  readonly subjects: readonly SQLOutputValue[]
  readonly outlets: readonly SQLOutputValue[]
}

export interface DocumentRows {
  readonly row: Row
  /** Null where there is none or where it cannot be read. */
  readonly body: Row | null
  readonly original: Uint8Array | null
  readonly sketch: Uint8Array | null
  readonly copyOf: SQLOutputValue
  /** Null where they cannot be read. */
  readonly statements: readonly StatementRows[] | null
}

const documentSql = `SELECT d.*, p.name AS publisher_name FROM documents d LEFT JOIN publishers p ON p.seq = d.publisher
  WHERE d.seq = ?`
const statementsSql = `SELECT s.*, b.body, p.name AS speaker_name, e.id AS entity_id, v.id AS principal_id
  FROM statements s LEFT JOIN statement_bodies b ON b.seq = s.seq LEFT JOIN speakers p ON p.seq = s.speaker
  LEFT JOIN entities e ON e.seq = s.entity LEFT JOIN entities v ON v.seq = s.principal WHERE s.document = ? ORDER BY s.ord`
const subjectsSql = 'SELECT n.name FROM statement_subjects t JOIN subjects n ON n.seq = t.subject WHERE t.statement = ?'
const outletsSql = 'SELECT n.name FROM statement_outlets t JOIN outlets n ON n.seq = t.outlet WHERE t.statement = ?'

/** Null where not even its row can be read. */
export function readRows(prepare: Prepare, seq: number, tell: Tell): DocumentRows | null {
  let id = `number ${seq}`
  const part = <Read>(table: string, read: () => Read): Read | null => {
    try {
      return read()
    } catch (thrown) {
      const message = `its rows in ${table} cannot be read (${reasonOf(thrown)})`
      tell(faultOf('unreadable', `document ${id}`, message, 'backup', id.startsWith('d-') ? id : null))
      return null
    }
  }
  const row = part('documents', () => prepare(documentSql).get(seq)!)
  if (row === null) return null
  id = String(row.id)
  const one = (table: string, key: string, columns = '*') =>
    part(table, () => prepare(`SELECT ${columns} FROM ${table} WHERE ${key} = ?`).get(seq) ?? null)
  return {
    row,
    body: one('document_bodies', 'seq'),
    original: (one('document_originals', 'document')?.bytes as Uint8Array | undefined) ?? null,
    sketch: (one('document_sketches', 'document')?.sketch as Uint8Array | undefined) ?? null,
    copyOf: one('document_copies', 'document')?.original ?? null,
    statements: part('statements', () =>
      prepare(statementsSql)
        .all(seq)
        .map((statement) => ({
          row: statement,
          subjects: names(prepare, subjectsSql, statement.seq as number),
          outlets: names(prepare, outletsSql, statement.seq as number),
        })),
    ),
  }
}

const names = (prepare: Prepare, sql: string, statement: number): SQLOutputValue[] =>
  prepare(sql)
    .all(statement)
    .map(({ name }) => name!)

/** Numbers of all documents; where a page of the table cannot be read, those behind it one by one. */
export function* documentNumbers(prepare: Prepare, unread: (from: number, to: number) => void): Generator<number> {
  const page = prepare('SELECT seq FROM documents WHERE seq > ? ORDER BY seq LIMIT 500')
  const last = lastNumber(prepare)
  for (let after = 0; ; ) {
    let seqs: number[]
    try {
      seqs = page.all(after).map(({ seq }) => seq as number)
    } catch {
      const found = firstReadable(prepare, after + 1, last)
      unread(after + 1, found === null ? last : found - 1)
      if (found === null) return
      yield found
      after = found
      continue
    }
    if (seqs.length === 0) return
    yield* seqs
    after = seqs.at(-1)!
  }
}

function firstReadable(prepare: Prepare, from: number, to: number): number | null {
  const one = prepare('SELECT seq FROM documents WHERE seq = ?')
  for (let seq = from; seq <= to; seq++) {
    try {
      if (one.get(seq) !== undefined) return seq
    } catch {
      // On the page that cannot be read.
    }
  }
  return null
}

function lastNumber(prepare: Prepare): number {
  for (const table of ['documents', 'document_bodies']) {
    try {
      return (prepare(`SELECT max(seq) AS last FROM ${table}`).get()!.last as number | null) ?? 0
    } catch {
      // Maybe the other one can be read.
    }
  }
  return 0
}
