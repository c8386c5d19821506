/** How the titles that a text gives somebody agree with the offices that the register knows them to hold. */
import { nameForms } from './name-key.ts'
import { type Place, placeOf } from './place-of.ts'
import type { Entity, Holding, Referent, Register, Tenure } from './register.ts'
import { isSole, type Role, readRole, sameOffice } from './role-key.ts'

export interface RoleEvidence {
  /** The office held at the date, that the text names. */
  readonly holding: Holding | null
  /** Held the office, but not at the date, or when is not known. */
  readonly once: boolean
  /** The text says "former", and it was held before. */
  readonly before: boolean
  /** A title names the country or body that the person belongs to, whatever the role. */
  readonly place: boolean
  /** A title names another country or body than all that the person has to do with. */
  readonly elsewhere: boolean
  /** A title that is no public office: "teacher". */
  readonly trade: boolean
  /** An office that somebody else certainly held at the date. */
  readonly contradicts: boolean
}

/** Roles of public life that are no offices of the register; what else somebody may be speaks against a politician. */
const PUBLIC_LIFE =
  /\b(?:politician|lawmaker|legislator|mp|mep|deputy|senator|congressman|congresswoman|representative|diplomat|official|ambassador|envoy|general|leader|candidate|nominee|adviser|advisor|aide|member|statesman|stateswoman|chief|head|chair|chairman|chairwoman|chairperson|delegate|negotiator|governor|mayor|minister|secretary|president|premier|chancellor|spokesman|spokeswoman|spokesperson|prince|princess|king|queen|emir|sheikh|commissioner|director|prosecutor|speaker|whip|admiral|marshal|counterpart|colleague|boss|rival|ally|democrat|republican|conservative|mr|mrs|ms|dr|sir|lord|lady)s?\b/i

interface ReadTitle {
  readonly role: string
  readonly place: Place | null
  readonly hasPlace: boolean
}

export type Evidence = (entity: Entity) => RoleEvidence

/** Reads the titles once, for any number of candidates. */
export function evidenceOf({ titles, at }: Referent, register: Register): Evidence {
  const read = titles.map(({ role, of }): ReadTitle => {
    const place = of === null ? null : placeOf(of, register)
    return {
      role: place === null || place.field === '' ? role : `${place.field} ${role}`,
      place,
      hasPlace: of !== null,
    }
  })
  return (entity) => {
    const tenures = register.tenuresOf(entity.id)
    const holdings = at === null ? [] : register.officesOf(entity.id, at)
    const each = read.map((title) => titleEvidence(title, entity, tenures, holdings, at, register))
    return {
      holding: each.find(({ holding }) => holding !== null)?.holding ?? null,
      once: each.some(({ once }) => once),
      before: each.some(({ before }) => before),
      place: each.some(({ place }) => place),
      elsewhere: each.some(({ elsewhere }) => elsewhere),
      trade: each.some(({ trade }) => trade),
      contradicts: each.some(({ contradicts }) => contradicts),
    }
  }
}

function titleEvidence(
  title: ReadTitle,
  entity: Entity,
  tenures: readonly Tenure[],
  holdings: readonly Holding[],
  at: string | null,
  register: Register,
): RoleEvidence {
  const { place } = title
  const isThere = (of: string): boolean => (title.hasPlace ? place?.codes.includes(of) === true : true)
  const isAsked = ({ role, of }: Tenure): boolean =>
    isThere(of) && sameOffice(readRole(title.role, of), readRole(role, of))
  const asked = readRole(title.role, place?.codes[0] ?? entity.country ?? '')
  const holding = asked.past ? null : bestOf(holdings.filter(({ tenure }) => isAsked(tenure)))
  const held = tenures.filter(isAsked)
  const isHere = place?.codes.some((code) => code === entity.country || tenures.some(({ of }) => of === code)) === true
  return {
    holding,
    once: !asked.past && holding === null && held.length > 0,
    before: asked.past && held.some(({ start }) => at === null || start === null || start <= at),
    place: isHere,
    elsewhere: place !== null && !isHere,
    // An office without a field of its own is known by its words alone (`=…`), and so is a trade.
    trade:
      held.length === 0 &&
      asked.keys.every((key) => key.startsWith('=')) &&
      asked.rank === null &&
      !PUBLIC_LIFE.test(title.role),
    contradicts: holding === null && at !== null && isTakenByOthers(title, asked, entity, at, register),
  }
}

const bestOf = (holdings: readonly Holding[]): Holding | null =>
  holdings.find(({ certainty }) => certainty === 'certain') ?? holdings[0] ?? null

/** Did certainly somebody else hold the office, one that has one holder? */
function isTakenByOthers(
  { role, place }: ReadTitle,
  asked: Role,
  entity: Entity,
  at: string,
  register: Register,
): boolean {
  if (asked.past || !asked.keys.some(isSole)) return false
  const codes = place?.codes ?? (entity.country === null ? [] : [entity.country])
  const holders = codes.flatMap((of) => register.holders(role, of, at))
  return (
    holders.some(({ certainty }) => certainty === 'certain') &&
    holders.every(
      (holder) =>
        holder.certainty === 'certain' && holder.entity.id !== entity.id && !isSamePerson(holder.entity, entity),
    )
  )
}

/** Two entries of one name and country may be one person, and then nothing is certain. */
const isSamePerson = (one: Entity, other: Entity): boolean =>
  one.country === other.country &&
  nameForms(one.name).some(({ words }) =>
    nameForms(other.name).some((form) => form.words.join(' ') === words.join(' ')),
  )

/** Offices whose holders the news names without saying what they are. */
export const isProminent = (tenure: Tenure): boolean =>
  readRole(tenure.role, tenure.of).keys.some((key) =>
    /^(?:president(?::.*)?|prime-minister|monarch|pope|supreme-leader|vice-president|high-representative|head|minister:(?:foreign|defence)|spokesperson:.*|security-adviser|military-chief)$/.test(
      key,
    ),
  )
