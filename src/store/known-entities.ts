/** Entities by the keys of their names, with what tells them from others of the same name; from indexes alone. */
import type { KnownEntities, KnownEntity } from '../app/ports.ts'
import type { Entity } from '../core/register/register.ts'
import { revisionOf } from './put-entities.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'
import { restored } from './storable.ts'

/** Exported for the test that reads SQLite's plan of each. */
export const knownEntitiesSql = {
  byKey: 'SELECT entity AS seq FROM entity_keys WHERE key = ?',
  bySeq: 'SELECT record FROM entities WHERE seq = ?',
  roles: 'SELECT role, belongs FROM entity_roles WHERE entity = ?',
  publishers: `SELECT p.name FROM entity_publishers e JOIN publishers p ON p.seq = e.publisher WHERE e.entity = ?`,
} as const

export function knownEntities(prepare: Prepare, keys: readonly string[]): KnownEntities {
  const bySeq = new Map<number, KnownEntity>()
  const byKey = new Map<string, KnownEntity[]>()
  for (const key of keys) {
    const rows = prepare(knownEntitiesSql.byKey).all(key)
    const found = rows.map(({ seq }) => {
      const known = bySeq.get(seq as number) ?? knownEntity(prepare, seq as number)
      bySeq.set(seq as number, known)
      return known
    })
    if (found.length > 0) byKey.set(key, found)
  }
  return { revision: revisionOf(prepare), byKey }
}

function knownEntity(prepare: Prepare, seq: number): KnownEntity {
  const entity = fromJson<Entity>(prepare(knownEntitiesSql.bySeq).get(seq)!.record)
  const roles = prepare(knownEntitiesSql.roles).all(seq)
  const publishers = prepare(knownEntitiesSql.publishers).all(seq)
  return {
    entity,
    roles: roles.map(({ role, belongs }) => ({ role: restored(role), of: belongs === '' ? null : restored(belongs) })),
    publishers: publishers.map(({ name }) => restored(name)),
  }
}
