/** Links of one more statement with those that an index has, and those that no longer hold because it came between. */
import { ENOUGH, weightOf } from './coded-keys.ts'
import type { Relating } from './link.ts'
import type { Linker } from './linker.ts'

/**
 * How far statements of one key may stand from each other: neighbours count whole, those further off half, so that these have
 * to share more. A wider window finds more, and costs more, for keys that very many statements have; for all others it is wide
 * enough to hold everything.
 */
const NEAR = 2
export const WINDOW = 6

/** What meeting under a key weighs, in twelfths; never more where more stand between. @param distance 1 for neighbours */
export function meetingWeight(key: number, distance: number): number {
  const weight = weightOf(key)
  return distance <= NEAR ? weight : distance <= WINDOW ? Math.floor(weight / 2) : 0
}

/** Distances from which one step further weighs less. */
const STEPS = [NEAR, WINDOW]

/** A statement by its number in the index, and where it stands among others under every key it has. */
export interface Placed {
  readonly place: number
  readonly statement: number
}

/** A statement as linking knows it. */
export interface Viewed<View> extends Placed {
  readonly id: string
  readonly view: View
  /** A transcript or release: what reports say of it is linked by rendering, and not as one utterance told twice. */
  readonly primary: boolean
}

/** A statement that comes in. */
export interface Keyed<View> extends Viewed<View> {
  /** `codedKeys`, ascending. */
  readonly keys: readonly number[]
}

/** Where linking finds what is there, and puts what it finds. */
export interface LinkIndex<View> {
  /** Up to `WINDOW` statements on either side of a place under a key, the nearest first. */
  around(key: number, at: Placed): { readonly before: readonly Placed[]; readonly after: readonly Placed[] }
  putKeys(at: Placed, keys: readonly number[]): void
  /** Null where there is no such statement any more. */
  viewed(statement: number): Viewed<View> | null
  /** @param weight of the keys under which the two meet, in twelfths */
  putLink(earlier: Viewed<View>, later: Viewed<View>, relating: Relating, weight: number): void
  /**
   * Takes `lost` from the weight of the link between the two, if there is one, renderings apart; one that people have not
   * decided on is dropped where less than `ENOUGH` is left.
   */
  weaken(earlier: Placed, later: Placed, lost: number): void
}

/**
 * Takes `added` into the index. By the sorted neighbourhood method (Hernández & Stolfo, SIGMOD 1995): candidates are those
 * that meet it under keys whose weights add up to 1. Another statement under a key can only push two apart, never bring
 * them together, so that a link is dropped where too little is left and the links that hold are the same in whatever
 * order statements came.
 * @returns how many candidates were compared
 */
export function linkStatement<View>(index: LinkIndex<View>, linker: Linker<View>, added: Keyed<View>): number {
  const met = new Map<number, number>()
  const apart = new Map<number, Map<number, Apart>>()
  for (const key of added.keys) {
    const { before, after } = index.around(key, added)
    for (const side of [before, after]) {
      side.forEach(({ statement }, index) => {
        met.set(statement, (met.get(statement) ?? 0) + meetingWeight(key, index + 1))
      })
    }
    for (const step of STEPS) {
      const lost = meetingWeight(key, step) - meetingWeight(key, step + 1)
      for (let near = 0; near < Math.min(step, before.length); near++) {
        const far = after[step - 1 - near]
        if (far !== undefined) addApart(apart, before[near]!, far, lost)
      }
    }
  }
  index.putKeys(added, added.keys)
  for (const others of apart.values()) {
    for (const { earlier, later, lost } of others.values()) index.weaken(earlier, later, lost)
  }
  let compared = 0
  for (const [statement, weight] of met) {
    if (weight < ENOUGH) continue
    const other = index.viewed(statement)
    if (other === null) continue
    compared++
    putRelated(index, linker, added, other, weight)
  }
  return compared
}

/** Puts the link between two candidates, if there is one. */
export function putRelated<View>(
  index: Pick<LinkIndex<View>, 'putLink'>,
  linker: Linker<View>,
  one: Viewed<View>,
  other: Viewed<View>,
  weight: number,
): void {
  const [earlier, later] = inPlaceOrder(one, other) < 0 ? [one, other] : [other, one]
  const relating = linker.relate(earlier.view, later.view)
  if (relating === null) return
  if (relating.relation === 'same-utterance' && earlier.primary !== later.primary) return
  index.putLink(earlier, later, relating, weight)
}

export const inPlaceOrder = (a: Placed, b: Placed): number => a.place - b.place || a.statement - b.statement

/** Two that stand one place further from each other than before, and the weight of the keys that they lose by that. */
interface Apart {
  readonly earlier: Placed
  readonly later: Placed
  lost: number
}

function addApart(apart: Map<number, Map<number, Apart>>, earlier: Placed, later: Placed, lost: number): void {
  const others = apart.get(earlier.statement) ?? new Map<number, Apart>()
  apart.set(earlier.statement, others)
  const known = others.get(later.statement)
  if (known === undefined) others.set(later.statement, { earlier, later, lost })
  else known.lost += lost
}
