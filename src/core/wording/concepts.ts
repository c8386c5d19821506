/** Concepts: one name for the words that news uses for one another, for countries however they are written, and for spellings of a name. */
import { COUNTRIES, METONYMS } from '../countries.ts'
import { fold } from '../fold.ts'
import { ANTONYM_ROWS, SYNONYM_ROWS } from './concept-rows.ts'
import { stemOf } from './stem.ts'
import { COMMON_WORDS } from './word-lists.ts'
import type { Word } from './words-of.ts'

export interface Concept {
  /** `#` and the first word of a row, `@` and an ISO 3166-1 code, or a stem. */
  readonly name: string
  /** How many words it takes: two for "pull out", "White House". */
  readonly words: number
  /** How much it tells, 0 to 1.5. */
  readonly weight: number
}

interface Phrase {
  /** Stems or, of names, folded forms after the first. */
  readonly rest: readonly string[]
  readonly name: string
}

const single = new Map<string, string>()
const phrases = new Map<string, Phrase[]>()

for (const row of SYNONYM_ROWS.trim().split(/ \/ |\n/)) {
  const [first] = row.split(' ')
  for (const item of row.split(' ')) add(item.split('_').map(stemOf), `#${stemOf(first!)}`)
}

function add(parts: readonly string[], name: string): void {
  const [first, ...rest] = parts
  if (rest.length === 0) {
    if (!single.has(first!)) single.set(first!, name)
  } else {
    const known = phrases.get(first!)
    const phrase = { rest, name }
    if (known === undefined) phrases.set(first!, [phrase])
    else known.push(phrase)
  }
}

/** Countries by folded form: they are names, and other words are no part of them. */
const placeSingle = new Map<string, string>()
const placePhrases = new Map<string, Phrase[]>()

for (const { iso2, names, demonyms, capitals } of COUNTRIES) {
  for (const name of [...names, ...demonyms, ...capitals]) addPlace(name, `@${iso2}`)
}
for (const { name, iso2 } of METONYMS) addPlace(name, `@${iso2}`)
for (const [name, iso2] of [
  ['America', 'US'],
  ['Kiev', 'UA'],
  ['Britain', 'GB'],
  ['USA', 'US'],
] as const)
  addPlace(name, `@${iso2}`)

function addPlace(name: string, concept: string): void {
  const [first, ...rest] = fold(name)
    .replaceAll('.', '')
    .replaceAll('’', "'")
    .split(/[\s-]+/)
  if (rest.length === 0) {
    if (!placeSingle.has(first!)) placeSingle.set(first!, concept)
    return
  }
  const known = placePhrases.get(first!)
  if (known === undefined) placePhrases.set(first!, [{ rest, name: concept }])
  else known.push({ rest, name: concept })
}

const common: ReadonlySet<string> = new Set([...COMMON_WORDS].map(stemOf))
/** Words that tell little alone: "light" verbs and the cues of speech. */
const NAME_WEIGHT = 1.2
const COMMON_WEIGHT = 0.35
const ADVERB_WEIGHT = 0.5

/** The concept that begins at word `at`: the longest that is listed, or the stem alone. */
export function conceptAt(words: readonly Word[], at: number): Concept {
  const word = words[at]!
  if (word.capital) {
    const phrase = longest(placePhrases.get(word.form), words, at, ({ form }) => form)
    if (phrase !== null) return { name: phrase.name, words: phrase.words, weight: NAME_WEIGHT }
    const place = placeSingle.get(word.form)
    if (place !== undefined) return { name: place, words: 1, weight: NAME_WEIGHT }
  }
  const phrase = longest(phrases.get(word.stem), words, at, ({ stem }) => stem)
  if (phrase !== null) return { name: phrase.name, words: phrase.words, weight: 1 }
  const listed = single.get(word.stem)
  if (word.kind === 'name') return { name: listed ?? word.stem, words: 1, weight: NAME_WEIGHT }
  const weight = common.has(word.stem) ? COMMON_WEIGHT : isAdverb(word.form) ? ADVERB_WEIGHT : 1
  return { name: listed ?? word.stem, words: 1, weight }
}

function longest(
  list: readonly Phrase[] | undefined,
  words: readonly Word[],
  at: number,
  of: (word: Word) => string,
): Match | null {
  let best: Match | null = null
  for (const { rest, name } of list ?? []) {
    if (best !== null && rest.length < best.words) continue
    // "shoot it down": a pronoun may stand inside.
    const gap = rest.length === 1 && isPronoun(words[at + 1]?.form) ? 1 : 0
    const from = at + 1 + gap
    if (rest.every((part, index) => words[from + index] !== undefined && of(words[from + index]!) === part)) {
      best = { name, words: rest.length + 1 + gap }
    }
  }
  return best
}

const isAdverb = (form: string): boolean => form.length > 6 && form.endsWith('ly')

interface Match {
  readonly name: string
  readonly words: number
}

const isPronoun = (form: string | undefined): boolean =>
  form === 'it' || form === 'them' || form === 'him' || form === 'her'

/** The concept of a lemma alone. */
export const conceptNamed = (lemma: string): string => single.get(stemOf(lemma)) ?? stemOf(lemma)
/** Most concepts have none: one look is enough to tell. */
const antonyms = new Map<string, Set<string>>()
for (const { one, other } of ANTONYM_ROWS) {
  const [a, b] = [conceptNamed(one), conceptNamed(other)]
  antonyms.set(a, (antonyms.get(a) ?? new Set()).add(b))
  antonyms.set(b, (antonyms.get(b) ?? new Set()).add(a))
}

/** Concepts that one excludes, said of one thing; undefined for most. */
export const antonymsOf = (concept: string): ReadonlySet<string> | undefined => antonyms.get(concept)

/** Do they exclude each other, said of one thing? */
export const areAntonyms = (one: string, other: string): boolean => antonymsOf(one)?.has(other) === true
