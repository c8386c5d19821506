/** Whom a name may mean, and the condition that a statement is theirs: by an id, a name in any spelling, or a part of one. */
import { foldName } from '../../core/fold.ts'
import { searchKeys } from '../../core/ledger-keys.ts'
import type { Sql } from './database.ts'
import { indexed, storable } from './storable.ts'

/** Ids of all entities that an id, a name in any spelling, or a part of one may mean; null where nothing is asked. */
export async function entitiesMeant(sql: Sql, name: string | undefined): Promise<string[] | null> {
  const folded = storable(foldName(name ?? ''))
  if (folded === '') return null
  const rows = await sql(
    `SELECT id FROM entities WHERE id = $1
     UNION SELECT entity FROM entity_keys WHERE key = ANY ($2) AND NOT EXISTS (SELECT FROM entities WHERE id = $1)
     UNION SELECT entity FROM entity_names WHERE strpos(folded, $3) > 0 AND NOT EXISTS (SELECT FROM entities WHERE id = $1)`,
    [storable(name!.trim()), searchKeys(name!).map(indexed), folded],
  )
  return rows.map(({ id }) => id as string)
}

/** @param bind gives the place of a value. @returns a condition on `statements s`; null where nobody is asked for. */
export async function spokenBy(
  sql: Sql,
  name: string | undefined,
  bind: (value: unknown) => string,
): Promise<string | null> {
  const meant = await entitiesMeant(sql, name)
  if (meant === null) return null
  const byName = `s.speaker_folded = ANY (${bind(await namesWith(sql, name!))})`
  if (meant.length === 0) return byName
  const entities = bind(meant)
  return `${byName} OR s.entity = ANY (${entities}) OR (s.members && ${entities} AND s.members <> '{}')`
}

/** Names of speakers, folded, that have these letters in them. */
async function namesWith(sql: Sql, name: string): Promise<string[]> {
  const rows = await sql('SELECT folded FROM speaker_names WHERE strpos(folded, $1) > 0', [storable(foldName(name))])
  return rows.map(({ folded }) => folded as string)
}
