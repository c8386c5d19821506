/** The condition that a statement is somebody's, by an id, a name in any spelling, or a part of one. */
import { foldName } from '../../core/fold.ts'
import { searchKeys } from '../../core/ledger-keys.ts'
import type { Sql } from './database.ts'
import { storable } from './storable.ts'

/** @param bind gives the place of a value. @returns a condition on `statements s`; null where nobody is asked for. */
export async function spokenBy(
  sql: Sql,
  name: string | undefined,
  bind: (value: unknown) => string,
): Promise<string | null> {
  const folded = storable(foldName(name ?? ''))
  if (folded === '') return null
  const rows = await sql(
    `SELECT id FROM entities WHERE id = $1
     UNION SELECT entity FROM entity_keys WHERE key = ANY ($2) AND NOT EXISTS (SELECT FROM entities WHERE id = $1)
     UNION SELECT entity FROM entity_names WHERE strpos(folded, $3) > 0 AND NOT EXISTS (SELECT FROM entities WHERE id = $1)`,
    [storable(name!.trim()), searchKeys(name!).map(storable), folded],
  )
  const entities = bind(rows.map(({ id }) => id))
  return `(strpos(s.speaker_folded, ${bind(folded)}) > 0 OR s.entity = ANY (${entities}) OR s.members && ${entities})`
}
