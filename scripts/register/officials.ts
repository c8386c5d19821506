/** People and offices from tenures.csv and people.csv: what Wikidata, the World Factbook and two lists in the public domain say, and no more. */
import { join } from 'node:path'
import { countryByCode } from '../../src/core/countries.ts'
import { nameForms, sameName } from '../../src/core/register/name-key.ts'
import { parsePartialDate } from '../../src/core/register/partial-date.ts'
import type { Entity, Tenure } from '../../src/core/register/register.ts'
import { readRole, sameOffice } from '../../src/core/register/role-key.ts'
import { idOf } from '../../src/read/read-register.ts'
import type { Part } from './parts.ts'
import { itemsOf, orNull, tableOf } from './table.ts'

type Row = Record<
  | 'person_qid'
  | 'person_name'
  | 'gender'
  | 'position_qid'
  | 'position_label'
  | 'country_iso2'
  | 'start'
  | 'end'
  | 'source_repo'
  | 'as_of'
  | 'date_note',
  string
>
type Person = Record<'person_qid' | 'name' | 'other_names' | 'gender' | 'country_iso2', string>

/** Sources in the public domain (CC0). Query results of Wikidata are taken where the office has its id, so that it is Wikidata's own statement. */
const FREE = ['factbook/factbook.json', 'unitedstates/congress-legislators', 'brian14708/wh-briefings']
const WIKIDATA = 'every-politician-scrapers/'
const SHARE_ALIKE = 'open-data-archive/world-leaders-current'

/** Offices that one source lists for some countries and not for others. */
const LOCAL = /\b(?:mayor|prefect|judge|justice of|member of the (?:council|assembly|senate))\b/i

/** Territories whose head of state is that of another country. */
const DEPENDENT = new Set(
  'AS GU MP PR VI UM HK MO AI BM VG KY FK GI MS PN SH TC GG JE IM AW CW SX BQ FO GL PF NC PM WF MF BL YT RE GP MQ GF CK NU TK NF CX CC AX SJ'.split(
    ' ',
  ),
)

/** Parts of a country that have ministers of their own, by the source that lists them: ISO 3166-2. */
const PARTS: readonly (readonly [string, string])[] = [
  ['scotland-cabinet', 'GB-SCT'],
  ['wales-cabinet', 'GB-WLS'],
  ['northern-ireland-ministers', 'GB-NIR'],
]

/** Holders of an office of an international body, by its label: the source leaves their place empty. */
const BODIES: readonly (readonly [RegExp, string, string])[] = [
  [/^Secretary General of NATO$/, 'Secretary General', 'Q7184'],
  [
    /^(?:UN |United Nations )?Secretary[- ]General of the United Nations$|^UN Secretary-General$/,
    'Secretary-General',
    'Q1065',
  ],
]

const NAMES_OF_OFFICE =
  /\b(?:president|minister|mrs?|ms|dr|administration|leader|prime|secretary|pm|general|chairman|government|shri|smt|hon|sen|senator|co-prince|adv|chancellor|premier|ambassador|governor|foreign|regime|dictator|elect|incumbent|office|team|family)\b/i

export function officials(data: string): Part {
  const rows = tableOf<keyof Row>(join(data, 'tenures.csv'))
  const people = new Map(tableOf<keyof Person>(join(data, 'people.csv')).map((person) => [person.person_qid, person]))
  const shared = new Set(
    rows.filter(({ source_repo }) => source_repo.includes(SHARE_ALIKE)).map(({ person_qid }) => person_qid),
  )
  const entities = new Map<string, Entity>()
  const tenures: Tenure[] = []
  const free = rows.filter(isFree)
  const sameAs = personsOf(free)
  for (const given of free) {
    const row = given.person_qid === '' ? { ...given, person_qid: sameAs(given) } : given
    if (row.person_qid === '' && DEPENDENT.has(row.country_iso2)) continue
    const entity = entityOf(row, people.get(row.person_qid), shared.has(row.person_qid))
    if (!entities.has(entity.id)) entities.set(entity.id, entity)
    tenures.push(tenureOf(row, entity.id))
  }
  return { entities: [...entities.values()], tenures: withoutRepeats(tenures) }
}

