/** Which pipeline read each document, in the order in which they were stored. */
import type { ReadingsPage } from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import { checkLimit } from './cursor.ts'
import type { Prepare } from './sqlite.ts'

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export function readingsPage(prepare: Prepare, limit: number, after: string | undefined): ReadingsPage {
  checkLimit(limit, 'readings')
  const from = after === undefined ? 0 : Number(after)
  if (!Number.isSafeInteger(from)) {
    throw new OnrecordError('invalid-input', {
      operation: 'readings',
      problem: 'after: expected the "next" of the page before',
    })
  }
  const found = prepare(
    `SELECT d.seq, d.id, d.language, b.pipeline FROM documents d JOIN document_bodies b ON b.seq = d.seq
     WHERE d.seq > ? ORDER BY d.seq LIMIT ?`,
  ).all(from, limit + 1)
  const rows = found.slice(0, limit)
  return {
    rows: rows.map(({ id, language, pipeline }) => ({
      id: id as string,
      language: language as string,
      pipeline: pipeline as string | null,
    })),
    next: found.length > limit ? String(rows.at(-1)!.seq) : null,
  }
}
