/** International bodies and non-governmental organisations of organisations.csv, without its share-alike rows and its companies. */
import { join } from 'node:path'
import { plainKey } from '../../src/core/register/name-key.ts'
import type { Entity } from '../../src/core/register/register.ts'
import { idOf } from '../../src/read/read-register.ts'
import type { Part } from './parts.ts'
import { itemsOf, tableOf } from './table.ts'

/** The other source of the file is share-alike. */
const SOURCE = 'openeventdata/petrarch2'

/** @param taken what other parts have: the same body under the same name is left to them. */
export function organisations(data: string, taken: readonly Entity[]): Part {
  const known = new Set(
    taken.flatMap(({ kind, name, names }) => (kind === 'person' ? [] : [name, ...names].map(plainKey))),
  )
  const rows = tableOf<'name' | 'acronym' | 'kind' | 'aliases' | 'source'>(join(data, 'organisations.csv'))
  const entities = new Map<string, Entity>()
  for (const { name, acronym, kind, aliases, source } of rows) {
    if (source !== SOURCE || !/^(?:inter|non-)governmental/.test(kind) || !isProper(name)) continue
    if ([name, acronym].some((each) => each !== '' && known.has(plainKey(each)))) continue
    const entity: Entity = {
      id: idOf({ name, country: null }),
      kind: 'organisation',
      name: name.replace(/^The /, ''),
      names: [acronym, ...itemsOf(aliases)].filter((other) => other !== '' && other !== name),
      gender: null,
      country: null,
      speaksFor: null,
    }
    entities.set(entity.id, entity)
  }
  return { entities: [...entities.values()], tenures: [] }
}

/** The source's phrases are re-cased by rule: names of two capitalised words or more are kept, and acronyms. */
const isProper = (name: string): boolean =>
  /^[A-Z]{3,8}$/.test(name) ||
  (name.split(' ').length > 1 &&
    /^[A-Z]/.test(name) &&
    !/[0-9$()]/.test(name) &&
    !/^(?:Aid|Human|International) \w+$/.test(name))
