/** The index as linking sees it while one document comes in: what the ledger has around it, and what the document has put so far. */
import { ENOUGH } from '../../core/links/coded-keys.ts'
import type { Relating } from '../../core/links/link.ts'
import {
  inPlaceOrder,
  type Keyed,
  type LinkIndex,
  meetingWeight,
  type Placed,
  type Viewed,
  WINDOW,
} from '../../core/links/link-document.ts'
import type { Unplaced } from '../viewed-statements.ts'
import type { KeyRow, LinkRow, Lost, Neighbours } from './link-rows.ts'

type Around = ReturnType<LinkIndex<unknown>['around']>
type List<Item> = readonly Item[]

/** Linking knows statements by numbers, which hold for one document: they go by id, so that they order those of one place. */
export class DocumentIndex implements LinkIndex<unknown> {
  readonly #ids: readonly string[]
  readonly #around = new Map<number, Map<number, Around>>()
  readonly #own = new Map<number, Placed[]>()
  readonly #viewed = new Map<number, Viewed<unknown>>()
  readonly #put = new Map<string, { readonly row: LinkRow; weight: number }>()
  readonly #lost = new Map<string, { readonly later: string; readonly earlier: string; lost: number }>()
  /** The document's own, in its order. */
  readonly added: readonly Keyed<unknown>[]

  /** @param neighbours of `rows`, in the same order */
  constructor(own: List<Unplaced>, rows: List<KeyRow>, neighbours: List<Neighbours>) {
    const ids = new Set(own.map(({ id }) => id))
    for (const { before, after } of neighbours) for (const { id } of [...before, ...after]) ids.add(id)
    this.#ids = [...ids].sort()
    const numbers = new Map(this.#ids.map((id, number) => [id, number]))
    const placed = ({ place, id }: { place: number; id: string }): Placed => ({ place, statement: numbers.get(id)! })
    rows.forEach(({ key, id }, row) => {
      const { before, after } = neighbours[row]!
      const byStatement = this.#around.get(key) ?? new Map<number, Around>()
      this.#around.set(key, byStatement)
      byStatement.set(numbers.get(id)!, { before: before.map(placed), after: after.map(placed) })
    })
    this.added = own.map((each) => ({ ...each, statement: numbers.get(each.id)! }))
    for (const each of this.added) this.#viewed.set(each.statement, each)
  }

  /**
   * Ids of those in the ledger that may turn out to be candidates: what the document itself puts between can only push
   * them away.
   */
  candidates(): string[] {
    const found = new Set<string>()
    for (const { statement, keys } of this.added) {
      const met = new Map<number, number>()
      for (const key of keys) {
        const { before, after } = this.#around.get(key)!.get(statement)!
        for (const side of [before, after]) {
          side.forEach((other, index) => {
            met.set(other.statement, (met.get(other.statement) ?? 0) + meetingWeight(key, index + 1))
          })
        }
      }
      for (const [other, weight] of met) if (weight >= ENOUGH) found.add(this.#ids[other]!)
    }
    return [...found]
  }

  /** @param viewed of all `candidates` */
  know(viewed: ReadonlyMap<string, Omit<Viewed<unknown>, 'statement'>>): void {
    this.#ids.forEach((id, statement) => {
      const known = viewed.get(id)
      if (known !== undefined) this.#viewed.set(statement, { ...known, statement })
    })
  }

  around(key: number, at: Placed): Around {
    const { before, after } = this.#around.get(key)!.get(at.statement)!
    const own = this.#own.get(key)
    if (own === undefined) return { before, after }
    const nearest = (sides: readonly Placed[], direction: 1 | -1): Placed[] =>
      [...sides, ...own.filter((other) => direction * inPlaceOrder(other, at) > 0)]
        .sort((a, b) => direction * inPlaceOrder(a, b))
        .slice(0, WINDOW)
    return { before: nearest(before, -1), after: nearest(after, 1) }
  }

  putKeys({ place, statement }: Placed, keys: readonly number[]): void {
    for (const key of keys) {
      const own = this.#own.get(key)
      if (own === undefined) this.#own.set(key, [{ place, statement }])
      else own.push({ place, statement })
    }
  }

  viewed(statement: number): Viewed<unknown> | null {
    return this.#viewed.get(statement) ?? null
  }

  putLink(earlier: Viewed<unknown>, later: Viewed<unknown>, relating: Relating, weight: number): void {
    this.#put.set(this.#pair(earlier, later), { row: { earlier, later, relating, weight }, weight })
  }

  weaken(earlier: Placed, later: Placed, lost: number): void {
    const pair = this.#pair(earlier, later)
    const put = this.#put.get(pair)
    if (put !== undefined) {
      put.weight -= lost
      if (put.weight < ENOUGH) this.#put.delete(pair)
      return
    }
    const known = this.#lost.get(pair)
    if (known !== undefined) known.lost += lost
    else this.#lost.set(pair, { later: this.#ids[later.statement]!, earlier: this.#ids[earlier.statement]!, lost })
  }

  /** All links that the document adds. */
  links(): LinkRow[] {
    return [...this.#put.values()].map(({ row, weight }) => ({ ...row, weight }))
  }

  /** What links between others lose by it. */
  lost(): Lost[] {
    const own = new Set(this.added.map(({ id }) => id))
    return [...this.#lost.values()].filter(({ later, earlier }) => !own.has(later) && !own.has(earlier))
  }

  #pair(earlier: Placed, later: Placed): string {
    return `${earlier.statement} ${later.statement}`
  }
}
