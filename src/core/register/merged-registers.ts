/** Two registers as one: what ships, and the user's own. */
import type { Entity, Holding, Register, Tenure } from './register.ts'

/** An entity of the same id in both has the names of both, and is otherwise as `second` has it; so a user's file corrects what ships. */
export function mergedRegisters(first: Register, second: Register): Register {
  const get = (id: string): Entity | null => {
    const [one, other] = [first.get(id), second.get(id)]
    return one === null || other === null ? (one ?? other) : mergedEntities(one, other)
  }
  /** Only what is in both needs another look. */
  const merged = (entity: Entity): Entity => get(entity.id)!
  const holdings = (answers: readonly Holding[]): Holding[] => {
    const best = new Map<string, Holding>()
    for (const holding of answers) {
      const { person, role, of } = holding.tenure
      const key = [person, role, of].join('\n')
      if (best.get(key)?.certainty !== 'certain') best.set(key, { ...holding, entity: merged(holding.entity) })
    }
    return [...best.values()]
  }
  return {
    get,
    named: (name) => {
      const found = new Map<string, Entity>()
      for (const entity of [...first.named(name), ...second.named(name)]) {
        if (!found.has(entity.id)) found.set(entity.id, merged(entity))
      }
      return [...found.values()]
    },
    holders: (role, of, at) => {
      const both = holdings([...first.holders(role, of, at), ...second.holders(role, of, at)])
      const people = new Map<string, Holding>()
      for (const holding of both)
        if (people.get(holding.entity.id)?.certainty !== 'certain') people.set(holding.entity.id, holding)
      return withoutExpired([...people.values()])
    },
    officesOf: (id, at) => holdings([...first.officesOf(id, at), ...second.officesOf(id, at)]),
    tenuresOf: (id): readonly Tenure[] => [...first.tenuresOf(id), ...second.tenuresOf(id)],
  }
}

function mergedEntities(one: Entity, other: Entity): Entity {
  const names = new Set([...other.names, one.name, ...one.names])
  names.delete(other.name)
  return {
    ...other,
    names: [...names],
    gender: other.gender ?? one.gender,
    country: other.country ?? one.country,
    speaksFor: other.speaksFor ?? one.speaksFor,
  }
}

/** Who is known to hold the office outdoes who only may still hold it, having come before. */
function withoutExpired(holdings: readonly Holding[]): Holding[] {
  const certain = holdings.filter(({ certainty }) => certainty === 'certain')
  return holdings.filter(
    ({ certainty, tenure }) =>
      certainty === 'certain' ||
      !certain.some((other) => (other.tenure.start ?? '') > (tenure.asOf ?? tenure.start ?? '')),
  )
}
