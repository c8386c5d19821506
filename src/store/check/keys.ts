/** The keys under which candidates for links are found, held against the statements; and the links against their ends. */
import type { Linkable } from '../../core/links/link.ts'
import type { Linker } from '../../core/links/linker.ts'
import { keysFor } from '../put-renderings.ts'
import type { Prepare } from '../sqlite.ts'
import { keyedViewOf } from '../viewed-statements.ts'
import { faultOf, type Tell } from './fault.ts'
import { Sums, stirred } from './sums.ts'

/** Keys of statements as the tables have them, and as a linker would put them. */
export class KeySums {
  readonly #linker: Linker
  readonly #kept: Sums
  readonly #derived: Sums
  #isAny = false

  constructor(prepare: Prepare, linker: Linker, rows: number) {
    this.#linker = linker
    this.#kept = new Sums(rows)
    this.#derived = new Sums(rows)
    for (const { key, place, statement } of prepare('SELECT key, place, statement FROM link_keys').iterate()) {
      this.#isAny = true
      addKey(this.#kept, statement as number, key as number, place as number)
    }
    for (const { key, statement } of prepare('SELECT key, statement FROM turn_keys').iterate()) {
      this.#isAny = true
      addKey(this.#kept, statement as number, key as number, -1)
    }
  }

  /** None at all: a ledger from before there were links. */
  get isEmpty(): boolean {
    return !this.#isAny
  }

  isInStep(statement: number, item: Linkable): boolean {
    const { place, keys } = keyedViewOf(this.#linker, item)
    for (const key of keys) addKey(this.#derived, statement, key, place)
    const { renderer } = this.#linker
    if (renderer !== undefined) for (const key of keysFor(renderer, item)) addKey(this.#derived, statement, key, -1)
    return this.#derived.isEqual(statement, this.#kept)
  }
}

function addKey(sums: Sums, statement: number, key: number, place: number): void {
  const mixed = stirred(low(key) ^ stirred(high(key) + 1)) ^ stirred(low(place) + stirred(high(place) + 2))
  sums.add(statement, stirred(mixed), stirred(mixed ^ low(key)))
}

const low = (number: number): number => number | 0
const high = (number: number): number => Math.floor(number / 2 ** 32) | 0

const RELATIONS = new Set(['same-utterance', 'renders', 'repeats', 'conflicts', 'series'])

/** @param charsOf length of each document's text, by its number. */
export function checkLinks(prepare: Prepare, charsOf: ReadonlyMap<number, number>, tell: Tell): void {
  const sql = `SELECT l.relation, l.because, a.document AS later, b.document AS earlier, a.id AS from_id, b.id AS to_id
    FROM links l JOIN statements a ON a.seq = l.later JOIN statements b ON b.seq = l.earlier`
  for (const row of prepare(sql).iterate()) {
    const chars = [charsOf.get(row.earlier as number), charsOf.get(row.later as number)]
    if (RELATIONS.has(String(row.relation)) && areWithin(row.because, chars)) continue
    const place = `link from ${row.from_id} to ${row.to_id}`
    tell(faultOf('link', place, 'its relation or the words that it rests on are not as they were written', 'repair'))
  }
}

/** `[[1 in the later one or 0, start, end, note], …]` */
function areWithin(because: unknown, chars: readonly (number | undefined)[]): boolean {
  try {
    const rows = JSON.parse(String(because)) as [number, number, number, string][]
    return rows.every(([end, from, to, note]) => {
      const length = chars[end]
      const isText = typeof note === 'string' && (end === 0 || end === 1)
      return isText && 0 <= from && from <= to && (length === undefined || to <= length)
    })
  } catch {
    return false
  }
}
