/** Rows → a document or statement as it was put. */
import { inflateRawSync } from 'node:zlib'
import type { DocumentEntry, StatementRow, StoredPage } from '../app/ports.ts'
import type { Block } from '../core/doc.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import type { Statement } from '../core/statement.ts'
import type { Prepare } from './sqlite.ts'
import { restored, storable } from './storable.ts'

export function readEntry(prepare: Prepare, id: string): DocumentEntry | null {
  const page = readPage(prepare, id)
  if (page === null) return null
  const bodies = prepare(
    `SELECT b.body FROM documents d JOIN statements s ON s.document = d.seq JOIN statement_bodies b ON b.seq = s.seq
     WHERE d.id = ? ORDER BY s.ord`,
  ).all(id)
  const { document, text, blocks, notices, pipeline, added } = page
  const statements = bodies.map(({ body }) => fromJson<Statement>(body))
  return { document, text, blocks, statements, notices, pipeline, added }
}

/** A document without its statements. */
export function readPage(prepare: Prepare, id: string): StoredPage | null {
  const row = prepare('SELECT b.* FROM documents d JOIN document_bodies b ON b.seq = d.seq WHERE d.id = ?').get(id)
  if (row === undefined) return null
  return {
    document: fromJson<DocumentRecord>(row.record),
    text: restored(row.text),
    blocks: fromJson<Block[]>(row.blocks),
    notices: fromJson<Notice[]>(row.notices),
    pipeline: row.pipeline as string | null,
    added: row.added as string,
  }
}

export function readStatement(prepare: Prepare, id: string): StatementRow | null {
  const row = prepare(
    `SELECT sb.body, db.record FROM statements s
     JOIN statement_bodies sb ON sb.seq = s.seq JOIN document_bodies db ON db.seq = s.document WHERE s.id = ?`,
  ).get(id)
  if (row === undefined) return null
  return { statement: fromJson<Statement>(row.body), document: fromJson<DocumentRecord>(row.record) }
}

/** A JSON column, which this program wrote. */
export const fromJson = <T>(column: unknown): T => JSON.parse(column as string) as T

/** Inflated again; null where none was kept. */
export function readOriginal(prepare: Prepare, id: string): Uint8Array | null {
  const row = prepare(
    'SELECT o.bytes FROM document_originals o JOIN documents d ON d.seq = o.document WHERE d.id = ?',
  ).get(id)
  return row === undefined ? null : new Uint8Array(inflateRawSync(row.bytes as Uint8Array))
}

/** Id of the document read from these bytes; see the port. */
export function findByDigest(prepare: Prepare, sha256: string, url: string | null): string | null {
  const sql = `SELECT d.id FROM document_bodies b JOIN documents d ON d.seq = b.seq
    WHERE b.sha256 = ?1 AND (?2 IS NULL OR b.url = ?2) ORDER BY d.seq LIMIT 1`
  const row = prepare(sql).get(sha256, url === null ? null : storable(url))
  return row === undefined ? null : (row.id as string)
}
