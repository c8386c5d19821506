/** One document with all it has → its rows and index entries. */
import type { DocumentEntry } from '../app/ports.ts'
import { caseless, foldName, searchable } from '../core/fold.ts'
import type { Statement } from '../core/statement.ts'
import type { Prepare } from './sqlite.ts'
import { storable } from './storable.ts'

type Value = string | number | Uint8Array | null

/** A name with the form a filter compares it in. */
interface Name {
  readonly name: string | Uint8Array
  readonly compared: string
}

interface StatementValues {
  readonly row: readonly Value[]
  readonly speaker: Name | null
  readonly body: string
  readonly index: readonly Value[]
}

/** An entry as column values. Folding and JSON take longer than inserting: they are done before the ledger is locked. */
export interface EntryValues {
  readonly id: string
  readonly row: readonly Value[]
  readonly publisher: Name | null
  readonly body: readonly Value[]
  readonly index: readonly Value[]
  readonly statements: readonly StatementValues[]
}

export function valuesOf(entry: DocumentEntry): EntryValues {
  const { document, text, statements } = entry
  const { publisher, url } = document
  return {
    id: document.id,
    row: [document.id, document.published ?? '', document.language, statements.length],
    publisher: publisher === null ? null : { name: storable(publisher), compared: caseless(publisher) },
    body: [
      document.sha256,
      url === null ? null : storable(url),
      entry.added,
      entry.pipeline,
      JSON.stringify(document),
      JSON.stringify(entry.notices),
      JSON.stringify(entry.blocks),
      storable(text),
    ],
    index: [searchable(document.title ?? ''), searchable(text)],
    statements: statements.map(statementValues),
  }
}

function statementValues(statement: Statement, ord: number): StatementValues {
  const name = statement.speaker?.name ?? null
  return {
    row: [ord, statement.form, statement.manner, statement.id],
    speaker: name === null ? null : { name: storable(name), compared: foldName(name) },
    body: JSON.stringify(statement),
    index: [searchable(statement.content.text), searchable(name ?? '')],
  }
}

export const isStored = (prepare: Prepare, id: string): boolean =>
  prepare('SELECT 1 FROM documents WHERE id = ?').get(id) !== undefined

/** Writes `values` unless a document of its id is there. Call inside a write transaction. */
export function putEntry(prepare: Prepare, values: EntryValues): 'stored' | 'already-stored' {
  if (isStored(prepare, values.id)) return 'already-stored'
  const publisher = values.publisher === null ? null : publisherSeq(prepare, values.publisher)
  const seq = insert(
    prepare,
    'INSERT INTO documents (id, published, language, statements, publisher) VALUES (?, ?, ?, ?, ?)',
    [...values.row, publisher],
  )
  insert(
    prepare,
    `INSERT INTO document_bodies (seq, sha256, url, added, pipeline, record, notices, blocks, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [seq, ...values.body],
  )
  insert(prepare, 'INSERT INTO document_search (rowid, title, text) VALUES (?, ?, ?)', [seq, ...values.index])
  for (const statement of values.statements) putStatement(prepare, seq, statement)
  return 'stored'
}

function putStatement(prepare: Prepare, document: number, values: StatementValues): void {
  const speaker = values.speaker === null ? null : speakerSeq(prepare, values.speaker)
  const seq = insert(
    prepare,
    'INSERT INTO statements (ord, form, manner, id, document, speaker) VALUES (?, ?, ?, ?, ?, ?)',
    [...values.row, document, speaker],
  )
  insert(prepare, 'INSERT INTO statement_bodies (seq, body) VALUES (?, ?)', [seq, values.body])
  insert(prepare, 'INSERT INTO statement_search (rowid, content, speaker) VALUES (?, ?, ?)', [seq, ...values.index])
}

function publisherSeq(prepare: Prepare, { name, compared }: Name): number {
  const known = prepare('SELECT seq FROM publishers WHERE name = ?').get(name)
  if (known !== undefined) return known.seq as number
  return insert(prepare, 'INSERT INTO publishers (name, caseless) VALUES (?, ?)', [name, compared])
}

function speakerSeq(prepare: Prepare, { name, compared }: Name): number {
  const known = prepare('SELECT seq FROM speakers WHERE name = ?').get(name)
  if (known !== undefined) return known.seq as number
  return insert(prepare, 'INSERT INTO speakers (name, folded) VALUES (?, ?)', [name, compared])
}

/** Number of the row inserted. */
const insert = (prepare: Prepare, sql: string, values: readonly Value[]): number =>
  Number(prepare(sql).run(...values).lastInsertRowid)
