/** Sketches of texts as they are kept. */
import { numbersOf } from '../sketches.ts'
import type { Sql } from './database.ts'
import { storable } from './storable.ts'

export async function readSketches(sql: Sql, documents: readonly string[]): Promise<ReadonlyMap<string, Uint32Array>> {
  const rows = await sql('SELECT document, sketch FROM document_bodies WHERE document = ANY ($1)', [
    documents.map(storable),
  ])
  return new Map(rows.map(({ document, sketch }) => [document as string, numbersOf(sketch as Uint8Array)]))
}
