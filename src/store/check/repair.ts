/** What follows from texts, records and statements, made to follow from them again. */
import type { DatabaseSync } from 'node:sqlite'
import type { DocumentEntry, Progress, RepairNeeds } from '../../app/ports.ts'
import type { DocumentRecord } from '../../core/document.ts'
import { searchable } from '../../core/fold.ts'
import type { Linker } from '../../core/links/linker.ts'
import type { Statement } from '../../core/statement.ts'
import { entitySeq } from '../put-entities.ts'
import { publisherSeq, putSatellites, rowOf, type StatementValues, valuesOf } from '../put-entry.ts'
import { putSketch } from '../put-links.ts'
import { putOriginal } from '../put-outlets.ts'
import { insert, type Value } from '../put-rows.ts'
import { fromJson, readEntry } from '../read-entry.ts'
import { relinkAll } from '../relink.ts'
import type { Prepare } from '../sqlite.ts'
import { restored } from '../storable.ts'
import { entityOf, keysOf, nameTables, subjectWords } from './names.ts'
import { removeOrphans } from './orphans.ts'

/** Call inside a write transaction that does not look for rows which name those that go. @returns rows taken away. */
export function repairAll(
  db: DatabaseSync,
  prepare: Prepare,
  linker: Linker | null,
  { codes, documents }: RepairNeeds,
  progress: Progress,
): number {
  if (codes.has('structure')) db.exec('REINDEX')
  let removed = 0
  if (codes.has('orphan') || codes.has('row')) {
    restoreDocumentRows(prepare)
    removed = removeOrphans(prepare)
  }
  if (codes.has('name')) deriveNames(prepare)
  for (const id of documents) deriveRows(prepare, id)
  if (codes.has('entity')) deriveEntityKeys(prepare)
  // Rows that were taken away or told otherwise have left their words behind.
  if (codes.has('words') || codes.has('structure') || codes.has('row') || removed > 0) deriveWords(prepare, progress)
  const isUnlinked = codes.has('keys') || codes.has('link') || removed > 0
  if (linker !== null && isUnlinked) relinkAll(prepare, linker, progress)
  return removed
}

/** Of texts whose row among the documents is not there. */
function restoreDocumentRows(prepare: Prepare): void {
  const sql = `SELECT b.seq, b.record FROM document_bodies b
    WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.seq = b.seq)`
  for (const { seq, record } of prepare(sql).all()) {
    const { id, published, language } = fromJson<DocumentRecord>(record)
    const { statements } = prepare('SELECT count(*) AS statements FROM statements WHERE document = ?').get(seq!)!
    insert(
      prepare,
      'INSERT OR IGNORE INTO documents (seq, id, published, language, statements) VALUES (?, ?, ?, ?, ?)',
      [seq as number, id, published ?? '', language, statements as number],
    )
    deriveRows(prepare, id)
  }
}

function deriveNames(prepare: Prepare): void {
  for (const { table, column, derive } of nameTables) {
    for (const { seq, name } of prepare(`SELECT seq, name FROM ${table}`).all()) {
      prepare(`UPDATE ${table} SET ${column} = ? WHERE seq = ?`).run(derive(restored(name)), seq!)
    }
  }
}

/** The rows of one document, from its record and the records of its statements. */
function deriveRows(prepare: Prepare, id: string): void {
  const entry = readableEntry(prepare, id)
  if (entry === null) return
  const seq = prepare('SELECT seq FROM documents WHERE id = ?').get(id)!.seq as number
  const values = valuesOf(entry, { revision: 0, entities: [] }, null)
  const publisher = values.publisher === null ? null : publisherSeq(prepare, values.publisher)
  const [, published, language, statements] = values.row
  prepare('UPDATE documents SET published = ?, language = ?, statements = ?, publisher = ? WHERE seq = ?').run(
    ...([published, language, statements, publisher, seq] as Value[]),
  )
  prepare('UPDATE document_bodies SET sha256 = ?, url = ? WHERE seq = ?').run(values.body[0]!, values.body[1]!, seq)
  prepare('DELETE FROM document_copies WHERE document = ?').run(seq)
  putOriginal(prepare, seq, values.copyOf)
  prepare('DELETE FROM document_sketches WHERE document = ?').run(seq)
  putSketch(prepare, seq, values.linkable.sketch)
  const entities = entitiesOf(prepare, entry.statements)
  prepare('UPDATE statements SET ord = -1 - ord WHERE document = ?').run(seq)
  const seqs = numbersOf(prepare, seq, entry.statements)
  for (const [at, each] of values.statements.entries()) {
    const { columns, values: row } = rowOf(prepare, known(each, entities), entities)
    const assigned = columns.map((column) => `${column} = ?`).join(', ')
    prepare(`UPDATE statements SET ${assigned} WHERE seq = ?`).run(...row, seqs[at]!)
    prepare('DELETE FROM statement_members WHERE statement = ?').run(seqs[at]!)
    prepare('DELETE FROM statement_subjects WHERE statement = ?').run(seqs[at]!)
    prepare('DELETE FROM statement_outlets WHERE statement = ?').run(seqs[at]!)
    putSatellites(prepare, seqs[at]!, known(each, entities), entities)
  }
}

