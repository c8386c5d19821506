/** What an office belongs to, as a text has it: "Russian", "the Kremlin", "US State Department", "NATO". */
import { countryNamed, countryOfCapital, countryOfDemonym, countryOfMetonym } from '../countries.ts'
import type { Register } from './register.ts'

export interface Place {
  /** Country codes and ids of organisations under which the register may have the office. */
  readonly codes: readonly string[]
  /** Country code where it is a country, or speaks for one. */
  readonly country: string | null
  /** What names the office further: "Kremlin" of a "spokesman". */
  readonly field: string
}

const UNION = /^(?:eu|e\.u\.|european union|european)$/i
const MOST_WORDS = 8

/** Null where nothing of that name is known. */
export function placeOf(text: string, register: Pick<Register, 'named'>): Place | null {
  const name = text.replace(/^the\s+/i, '').replace(/['’]s?$/, '')
  if (UNION.test(name)) return { codes: ['EU', 'Q458'], country: 'EU', field: '' }
  const country = countryNamed(name) ?? countryOfDemonym(name) ?? countryOfCapital(name)
  if (country !== null) return { codes: [country.iso2], country: country.iso2, field: '' }
  const government = countryOfMetonym(name)
  if (government !== null) return { codes: [government.iso2], country: government.iso2, field: name }
  return placeInside(name) ?? bodyOf(name, register)
}

/** "Russian Foreign Ministry", "Ministry of Defence of Ukraine": a country and what is left. */
function placeInside(name: string): Place | null {
  const words = name.split(/\s+/)
  if (words.length < 2 || words.length > MOST_WORDS) return null
  for (let size = Math.min(3, words.length - 1); size > 0; size--) {
    const [first, rest] = [
      words
        .slice(0, size)
        .join(' ')
        .replace(/['’]s$/, ''),
      words.slice(size),
    ]
    const before = countryOfDemonym(first) ?? countryNamed(first) ?? countryOfCapital(first)
    if (before !== null) return { codes: [before.iso2], country: before.iso2, field: fieldOf(rest) }
    if (words.at(-size - 1)?.toLowerCase() !== 'of') continue
    const after = countryNamed(words.slice(-size).join(' '))
    if (after !== null) return { codes: [after.iso2], country: after.iso2, field: fieldOf(words.slice(0, -size - 1)) }
  }
  return null
}

/** What says only that it is a state's. */
const EMPTY = new Set([
  'regime',
  'government',
  'administration',
  'side',
  'authorities',
  'leadership',
  'state',
  'republic',
  'federation',
])

const fieldOf = (words: readonly string[]): string => words.filter((word) => !EMPTY.has(word.toLowerCase())).join(' ')

function bodyOf(name: string, register: Pick<Register, 'named'>): Place | null {
  const bodies = register.named(name).filter(({ kind }) => kind === 'organisation' || kind === 'state')
  if (bodies.length === 0) return null
  const [body] = bodies
  const country = bodies.length === 1 ? body!.country : null
  const codes = bodies.map(({ id }) => id)
  return { codes: country === null ? codes : [...codes, country], country, field: country === null ? '' : name }
}
