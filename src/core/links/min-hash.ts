/** Sketches of texts by which copies are told: MinHash (Broder, "On the resemblance and containment of documents", 1997). */
import { fold } from '../fold.ts'

/** Numbers of a sketch; the share of equal ones is off by 0.06 at most, as standard errors go. */
export const SKETCH = 64

/** Words of a shingle: copies keep runs of them, texts about the same events do not. */
const SHINGLE = 5

/** More is not looked at: 100,000 characters are a book chapter. */
const MOST_CHARACTERS = 100_000

/**
 * For each of 64 hash functions the smallest value over the runs of five words of the folded text. Of a text with fewer
 * words, over that one run; of one without any, all ones.
 */
export function sketchOf(text: string): Uint32Array {
  const sketch = new Uint32Array(SKETCH).fill(0xffffffff)
  const words = wordDigests(fold(text.slice(0, MOST_CHARACTERS)))
  if (words.length === 0) return sketch
  for (let start = 0; start === 0 || start + SHINGLE <= words.length; start++) {
    const digest = shingleDigest(words, start, Math.min(words.length, start + SHINGLE))
    for (let row = 0; row < SKETCH; row++) {
      const value = mixed(digest ^ SEEDS[row]!)
      if (value < sketch[row]!) sketch[row] = value
    }
  }
  return sketch
}

/** Estimate of the share of shingles that two texts have in common, of all that either has. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  let equal = 0
  for (let row = 0; row < SKETCH; row++) if (a[row] === b[row]) equal++
  return equal / SKETCH
}

/** FNV-1a of each run of letters and digits. */
function wordDigests(text: string): number[] {
  const digests: number[] = []
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    let digest = 0x811c9dc5
    for (let at = 0; at < word.length; at++) digest = Math.imul(digest ^ word.charCodeAt(at), 0x01000193)
    digests.push(digest >>> 0)
  }
  return digests
}

function shingleDigest(words: readonly number[], start: number, end: number): number {
  let digest = 0
  for (let at = start; at < end; at++) digest = mixed(Math.imul(digest, 31) + words[at]!)
  return digest
}

/** The finaliser of MurmurHash3: every bit of the input changes every bit of the output half of the time. */
function mixed(value: number): number {
  let x = value >>> 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

const SEEDS = Uint32Array.from({ length: SKETCH }, (_, row) => mixed(0x9e3779b9 * (row + 1)))