function isFree(row: Row): boolean {
  const sources = row.source_repo.split('; ')
  if (sources.includes(SHARE_ALIKE) || row.date_note.includes('infobox')) return false
  if (row.end !== '' && row.start !== '' && row.end < row.start.slice(0, row.end.length)) return false
  if (
    countryByCode(row.country_iso2) === null &&
    row.country_iso2 !== 'EU' &&
    !BODIES.some(([label]) => label.test(row.position_label))
  )
    return false
  if (parsePartialDate(row.start) === null || LOCAL.test(row.position_label)) return false
  return (
    sources.some((source) => FREE.includes(source)) ||
    (row.position_qid !== '' && row.person_qid !== '' && sources.some((source) => source.startsWith(WIKIDATA)))
  )
}

/** Who has an id elsewhere under another spelling: the same office of the same country, from the same weeks on, and one word of the name. */
function personsOf(rows: readonly Row[]): (row: Row) => string {
  const offices = Map.groupBy(
    rows.filter(({ person_qid }) => person_qid !== ''),
    ({ country_iso2 }) => country_iso2,
  )
  const soundsOf = (name: string): string[] => nameForms(name).flatMap(({ words }) => words)
  return ({ person_name, country_iso2, position_label, start }) => {
    const [role, sounds] = [readRole(position_label, country_iso2), soundsOf(person_name)]
    const same = (offices.get(country_iso2) ?? []).filter(
      (row) =>
        Math.abs(Date.parse(row.start) - Date.parse(start)) < 45 * 86_400_000 &&
        (sameOffice(role, readRole(row.position_label, country_iso2)) ||
          nameForms(row.person_name).some((one) => nameForms(person_name).some((other) => sameName(one, other)))) &&
        soundsOf(row.person_name).some((sound) => sounds.includes(sound)),
    )
    const ids = new Set([
      ...same.map(({ person_qid }) => person_qid),
      ...byName(offices.get(country_iso2) ?? [], person_name),
    ])
    return ids.size === 1 ? [...ids][0]! : ''
  }
}

const byName = (rows: readonly Row[], name: string): string[] =>
  rows
    .filter((row) => nameForms(row.person_name).some((one) => nameForms(name).some((other) => sameName(one, other))))
    .map(({ person_qid }) => person_qid)

function entityOf(row: Row, person: Person | undefined, shared: boolean): Entity {
  const name = (person?.name ?? row.person_name).trim()
  const country = orNull(person?.country_iso2 ?? row.country_iso2)
  const gender = person?.gender || row.gender
  return {
    id: row.person_qid || idOf({ name, country }),
    kind: 'person',
    name,
    // Local spellings of the leaders whose offices one source lists come from that source, which is share-alike.
    names: itemsOf(person?.other_names ?? '').filter(
      (other) => !NAMES_OF_OFFICE.test(other) && !(shared && /[^\p{Script=Latin}\P{L}]/u.test(other)),
    ),
    gender: gender === 'female' || gender === 'male' ? gender : null,
    country,
    speaksFor: null,
  }
}

function tenureOf(row: Row, person: string): Tenure {
  const [, role, of] = BODIES.find(([label]) => label.test(row.position_label)) ?? [
    null,
    row.position_label,
    row.country_iso2,
  ]
  const part = PARTS.find(([source]) => row.source_repo.includes(source))?.[1]
  return {
    person,
    role,
    of: part ?? of!,
    start: orNull(row.start),
    end: orNull(row.end),
    asOf: row.end === '' ? orNull(row.as_of || row.start) : null,
  }
}

/** The same office from the same month on: one row, that which knows most. */
function withoutRepeats(tenures: readonly Tenure[]): Tenure[] {
  const best = new Map<string, Tenure>()
  for (const tenure of tenures) {
    const key = [tenure.person, tenure.role, tenure.of, tenure.start?.slice(0, 7)].join('\n')
    const known = best.get(key)
    if (known === undefined || knowledge(tenure) > knowledge(known)) best.set(key, tenure)
  }
  return [...best.values()]
}

const knowledge = ({ end, asOf }: Tenure): string => (end === null ? `0${asOf}` : `1${end}`)
