/** Packs entities and tenures one by one into a register's columns and indexes. */

import { HashPairs, hashOf, MOST_ENTRIES, Numbers, Texts } from './growable.ts'
import { fullKeys, nameForms, plainKey, surnameKeys } from './name-key.ts'
import { AS_OF, COLUMNS, FIELD, NAME, type Packed } from './packed.ts'
import { parsePartialDate } from './partial-date.ts'
import type { Entity, Tenure } from './register.ts'
import { readRole } from './role-key.ts'

const KINDS = { person: 'p', organisation: 'o', state: 's', publication: 'u' } as const

export class RegisterBuilder {
  private readonly lines = new Texts()
  private readonly ids = new HashPairs()
  private readonly names = new HashPairs()
  private readonly moreNames = new Map<number, string[]>()
  private readonly tenures = new Numbers()
  /** Entity of each tenure. */
  private readonly holders = new Numbers()
  private readonly roles = new Map<string, number>()
  private readonly places = new Map<string, number>()

  /** How many entities were added. */
  get size(): number {
    return this.lines.length
  }

  /**
   * Ids are the caller's to keep apart.
   * @returns number of the entity.
   * @throws RangeError beyond two million.
   */
  add({ id, kind, name, names, gender, country, speaksFor }: Entity): number {
    const index = this.lines.length
    if (index === MOST_ENTRIES) throw new RangeError(`more than ${MOST_ENTRIES} entities`)
    const fields = [
      id,
      KINDS[kind],
      gender?.charAt(0) ?? '',
      country ?? '',
      speaksFor ?? '',
      [name, ...names].join(NAME),
    ]
    this.lines.push(fields.join(FIELD))
    this.ids.push(hashOf(id), index)
    this.index(index, kind, country, name)
    for (const other of names) this.index(index, kind, country, other)
    return index
  }

  /** @param entity number of one that was added, with its kind and country. */
  addNames(entity: number, { kind, country }: Pick<Entity, 'kind' | 'country'>, names: readonly string[]): void {
    const more = this.moreNames.get(entity) ?? []
    for (const name of names) {
      if (more.includes(name)) continue
      more.push(name)
      this.index(entity, kind, country, name)
    }
    this.moreNames.set(entity, more)
  }

  private index(entity: number, kind: Entity['kind'], country: string | null, name: string): void {
    if (kind !== 'person') {
      const key = plainKey(name)
      if (key !== '') this.names.push(hashOf(key), entity)
      return
    }
    for (const form of nameForms(name, country)) {
      for (const key of fullKeys(form)) this.names.push(hashOf(key), entity)
      for (const key of surnameKeys(form)) this.names.push(hashOf(key), entity)
    }
  }

  /**
   * @param person number of the entity.
   * @throws RangeError where a date is none.
   */
  addTenure(person: number, { role, of, start, end, asOf }: Omit<Tenure, 'person'>): void {
    if (this.holders.length === MOST_ENTRIES) throw new RangeError(`more than ${MOST_ENTRIES} tenures`)
    this.holders.push(person)
    this.tenures.push(numberIn(this.roles, role))
    this.tenures.push(numberIn(this.places, of))
    this.tenures.push(dateOf(start))
    this.tenures.push(end === null ? AS_OF + dateOf(asOf) : dateOf(end))
  }

  build(): Packed {
    const { bytes: entities, offsets: entityOffsets } = this.allLines().columns()
    const { hashes: idHashes, values: idEntities } = this.ids.columns()
    const { hashes: nameHashes, values: nameEntities } = this.names.columns()
    const { tenures, tenureOffsets } = this.tenuresByPerson()
    const { hashes: officeHashes, values: officeTenures } = this.offices(tenures)
    const [roles, places] = [textsOf(this.roles), textsOf(this.places)]
    return {
      entities,
      entityOffsets,
      idHashes,
      idEntities,
      nameHashes,
      nameEntities,
      tenureOffsets,
      tenures,
      officeHashes,
      officeTenures,
      roles: roles.bytes,
      roleOffsets: roles.offsets,
      places: places.bytes,
      placeOffsets: places.offsets,
    }
  }

  private allLines(): Texts {
    if (this.moreNames.size === 0) return this.lines
    return this.lines.extended(
      new Map([...this.moreNames].map(([entity, names]) => [entity, names.map((name) => NAME + name).join('')])),
    )
  }

  /** Counting sort: stable, so that tenures of one person stay in the order they came in. */
  private tenuresByPerson(): { tenures: Uint32Array; tenureOffsets: Uint32Array } {
    const [given, holders] = [this.tenures.view(), this.holders.view()]
    const tenureOffsets = new Uint32Array(this.lines.length + 1)
    for (const holder of holders) tenureOffsets[holder + 1]!++
    for (let entity = 0; entity < this.lines.length; entity++) tenureOffsets[entity + 1]! += tenureOffsets[entity]!
    const next = tenureOffsets.slice()
    const tenures = new Uint32Array(given.length)
    for (const [index, holder] of holders.entries()) {
      tenures.set(given.subarray(index * COLUMNS, (index + 1) * COLUMNS), next[holder]!++ * COLUMNS)
    }
    return { tenures, tenureOffsets }
  }

  private offices(tenures: Uint32Array): { hashes: Uint32Array; values: Uint32Array } {
    const pairs = new HashPairs()
    const [roles, places] = [[...this.roles.keys()], [...this.places.keys()]]
    const known = new Map<number, readonly number[]>()
    for (let tenure = 0; tenure < tenures.length / COLUMNS; tenure++) {
      const [role, place] = [tenures[tenure * COLUMNS]!, tenures[tenure * COLUMNS + 1]!]
      const office = role * places.length + place
      const hashes = known.get(office) ?? officeHashesOf(roles[role]!, places[place]!)
      known.set(office, hashes)
      for (const hash of hashes) pairs.push(hash, tenure)
    }
    return pairs.columns()
  }
}

export const officeHash = (place: string, key: string): number => hashOf(`${place}${FIELD}${key}`)

function officeHashesOf(role: string, place: string): readonly number[] {
  const { keys, besides } = readRole(role, place)
  return [...new Set([...keys, ...besides])].map((key) => officeHash(place, key))
}

function numberIn(table: Map<string, number>, text: string): number {
  const number = table.get(text) ?? table.size
  if (number === table.size) table.set(text, number)
  return number
}

function textsOf(table: ReadonlyMap<string, number>): { bytes: Uint8Array; offsets: Uint32Array } {
  const texts = new Texts()
  for (const text of table.keys()) texts.push(text)
  return texts.columns()
}

function dateOf(text: string | null): number {
  if (text === null) return 0
  const date = parsePartialDate(text)
  if (date === null) throw new RangeError(`"${text}" is no date`)
  return date
}
