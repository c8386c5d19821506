/** Decides which entity of the register a referent is, if any: a name alone is not enough, and what is not told stays open. */
import { nameForms } from './name-key.ts'
import { placeOf } from './place-of.ts'
import type { Entity, Holding, Identification, Referent, Register } from './register.ts'
import { type Evidence, evidenceOf, isProminent, type RoleEvidence } from './role-evidence.ts'
import { isSole, readRole } from './role-key.ts'

const nobody = { entity: null, confidence: 0, holding: null, contradicts: false } as const
const UNKNOWN: Identification = { ...nobody, because: 'unknown' }
const AMBIGUOUS: Identification = { ...nobody, because: 'ambiguous' }

/**
 * `unknown`: none of the register. `ambiguous`: it may be one of the register, or several, and the text does not tell.
 *
 * - A full name counts with a role that the person holds or held, or with the country and nothing that speaks against it.
 * - A surname counts with a role held at that date, or where one prominent person of a country that the text is about has it.
 * - An office without a name is its holder where the office has one holder at a time, and exactly one is known at that date.
 */
export function identify(referent: Referent, register: Register): Identification {
  const { kind, names } = referent
  if (kind === 'group' || kind === 'anonymous') return UNKNOWN
  if (names.length === 0) return kind === null || kind === 'person' ? byOffice(referent, register) : UNKNOWN
  if (kind === 'person') return person(referent, register)
  const thing = byName(referent, register)
  return thing.because === 'unknown' && kind === null ? person(referent, register) : thing
}

// ── states, organisations, outlets

function byName({ names, kind, countries }: Referent, register: Register): Identification {
  for (const name of names) {
    const found = register.named(name).filter((entity) => isOfKind(entity, kind))
    if (found.length === 0) continue
    if (found.length === 1) return { ...nobody, entity: found[0]!, confidence: 0.95, because: 'name' }
    const own = found.filter((entity) => entity.kind === kind)
    const near = (own.length > 0 ? own : found).filter(({ country }) => country !== null && countries.includes(country))
    const [only] = own.length === 1 ? own : near
    return only !== undefined && (own.length === 1 || near.length === 1)
      ? { ...nobody, entity: only, confidence: 0.8, because: 'name' }
      : AMBIGUOUS
  }
  return UNKNOWN
}

/** Capitals and buildings stand for states and are entities of their own. */
function isOfKind({ kind, speaksFor }: Entity, asked: Referent['kind']): boolean {
  if (asked === null) return kind !== 'person'
  return kind === asked || (asked === 'state' && kind === 'organisation' && speaksFor !== null)
}

// ── people

interface Candidate {
  readonly entity: Entity
  readonly evidence: RoleEvidence
}

function person(referent: Referent, register: Register): Identification {
  const evidence = evidenceOf(referent, register)
  const fits = (entity: Entity): boolean => entity.kind === 'person' && isOfGender(entity, referent.gender)
  const candidatesOf = (name: string): Candidate[] =>
    register
      .named(name)
      .filter(fits)
      .map((entity) => ({ entity, evidence: evidence(entity) }))
  for (const name of referent.names) {
    const candidates = candidatesOf(name)
    if (candidates.length === 0) continue
    return isWhole(name) ? byFullName(referent, candidates, register) : bySurname(referent, candidates, register)
  }
  return byOtherGivenName(referent, evidence, register)
}

const isOfGender = (entity: Entity, gender: Referent['gender']): boolean =>
  gender === null || entity.gender === null || entity.gender === gender

const isWhole = (name: string): boolean => nameForms(name).some(({ words }) => words.length > 1)

const RARE = 6

function byFullName(referent: Referent, candidates: readonly Candidate[], register: Register): Identification {
  const holding = candidates.filter(({ evidence }) => evidence.holding !== null || evidence.before)
  if (holding.length > 0) return oneOf(holding, 0.98, 'name-and-role')
  const open = candidates.filter(({ evidence }) => !evidence.elsewhere && (!evidence.trade || evidence.once))
  if (open.length === 0) return UNKNOWN
  const once = open.filter(({ evidence }) => evidence.once)
  if (once.length > 0) return oneOf(once, 0.85, 'name')
  const [only, ...others] = open.filter(({ entity, evidence }) => evidence.place || isOfText(entity, referent))
  if (only === undefined || others.length > 0 || isCommon(only.entity, register)) return AMBIGUOUS
  if (only.evidence.place) return oneOf([only], 0.85, 'name')
  if (isProminentAt(only.entity, referent, register)) return oneOf([only], 0.75, 'name')
  return isKnownInThoseYears(only.entity, referent, register) ? oneOf([only], 0.7, 'name') : AMBIGUOUS
}

