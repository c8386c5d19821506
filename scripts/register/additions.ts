/** Rows of our own, written as users write theirs: what the sources lack, and offices that have ended since. */
import { readFileSync } from 'node:fs'
import { fold } from '../../src/core/fold.ts'
import type { Entity, Tenure } from '../../src/core/register/register.ts'
import { idOf } from '../../src/read/read-register.ts'
import { registerRows } from '../../src/read/register-rows.ts'
import type { Part } from './parts.ts'

/** What is not said to have ended was so when the rows were written. */
const AS_OF = '2025-06-30'

/**
 * @param known people of the other sources: a row without an id that names one of them, of the same country, is of that one.
 * @throws CsvFault where a row is malformed; Error where a name without id fits several.
 */
export function additions(path: string, known: Part): Part {
  const byName = Map.groupBy(known.entities, ({ name, country }) => `${fold(name)} ${country}`)
  const ids = new Map<string, string>()
  const entities: Entity[] = []
  const tenures: Tenure[] = []
  for (const { id: given, role, of, start, end, asOf, line, ...row } of registerRows(readFileSync(path))) {
    const same = byName.get(`${fold(row.name)} ${row.country}`) ?? []
    if (given === null && same.length > 1)
      throw new Error(`line ${line}: ${row.name} may be ${same.map(({ id }) => id).join(' or ')}`)
    const derived = idOf({ name: row.name, country: row.kind === 'publication' ? null : row.country })
    const id = given ?? ids.get(derived) ?? same[0]?.id ?? derived
    // Later rows of a name need not repeat its id.
    ids.set(derived, id)
    entities.push({ id, ...row })
    if (role === null) continue
    tenures.push({
      person: id,
      role,
      of: (of ?? row.country)!,
      start,
      end,
      asOf: end === null ? (asOf ?? AS_OF) : null,
    })
  }
  return { entities, tenures }
}
