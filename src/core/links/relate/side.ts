/** Who speaks, as far as comparing needs it: the speaker, and the side whose voice it is. */
import {
  COUNTRIES,
  type Country,
  countryNamed,
  countryOfCapital,
  countryOfDemonym,
  countryOfMetonym,
} from '../../countries.ts'
import { isShortFor, type NameForm, nameForms, plainKey, sameName } from '../../register/name-key.ts'
import type { Speaker } from '../../statement.ts'

export interface Voice {
  readonly name: string
  /** Id of the register or the ledger; null where nobody knows. */
  readonly entity: string | null
  /** Is it a body or a state, for whom people speak, or told by an office alone: "the spokesman of the Kremlin"? */
  readonly isBody: boolean
  /** `@RU` for a state and all who speak for it, an entity's id, or a folded name; null for nobody. */
  readonly side: string | null
  readonly forms: readonly NameForm[]
  readonly key: string
}

const byQid = new Map(COUNTRIES.map(({ qid, iso2 }) => [qid, iso2]))

/** Roles whose bearer speaks for the state of which they are told to be. */
const OFFICES =
  /\b(?:president|minister|premier|chancellor|spokes\w{3,6}|secretary|officials?|ambassador|envoy|ministry|government|adviser|advisor|commander|chief|king|queen|diplomat|leader|governor|authorit\w{3,5}|army|military|executive|chair\w{0,6}|director|founder|head|chief|boss)\b/i
const NO_OFFICE = /\b(?:former|ex|opposition|retired|then|party|union|exiled)\b/i

export function voiceOf(speaker: Speaker | null): Voice | null {
  if (speaker === null || speaker.candidates.length > 0) return null
  const isBody = speaker.kind === 'state' || speaker.kind === 'organisation' || OFFICES.test(speaker.name.slice(0, 80))
  const name = speaker.name.slice(0, 120)
  return {
    name,
    entity: speaker.entity,
    isBody,
    side: sideOf(speaker),
    forms: isBody ? [] : nameForms(name),
    key: plainKey(name),
  }
}

function sideOf({ speaksFor, entity, of, role, members, kind, name }: Speaker): string | null {
  if (members.length > 0) return null
  if (speaksFor !== null) return countryOf(speaksFor.name, speaksFor.entity) ?? (plainKey(speaksFor.name) || null)
  const own = countryOf(name, entity)
  if (own !== null) return own
  if (of !== null && role !== null && OFFICES.test(role.slice(0, 80)) && !NO_OFFICE.test(role.slice(0, 80))) {
    return countryOf(of, null) ?? (plainKey(of.slice(0, 120)) || null)
  }
  if (kind === 'organisation' || kind === 'group') return plainKey(name.slice(0, 120)) || entity
  return entity ?? (plainKey(name.slice(0, 120)) || null)
}

/** Organs of a state, told by their name: "Polish Defence Ministry", "Sudan's army". */
const ORGANS =
  /\b(?:ministry|army|military|air force|navy|government|embassy|armed forces|authorities|officials?|foreign office|presidency)\b/i

function countryOf(name: string, entity: string | null): string | null {
  const iso2 = (entity !== null && byQid.get(entity)) || null
  if (iso2 !== null) return `@${iso2}`
  const short = name.slice(0, 80)
  const country = countryIn(short) ?? (ORGANS.test(short) ? countryBefore(short) : null)
  return country === null ? null : `@${country.iso2}`
}

const countryIn = (name: string): Country | null =>
  countryNamed(name) ?? countryOfDemonym(name) ?? countryOfMetonym(name) ?? countryOfCapital(name)

/** "South Korean army", "Ministry of Defence of Ukraine": the country that a name begins or ends with. */
function countryBefore(name: string): Country | null {
  const words = name.replace(/^the /i, '').replaceAll('’', "'").split(' ')
  for (const length of [3, 2, 1]) {
    const [first, last] = [words.slice(0, length).join(' '), words.slice(-length).join(' ')]
    const found = countryIn(first.replace(/'s?$/, '')) ?? countryIn(last)
    if (found !== null) return found
  }
  return null
}

/** `same`: one speaker; `voice`: one of them is the body or state for which the other speaks. */
export function speakersAgree(a: Voice | null, b: Voice | null): 'same' | 'voice' | null {
  if (a === null || b === null) return null
  if (a.entity !== null && a.entity === b.entity) return 'same'
  if (a.key !== '' && a.key === b.key) return bothKnown(a, b) ? null : 'same'
  const speaksFor = a.side !== null && a.side === b.side && (a.isBody || b.isBody)
  if (speaksFor) return 'voice'
  if (bothKnown(a, b)) return null
  return a.forms.some((one) =>
    b.forms.some((other) => sameName(one, other) || isShortFor(one, other) || isShortFor(other, one)),
  )
    ? 'same'
    : null
}

const bothKnown = (a: Voice, b: Voice): boolean => isRegistered(a.entity) && isRegistered(b.entity)
/** Ids of the ledger's own may be one person twice. */
const isRegistered = (entity: string | null): boolean => entity !== null && /^(?:Q\d|r-)/.test(entity)

export const sameSide = (a: Voice | null, b: Voice | null): boolean =>
  speakersAgree(a, b) !== null || (a !== null && b !== null && a.side !== null && a.side === b.side)
