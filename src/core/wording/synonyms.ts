/** Which words may stand for one another, and which exclude each other, by the senses of a dictionary. */
import { stemOf } from './stem.ts'
import { WORDNET_ADJECTIVE_ANTONYMS, WORDNET_DERIVED, WORDNET_VERB_ANTONYMS } from './wordnet-pairs.ts'
import { WORDNET_SYNONYMS } from './wordnet-synonyms.ts'

/** Stem → numbers of the senses it has, in order; made when it is asked for first. */
let senses: ReadonlyMap<string, readonly number[]> | null = null
let verbs: ReadonlySet<string> | null = null
let adjectives: ReadonlySet<string> | null = null

/** Have two words, by their stems, a common sense in common, as "ignore" and "disregard" have? Words are not synonyms of themselves. */
export function areSynonyms(one: string, other: string): boolean {
  senses ??= sensesOf(`${WORDNET_SYNONYMS} ${WORDNET_DERIVED}`)
  const [a, b] = [senses.get(one), senses.get(other)]
  return a !== undefined && b !== undefined && one !== other && a.some((sense) => b.includes(sense))
}

/** `doing`: two verbs that exclude each other ("accept", "reject"); `being`: two adjectives that do so of one thing ("safe", "dangerous"). */
export function oppositionOf(one: string, other: string): 'doing' | 'being' | null {
  verbs ??= bothWays(WORDNET_VERB_ANTONYMS)
  adjectives ??= bothWays(WORDNET_ADJECTIVE_ANTONYMS)
  const pair = `${one} ${other}`
  return verbs.has(pair) ? 'doing' : adjectives.has(pair) ? 'being' : null
}

const bothWays = (list: string): ReadonlySet<string> =>
  new Set(rows(list).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))

const rows = (list: string): readonly (readonly string[])[] =>
  list
    .trim()
    .split(/\s+/)
    .map((group) => group.split('/').map(stemOf))

function sensesOf(list: string): ReadonlyMap<string, readonly number[]> {
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