/** Null where its JSON cannot be read: then there is nothing that rows could follow from. */
function readableEntry(prepare: Prepare, id: string): DocumentEntry | null {
  try {
    const entry = readEntry(prepare, id)
    if (entry === null || isInOrder(prepare, id)) return entry
    // The order is one of the things that are lost: statements stand in that of their words.
    const start = ({ content }: Statement): number => content.spans[0]?.start ?? 0
    return { ...entry, statements: entry.statements.toSorted((a, b) => start(a) - start(b)) }
  } catch {
    return null
  }
}

const isInOrder = (prepare: Prepare, id: string): boolean =>
  prepare('SELECT s.ord FROM statements s JOIN documents d ON d.seq = s.document WHERE d.id = ? ORDER BY s.ord')
    .all(id)
    .every(({ ord }, at) => ord === at)

/** Numbers of the statements of a document by their records: also the id of a row may be what is wrong with it. */
function numbersOf(prepare: Prepare, document: number, statements: readonly Statement[]): number[] {
  const sql = 'SELECT s.seq, b.body FROM statements s JOIN statement_bodies b ON b.seq = s.seq WHERE s.document = ?'
  const seqs = new Map(
    prepare(sql)
      .all(document)
      .map((row) => [fromJson<Statement>(row.body).id, row.seq as number]),
  )
  return statements.map(({ id }) => seqs.get(id)!)
}

const known = (values: StatementValues, entities: ReadonlyMap<string, number>): StatementValues => ({
  ...values,
  entity: values.entity !== null && entities.has(values.entity) ? values.entity : null,
  principal: values.principal !== null && entities.has(values.principal) ? values.principal : null,
  members: values.members.filter((id) => entities.has(id)),
})

/** An entity that is not there has no row to name: finding the statements anew puts one. */
function entitiesOf(prepare: Prepare, statements: readonly Statement[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { speaker } of statements) {
    for (const id of [
      speaker?.entity,
      speaker?.speaksFor?.entity,
      ...(speaker?.members ?? []).map((one) => one.entity),
    ]) {
      const seq = typeof id === 'string' ? entitySeq(prepare, id) : null
      if (seq !== null) found.set(id!, seq)
    }
  }
  return found
}

function deriveEntityKeys(prepare: Prepare): void {
  prepare('DELETE FROM entity_keys').run()
  for (const { seq, record } of prepare('SELECT seq, record FROM entities').all()) {
    const entity = entityOf(record)
    if (entity === null) continue
    for (const key of keysOf(prepare, seq as number, entity)) {
      insert(prepare, 'INSERT INTO entity_keys (key, entity) VALUES (?, ?)', [key, seq as number])
    }
  }
}

/** All three indexes, from the beginning: of single rows, an index without content cannot forget what it does not know. */
function deriveWords(prepare: Prepare, progress: Progress): void {
  for (const index of ['document_search', 'statement_search', 'subject_search']) {
    prepare(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`).run()
  }
  const { total } = prepare('SELECT count(*) AS total FROM documents').get() as { total: number }
  let done = 0
  const documents =
    'SELECT d.seq, b.record, b.text FROM documents d JOIN document_bodies b ON b.seq = d.seq ORDER BY d.seq'
  for (const { seq, record, text } of prepare(documents).iterate()) {
    const title = parsed<DocumentRecord>(record)?.title ?? ''
    insert(prepare, 'INSERT INTO document_search (rowid, title, text) VALUES (?, ?, ?)', [
      seq as number,
      searchable(title),
      searchable(restored(text)),
    ])
    if (++done % 1000 === 0) progress(done, total)
  }
  const statements = 'SELECT s.seq, b.body FROM statements s JOIN statement_bodies b ON b.seq = s.seq ORDER BY s.seq'
  for (const { seq, body } of prepare(statements).iterate()) {
    const statement = parsed<Statement>(body)
    if (statement === null) continue
    const words = [statement.content.text, statement.speaker?.name ?? ''].map(searchable)
    insert(prepare, 'INSERT INTO statement_search (rowid, content, speaker) VALUES (?, ?, ?)', [
      seq as number,
      ...words,
    ])
  }
  for (const [seq, words] of subjectWords(prepare)) {
    insert(prepare, 'INSERT INTO subject_search (rowid, name) VALUES (?, ?)', [seq, words])
  }
}

function parsed<Value>(json: unknown): Value | null {
  try {
    return fromJson<Value>(json)
  } catch {
    return null
  }
}
