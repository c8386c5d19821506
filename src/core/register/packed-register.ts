/** A register that answers from packed columns: an entity becomes an object when it is asked for. */
import { hashOf } from './growable.ts'
import { fullKeys, isShortFor, type NameForm, nameForms, plainKey, sameName } from './name-key.ts'
import { AS_OF, COLUMNS, FIELD, NAME, type Packed } from './packed.ts'
import {
  certaintyAt,
  earliest,
  formatPartialDate,
  isPastKnowledge,
  latest,
  type Period,
  parsePartialDate,
} from './partial-date.ts'
import type { Entity, EntityKind, Holding, Register, Tenure } from './register.ts'
import { officeHash } from './register-builder.ts'
import { isSole, readRole, sameOffice } from './role-key.ts'

const KINDS: Readonly<Record<string, EntityKind>> = { p: 'person', o: 'organisation', s: 'state', u: 'publication' }
const GENDERS: Readonly<Record<string, 'female' | 'male'>> = { f: 'female', m: 'male' }

export function packedRegister(packed: Packed): Register {
  const decoder = new TextDecoder()
  const textAt = (bytes: Uint8Array, offsets: Uint32Array, index: number): string =>
    decoder.decode(bytes.subarray(offsets[index]!, offsets[index + 1]!))

  function entityAt(index: number): Entity {
    const [id, kind, gender, country, speaksFor, names] = textAt(packed.entities, packed.entityOffsets, index).split(
      FIELD,
    )
    const [name, ...others] = names!.split(NAME)
    return {
      id: id!,
      kind: KINDS[kind!]!,
      name: name!,
      names: others,
      gender: GENDERS[gender!] ?? null,
      country: country === '' ? null : country!,
      speaksFor: speaksFor === '' ? null : speaksFor!,
    }
  }

  function indexOf(id: string): number {
    for (const index of valuesOf(packed.idHashes, packed.idEntities, hashOf(id))) {
      if (entityAt(index).id === id) return index
    }
    return -1
  }

  function named(name: string): Entity[] {
    const asked = nameForms(name)
    const keys = new Set([plainKey(name), ...asked.flatMap(lookupKeys)])
    const found = new Set<number>()
    for (const key of keys)
      for (const index of valuesOf(packed.nameHashes, packed.nameEntities, hashOf(key))) found.add(index)
    return [...found].map(entityAt).filter((entity) => isNamed(entity, name, asked))
  }

  const numberAt = (tenure: number, column: number): number => packed.tenures[tenure * COLUMNS + column]!
  const roleAt = (tenure: number): string => textAt(packed.roles, packed.roleOffsets, numberAt(tenure, 0))
  const placeAt = (tenure: number): string => textAt(packed.places, packed.placeOffsets, numberAt(tenure, 1))
  const holderOf = (tenure: number): number => lastAtMost(packed.tenureOffsets, tenure)

  function periodAt(tenure: number): Period {
    const last = numberAt(tenure, 3)
    return { start: numberAt(tenure, 2), end: last >= AS_OF ? 0 : last, asOf: last >= AS_OF ? last - AS_OF : 0 }
  }

  function tenureAt(tenure: number, person: string): Tenure {
    const [{ start, end, asOf }, date] = [periodAt(tenure), formatPartialDate]
    return { person, role: roleAt(tenure), of: placeAt(tenure), start: date(start), end: date(end), asOf: date(asOf) }
  }

  const tenuresOfOffice = (place: string, keys: readonly string[]): Set<number> =>
    new Set(keys.flatMap((key) => valuesOf(packed.officeHashes, packed.officeTenures, officeHash(place, key))))

  /** Of one without end: did somebody else take the office between what was last known and `at`? */
  function isSuperseded(tenure: number, at: number): boolean {
    const period = periodAt(tenure)
    if (!isPastKnowledge(period, at)) return false
    const sole = readRole(roleAt(tenure), placeAt(tenure)).keys.filter(isSole)
    const known = Math.max(earliest(period.asOf), earliest(period.start))
    return [...tenuresOfOffice(placeAt(tenure), sole)].some((other) => {
      const { start } = periodAt(other)
      return (
        holderOf(other) !== holderOf(tenure) && earliest(start) >= known && start !== 0 && earliest(start) <= latest(at)
      )
    })
  }

  function holdingAt(tenure: number, entity: Entity, at: number): Holding | null {
    const certainty = certaintyAt(periodAt(tenure), at)
    if (certainty === null || (certainty === 'likely' && isSuperseded(tenure, at))) return null
    return { tenure: tenureAt(tenure, entity.id), entity, certainty }
  }

  function tenuresFrom(index: number): number[] {
    const [from, to] = [packed.tenureOffsets[index]!, packed.tenureOffsets[index + 1]!]
    return Array.from({ length: to - from }, (_, at) => from + at)
  }

  return {
    get(id) {
      const index = indexOf(id)
      return index === -1 ? null : entityAt(index)
    },
    named,
    holders(role, of, at) {
      const date = parsePartialDate(at.slice(0, 10))
      const asked = readRole(role, of)
      if (date === null || asked.keys.length === 0) return []
      const best = new Map<number, Holding>()
      for (const tenure of tenuresOfOffice(of, asked.keys)) {
        if (placeAt(tenure) !== of || !sameOffice(asked, readRole(roleAt(tenure), of))) continue
        const person = holderOf(tenure)
        if (best.get(person)?.certainty === 'certain') continue
        const holding = holdingAt(tenure, entityAt(person), date)
        if (holding !== null && (holding.certainty === 'certain' || !best.has(person))) best.set(person, holding)
      }
      return [...best.values()]
    },
    officesOf(id, at) {
      const date = parsePartialDate(at.slice(0, 10))
      const index = indexOf(id)
      if (date === null || index === -1) return []
      const entity = entityAt(index)
      return tenuresFrom(index).flatMap((tenure) => holdingAt(tenure, entity, date) ?? [])
    },
    tenuresOf(id) {
      const index = indexOf(id)
      return index === -1 ? [] : tenuresFrom(index).map((tenure) => tenureAt(tenure, id))
    },
  }
}

/** Index of the last of ascending numbers that is no greater than `value`: of equal ones the last. */
function lastAtMost(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The values of a hash in a sorted list. */
function valuesOf(hashes: Uint32Array, values: Uint32Array, hash: number): number[] {
  let [low, high] = [0, hashes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (hashes[middle]! < hash) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; hashes[at] === hash; at++) found.push(values[at]!)
  return found
}

/** One word may be a surname. */
const lookupKeys = (form: NameForm): readonly string[] =>
  form.words.length === 1 ? [...fullKeys(form), `s${form.words[0]}`] : fullKeys(form)

/** What a hash found is compared in full. */
function isNamed(entity: Entity, name: string, asked: readonly NameForm[]): boolean {
  const names = [entity.name, ...entity.names]
  if (entity.kind !== 'person') {
    const key = plainKey(name)
    return names.some((each) => plainKey(each) === key && (!isAcronym(each) || isAcronym(name)))
  }
  return names.some((each) =>
    nameForms(each, entity.country).some((form) => asked.some((one) => sameName(one, form) || isShortFor(one, form))),
  )
}

/** "WHO" is not "who". */
const isAcronym = (name: string): boolean => name.length < 12 && /^[\p{Lu}\p{N}&]{1,5}$/u.test(name.replaceAll('.', ''))
