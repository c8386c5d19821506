/** What one source gives to the register, and how several are put together. */

import { fold } from '../../src/core/fold.ts'
import { fullKeys, nameForms, plainKey } from '../../src/core/register/name-key.ts'
import type { Entity, Tenure } from '../../src/core/register/register.ts'
import { readRole, sameOffice } from '../../src/core/register/role-key.ts'

export interface Part {
  readonly entities: readonly Entity[]
  readonly tenures: readonly Tenure[]
}

/** Later parts add names and offices to entities of earlier ones, and end offices that those left open. */
export function mergedParts(parts: readonly Part[]): Part {
  const entities = new Map<string, Entity>()
  let tenures: Tenure[] = []
  for (const part of parts) {
    for (const entity of part.entities) {
      const known = entities.get(entity.id)
      entities.set(
        entity.id,
        known === undefined ? entity : { ...known, names: [...known.names, entity.name, ...entity.names] },
      )
    }
    const better = Map.groupBy(part.tenures, ({ person }) => person)
    tenures = tenures.filter((tenure) => !(better.get(tenure.person) ?? []).some((other) => replaces(other, tenure)))
    tenures.push(...part.tenures)
  }
  return { entities: [...entities.values()].map(withoutNeedlessNames), tenures: tenures.toSorted(byStart) }
}

/** An open row gives way to one of the same person in the same office that began no later than a month apart, or that says when it ended. */
const replaces = (better: Tenure, known: Tenure): boolean =>
  better.of === known.of &&
  sameOffice(readRole(better.role, better.of), readRole(known.role, known.of)) &&
  (known.end === null
    ? (better.start ?? '') <= (known.start ?? '9').padEnd(10, '9')
    : isSameMonth(better.start, known.start))

const byStart = (one: Tenure, other: Tenure): number => ((one.start ?? '') < (other.start ?? '') ? -1 : 1)

/** Spellings that the index finds anyway take room for nothing. */
function withoutNeedlessNames(entity: Entity): Entity {
  const keysOf = (name: string): string[] =>
    entity.kind === 'person' ? nameForms(name, entity.country).flatMap((form) => fullKeys(form)) : [plainKey(name)]
  const known = new Set(keysOf(entity.name))
  const names = entity.names.filter((name) => {
    const keys = keysOf(name)
    if (keys.length === 0 || keys.every((key) => known.has(key))) return false
    for (const key of keys) known.add(key)
    return true
  })
  return { ...entity, names }
}

/** As far as both are known. */
function isSameMonth(one: string | null, other: string | null): boolean {
  const length = Math.min(one?.length ?? 0, other?.length ?? 0, 7)
  return one?.slice(0, length) === other?.slice(0, length)
}

/** `part` with the ids that `own` gives to the same people: a row of ours may know the id that a source lacks. */
export function withIdsOf(own: Part, part: Part): Part {
  const keyOf = ({ name, country }: Entity): string => `${fold(name)} ${country}`
  const known = new Map(
    own.entities
      .filter(({ id, kind }) => id.startsWith('Q') && kind === 'person')
      .map((entity) => [keyOf(entity), entity.id]),
  )
  const ids = new Map<string, string>()
  for (const entity of part.entities) {
    const id = entity.id.startsWith('Q') ? undefined : known.get(keyOf(entity))
    if (id !== undefined) ids.set(entity.id, id)
  }
  return {
    entities: part.entities.map((entity) => ({ ...entity, id: ids.get(entity.id) ?? entity.id })),
    tenures: part.tenures.map((tenure) => ({ ...tenure, person: ids.get(tenure.person) ?? tenure.person })),
  }
}
