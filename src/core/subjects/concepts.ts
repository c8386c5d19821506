/** Finds concepts in the words of a text, by the table of concepts alone: no layer is needed. */
import { CONCEPT_ROWS } from './concept-rows.ts'
import { normalWord } from './normal-word.ts'

export interface FoundConcept {
  /** The row's name: "troops". */
  readonly name: string
  /** How many of the words it takes. */
  readonly length: number
}

export interface PlacedConcept extends FoundConcept {
  /** Index of its first word. */
  readonly at: number
}

interface Entry {
  readonly parts: readonly string[]
  /** Null for what only looks like a concept. */
  readonly name: string | null
}

const REMEMBERED = 4000
const LONGEST_REMEMBERED = 20
const remembered = new Map<string, readonly string[]>()

/** "cease-fire" is two; what follows an apostrophe is none. */
function partsOf(word: string): readonly string[] {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const parts = newParts(word)
  if (word.length <= LONGEST_REMEMBERED) {
    if (remembered.size === REMEMBERED) remembered.clear()
    remembered.set(word, parts)
  }
  return parts
}

function newParts(word: string): readonly string[] {
  if (word === '') return []
  const bare = word.replaceAll('’', "'")
  if (bare === "'s" || bare === "'") return []
  const owned = bare.endsWith("'s") ? bare.slice(0, -2) : bare
  const pieces = owned.includes('-') ? owned.split('-').filter((piece) => piece !== '') : [owned]
  return pieces.map(normalWord)
}

const byFirst = new Map<string, Entry[]>()
for (const { name, forms, others } of CONCEPT_ROWS) {
  for (const form of forms) enter(form, name)
  for (const form of others) enter(form, null)
}
// What one row sets aside may be the matter of another: "trade union" is no trade.
for (const list of byFirst.values())
  list.sort((a, b) => b.parts.length - a.parts.length || Number(a.name === null) - Number(b.name === null))

function enter(form: string, name: string | null): void {
  const parts = form.split(' ').flatMap(partsOf)
  const list = byFirst.get(parts[0]!)
  if (list === undefined) byFirst.set(parts[0]!, [{ parts, name }])
  else if (!list.some((entry) => entry.name === name && entry.parts.join(' ') === parts.join(' ')))
    list.push({ parts, name })
}

/**
 * The longest concept that begins at word `at`; null for none. What begins before `at` is not looked at: to read a text from its
 * start ask `conceptsIn`.
 * @param words in lower case, hyphened words whole or apart, a trailing 's whole or apart.
 */
export function conceptOf(words: readonly string[], at: number): FoundConcept | null {
  const found = longestAt(words, at)
  return found === null || found.name === null ? null : { name: found.name, length: found.length }
}

/** All concepts of a text, left to right, none in another; linear in the number of words. */
export function conceptsIn(words: readonly string[]): PlacedConcept[] {
  const placed: PlacedConcept[] = []
  for (let at = 0; at < words.length; ) {
    const found = longestAt(words, at)
    if (found !== null && found.name !== null) placed.push({ name: found.name, length: found.length, at })
    at += found?.length ?? 1
  }
  return placed
}

function longestAt(words: readonly string[], at: number): { name: string | null; length: number } | null {
  const first = words[at] === undefined ? [] : partsOf(words[at])
  if (first.length === 0) return null
  for (const { parts, name } of byFirst.get(first[0]!) ?? []) {
    const length = lengthOfMatch(words, at, parts)
    if (length > 0) return { name, length }
  }
  return null
}

/** How many words from `at` on are exactly `parts`; 0 where they are not. */
function lengthOfMatch(words: readonly string[], at: number, parts: readonly string[]): number {
  let matched = 0
  for (let index = at; index < words.length; index++) {
    for (const part of partsOf(words[index]!)) {
      if (part !== parts[matched]) return 0
      matched += 1
    }
    if (matched === parts.length) return index - at + 1
  }
  return 0
}
