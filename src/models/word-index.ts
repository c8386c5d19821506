/** The line of a word in a list of tens of thousands, without making a string of each: a program starts sooner. */

export interface WordIndex {
  /** Number of words. */
  readonly size: number
  /** Line of `word`, from 0; -1 when it is not listed. */
  lineOf(word: string): number
}

const NEWLINE = 10

/** @param lines one word a line; the last line may be ended or not. */
export function wordIndex(lines: string): WordIndex {
  const list = lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`
  const starts = startsOf(list)
  const size = starts.length - 1
  /** Open addressing: hash → line + 1, or the next slot that is free. A quarter to a half of the slots are used. */
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 1)))
  const mask = slots.length - 1
  let longest = 0
  for (let line = 0; line < size; line++) {
    const [start, end] = [starts[line]!, starts[line + 1]! - 1]
    longest = Math.max(longest, end - start)
    let slot = hashOf(list, start, end) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = line + 1
  }
  return {
    size,
    lineOf(word) {
      if (word.length > longest) return -1
      for (let slot = hashOf(word, 0, word.length) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const line = slots[slot]! - 1
        const start = starts[line]!
        if (starts[line + 1]! - 1 - start === word.length && list.startsWith(word, start)) return line
      }
      return -1
    },
  }
}

/** Where each line starts, and where one more would. */
function startsOf(list: string): Int32Array {
  let lines = 0
  for (let at = list.indexOf('\n'); at !== -1; at = list.indexOf('\n', at + 1)) lines++
  const starts = new Int32Array(lines + 1)
  let line = 0
  for (let at = 0; at < list.length; at++) if (list.charCodeAt(at) === NEWLINE) starts[++line] = at + 1
  return starts
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
