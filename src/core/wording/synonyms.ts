/** Which words may stand for one another, and which exclude each other, by the senses of a dictionary. */
import { stemOf } from './stem.ts'
import { WORDNET_ADJECTIVE_ANTONYMS, WORDNET_DERIVED, WORDNET_VERB_ANTONYMS } from './wordnet-pairs.ts'
import { WORDNET_SYNONYMS } from './wordnet-synonyms.ts'

/** Of words that exclude each other: two verbs ("accept", "reject"), or two adjectives, of one thing ("safe", "dangerous"). */
export type Opposition = 'doing' | 'being'

/** Stem → numbers of the senses it has, in order; made when it is asked for first, as are the next. */
let senses: ReadonlyMap<string, readonly number[]> | null = null
let oppositions: ReadonlyMap<string, ReadonlyMap<string, Opposition>> | null = null

/** Numbers of the senses that a word has, by its stem; undefined for most words. */
export function sensesOf(stem: string): readonly number[] | undefined {
  senses ??= allSenses(`${WORDNET_SYNONYMS} ${WORDNET_DERIVED}`)
  return senses.get(stem)
}

/** Have two words, by their stems, a common sense in common, as "ignore" and "disregard" have? Words are not synonyms of themselves. */
export function areSynonyms(one: string, other: string): boolean {
  const sensesOfOne = sensesOf(one)
  return sensesOfOne !== undefined && one !== other && shareSense(sensesOfOne, sensesOf(other))
}

export const shareSense = (a: readonly number[], b: readonly number[] | undefined): boolean =>
  b?.some((sense) => a.includes(sense)) === true

/** What a word excludes, by stems; undefined for most words. */
export function oppositesOf(stem: string): ReadonlyMap<string, Opposition> | undefined {
  oppositions ??= allOppositions()
  return oppositions.get(stem)
}

export const oppositionOf = (one: string, other: string): Opposition | null => oppositesOf(one)?.get(other) ?? null

function allOppositions(): ReadonlyMap<string, ReadonlyMap<string, Opposition>> {
  const found = new Map<string, Map<string, Opposition>>()
  const add = (one: string, other: string, opposition: Opposition): void => {
    found.set(one, (found.get(one) ?? new Map<string, Opposition>()).set(other, opposition))
  }
  // Where two words exclude each other as verbs and as adjectives, the verbs count: they come last.
  for (const [list, opposition] of [
    [WORDNET_ADJECTIVE_ANTONYMS, 'being'],
    [WORDNET_VERB_ANTONYMS, 'doing'],
  ] as const) {
    for (const [one, other] of rows(list)) {
      add(one!, other!, opposition)
      add(other!, one!, opposition)
    }
  }
  return found
}

const rows = (list: string): readonly (readonly string[])[] =>
  list
    .trim()
    .split(/\s+/)
    .map((group) => group.split('/').map(stemOf))

function allSenses(list: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [sense, group] of rows(list).entries()) {
    for (const stem of group) {
      const known = found.get(stem)
      if (known === undefined) found.set(stem, [sense])
      else if (known.at(-1) !== sense) known.push(sense)
    }
  }
  return found
}
