/** Sketches of texts as they are kept. */
import { SKETCH } from '../core/links/min-hash.ts'
import type { Prepare } from './sqlite.ts'

export function readSketches(prepare: Prepare, documents: readonly string[]): ReadonlyMap<string, Uint32Array> {
  const rows = prepare(
    `SELECT d.id, k.sketch FROM documents d JOIN document_sketches k ON k.document = d.seq
     WHERE d.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(documents))
  return new Map(rows.map(({ id, sketch }) => [id as string, numbersOf(sketch as Uint8Array)]))
}

/** Little-endian, whatever machine wrote them. */
export function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: SKETCH }, (_, row) => view.getUint32(row * 4, true))
}

export function bytesOf(sketch: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(SKETCH * 4))
  sketch.forEach((value, row) => {
    view.setUint32(row * 4, value, true)
  })
  return new Uint8Array(view.buffer)
}
