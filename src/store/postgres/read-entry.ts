/** Rows → a document or statement as it was put. */
import { inflateRawSync } from 'node:zlib'
import type { DocumentEntry, StatementRow } from '../../app/ports.ts'
import type { Block } from '../../core/doc.ts'
import type { DocumentRecord, Notice } from '../../core/document.ts'
import type { Statement } from '../../core/statement.ts'
import type { Sql } from './database.ts'
import { restored, storable } from './storable.ts'

/** The document that a statement's id begins with: rows are found by it first. */
export const documentOf = (statement: string): string => statement.split('.', 1)[0]!

export async function readEntry(sql: Sql, id: string): Promise<DocumentEntry | null> {
  const [row] = await sql(
    `SELECT d.pipeline, d.added, b.record, b.notices, b.blocks, b.text
     FROM documents d JOIN document_bodies b ON b.document = d.id WHERE d.id = $1`,
    [storable(id)],
  )
  if (row === undefined) return null
  const bodies = await sql('SELECT body FROM statements WHERE document = $1 ORDER BY ord', [storable(id)])
  return {
    document: fromJson<DocumentRecord>(row.record),
    text: restored(row.text as string),
    blocks: fromJson<Block[]>(row.blocks),
    statements: bodies.map(({ body }) => fromJson<Statement>(body)),
    notices: fromJson<Notice[]>(row.notices),
    pipeline: row.pipeline === null ? null : restored(row.pipeline as string),
    added: row.added as string,
  }
}

export async function readStatement(sql: Sql, id: string): Promise<StatementRow | null> {
  return (await readStatements(sql, [id])).get(id) ?? null
}

/** Those that are there, by id. */
export async function readStatements(sql: Sql, ids: readonly string[]): Promise<Map<string, StatementRow>> {
  if (ids.length === 0) return new Map()
  const rows = await sql(
    `SELECT s.id, s.body, b.record FROM unnest($1::text[], $2::text[]) AS k (document, id)
     JOIN statements s ON s.document = k.document AND s.id = k.id
     JOIN document_bodies b ON b.document = k.document`,
    [ids.map((id) => storable(documentOf(id))), ids.map(storable)],
  )
  return new Map(
    rows.map(({ id, body, record }) => [
      id as string,
      { statement: fromJson<Statement>(body), document: fromJson<DocumentRecord>(record) },
    ]),
  )
}

/** A JSON column, which this program wrote. */
export const fromJson = <T>(column: unknown): T => JSON.parse(column as string) as T

/** Inflated again; null where none was kept. */
export async function readOriginal(sql: Sql, id: string): Promise<Uint8Array | null> {
  const [row] = await sql('SELECT bytes FROM document_bodies WHERE document = $1', [storable(id)])
  if (row === undefined || row.bytes === null) return null
  return new Uint8Array(inflateRawSync(row.bytes as Uint8Array))
}

/** The one that was added first. */
export async function findByDigest(sql: Sql, sha256: string, url: string | null): Promise<string | null> {
  const [row] = await sql(
    `SELECT id FROM documents WHERE sha256 = $1 AND ($2::text IS NULL OR url = $2) ORDER BY added, id LIMIT 1`,
    [storable(sha256), url === null ? null : storable(url)],
  )
  return row === undefined ? null : (row.id as string)
}
