/** Entities by the keys of their names, with what tells them from others of the same name; from indexes alone. */
import type { KnownEntities, KnownEntity } from '../../app/ports.ts'
import type { Entity } from '../../core/register/register.ts'
import type { Sql } from './database.ts'
import { revisionOf } from './put-entities.ts'
import { fromJson } from './read-entry.ts'
import { restored, storable } from './storable.ts'

type Told = Pick<KnownEntity, 'roles' | 'publishers'>

export async function knownEntities(sql: Sql, keys: readonly string[]): Promise<KnownEntities> {
  const revision = await revisionOf(sql)
  const rows =
    keys.length === 0
      ? []
      : await sql(
          `SELECT k.key, e.id, e.record FROM entity_keys k JOIN entities e ON e.id = k.entity
           WHERE k.key = ANY ($1) ORDER BY e.seq`,
          [keys.map(storable)],
        )
  const told = await toldOf(sql, [...new Set(rows.map(({ id }) => id as string))])
  const known = new Map<string, KnownEntity>()
  for (const { id, record } of rows)
    known.set(id as string, { entity: fromJson<Entity>(record), ...told(id as string) })
  const byKey = new Map<string, KnownEntity[]>()
  for (const key of keys) {
    const found = rows.filter((row) => row.key === storable(key)).map(({ id }) => known.get(id as string)!)
    if (found.length > 0) byKey.set(key, found)
  }
  return { revision, byKey }
}

/** What texts tell of each of `entities`. */
async function toldOf(sql: Sql, entities: readonly string[]): Promise<(entity: string) => Told> {
  if (entities.length === 0) return () => ({ roles: [], publishers: [] })
  const rows = await sql(
    `SELECT entity, role, belongs, NULL AS publisher FROM entity_roles WHERE entity = ANY ($1)
     UNION ALL SELECT entity, NULL, NULL, publisher FROM entity_publishers WHERE entity = ANY ($1)
     ORDER BY 2, 3, 4`,
    [entities],
  )
  return (entity) => {
    const own = rows.filter((row) => row.entity === entity)
    return {
      roles: own.flatMap(({ role, belongs }) =>
        role === null
          ? []
          : [{ role: restored(role as string), of: belongs === '' ? null : restored(belongs as string) }],
      ),
      publishers: own.flatMap(({ publisher }) => (publisher === null ? [] : [restored(publisher as string)])),
    }
  }
}
