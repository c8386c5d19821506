/** Links of one more statement with those that an index has, and those that no longer hold because it came between. */
import { ENOUGH, weightOf } from './coded-keys.ts'
import type { Relating } from './link.ts'
import type { Linker } from './linker.ts'

/**
 * How many statements of one key stand beside each other: two meet under a key where at most `WINDOW - 1` others stand
 * between them. A wider window finds more, and costs more, for keys that very many statements have; for all others it is
 * wide enough to hold everything.
 */
export const WINDOW = 6

/** A statement by its number in the index, and where it stands among others under every key it has. */
export interface Placed {
  readonly place: number
  readonly statement: number
}

/** A statement as linking knows it. */
export interface Viewed<View> extends Placed {
  /** `codedKeys`, ascending. */
  readonly keys: readonly number[]
  readonly view: View
  /** A transcript or release: what reports say of it is linked by rendering, and not as one utterance told twice. */
  readonly primary: boolean
}

/** Where linking finds what is there, and puts what it finds. */
export interface LinkIndex<View> {
  /** Up to `WINDOW` statements on either side of a place under a key, the nearest first. */
  around(key: number, at: Placed): { readonly before: readonly Placed[]; readonly after: readonly Placed[] }
  /** How many statements stand between two under a key; `WINDOW` for as many or more. */
  between(key: number, first: Placed, second: Placed): number
  putKeys(at: Placed, keys: readonly number[]): void
  viewed(statement: number): Viewed<View>
  /** Whether a link that people have not decided on holds between the two, renderings apart. */
  isSuggested(earlier: Placed, later: Placed): boolean
  putLink(earlier: Placed, later: Placed, relating: Relating): void
  dropLink(earlier: Placed, later: Placed): void
}

/**
 * Takes `added` into the index. By the sorted neighbourhood method (Hernández & Stolfo, SIGMOD 1995): candidates are those
 * that meet it under keys whose weights add up to 1. Another statement under a key can only push two apart, never bring
 * them together, so that a link is dropped where too little is left and the links that hold are the same in whatever
 * order statements came.
 * @returns how many candidates were compared
 */
export function linkStatement<View>(index: LinkIndex<View>, linker: Linker<View>, added: Viewed<View>): number {
  const met = new Map<number, number>()
  const apart: (readonly [earlier: Placed, later: Placed])[] = []
  for (const key of added.keys) {
    const { before, after } = index.around(key, added)
    const weight = weightOf(key)
    for (const { statement } of before) met.set(statement, (met.get(statement) ?? 0) + weight)
    for (const { statement } of after) met.set(statement, (met.get(statement) ?? 0) + weight)
    for (let near = 0; near < before.length; near++) {
      const far = after[WINDOW - 1 - near]
      if (far !== undefined) apart.push([before[near]!, far])
    }
  }
  index.putKeys(added, added.keys)
  dropApart(index, apart)
  let compared = 0
  for (const [statement, weight] of met) {
    if (weight < ENOUGH) continue
    compared++
    putRelated(index, linker, added, index.viewed(statement))
  }
  return compared
}

/** Puts the link between two candidates, if there is one. */
export function putRelated<View>(
  index: Pick<LinkIndex<View>, 'putLink'>,
  linker: Linker<View>,
  one: Viewed<View>,
  other: Viewed<View>,
): void {
  const [earlier, later] = inPlaceOrder(one, other) < 0 ? [one, other] : [other, one]
  const relating = linker.relate(earlier.view, later.view)
  if (relating === null) return
  if (relating.relation === 'same-utterance' && earlier.primary !== later.primary) return
  index.putLink(earlier, later, relating)
}

export const inPlaceOrder = (a: Placed, b: Placed): number => a.place - b.place || a.statement - b.statement

/** The pairs that the statement just added pushed out of each other's window, each once. */
function dropApart<View>(index: LinkIndex<View>, apart: readonly (readonly [Placed, Placed])[]): void {
  const seen = new Map<number, Set<number>>()
  for (const [earlier, later] of apart) {
    const others = seen.get(earlier.statement) ?? new Set()
    if (others.has(later.statement)) continue
    seen.set(earlier.statement, others.add(later.statement))
    if (!index.isSuggested(earlier, later)) continue
    if (stillMeeting(index, earlier, later) < ENOUGH) index.dropLink(earlier, later)
  }
}

/** The weights of the keys under which two statements meet, together. */
function stillMeeting<View>(index: LinkIndex<View>, earlier: Placed, later: Placed): number {
  const theirs = new Set(index.viewed(later.statement).keys)
  let sum = 0
  for (const key of index.viewed(earlier.statement).keys) {
    if (theirs.has(key) && index.between(key, earlier, later) < WINDOW) sum += weightOf(key)
  }
  return sum
}
