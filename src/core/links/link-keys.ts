/** Keys under which statements are indexed, so that those that may be related meet without comparing all with all. */
import type { Linkable } from './link.ts'
import { dayOf, type LinkableView, type Passage } from './linkable-view.ts'
import type { LinkKey } from './linker.ts'

/** Keys of one statement. */
export const MOST_KEYS = 16
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

/** A statement's things by how much they tell; with the side that speaks each is a key, and in pairs. */
function* keysOf(view: LinkableView, passage: Passage): Generator<LinkKey> {
  const telling = [...passage.units.values()]
    .filter(({ kind, weight }) => kind !== 'time' && weight >= LEAST)
    .sort((a, b) => b.weight - a.weight || (a.concept < b.concept ? -1 : 1))
    .slice(0, TELLING)
  const side = view.voice?.side ?? null
  if (side !== null) {
    for (const { concept } of telling.slice(0, WITH_SIDE)) {
      if (concept !== side) yield { key: hash53(`s${side} ${concept}`), weight: 1 }
    }
  }
  for (let later = 1; later < telling.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const [a, b] = [telling[earlier]!.concept, telling[later]!.concept]
      yield { key: hash53(a < b ? `p${a} ${b}` : `p${b} ${a}`), weight: 1 }
    }
  }

  // What says little has few pairs, and is found by each of its words.
  if (telling.length <= SHORT) {
    for (const { concept, weight } of telling) if (weight >= 1) yield { key: hash53(`u${concept}`), weight: 1 }
  }
}

const SHORT = 4
const TELLING = 6
const WITH_SIDE = 5
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
