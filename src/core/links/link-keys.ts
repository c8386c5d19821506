/** Keys under which statements are indexed, so that those that may be related meet without comparing all with all. */
import type { Linkable } from './link.ts'
import { dayOf, type LinkableView, type Passage } from './linkable-view.ts'
import type { LinkKey } from './linker.ts'

/** Keys of one statement. */
export const MOST_KEYS = 28
/** Contents of more words are indexed by their most telling sentences. */
const LONG = 120
const SENTENCES = 4

/**
 * Pairs of the most telling things a statement names, each a key of its own weight, and pairs with the side that speaks. Pure: the
 * same statement has the same keys wherever and whenever they are made.
 */
export function linkKeys(view: LinkableView): readonly LinkKey[] {
  const passages = indexedPassages(view)
  const each = Math.floor(MOST_KEYS / passages.length)
  const keys = new Map<number, number>()
  for (const passage of passages) {
    let left = each
    for (const { key, weight } of keysOf(view, passage)) {
      if (keys.has(key)) continue
      if (left-- === 0) break
      keys.set(key, weight)
    }
  }
  return [...keys].map(([key, weight]) => ({ key, weight }))
}

function indexedPassages(view: LinkableView): readonly Passage[] {
  if (view.words.length <= LONG || view.passages.length < 3) return view.passages.slice(0, 1)
  return view.passages
    .slice(1)
    .map((passage, index) => ({ passage, index }))
    .sort((a, b) => b.passage.weight - a.passage.weight || a.index - b.index)
    .slice(0, SENTENCES)
    .map(({ passage }) => passage)
}

/**
 * What a statement names, by how much it tells and then by how early it stands: with the side that speaks, with the places
 * that are named, and in pairs.
 */
function* keysOf(view: LinkableView, passage: Passage): Generator<LinkKey> {
  const side = view.voice?.side ?? null
  const units = [...passage.units.values()].filter(({ kind, weight }) => kind !== 'time' && weight >= LEAST)
  const places = units.filter(({ kind }) => kind === 'place').slice(0, PLACES)
  const words = units
    .filter(({ kind }) => kind !== 'place')
    .sort((a, b) => b.weight - a.weight || a.from - b.from)
    .slice(0, TELLING)
  if (side !== null) {
    for (const { concept } of [...words.slice(0, WITH_SIDE), ...places]) {
      if (concept !== side) yield { key: hash53(`s${side} ${concept}`), weight: WITH_SIDE_WEIGHT }
    }
  }
  for (const { concept } of words.slice(0, WITH_PLACES)) {
    for (const place of places) yield { key: pairKey(concept, place.concept), weight: 1 }
  }
  for (let later = 1; later < words.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      yield { key: pairKey(words[earlier]!.concept, words[later]!.concept), weight: 1 }
    }
  }
  if (places.length > 1) yield { key: pairKey(places[0]!.concept, places[1]!.concept), weight: 1 }
  // What says little has few pairs, and is found by each of its words.
  if (words.length + places.length <= SHORT) {
    for (const { concept, weight } of words) if (weight >= 1) yield { key: hash53(`u${concept}`), weight: 1 }
  }
}

const pairKey = (a: string, b: string): number => hash53(a < b ? `p${a} ${b}` : `p${b} ${a}`)

const SHORT = 4
const TELLING = 6
const PLACES = 2
const WITH_SIDE = 3
const WITH_PLACES = 3
/** Of one side on one thing there is much: two of these, or one and something else. */
const WITH_SIDE_WEIGHT = 0.5
/** Of a unit that makes keys. */
const LEAST = 0.5

/** Day × 2³² + 32 bits of the statement's id: a total order of all statements by time, for windows over neighbours (Hernández & Stolfo 1995). */
export function linkPlace({ statement, document }: Linkable): number {
  const day = dayOf(statement.said.earliest) ?? dayOf(document.published) ?? 0
  return day * 2 ** 32 + fnv(statement.id, 0x811c9dc5)
}

/** FNV-1a over UTF-16 code units, twice from different starts, for 53 bits. */
export const hash53 = (text: string): number => (fnv(text, 0x811c9dc5) & 0x1fffff) * 2 ** 32 + fnv(text, 0x01000193)

function fnv(text: string, start: number): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x7feb352d)
  hash ^= hash >>> 15
  return hash >>> 0
}
