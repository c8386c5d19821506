/** What stands around a name: the office before it, and whom they hold it for. */
import { countryNamed, countryOfDemonym } from '../countries.ts'
import { isSpace, type Span, sliceOf, trimmed } from '../span.ts'
import type { Capitalised } from './capitalised.ts'
import { COURTESY_WORDS, OFFICE_NOUNS } from './label-words.ts'
import { wordsOf } from './person.ts'

/** A name, and which of the capitalised words is its first. */
export interface NamePlace extends Span {
  readonly from: number
}

export interface Description {
  readonly role: Span | null
  readonly of: Span | null
}

/** "White House National Security Communications Advisor" before it, "of France" behind it. */
export function describedAt(text: string, capitalised: Capitalised, place: NamePlace): Description {
  const before = roleBefore(text, capitalised, place)
  const behind = ofBehind(text, place)
  if (before === null) return { role: null, of: behind }
  const split = splitOf(text, before)
  return { role: split.role, of: behind ?? split.of }
}

/** Code units: longer titles than this nobody has. */
export const LONGEST_ROLE = 120

/** The run of capitalised words, and of "of", "for", "the" between them, that ends before the name and holds an office. */
function roleBefore(text: string, { words }: Capitalised, { start, from }: NamePlace): Span | null {
  let first: number | null = null
  let hasOffice = false
  let edge = start
  for (let at = from - 1; at >= 0 && start - words[at]!.start < LONGEST_ROLE; at--) {
    const word = words[at]!
    const between = sliceOf(text, { start: word.end, end: edge })
    const isOffice = OFFICE_NOUNS.has(word.word) && !COURTESY_WORDS.has(word.word)
    if (COURTESY_WORDS.has(word.word)) {
      if (first !== null) break
    } else if (words[at + 1]!.joined || /^(?:-|[’']s?\s)$/.test(between)) {
      if (SENTENCE_OPENERS.has(word.word)) break
    } else if (/^\s+(?:of|for|to|and)(?:\s+the)?\s+$/.test(between)) {
      const isAnd = /\band\b/.test(between)
      if (first === null || (isAnd ? hasOffice : !isOffice)) break
    } else break
    if (!COURTESY_WORDS.has(word.word)) first = at
    hasOffice ||= isOffice
    edge = word.start
  }
  if (first === null || !hasOffice) return null
  return trimmed(text, { start: words[first]!.start, end: start })
}

const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  `by from with and but so the thank thanks as now then when if today yesterday well our my your here hello hi statement
  remarks i we he she they it to in on at because`.split(/\s+/),
)

/** "Russian Foreign Minister" → "Foreign Minister" of "Russian"; "White House Advisor" → "Advisor" of "White House". */
export function splitOf(text: string, span: Span): { readonly role: Span; readonly of: Span | null } {
  const words = wordsOf(text, span)
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    const of = { start: span.start, end: words[count - 1]!.end }
    const surface = sliceOf(text, of)
      .replace(/[’']s$/, '')
      .replace(/\s+/g, ' ')
    if (!BODIES.has(surface) && countryNamed(surface) === null && countryOfDemonym(surface) === null) continue
    return {
      role: { start: words[count]!.start, end: span.end },
      of: { start: of.start, end: of.start + bareLength(text, of) },
    }
  }
  return { role: span, of: null }
}

const bareLength = (text: string, span: Span): number => sliceOf(text, span).replace(/[’']s$/, '').length

const BODIES: ReadonlySet<string> = new Set([
  'White House',
  'NSC',
  'National Security Council',
  'Pentagon',
  'State Department',
  'Defense Department',
  'Treasury Department',
  'Justice Department',
  'Kremlin',
  'NATO',
  'EU',
  'European Union',
  'European Commission',
  'UN',
  'United Nations',
  'Foreign Ministry',
  'Defence Ministry',
  'Defense Ministry',
  'Downing Street',
  'Elysée',
  'Environmental Protection Agency',
  'EPA',
])

/** "President Macron of France", "President Sall of the Republic of Senegal". */
export function ofBehind(text: string, { end }: Span): Span | null {
  const behind = text.slice(end, end + 60)
  const match = /^\s+of\s+(?:the\s+)?/.exec(behind)
  if (match === null) return null
  const start = end + match[0].length
  const name = /^(?:Republic\s+of\s+)?(?:\p{Lu}[\p{L}’'-]*)(?:\s+(?:of\s+(?:the\s+)?)?\p{Lu}[\p{L}’'-]*){0,4}/u.exec(
    text.slice(start, start + 60),
  )
  if (name === null) return null
  const words = name[0].split(/\s+/)
  for (let count = words.length; count > 0; count--) {
    const surface = name[0].slice(0, lengthOfWords(name[0], count))
    if (countryNamed(surface.replace(/\s+/g, ' ').replace(/^Republic of /, '')) !== null)
      return { start, end: start + surface.length }
  }
  return null
}

function lengthOfWords(surface: string, count: number): number {
  let at = 0
  for (let i = 0; i < count; i++) {
    while (at < surface.length && isSpace(surface.charCodeAt(at))) at++
    while (at < surface.length && !isSpace(surface.charCodeAt(at))) at++
  }
  return at
}
