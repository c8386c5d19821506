/** Keys under which offices are indexed, so that all names of one office meet: "foreign minister", "Minister for Foreign Affairs", "top diplomat". */
import { COUNTRIES, countryNamed, countryOfDemonym } from '../countries.ts'
import { fold } from '../fold.ts'
import { FIELD_PHRASES, FIELDS, ROLE_ROWS } from './role-rows.ts'

export interface Role {
  /** "minister:foreign", "spokesperson:kremlin"; empty where it is no office at all ("doctor"). */
  readonly keys: readonly string[]
  /** What its holder may be called besides: the president of Russia is its leader, the supreme leader of Iran its head of state. */
  readonly besides: readonly string[]
  /** "minister", "spokesperson": set where the text names the rank alone, which fits every field. */
  readonly rank: string | null
  /** "former", "ex-". */
  readonly past: boolean
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const PAST = words('former ex onetime erstwhile late previous')
/** They say how an office is held, not which. */
const MANNERS = words(
  'acting interim caretaker outgoing incoming new current then longtime veteran designate elect newly appointed his her their our s federal union honourable hon rt',
)
const EMPTY = words(
  'of for the and to in on at a an affairs ministry minister ministers department office national republic federation kingdom public relations',
)
const DEPUTY = words('deputy vice under assistant junior delegate parliamentary associate first')
const SPOKEN = words('spokesman spokeswoman spokesperson spokespeople spokepersons spokesmen spokesperson')

/** Whose prime minister leads the country; elsewhere the president does. */
const PRIME_MINISTERS = words(
  'GB DE IT ES IN IL JP CA AU NZ NL BE DK SE NO FI PL CZ HU GR AT SK IE EE LV IS MT AL BG HR ME MK XK GE AM BD PK ET IQ SG MY TH LU PT SI LB NP KH LS JM BB BS TT FJ PG MU MN',
)
const SUPREME_LEADERS = words('IR KP')
const MONARCHS = words('SA JO QA KW BH OM AE MA SZ BN VA LI MC')

const phrases = new Map<string, { key: string; of: ReadonlySet<string> | null }[]>()
for (const { key, phrases: names, of } of ROLE_ROWS) {
  for (const name of names) {
    phrases.set(name, [...(phrases.get(name) ?? []), { key, of: of === undefined ? null : new Set(of) }])
  }
}

/**
 * Reads the name of an office.
 * @param text as a text or a register has it, without what it belongs to: "Foreign Minister".
 * @param of country code or id of an organisation; empty where unknown.
 */
export function readRole(text: string, of: string): Role {
  const all = fold(text.replace(/\([^()]*\)/g, ' '))
    .replace(/\bgeneral[- ]secretary\b/g, 'general secretary')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const past = all.some((word) => PAST.has(word))
  const named = all.filter((word) => !PAST.has(word) && !MANNERS.has(word) && word !== 'the')
  // "Leaders", "presidents" of one who is among them.
  if (named.length === 1) named[0] = named[0]!.replace(/(?<=r|t|n)s$/, '')
  const keys = new Set(phraseKeys(named.join(' '), of))
  const { rank, found } = keys.size > 0 ? { rank: null, found: [] } : rankedKeys(named, of)
  for (const key of found) keys.add(key)
  return { keys: [...keys], besides: [...keys].flatMap((key) => alsoKnownAs(key, of)), rank, past }
}

/** The keys of a fixed phrase, with or without the country's own name in it: "president of Ukraine", "Russian president". */
function phraseKeys(phrase: string, of: string): string[] {
  const rows = phrases.get(phrase) ?? phrases.get(withoutCountry(phrase, of)) ?? []
  const special = rows.filter(({ of: places }) => places !== null && fits(places, of))
  return (special.length > 0 ? special : rows.filter(({ of: places }) => places === null)).map(({ key }) => key)
}

/** `Q` stands for every organisation that is no country. */
const fits = (places: ReadonlySet<string>, of: string): boolean => places.has(of) || (places.has('Q') && isBody(of))

/** Ids of bodies are Wikidata's, the register's or the user's own; countries have two capital letters, their parts `GB-SCT`. */
const isBody = (of: string): boolean => of !== '' && !/^[A-Z]{2}(?:-[A-Z]{3})?$/.test(of)

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
/** Is it this country by name or adjective? Where the country is unknown, any. */
function isCountry(word: string, of: string): boolean {
  const name = word === 'us' || word === 'uk' ? word.toUpperCase() : capitalised(word)
  const country = countryNamed(name) ?? countryOfDemonym(name)
  return country !== null && (of === '' || country.iso2 === of)
}

/** Names of a country of several words, folded, the longest first. */
const longNames = new Map(
  COUNTRIES.map(({ iso2, names, demonyms }) => [
    iso2,
    [...names, ...demonyms]
      .filter((name) => name.includes(' '))
      .map((name) => fold(name).replace(/\bthe /g, ''))
      .toSorted((a, b) => b.length - a.length),
  ]),
)

function withoutCountry(phrase: string, of: string): string {
  const name = (longNames.get(of) ?? []).find((each) => phrase.includes(each))
  return (name === undefined ? phrase : phrase.replace(name, ' '))
    .split(' ')
    .filter((word) => word !== '' && !isCountry(word, of))
    .join(' ')
    .replace(/^of | of$/g, '')
}

/** Minister, secretary, spokesperson, ambassador … of some field. */
function rankedKeys(named: readonly string[], of: string): { rank: string | null; found: string[] } {
  const phrase = named.join(' ')
  const rank = rankOf(named, phrase, of)
  if (rank === null) return { rank: null, found: named.length > 1 ? [contentKey(named)] : [] }
  const fields = rank === 'ambassador' ? [] : fieldsOf(phrase, of)
  if (rank === 'ambassador') {
    const host = named.slice(named.indexOf('to') + 1).filter((word) => !EMPTY.has(word))
    const country = countryNamed(host.map(capitalised).join(' '))
    if (named.includes('to') && host.length > 0) fields.push(country?.iso2 ?? host.join('-'))
  }
  if (rank === 'spokesperson' && fields.length === 0) return { rank, found: [rank] }
  if (fields.length === 0) return rank === 'president' ? { rank: null, found: [rank] } : { rank, found: [] }
  return { rank: null, found: fields.map((field) => `${rank}:${field}`) }
}

function rankOf(named: readonly string[], phrase: string, of: string): string | null {
  const prefix = named.includes('shadow')
    ? 'shadow-'
    : named.some((word, at) => DEPUTY.has(word) && at < named.length - 1)
      ? 'deputy-'
      : ''
  if (named.some((word) => SPOKEN.has(word)) || phrase.includes('press secretary')) return 'spokesperson'
  if (named.includes('ambassador') || named.includes('envoy')) return 'ambassador'
  if (/\bministers? of state\b/.test(phrase) && of !== 'MC') return 'junior-minister'
  if (/\bsecretary of state\b/.test(phrase)) return of === 'GB' || of === 'US' ? `${prefix}minister` : 'junior-minister'
  if (/\bstate secretary\b|\bsecretary to\b|\bexchequer secretary\b/.test(phrase)) return 'junior-minister'
  if (named.includes('minister')) return `${prefix}minister`
  if (named.includes('secretary') && !phrase.includes('secretary general')) return `${prefix}minister`
  if (named.includes('commissioner')) return `${prefix}commissioner`
  if (named.includes('president') && prefix === '') return 'president'
  if (named.includes('governor') && prefix === '') return 'governor'
  return named.includes('mayor') && prefix === '' ? 'mayor' : null
}

const RANKS = words(
  'minister ministers secretary spokesman spokeswoman spokesperson press state commissioner president governor mayor shadow chief service coordinator head',
)

function fieldsOf(phrase: string, of: string): string[] {
  const fields = new Set<string>()
  let rest = withoutCountry(phrase, of)
  for (const [name, field] of FIELD_PHRASES) {
    if (!rest.includes(name)) continue
    fields.add(field)
    rest = rest.replace(name, ' ')
  }
  for (const word of rest.split(' ')) {
    if (word === '' || EMPTY.has(word) || DEPUTY.has(word) || RANKS.has(word)) continue
    const field = FIELDS.get(word)
    if (field !== undefined) fields.add(field)
    else if (!SPOKEN.has(word) && !isCountry(word, of)) fields.add(word)
  }
  return [...fields]
}

const contentKey = (named: readonly string[]): string =>
  `=${named
    .filter((word) => !EMPTY.has(word))
    .toSorted()
    .join(' ')}`

/** "The Russian leader" is the president, the British one the prime minister. */
function alsoKnownAs(key: string, of: string): string[] {
  const isLeader =
    key === 'supreme-leader' ||
    (key === 'prime-minister' && PRIME_MINISTERS.has(of)) ||
    (key === 'monarch' && MONARCHS.has(of)) ||
    (key === 'president' && !PRIME_MINISTERS.has(of) && !SUPREME_LEADERS.has(of) && !MONARCHS.has(of))
  const more = isLeader ? ['leader'] : []
  if (key === 'president' || key === 'monarch' || key === 'supreme-leader') more.push('head-of-state')
  if (key.startsWith('spokesperson:')) more.push('spokesperson')
  return more
}

/** Offices that one person holds at a time. */
export const isSole = (key: string): boolean =>
  /^(?:president|prime-minister|head-of-state|monarch|pope|supreme-leader|leader|head|high-representative|president:\w+|speaker|spokesperson:kremlin|minister:(?:foreign|defence|interior|finance)|security-adviser|military-chief|central-bank-governor|prosecutor-general|attorney-general)$/.test(
    key,
  )

/** May a text that speaks of `asked` mean the office `held`? Whether it is former is left aside. */
export const sameOffice = (asked: Role, held: Role): boolean =>
  asked.rank !== null
    ? held.rank === asked.rank || held.keys.some((key) => key === asked.rank || key.startsWith(`${asked.rank}:`))
    : asked.keys.some((key) => held.keys.includes(key) || held.besides.includes(key))
