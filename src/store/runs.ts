/** Runs of `add` over a batch. */
import type { RunRecord } from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Prepare } from './connection.ts'

export const startRun = (prepare: Prepare, started: string): number =>
  Number(prepare('INSERT INTO runs (started) VALUES (?)').run(started).lastInsertRowid)

export function finishRun(prepare: Prepare, run: RunRecord): void {
  const sql = 'UPDATE runs SET started = ?, finished = ?, stored = ?, already = ?, failed = ? WHERE id = ?'
  const { changes } = prepare(sql).run(run.started, run.finished, run.stored, run.already, run.failed, run.id)
  if (changes === 0) throw new OnrecordError('unknown-id', { id: run.id })
}
