/** Keys under which statements are indexed, so that those that may be related meet without comparing all with all. */
import type { Linkable } from './link.ts'
import { dayOf, type LinkableView, type Passage, type Unit } from './linkable-view.ts'

export interface LinkKey {
  /** 53 bits. */
  readonly key: number
  /** Two statements whose shared keys weigh 1 or more together are candidates. */
  readonly weight: number
}

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

function* keysOf(view: LinkableView, passage: Passage): Generator<LinkKey> {
  const telling = [...passage.units.values()]
    .filter(({ kind }) => kind !== 'time')
    .sort((a, b) => rarity(b) - rarity(a) || (a.concept < b.concept ? -1 : 1))
    .slice(0, 6)
  const side = view.voice?.side ?? null
  const pairs: { weight: number; text: string }[] = []
  for (let i = 0; i < telling.length; i++) {
    for (let j = i + 1; j < telling.length; j++) {
      const [a, b] = [telling[i]!, telling[j]!]
      const [one, other] = a.concept < b.concept ? [a.concept, b.concept] : [b.concept, a.concept]
      pairs.push({ text: `p${one} ${other}`, weight: rarity(a) + rarity(b) >= 1.6 ? 1 : 0.5 })
    }
    if (side !== null) pairs.push({ text: `s${side} ${telling[i]!.concept}`, weight: 0.5 })
  }
  pairs.sort((a, b) => b.weight - a.weight)
  for (const { text, weight } of pairs) yield { key: hash53(text), weight }
}

const rarity = (unit: Unit): number =>
  unit.kind === 'name' ? unit.weight : unit.concept.startsWith('#') ? unit.weight * 0.9 : unit.weight

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
