/** Which entity of the ledger a named thing is: one of the same name is the same only where something else agrees too. */
import { countryNamed, countryOfCapital, countryOfDemonym, countryOfMetonym } from '../core/countries.ts'
import { foldName } from '../core/fold.ts'
import type { Referent } from '../core/register/register.ts'
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
    const best = matches.filter((match) => match.agreement === agreement)
    if (best.length > 1) return { known: null, isAmbiguous: true, confidence: 0 }
    if (best.length === 1) {
      return { known: best[0]!.each, isAmbiguous: false, confidence: confidenceOf[agreement] }
    }
  }
  return { known: null, isAmbiguous: false, confidence: NEW }
}

/** Null where nothing agrees, or something contradicts. */
function agreementOf(referent: Referent, known: KnownEntity, publisher: string | null): Agreement | null {
  const { entity } = known
  if (referent.kind !== null && referent.kind !== entity.kind) return null
  if (referent.gender !== null && entity.gender !== null && referent.gender !== entity.gender) return null
  const titles = referent.titles.map(titleKey)
  const roles = known.roles.map(titleKey)
  const pairs = titles.flatMap((title) => roles.map((role) => [title, role] as const))
  if (pairs.some(([a, b]) => a.head === b.head && a.of !== null && a.of === b.of)) return 'role'
  const isSameRole = pairs.some(([a, b]) => a.head === b.head && (a.of === null || b.of === null))
  // A minister of one country and a minister of another, a singer and a surgeon.
  if (pairs.length > 0 && !isSameRole) return null
  if (isSameRole) return 'role'
  const countries = new Set([entity.country, ...roles.map(({ country }) => country)])
  if (titles.some(({ country }) => country !== null && countries.has(country))) return 'country'
  if (publisher !== null && known.publishers.includes(publisher)) return 'publisher'
  return isUniqueByName(referent, known) ? 'name' : null
}

interface TitleKey {
  /** The noun that says what they are: `minister` of "Deputy Foreign Minister for Europe". */
  readonly head: string
  /** A country's code where it is one. */
  readonly of: string | null
  readonly country: string | null
}

function titleKey({ role, of }: { readonly role: string; readonly of: string | null }): TitleKey {
  const words = foldName(role).split(' ')
  const end = words.findIndex((word, index) => index > 0 && linking.has(word))
  const head = words[(end === -1 ? words.length : end) - 1]!
  const country = of === null ? null : countryCode(of)
  return { head: neutral.get(head) ?? head, of: country ?? (of === null ? null : foldName(of)), country }
}

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
  `academy administration agency army assembly association authority bank board bureau cabinet chamber church college
  command commission committee company council court department directorate embassy federation forces foundation
  government guard headquarters hospital institute ministry navy office parliament party police prosecutor senate
  service society staff supreme treasury tribunal union university`.split(/\s+/),
)
