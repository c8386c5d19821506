/** A register of entities and tenures that are in memory. */
import { packedRegister } from './packed-register.ts'
import type { Entity, Register, Tenure } from './register.ts'
import { RegisterBuilder } from './register-builder.ts'

/**
 * Indexes what is given; answers are copies.
 * @param tenures of these entities; those of others are left out.
 * @throws RangeError where a date is none, or there are two million of one.
 */
export function registerOf(entities: readonly Entity[], tenures: readonly Tenure[]): Register {
  const builder = new RegisterBuilder()
  const indexes = new Map(entities.map((entity) => [entity.id, builder.add(entity)]))
  for (const tenure of tenures) {
    const person = indexes.get(tenure.person)
    if (person !== undefined) builder.addTenure(person, tenure)
  }
  return packedRegister(builder.build())
}
