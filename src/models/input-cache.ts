/** Which slot holds what the network computed for a form in a state; slots are few and used anew. */

/** Longer forms are not kept: few of them come again. */
const LONGEST_KEPT = 32
/** Length of what is not kept: no form has it. */
const NOT_KEPT = 255
/** No slot. */
const NONE = -1

export interface InputCache {
  /** Slots used from now on are not given away before the next call. */
  beginBatch(): void
  /** The slot for this key, or -1. @param state below 65,536. */
  find(form: string, state: number): number
  /** A slot that held nothing, or what has not been asked for longest, more or less. */
  take(form: string, state: number): number
}

/**
 * A hash table with chains, in flat arrays: it keeps no text alive that a form was cut from, and nothing is left to collect.
 * @param slots at least one more than a batch has tokens.
 */
export function inputCache(slots: number): InputCache {
  /** First slot of each chain, and the next one of each slot. */
  const heads = new Int32Array(2 ** Math.ceil(Math.log2(slots))).fill(NONE)
  const nexts = new Int32Array(slots).fill(NONE)
  const mask = heads.length - 1
  const hashes = new Int32Array(slots)
  const states = new Uint16Array(slots)
  const lengths = new Uint8Array(slots).fill(NOT_KEPT)
  const letters = new Uint16Array(slots * LONGEST_KEPT)
  /** The batch that asked for it last. */
  const usedIn = new Float64Array(slots)
  /** Asked for since the hand came by ("clock", or second chance). */
  const isUsed = new Uint8Array(slots)
  let batch = 0
  let hand = 0

  function free(): number {
    for (;;) {
      hand = (hand + 1) % slots
      if (usedIn[hand] === batch) continue
      if (isUsed[hand] === 0) return hand
      isUsed[hand] = 0
    }
  }

  function forget(slot: number): void {
    if (lengths[slot] === NOT_KEPT) return
    lengths[slot] = NOT_KEPT
    const chain = hashes[slot]! & mask
    if (heads[chain] === slot) {
      heads[chain] = nexts[slot]!
      return
    }
    let before = heads[chain]!
    while (nexts[before] !== slot) before = nexts[before]!
    nexts[before] = nexts[slot]!
  }

  function keep(slot: number, form: string, state: number, hash: number): void {
    hashes[slot] = hash
    states[slot] = state
    lengths[slot] = form.length
    for (let i = 0; i < form.length; i++) letters[slot * LONGEST_KEPT + i] = form.charCodeAt(i)
    nexts[slot] = heads[hash & mask]!
    heads[hash & mask] = slot
  }

  function isKept(slot: number, form: string, state: number): boolean {
    if (states[slot] !== state || lengths[slot] !== form.length) return false
    for (let i = 0; i < form.length; i++) {
      if (letters[slot * LONGEST_KEPT + i] !== form.charCodeAt(i)) return false
    }
    return true
  }

  return {
    beginBatch: () => {
      batch++
    },
    find(form, state) {
      if (form.length > LONGEST_KEPT) return NONE
      const hash = hashOf(form, state)
      for (let slot = heads[hash & mask]!; slot !== NONE; slot = nexts[slot]!) {
        if (hashes[slot] === hash && isKept(slot, form, state)) {
          usedIn[slot] = batch
          isUsed[slot] = 1
          return slot
        }
      }
      return NONE
    },
    take(form, state) {
      const slot = free()
      forget(slot)
      if (form.length <= LONGEST_KEPT) keep(slot, form, state, hashOf(form, state))
      usedIn[slot] = batch
      isUsed[slot] = 0
      return slot
    },
  }
}

/** FNV-1a over the state and the form's UTF-16 code units. */
function hashOf(form: string, state: number): number {
  let hash = 0x811c9dc5 ^ state
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}
