/** What a long task has still to do, and what other programs have to know of one, by name. */
import type { Prepare } from './sqlite.ts'

/** Statements have been replaced since all links were last found. */
export const RELINK = 'relink'
/** Grows whenever statements are replaced: what is kept of them in memory does not hold any more. */
export const REPLACED = 'statements-replaced'

export function markOf(prepare: Prepare, name: string): string | null {
  const row = prepare('SELECT value FROM marks WHERE name = ?').get(name)
  return row === undefined ? null : (row.value as string)
}

export function mark(prepare: Prepare, name: string, value: string): void {
  prepare('INSERT INTO marks (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
    name,
    value,
  )
}

export function unmark(prepare: Prepare, name: string): void {
  prepare('DELETE FROM marks WHERE name = ?').run(name)
}
