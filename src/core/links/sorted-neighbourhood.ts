/** All candidates of a whole ledger at once: every key's statements in order, each beside its neighbours. */
import { ENOUGH } from './coded-keys.ts'
import { meetingWeight, type Placed, WINDOW } from './link-document.ts'

/** Rows of key, place and statement in columns: 20 bytes each. */
export class SortedNeighbourhood {
  #keys = new Float64Array(1 << 12)
  #places = new Float64Array(1 << 12)
  #statements = new Int32Array(1 << 12)
  #length = 0

  /** @param statement a number under 2^31 */
  add({ place, statement }: Placed, keys: readonly number[]): void {
    while (this.#length + keys.length > this.#keys.length) this.#grow()
    for (const key of keys) {
      this.#keys[this.#length] = key
      this.#places[this.#length] = place
      this.#statements[this.#length] = statement
      this.#length++
    }
  }

  /** Brings the rows in order, once all are there. */
  sort(): void {
    const [keys, places, statements] = [this.#keys, this.#places, this.#statements]
    const order = Uint32Array.from({ length: this.#length }, (_, row) => row).sort(
      (a, b) => keys[a]! - keys[b]! || places[a]! - places[b]! || statements[a]! - statements[b]!,
    )
    this.#keys = Float64Array.from(order, (row) => keys[row]!)
    this.#places = Float64Array.from(order, (row) => places[row]!)
    this.#statements = Int32Array.from(order, (row) => statements[row]!)
  }

  /** By key, then place, then statement. */
  *rows(): Generator<readonly [key: number, place: number, statement: number]> {
    for (let row = 0; row < this.#length; row++) yield [this.#keys[row]!, this.#places[row]!, this.#statements[row]!]
  }

  /** For each statement in order of place: the candidates that stand before it, and the weight of the keys they meet under. */
  *candidates(): Generator<readonly [statement: number, earlier: ReadonlyMap<number, number>]> {
    const byPlace = this.#rowsByPlace()
    let met = new Map<number, number>()
    for (let at = 0; at < byPlace.length; at++) {
      const row = byPlace[at]!
      this.#meet(row, met)
      const statement = this.#statements[row]!
      if (at + 1 < byPlace.length && this.#statements[byPlace[at + 1]!] === statement) continue
      const enough = new Map([...met].filter(([, weight]) => weight >= ENOUGH))
      met = new Map()
      if (enough.size > 0) yield [statement, enough]
    }
  }

  #rowsByPlace(): Uint32Array {
    const [places, statements] = [this.#places, this.#statements]
    return Uint32Array.from({ length: this.#length }, (_, row) => row).sort(
      (a, b) => places[a]! - places[b]! || statements[a]! - statements[b]!,
    )
  }

  #meet(row: number, met: Map<number, number>): void {
    const key = this.#keys[row]!
    for (let other = row - 1; other >= row - WINDOW && this.#keys[other] === key; other--) {
      const statement = this.#statements[other]!
      met.set(statement, (met.get(statement) ?? 0) + meetingWeight(key, row - other))
    }
  }

  #grow(): void {
    const grown = <Column extends Float64Array | Int32Array>(column: Column, larger: Column): Column => {
      larger.set(column)
      return larger
    }
    const length = this.#keys.length * 2
    this.#keys = grown(this.#keys, new Float64Array(length))
    this.#places = grown(this.#places, new Float64Array(length))
    this.#statements = grown(this.#statements, new Int32Array(length))
  }
}
