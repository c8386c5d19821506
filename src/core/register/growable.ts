/** Lists of numbers and text that grow without an object for each entry: half a million people must fit in memory. */

/** Numbers below 2^32. */
export class Numbers {
  private values = new Uint32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Uint32Array(this.length * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index]!
  }

  view(): Uint32Array {
    return this.values.subarray(0, this.length)
  }
}

/** Pairs of a hash (32 bits) and a number below 2^21, to be sorted by hash. */
export class HashPairs {
  private values = new Float64Array(1024)
  private length = 0

  push(hash: number, value: number): void {
    if (this.length === this.values.length) {
      const wider = new Float64Array(this.length * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.length++] = hash * MOST_ENTRIES + value
  }

  /** Sorted, each pair once. */
  columns(): { readonly hashes: Uint32Array; readonly values: Uint32Array } {
    const sorted = this.values.subarray(0, this.length).sort()
    let kept = 0
    for (let at = 0; at < sorted.length; at++)
      if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at]!
    const [hashes, values] = [new Uint32Array(kept), new Uint32Array(kept)]
    for (let at = 0; at < kept; at++) {
      const hash = Math.floor(sorted[at]! / MOST_ENTRIES)
      hashes[at] = hash
      values[at] = sorted[at]! - hash * MOST_ENTRIES
    }
    return { hashes, values }
  }
}

/** Entities or tenures of one register. */
export const MOST_ENTRIES = 2 ** 21

/** Strings one after the other as UTF-8. */
export class Texts {
  private bytes = new Uint8Array(65536)
  private used = 0
  private readonly starts = new Numbers()
  private readonly encoder = new TextEncoder()

  get length(): number {
    return this.starts.length
  }

  push(text: string): void {
    this.starts.push(this.used)
    // UTF-8 takes at most three bytes for a UTF-16 unit.
    const most = this.used + text.length * 3
    if (most > this.bytes.length) {
      const wider = new Uint8Array(Math.max(most, Math.floor(this.bytes.length * 1.5)))
      wider.set(this.bytes.subarray(0, this.used))
      this.bytes = wider
    }
    this.used += this.encoder.encodeInto(text, this.bytes.subarray(this.used)).written
  }

  /** The same texts, some of them with something at their end. */
  extended(endings: ReadonlyMap<number, string>): Texts {
    const extended = new Texts()
    const decoder = new TextDecoder()
    for (let index = 0; index < this.length; index++) {
      const stop = index + 1 < this.length ? this.starts.at(index + 1) : this.used
      extended.push(decoder.decode(this.bytes.subarray(this.starts.at(index), stop)) + (endings.get(index) ?? ''))
    }
    return extended
  }

  /** `offsets` has one entry more than there are texts. */
  columns(): { readonly bytes: Uint8Array; readonly offsets: Uint32Array } {
    const offsets = new Uint32Array(this.starts.length + 1)
    offsets.set(this.starts.view())
    offsets[this.starts.length] = this.used
    return { bytes: this.bytes.subarray(0, this.used), offsets }
  }
}

/** FNV-1a over UTF-16 code units, unsigned. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
