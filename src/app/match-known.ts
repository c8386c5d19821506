/** Which entity of the ledger a named thing is: one of the same name is the same only where something else agrees too. */
import { countryNamed, countryOfCapital, countryOfDemonym, countryOfMetonym } from '../core/countries.ts'
import { foldName } from '../core/fold.ts'
import type { Entity, Referent } from '../core/register/register.ts'
import type { KnownEntity } from './ports.ts'

/** What agrees, from the strongest to the weakest; each is enough on its own. */
const AGREEMENTS = ['role', 'country', 'publisher', 'name'] as const
type Agreement = (typeof AGREEMENTS)[number]

export interface KnownMatch {
  /** Null: it is none of them, and so one that the ledger does not have yet; or it may be several. */
  readonly known: KnownEntity | null
  readonly isAmbiguous: boolean
  /** 0 to 1. */
  readonly confidence: number
}

/** By hand, not measured: a publisher seldom writes of two people of one name, an office has one holder at a time. */
const confidenceOf: Readonly<Record<Agreement, number>> = { role: 0.95, country: 0.85, publisher: 0.85, name: 0.9 }

/** Where another of the name would agree as well. */
const UNSURE = 0.15

/** Sure to be new: what no other document has named. */
const NEW = 0.9

/**
 * @param known entities of the same name.
 * @param publisher of the document that names `referent`.
 */
export function matchKnown(referent: Referent, known: readonly KnownEntity[], publisher: string | null): KnownMatch {
  const matches = known.flatMap((each) => {
    const agreement = agreementOf(referent, each, publisher)
    return agreement === null ? [] : [{ each, agreement }]
  })
  for (const agreement of AGREEMENTS) {
    const best = matches.filter((match) => match.agreement === agreement).map(({ each }) => each)
    const confidence = confidenceOf[agreement]
    if (best.length === 1) return { known: best[0]!, isAmbiguous: false, confidence }
    if (best.length === 0) continue
    // Of whom the register knows and whom only the ledger does, the first was told by more than the name.
    const [identified, ...others] = best.filter(({ entity }) => !isOfLedger(entity))
    const isOne = identified !== undefined && others.length === 0
    return { known: isOne ? identified : null, isAmbiguous: !isOne, confidence: isOne ? confidence - UNSURE : 0 }
  }
  return { known: null, isAmbiguous: false, confidence: NEW }
}

const isOfLedger = ({ id }: Entity): boolean => id.startsWith('e-')

/** Null where nothing agrees, or something contradicts. */
function agreementOf(referent: Referent, known: KnownEntity, publisher: string | null): Agreement | null {
  const { entity } = known
  if (referent.kind !== null && referent.kind !== entity.kind) return null
  if (referent.gender !== null && entity.gender !== null && referent.gender !== entity.gender) return null
  const titles = referent.titles.map(titleKey).filter(isTelling)
  const roles = known.roles.map(titleKey).filter(isTelling)
  const pairs = titles.flatMap((title) => roles.map((role) => compared(title, role)))
  if (pairs.includes('same')) return 'role'
  // A minister of one country and a minister of another, a singer and a surgeon.
  if (pairs.length > 0 && !pairs.includes('open')) return null
  const countries = new Set([entity.country, ...roles.map(({ country }) => country)])
  if (titles.some(({ country }) => country !== null && countries.has(country))) return 'country'
  if (publisher !== null && known.publishers.includes(publisher)) return 'publisher'
  return isUniqueByName(referent, known) ? 'name' : null
}

interface TitleKey {
  /** The noun that says what they are: `minister` of "Deputy Foreign Minister for Europe". */
  readonly head: string
  /** What it belongs to, folded. */
  readonly of: string | null
  /** Its code where it is a country. */
  readonly country: string | null
}

function titleKey({ role, of }: { readonly role: string; readonly of: string | null }): TitleKey {
  const words = foldName(role).split(' ')
  const end = words.findIndex((word, index) => index > 0 && linking.has(word))
  const head = words[(end === -1 ? words.length : end) - 1]!
  return {
    head: neutral.get(head) ?? head,
    of: of === null ? null : foldName(of),
    country: of === null ? null : countryCode(of),
  }
}

const isTelling = ({ head }: TitleKey): boolean => !relations.has(head)

/** `open`: one person may be both, and it does not show that they are one. */
function compared(one: TitleKey, other: TitleKey): 'same' | 'open' | 'other' {
  if (one.country !== null && other.country !== null && one.country !== other.country) return 'other'
  if (one.head !== other.head) return publicLife.has(one.head) && publicLife.has(other.head) ? 'open' : 'other'
  if (one.of === null || other.of === null) return 'same'
  if (one.country !== null && one.country === other.country) return 'same'
  return isShared(one.of, other.of) ? 'same' : 'open'
}

/** "Clinton" and "Hillary Clinton", "DNC" and "the Democratic National Committee". */
function isShared(one: string, other: string): boolean {
  const words = (text: string): string[] => text.split(' ').filter((word) => word.length > 2 && word !== 'the')
  const initials = (text: string): string =>
    words(text)
      .map((word) => word[0])
      .join('')
  const [first, second] = [words(one), words(other)]
  return first.some((word) => second.includes(word)) || initials(one) === other || initials(other) === one
}

/** What somebody is to somebody else says nothing of who they are. */
const relations: ReadonlySet<string> = new Set(
  `aide ally boss brother colleague counterpart critic daughter father foe friend guest husband mate mother opponent partner
  predecessor rival sister son successor supporter veteran widow widower wife winner mr mrs ms`.split(/\s+/),
)

/** Roles that one person may have together, or one after the other. */
const publicLife: ReadonlySet<string> = new Set(
  `adviser ambassador attorney candidate chair chancellor chief commissioner congressman delegate deputy diplomat director
  envoy general gov gov. governor head lawmaker leader legislator mayor member mep minister mp nominee official politician
  premier president rep rep. representative secretary sen sen. senator speaker spokesman`.split(/\s+/),
)

const linking: ReadonlySet<string> = new Set(['of', 'for', 'at', 'in', 'to', 'with'])

const neutral: ReadonlyMap<string, string> = new Map([
  ['chairman', 'chair'],
  ['chairwoman', 'chair'],
  ['chairperson', 'chair'],
  ['congresswoman', 'congressman'],
  ['spokeswoman', 'spokesman'],
  ['spokesperson', 'spokesman'],
])

const countryCode = (name: string): string | null =>
  (countryOfDemonym(name) ?? countryNamed(name) ?? countryOfMetonym(name) ?? countryOfCapital(name))?.iso2 ?? null

/** Of organisations and outlets there is one of a name, but not of what every country or town has. */
const isUniqueByName = (referent: Referent, { entity }: KnownEntity): boolean =>
  entity.kind !== 'person' &&
  referent.names.some(
    (name) =>
      !foldName(name)
        .split(' ')
        .some((word) => everywhere.has(word)),
  )

const everywhere: ReadonlySet<string> = new Set(
  `administration agency army assembly authority board bureau cabinet chamber command commission committee council court
  department directorate embassy forces government guard headquarters ministry navy office parliament party police
  prosecutor senate service staff supreme treasury tribunal`.split(/\s+/),
)
