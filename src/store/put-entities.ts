/** The entities of one document → their rows: themselves once, names, keys, roles and publishers as they come. */
import type { EntityLinks } from '../app/ports.ts'
import { ledgerKeys } from '../core/ledger-keys.ts'
import type { Entity } from '../core/register/register.ts'
import { insert, type Name, nameOf, speakerSeq, type Value } from './put-rows.ts'
import type { Prepare } from './sqlite.ts'
import { storable } from './storable.ts'

interface SeenName extends Name {
  /** Worked out for names that the entity did not have yet, which few are. */
  keys(): readonly string[]
}

interface LinkValue {
  readonly entity: Entity
  readonly names: readonly SeenName[]
  /** Role, of, first and last date. */
  readonly roles: readonly { readonly row: readonly Value[]; readonly statement: string }[]
}

export interface LinkValues {
  readonly revision: number
  readonly links: readonly LinkValue[]
}

export const linkValues = ({ revision, entities }: EntityLinks): LinkValues => ({
  revision,
  links: entities.map(({ entity, names, roles }) => ({
    entity,
    names: names.map((name) => seenName(name, entity)),
    roles: roles.map(({ role, of, at, statement }) => ({
      row: [storable(role), storable(of ?? ''), at ?? '', at ?? ''],
      statement,
    })),
  })),
})

const seenName = (name: string, { kind }: Entity): SeenName => ({ ...nameOf(name), keys: () => ledgerKeys(name, kind) })

/** Exported for the test that reads SQLite's plan of each. */
export const putEntitiesSql = {
  revision: 'SELECT max(seq) AS last FROM entities',
  byId: 'SELECT seq FROM entities WHERE id = ?',
} as const

export const revisionOf = (prepare: Prepare): number =>
  (prepare(putEntitiesSql.revision).get()!.last as number | null) ?? 0

/** Whether `links` add an entity of the ledger's own although there are newer ones than those they were told apart from. */
export const addsToOutdated = (prepare: Prepare, { revision, links }: LinkValues): boolean =>
  revision !== revisionOf(prepare) &&
  links.some(({ entity: { id } }) => id.startsWith('e-') && entitySeq(prepare, id) === null)

export function entitySeq(prepare: Prepare, id: string): number | null {
  const row = prepare(putEntitiesSql.byId).get(id)
  return row === undefined ? null : (row.seq as number)
}

/** @returns the number of each entity, by id. */
export function putEntities(prepare: Prepare, { links }: LinkValues, publisher: number | null): Map<string, number> {
  const seqs = new Map<string, number>()
  for (const { entity, names } of links) {
    const known = entitySeq(prepare, entity.id)
    const seq = known ?? addEntity(prepare, entity)
    seqs.set(entity.id, seq)
    for (const name of names) addName(prepare, seq, name)
    if (publisher !== null) {
      insert(prepare, 'INSERT OR IGNORE INTO entity_publishers (entity, publisher) VALUES (?, ?)', [seq, publisher])
    }
  }
  return seqs
}

function addEntity(prepare: Prepare, entity: Entity): number {
  const seq = insert(prepare, 'INSERT INTO entities (id, record) VALUES (?, ?)', [entity.id, JSON.stringify(entity)])
  addName(prepare, seq, seenName(entity.name, entity))
  for (const name of entity.names) addKeys(prepare, seq, ledgerKeys(name, entity.kind))
  return seq
}

function addName(prepare: Prepare, entity: number, name: SeenName): void {
  const added = prepare('INSERT OR IGNORE INTO entity_names (name, entity) VALUES (?, ?)').run(
    speakerSeq(prepare, name),
    entity,
  )
  if (added.changes > 0) addKeys(prepare, entity, name.keys())
}

function addKeys(prepare: Prepare, entity: number, keys: readonly string[]): void {
  for (const key of keys) {
    insert(prepare, 'INSERT OR IGNORE INTO entity_keys (key, entity) VALUES (?, ?)', [key, entity])
  }
}

/** @param statements number of each statement, by id. */
export function putRoles(
  prepare: Prepare,
  { links }: LinkValues,
  entities: ReadonlyMap<string, number>,
  statements: ReadonlyMap<string, number>,
): void {
  for (const { entity, roles } of links) {
    for (const { row, statement } of roles) {
      const shown = statements.get(statement)
      if (shown !== undefined) insert(prepare, roleSql, [entities.get(entity.id)!, ...row, shown])
    }
  }
}

/** The statement that shows a role is the latest, like the date beside it; '' is before every date. */
const roleSql = `INSERT INTO entity_roles (entity, role, belongs, first, last, statement) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (entity, role, belongs) DO UPDATE SET
    first = CASE WHEN first = '' THEN excluded.first WHEN excluded.first = '' THEN first ELSE min(first, excluded.first) END,
    statement = CASE WHEN excluded.last > last THEN excluded.statement ELSE statement END,
    last = max(last, excluded.last)`
