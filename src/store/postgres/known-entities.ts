/** Entities by the keys of their names, with what tells them from others of the same name; from indexes alone. */
import type { KnownEntities, KnownEntity } from '../../app/ports.ts'
import type { Entity } from '../../core/register/register.ts'
import type { Row, Sql } from './database.ts'
import { fromJson } from './read-entry.ts'
import { indexed, restored } from './storable.ts'

/** A row of each key and entity, and one without where there is none: one query, since it is asked for every page. */
const knownSql = `SELECT r.revision, k.key, e.id, e.record,
    ARRAY(SELECT role FROM entity_roles t WHERE t.entity = e.id ORDER BY role, belongs) AS roles,
    ARRAY(SELECT belongs FROM entity_roles t WHERE t.entity = e.id ORDER BY role, belongs) AS belongs,
    ARRAY(SELECT publisher FROM entity_publishers p WHERE p.entity = e.id ORDER BY publisher) AS publishers
  FROM (SELECT coalesce(max(seq), 0) AS revision FROM entities) r
  LEFT JOIN (entity_keys k JOIN entities e ON e.id = k.entity) ON k.key = ANY ($1) ORDER BY e.seq`

export async function knownEntities(sql: Sql, keys: readonly string[]): Promise<KnownEntities> {
  const rows = await sql(knownSql, [keys.map(indexed)])
  const known = new Map<string, KnownEntity>()
  for (const row of rows)
    if (row.id !== null && !known.has(row.id as string)) known.set(row.id as string, knownFrom(row))
  const byKey = new Map<string, KnownEntity[]>()
  for (const key of keys) {
    const found = rows.filter((row) => row.key === indexed(key)).map(({ id }) => known.get(id as string)!)
    if (found.length > 0) byKey.set(key, found)
  }
  return { revision: rows[0]!.revision as number, byKey }
}

function knownFrom({ record, roles, belongs, publishers }: Row): KnownEntity {
  const of = belongs as string[]
  return {
    entity: fromJson<Entity>(record),
    roles: (roles as string[]).map((role, at) => ({
      role: restored(role),
      of: of[at] === '' ? null : restored(of[at]!),
    })),
    publishers: (publishers as string[]).map(restored),
  }
}
