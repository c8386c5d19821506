/** Outlets: the list of a news crawler, and the names that the mention stage knows. */
import { join } from 'node:path'
import { OUTLET_NAMES } from '../../src/core/mention-lexicon.ts'
import { plainKey } from '../../src/core/register/name-key.ts'
import type { Entity } from '../../src/core/register/register.ts'
import { idOf } from '../../src/read/read-register.ts'
import type { Part } from './parts.ts'
import { orNull, tableOf } from './table.ts'

export function outlets(data: string): Part {
  const entities = new Map<string, Entity>()
  for (const { name, country_iso2 } of tableOf<'name' | 'country_iso2'>(join(data, 'outlets.csv'))) {
    const [, bare, acronym] = /^(.*?) \(([A-Z]{2,4}|taz)\)$/.exec(name) ?? [
      null,
      name.replace(/ \((?:DE|EN|FR|Tanzania)\)$/, ''),
      null,
    ]
    // "i", "People" and "ABC" are words and other outlets as well.
    if (bare!.length < 2) continue
    const key = plainKey(bare!)
    if (!entities.has(key)) entities.set(key, outlet(bare!, acronym === null ? [] : [acronym!], orNull(country_iso2)))
  }
  for (const name of OUTLET_NAMES) {
    const key = plainKey(name)
    if (!entities.has(key)) entities.set(key, outlet(name, [], null))
  }
  return { entities: [...entities.values()], tenures: [] }
}

/** The id does not name the country: a row that learns it later is the same outlet. */
const outlet = (name: string, names: readonly string[], country: string | null): Entity => ({
  id: idOf({ name, country: null }),
  kind: 'publication',
  name,
  names,
  gender: null,
  country,
  speaksFor: null,
})
