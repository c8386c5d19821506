/** Which slot holds what was computed for a form in a state; slots are few and used anew. */

export interface FormCache {
  /** Slots used from now on are not given away before the next call. */
  beginBatch(): void
  /** The slot for this key, or -1. @param state below 65,536. */
  find(form: string, state: number): number
  /** A slot that held nothing, or what has not been asked for longest, more or less. */
  take(form: string, state: number): number
}

/** No slot. */
const NONE = -1

// A slot is one line of the processor's cache, because what a look-up costs is the lines it touches: 16 numbers.
const LINE = 16
const HASH = 0
/** The next slot of the chain. */
const NEXT = 1
/** State × 256 + length; -1 when nothing is kept. */
const KEY = 2
/** The batch that asked for it last. */
const BATCH = 3
/** 1 when it was asked for since the hand came by ("clock", or second chance). */
const USED = 4
/** From here on two letters a number. */
const LETTERS = 5
/** Longer forms are not kept: few of them come again. */
const LONGEST_KEPT = 2 * (LINE - LETTERS)

/**
 * A hash table with chains, in flat arrays: it keeps no text alive that a form was cut from, and nothing is left to collect.
 * @param slots at least one more than a batch has tokens.
 */
export function formCache(slots: number): FormCache {
  /** First slot of each chain. */
  const heads = new Int32Array(2 ** Math.ceil(Math.log2(slots))).fill(NONE)
  const mask = heads.length - 1
  const lines = new Int32Array(slots * LINE)
  for (let slot = 0; slot < slots; slot++) lines[slot * LINE + KEY] = NONE
  let batch = 0
  let hand = 0

  function free(): number {
    for (;;) {
      hand = (hand + 1) % slots
      if (lines[hand * LINE + BATCH] === batch) continue
      if (lines[hand * LINE + USED] === 0) return hand
      lines[hand * LINE + USED] = 0
    }
  }

  function forget(slot: number): void {
    const line = slot * LINE
    if (lines[line + KEY] === NONE) return
    lines[line + KEY] = NONE
    const chain = lines[line + HASH]! & mask
    if (heads[chain] === slot) {
      heads[chain] = lines[line + NEXT]!
      return
    }
    let before = heads[chain]! * LINE
    while (lines[before + NEXT] !== slot) before = lines[before + NEXT]! * LINE
    lines[before + NEXT] = lines[line + NEXT]!
  }

  function keep(slot: number, form: string, state: number): void {
    const line = slot * LINE
    const hash = hashOf(form, state)
    lines[line + HASH] = hash
    lines[line + KEY] = state * 256 + form.length
    for (let at = 0; at < form.length; at += 2) lines[line + LETTERS + (at >> 1)] = twoLetters(form, at)
    lines[line + NEXT] = heads[hash & mask]!
    heads[hash & mask] = slot
  }

  function isKept(line: number, form: string): boolean {
    for (let at = 0; at < form.length; at += 2) {
      if (lines[line + LETTERS + (at >> 1)] !== twoLetters(form, at)) return false
    }
    return true
  }

  return {
    beginBatch: () => {
      batch = (batch + 1) | 0
    },
    find(form, state) {
      if (form.length > LONGEST_KEPT) return NONE
      const hash = hashOf(form, state)
      const key = state * 256 + form.length
      for (let slot = heads[hash & mask]!; slot !== NONE; slot = lines[slot * LINE + NEXT]!) {
        const line = slot * LINE
        if (lines[line + HASH] === hash && lines[line + KEY] === key && isKept(line, form)) {
          lines[line + BATCH] = batch
          lines[line + USED] = 1
          return slot
        }
      }
      return NONE
    },
    take(form, state) {
      const slot = free()
      forget(slot)
      if (form.length <= LONGEST_KEPT) keep(slot, form, state)
      lines[slot * LINE + BATCH] = batch
      lines[slot * LINE + USED] = 0
      return slot
    },
  }
}

const twoLetters = (form: string, at: number): number =>
  at + 1 < form.length ? form.charCodeAt(at) | (form.charCodeAt(at + 1) << 16) : form.charCodeAt(at)

/** FNV-1a over the state and the form's UTF-16 code units. */
function hashOf(form: string, state: number): number {
  let hash = 0x811c9dc5 ^ state
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}
