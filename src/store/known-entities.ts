/** Entities by the keys of their names, with what tells them from others of the same name; from indexes alone. */
import type { KnownEntities, KnownEntity } from '../app/ports.ts'
import type { Entity } from '../core/register/register.ts'
import { revisionOf } from './put-entities.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'
import { restored } from './storable.ts'

/** Exported for the test that reads SQLite's plan of each. */
export const knownEntitiesSql = {
  byKey: 'SELECT e.seq, e.record FROM entity_keys k JOIN entities e ON e.seq = k.entity WHERE k.key = ?',
  roles: 'SELECT role, belongs FROM entity_roles WHERE entity = ?',
  publishers: `SELECT p.name FROM entity_publishers e JOIN publishers p ON p.seq = e.publisher WHERE e.entity = ?`,
} as const

export function knownEntities(prepare: Prepare, keys: readonly string[]): KnownEntities {
  const bySeq = new Map<number, KnownEntity>()
  const byKey = new Map<string, KnownEntity[]>()
  for (const key of keys) {
    const rows = prepare(knownEntitiesSql.byKey).all(key)
    const found = rows.map(({ seq, record }) => {
      const known = bySeq.get(seq as number) ?? knownEntity(prepare, seq as number, fromJson<Entity>(record))
      bySeq.set(seq as number, known)
      return known
    })
    if (found.length > 0) byKey.set(key, found)
  }
  return { revision: revisionOf(prepare), byKey }
}

function knownEntity(prepare: Prepare, seq: number, entity: Entity): KnownEntity {
  const roles = prepare(knownEntitiesSql.roles).all(seq)
  const publishers = prepare(knownEntitiesSql.publishers).all(seq)
  return {
    entity,
    roles: roles.map(({ role, belongs }) => ({ role: restored(role), of: belongs === '' ? null : restored(belongs) })),
    publishers: publishers.map(({ name }) => restored(name)),
  }
}
