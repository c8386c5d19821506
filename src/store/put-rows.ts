/** What everything that writes rows uses: values, names, and the number of the row written. */
import { foldName } from '../core/fold.ts'
import type { Prepare } from './sqlite.ts'
import { storable } from './storable.ts'

export type Value = string | number | Uint8Array | null

/** A name with the form a filter compares it in. */
export interface Name {
  readonly name: string | Uint8Array
  readonly compared: string
}

/** A speaker's name. */
export const nameOf = (name: string): Name => ({ name: storable(name), compared: foldName(name) })

/** Number of the speaker's name, which is added where it is new. */
export function speakerSeq(prepare: Prepare, { name, compared }: Name): number {
  const known = prepare('SELECT seq FROM speakers WHERE name = ?').get(name)
  if (known !== undefined) return known.seq as number
  return insert(prepare, 'INSERT INTO speakers (name, folded) VALUES (?, ?)', [name, compared])
}

/** Number of the row inserted. */
export const insert = (prepare: Prepare, sql: string, values: readonly Value[]): number =>
  Number(prepare(sql).run(...values).lastInsertRowid)