function bySurname(referent: Referent, candidates: readonly Candidate[], register: Register): Identification {
  const holding = candidates.filter(({ evidence }) => evidence.holding !== null || evidence.before)
  if (holding.length > 0) return oneOf(holding, 0.93, 'name-and-role')
  const open = candidates.filter(({ evidence }) => !evidence.elsewhere && !evidence.trade)
  const once = open.filter(({ evidence }) => evidence.once)
  if (once.length > 0) return oneOf(once, 0.7, 'name')
  const near = open.filter(
    ({ entity, evidence }) =>
      (evidence.place || isOfText(entity, referent)) &&
      isProminentAt(entity, referent, register) &&
      !evidence.contradicts,
  )
  return near.length === 0 ? AMBIGUOUS : oneOf(near, near[0]!.evidence.place ? 0.8 : 0.65, 'name')
}

/** "Vladimir Zelensky" meets "Volodymyr" by its sound; here are given names that only begin alike, and only of who holds the office. */
function byOtherGivenName({ names, gender }: Referent, evidence: Evidence, register: Register): Identification {
  const [name] = names
  const [form] = name === undefined ? [] : nameForms(name)
  if (form === undefined || form.words.length < 2) return UNKNOWN
  const surname = name!.trim().split(/\s+/).at(-1)!
  const holding = register.named(surname).flatMap((entity): Candidate[] => {
    if (entity.kind !== 'person' || !isOfGender(entity, gender)) return []
    const begins = nameForms(entity.name, entity.country).some(
      ({ words }) => words[0]!.charAt(0) === form.words[0]!.charAt(0),
    )
    const candidate = { entity, evidence: evidence(entity) }
    const { holding: held } = candidate.evidence
    return begins && held !== null && isSoleHolding(held) ? [candidate] : []
  })
  return holding.length === 1 ? oneOf(holding, 0.75, 'name-and-role') : UNKNOWN
}

const isSoleHolding = ({ tenure }: Holding): boolean => readRole(tenure.role, tenure.of).keys.some(isSole)

/** The one of them; with several, the one whose evidence is certain; else nobody. */
function oneOf(
  candidates: readonly Candidate[],
  confidence: number,
  because: Identification['because'],
): Identification {
  const certain = candidates.filter(({ evidence }) => evidence.holding?.certainty === 'certain')
  const [only, ...others] = candidates.length > 1 ? certain : candidates
  if (only === undefined || others.length > 0) return AMBIGUOUS
  const { holding, contradicts } = only.evidence
  const unsure = (holding?.certainty === 'likely' ? 0.03 : 0) + (contradicts ? 0.15 : 0)
  return { entity: only.entity, confidence: confidence - unsure, because, holding, contradicts }
}

const isOfText = ({ country }: Entity, { countries }: Referent): boolean =>
  country !== null && countries.includes(country)

/** A surname that many of the register share is no evidence of anybody. */
function isCommon({ name, country }: Entity, register: Register): boolean {
  const surname = name.trim().split(/\s+/).at(-1)!
  const sharing = register.named(surname).filter((entity) => entity.kind === 'person' && entity.country === country)
  return sharing.length >= RARE
}

const isProminentAt = ({ id }: Entity, { at }: Referent, register: Register): boolean =>
  at !== null && register.officesOf(id, at).some(({ tenure }) => isProminent(tenure))

/** Candidates and former presidents are in the news too. */
const YEARS = 10

function isKnownInThoseYears({ id }: Entity, { at }: Referent, register: Register): boolean {
  const year = (date: string): number => Number(date.slice(0, 4))
  return register.tenuresOf(id).some((tenure) => {
    const { start, end, asOf } = tenure
    if (at === null || start === null || !isProminent(tenure)) return false
    return year(start) - YEARS <= year(at) && year(at) <= year(end ?? asOf ?? start) + YEARS
  })
}

// ── offices without a name

function byOffice({ titles, at, gender }: Referent, register: Register): Identification {
  if (at === null) return UNKNOWN
  const found = new Map<string, Holding>()
  for (const { role, of } of titles) {
    const place = of === null ? null : placeOf(of, register)
    if (place === null) continue
    const office = place.field === '' ? role : `${place.field} ${role}`
    for (const code of place.codes) {
      const asked = readRole(office, code)
      if (asked.past || !asked.keys.some(isSole)) continue
      for (const holding of register.holders(office, code, at)) found.set(holding.entity.id, holding)
    }
  }
  const holdings = [...found.values()].filter(({ entity }) => isOfGender(entity, gender))
  const [only, ...others] = holdings
  if (only === undefined) return UNKNOWN
  if (others.length > 0) return AMBIGUOUS
  const confidence = only.certainty === 'certain' ? 0.85 : 0.6
  return { entity: only.entity, confidence, because: 'office', holding: only, contradicts: false }
}
