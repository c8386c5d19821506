/** Sums over unordered parts of numbered rows: two sums are equal where the same parts were added, in whatever order. */

/** 64 bits a row, whatever is added: a million rows take eight megabytes. */
export class Sums {
  #one: Uint32Array
  #other: Uint32Array

  constructor(rows = 1 << 10) {
    this.#one = new Uint32Array(rows + 1)
    this.#other = new Uint32Array(rows + 1)
  }

  add(row: number, one: number, other: number): void {
    if (row >= this.#one.length) this.#grow(row)
    this.#one[row] = (this.#one[row]! + one) | 0
    this.#other[row] = (this.#other[row]! + other) | 0
  }

  isEqual(row: number, others: Sums): boolean {
    return this.isEqualAt(row, others, row)
  }

  isEqualAt(row: number, others: Sums, rowThere: number): boolean {
    const [one, other] = this.#at(row)
    const [oneThere, otherThere] = others.#at(rowThere)
    return one === oneThere && other === otherThere
  }

  /** Rows that something was added to. */
  *rows(): Generator<number> {
    for (let row = 0; row < this.#one.length; row++) if (!this.isEmpty(row)) yield row
  }

  isEmpty(row: number): boolean {
    const [one, other] = this.#at(row)
    return one === 0 && other === 0
  }

  clear(row: number): void {
    if (row >= this.#one.length) return
    this.#one[row] = 0
    this.#other[row] = 0
  }

  #at(row: number): readonly [number, number] {
    return row < this.#one.length ? [this.#one[row]!, this.#other[row]!] : [0, 0]
  }

  #grow(row: number): void {
    const rows = Math.max(row + 1, this.#one.length * 2)
    const [one, other] = [new Uint32Array(rows), new Uint32Array(rows)]
    one.set(this.#one)
    other.set(this.#other)
    this.#one = one
    this.#other = other
  }
}

/** Two numbers of 32 bits for a text. */
export function hashesOf(text: string): readonly [number, number] {
  let [one, other] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other + unit, 0x5bd1e995) ^ (other >>> 13)
  }
  return [one, other]
}

/** A number stirred, so that sums of likely ones differ. */
export function stirred(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
