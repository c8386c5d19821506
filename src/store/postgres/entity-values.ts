/** The entities of one document → column values: themselves, names, roles and keys. */
import type { EntityLinks } from '../../app/ports.ts'
import type { DocumentRecord } from '../../core/document.ts'
import { foldName } from '../../core/fold.ts'
import { ledgerKeys, wholeKeys } from '../../core/ledger-keys.ts'
import type { Entity } from '../../core/register/register.ts'
import type { Statement } from '../../core/statement.ts'
import { indexed, storable } from './storable.ts'

export interface NameValue {
  readonly entity: string
  readonly name: string
  readonly folded: string
  /** Worked out for names that the entity did not have yet, which few are. */
  keys(): readonly string[]
}

export interface RoleValue {
  readonly entity: string
  readonly role: string
  readonly belongs: string
  readonly first: string
  readonly last: string
  readonly statement: string
}

export interface NewEntity {
  readonly id: string
  readonly record: string
  /** Found under its names in texts, and by whoever looks for one of the same name. */
  keys(): readonly string[]
  /** Of whole names: whoever has one of them may be this one. */
  wholeKeys(): readonly string[]
}

export interface EntityValues {
  readonly revision: number
  readonly document: string
  readonly publisher: string | null
  /** All lists in one order for all who write, so that no two wait for each other. */
  readonly entities: readonly NewEntity[]
  readonly names: readonly NameValue[]
  readonly roles: readonly RoleValue[]
}

export function entityValues(
  { revision, entities }: EntityLinks,
  { id, publisher }: DocumentRecord,
  statements: readonly Statement[],
): EntityValues {
  const own = new Set(statements.map((statement) => statement.id))
  const names = entities.flatMap(({ entity, names }) => names.map((name) => nameValue(name, entity)))
  const roles = entities.flatMap(({ entity, roles }) =>
    roles
      .filter(({ statement }) => own.has(statement))
      .map(({ role, of, at, statement }) => ({
        entity: storable(entity.id),
        role: storable(role),
        belongs: storable(of ?? ''),
        first: at ?? '',
        last: at ?? '',
        statement: storable(statement),
      })),
  )
  return {
    revision,
    document: id,
    publisher: publisher === null ? null : storable(publisher),
    entities: once(
      entities.map(({ entity }) => newEntity(entity)),
      ({ id }) => id,
    ),
    names: once([...names, ...entities.map(({ entity }) => nameValue(entity.name, entity))], nameKey),
    roles: joined(roles),
  }
}

const nameValue = (name: string, { id, kind }: Entity): NameValue => ({
  entity: storable(id),
  name: storable(name),
  folded: storable(foldName(name)),
  keys: () => ledgerKeys(name, kind).map(indexed),
})

const newEntity = (entity: Entity): NewEntity => {
  const names = [entity.name, ...entity.names]
  return {
    id: storable(entity.id),
    record: JSON.stringify(entity),
    keys: () => names.flatMap((name) => ledgerKeys(name, entity.kind)).map(indexed),
    wholeKeys: () => names.flatMap((name) => wholeKeys(name, entity.kind)).map(indexed),
  }
}

const nameKey = ({ entity, name }: NameValue): string => `${entity}\0${name}`

/** Of one key the first, in order of keys. */
function once<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map(items.toReversed().map((item) => [keyOf(item), item]))
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}

/** What one document tells of a role several times over, as `putRolesSql` would join it to what others told. */
function joined(roles: readonly RoleValue[]): RoleValue[] {
  const keyOf = ({ entity, role, belongs }: RoleValue): string => `${entity}\0${role}\0${belongs}`
  const byKey = new Map<string, RoleValue>()
  for (const role of roles) {
    const known = byKey.get(keyOf(role))
    byKey.set(keyOf(role), known === undefined ? role : later(known, role))
  }
  return once([...byKey.values()], keyOf)
}

const later = (known: RoleValue, role: RoleValue): RoleValue => ({
  ...known,
  first: known.first === '' || (role.first !== '' && role.first < known.first) ? role.first : known.first,
  last: role.last > known.last ? role.last : known.last,
  statement: role.last > known.last ? role.statement : known.statement,
})
