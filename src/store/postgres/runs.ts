/** One row a batch of documents. */
import type { RunRecord } from '../../app/ports.ts'
import { OnrecordError } from '../../core/errors.ts'
import type { Sql } from './database.ts'

export async function startRun(sql: Sql, started: string): Promise<number> {
  const [row] = await sql('INSERT INTO runs (started) VALUES ($1) RETURNING id', [started])
  return row!.id as number
}

/** @throws OnrecordError `unknown-id` where no such run was started. */
export async function finishRun(sql: Sql, run: RunRecord): Promise<void> {
  const rows = await sql(
    'UPDATE runs SET started = $1, finished = $2, stored = $3, already = $4, failed = $5 WHERE id = $6 RETURNING id',
    [run.started, run.finished, run.stored, run.already, run.failed, run.id],
  )
  if (rows.length === 0) throw new OnrecordError('unknown-id', { id: run.id })
}
