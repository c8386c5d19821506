/** Which pipeline read each document, in order of ids; and whether links are to be found anew. */
import type { ReadingsPage } from '../../app/ports.ts'
import { checkLimit } from '../cursor.ts'
import type { Sql } from './database.ts'
import { restored, storable } from './storable.ts'

/** @throws OnrecordError `invalid-input` for a limit that cannot be. */
export async function readingsPage(sql: Sql, limit: number, after = ''): Promise<ReadingsPage> {
  checkLimit(limit, 'readings')
  const found = await sql('SELECT id, language, pipeline FROM documents WHERE id > $1 ORDER BY id LIMIT $2', [
    storable(after),
    limit + 1,
  ])
  const rows = found.slice(0, limit)
  return {
    rows: rows.map(({ id, language, pipeline }) => ({
      id: id as string,
      language: language as string,
      pipeline: pipeline === null ? null : restored(pipeline as string),
    })),
    next: found.length > limit ? (rows.at(-1)!.id as string) : null,
  }
}

/** Statements have been replaced since all links were last found. */
const RELINK = 'relink'

export async function markRelinkDue(sql: Sql): Promise<void> {
  await sql("INSERT INTO marks (name, value) VALUES ($1, 'due') ON CONFLICT DO NOTHING", [RELINK])
}

export async function markRelinked(sql: Sql): Promise<void> {
  await sql('DELETE FROM marks WHERE name = $1', [RELINK])
}

export async function isRelinkDue(sql: Sql): Promise<boolean> {
  return (await sql('SELECT FROM marks WHERE name = $1', [RELINK])).length > 0
}
