/** One document with all it has → its rows and index entries. */
import type { DocumentEntry } from '../app/ports.ts'
import type { Speaker, Statement } from '../core/statement.ts'
import { caseless, foldName, searchable } from './fold.ts'
import type { Prepare } from './sqlite.ts'
import { storable } from './storable.ts'

/** Writes `entry` unless a document of its id is there. Call inside a write transaction. */
export function putEntry(prepare: Prepare, entry: DocumentEntry): 'stored' | 'already-stored' {
  const { document, statements } = entry
  if (prepare('SELECT 1 FROM documents WHERE id = ?').get(document.id) !== undefined) return 'already-stored'
  const publisher = document.publisher === null ? null : publisherSeq(prepare, document.publisher)
  const inserted = prepare(
    'INSERT INTO documents (id, published, language, publisher, statements) VALUES (?, ?, ?, ?, ?)',
  ).run(document.id, document.published ?? '', document.language, publisher, statements.length)
  const seq = Number(inserted.lastInsertRowid)
  putBody(prepare, seq, entry)
  prepare('INSERT INTO document_search (rowid, title, text) VALUES (?, ?, ?)').run(
    seq,
    searchable(document.title ?? ''),
    searchable(entry.text),
  )
  statements.forEach((statement, ord) => {
    putStatement(prepare, seq, ord, statement)
  })
  return 'stored'
}

function putBody(prepare: Prepare, seq: number, entry: DocumentEntry): void {
  const { document } = entry
  const sql = `INSERT INTO document_bodies (seq, sha256, url, added, pipeline, record, notices, blocks, text)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  prepare(sql).run(
    seq,
    document.sha256,
    document.url === null ? null : storable(document.url),
    entry.added,
    entry.pipeline,
    JSON.stringify(document),
    JSON.stringify(entry.notices),
    JSON.stringify(entry.blocks),
    storable(entry.text),
  )
}

function putStatement(prepare: Prepare, document: number, ord: number, statement: Statement): void {
  const speaker = statement.speaker === null ? null : speakerSeq(prepare, statement.speaker)
  const inserted = prepare(
    'INSERT INTO statements (document, ord, form, manner, speaker, id) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(document, ord, statement.form, statement.manner, speaker, statement.id)
  const seq = inserted.lastInsertRowid
  prepare('INSERT INTO statement_bodies (seq, body) VALUES (?, ?)').run(seq, JSON.stringify(statement))
  prepare('INSERT INTO statement_search (rowid, content, speaker) VALUES (?, ?, ?)').run(
    seq,
    searchable(statement.content.text),
    searchable(statement.speaker?.name ?? ''),
  )
}

function publisherSeq(prepare: Prepare, publisher: string): number {
  const name = storable(publisher)
  const known = prepare('SELECT seq FROM publishers WHERE name = ?').get(name)
  if (known !== undefined) return known.seq as number
  const sql = 'INSERT INTO publishers (name, caseless) VALUES (?, ?)'
  return Number(prepare(sql).run(name, caseless(publisher)).lastInsertRowid)
}

function speakerSeq(prepare: Prepare, speaker: Speaker): number {
  const name = storable(speaker.name)
  const known = prepare('SELECT seq FROM speakers WHERE name = ?').get(name)
  if (known !== undefined) return known.seq as number
  const sql = 'INSERT INTO speakers (name, folded) VALUES (?, ?)'
  return Number(prepare(sql).run(name, foldName(speaker.name)).lastInsertRowid)
}
