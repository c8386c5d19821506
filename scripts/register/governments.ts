/** States, their capitals, the buildings and ministries that speak for them. */
import { join } from 'node:path'
import { COUNTRIES, METONYMS } from '../../src/core/countries.ts'
import type { Entity } from '../../src/core/register/register.ts'
import { idOf } from '../../src/read/read-register.ts'
import type { Part } from './parts.ts'
import { itemsOf, tableOf } from './table.ts'

const MINISTRIES: readonly (readonly [string, readonly string[]])[] = [
  ['Foreign Ministry', ['Ministry of Foreign Affairs', 'Foreign Affairs Ministry']],
  ['Defence Ministry', ['Ministry of Defence', 'Defense Ministry', 'Ministry of Defense']],
  ['Interior Ministry', ['Ministry of the Interior', 'Ministry of Internal Affairs']],
  ['Finance Ministry', ['Ministry of Finance']],
  ['Health Ministry', ['Ministry of Health']],
]

/** Metonyms that are one thing by several names: the first of them is its name. */
const SAME: Readonly<Record<string, string>> = {
  'Oval Office': 'White House',
  'Foggy Bottom': 'State Department',
  'No 10': 'Downing Street',
  'No. 10': 'Downing Street',
  'Number 10': 'Downing Street',
  'Number Ten': 'Downing Street',
  '10 Downing Street': 'Downing Street',
  Elysee: 'Élysée',
  'Élysée Palace': 'Élysée',
  'Elysee Palace': 'Élysée',
  'Federal Chancellery': 'Chancellery',
  'Bankova Street': 'Bankova',
  'Moncloa Palace': 'Moncloa',
  'Planalto Palace': 'Planalto',
}

export function governments(data: string): Part {
  const aliases = new Map(
    tableOf<'iso2' | 'aliases'>(join(data, 'countries.csv')).map(({ iso2, aliases }) => [iso2, itemsOf(aliases)]),
  )
  const entities = COUNTRIES.flatMap((country): Entity[] => {
    const { iso2, qid, names, demonyms, capitals } = country
    // Names in other scripts; Latin ones of the source are full of misspellings.
    const foreign = (aliases.get(iso2) ?? []).filter((name) => /^[^\p{Script=Latin}]+$/u.test(name))
    const state: Entity = {
      id: qid,
      kind: 'state',
      name: names[0]!,
      names: [...names.slice(1), ...foreign],
      gender: null,
      country: iso2,
      speaksFor: null,
    }
    const body = (name: string, others: readonly string[]): Entity => ({
      id: idOf({ name, country: iso2 }),
      kind: 'organisation',
      name,
      names: others,
      gender: null,
      country: iso2,
      speaksFor: qid,
    })
    const adjective = demonyms[0]
    const ministries =
      adjective === undefined
        ? []
        : MINISTRIES.map(([ministry, others]) =>
            body(`${adjective} ${ministry}`, [
              ...others.map((other) => `${adjective} ${other}`),
              ...[ministry, ...others].flatMap((name) => names.slice(0, 2).map((state) => `${name} of ${state}`)),
              ...[ministry, ...others].map((name) => `${names[0]}'s ${name}`),
            ]),
          )
    return [state, ...capitals.map((capital) => body(capital, [])), ...ministries]
  })
  return { entities: [...entities, ...metonyms()], tenures: [] }
}

function metonyms(): Entity[] {
  const groups = Map.groupBy(METONYMS, ({ name, iso2 }) => `${iso2} ${SAME[name] ?? name}`)
  return [...groups.values()].map((group) => {
    const [{ name, iso2 }, ...others] = group as [(typeof group)[0], ...typeof group]
    const state = COUNTRIES.find((country) => country.iso2 === iso2)!
    return {
      id: idOf({ name, country: iso2 }),
      kind: 'organisation',
      name,
      names: others.map((other) => other.name),
      gender: null,
      country: iso2,
      speaksFor: state.qid,
    }
  })
}
