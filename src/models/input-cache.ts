/** Which slot holds what the network computed for a form in a quotation state; slots are few and used anew. */

/** Longer forms are not kept: few of them come again. */
const LONGEST_KEPT = 64

export interface InputCache {
  /** Slots used from now on are not given away before the next call. */
  beginBatch(): void
  /** The slot for this key, or -1. @param state a small number. */
  find(form: string, state: number): number
  /** A slot that held nothing, or what has not been asked for longest, more or less. */
  take(form: string, state: number): number
}

/** @param slots at least one more than a batch has tokens. */
export function inputCache(slots: number, states: number): InputCache {
  const kept = Array.from({ length: states }, () => new Map<string, number>())
  const forms: (string | null)[] = new Array(slots).fill(null)
  const stateOf = new Uint8Array(slots)
  /** The batch that asked for it last. */
  const usedIn = new Float64Array(slots)
  /** Asked for since the hand came by ("clock", or second chance). */
  const isUsed = new Uint8Array(slots)
  let batch = 0
  let hand = 0

  const free = (): number => {
    for (;;) {
      hand = (hand + 1) % slots
      if (usedIn[hand] === batch) continue
      if (isUsed[hand] === 0) return hand
      isUsed[hand] = 0
    }
  }

  return {
    beginBatch: () => {
      batch++
    },
    find(form, state) {
      const slot = kept[state]!.get(form) ?? -1
      if (slot !== -1) {
        usedIn[slot] = batch
        isUsed[slot] = 1
      }
      return slot
    },
    take(form, state) {
      const slot = free()
      const before = forms[slot]!
      if (before !== null) kept[stateOf[slot]!]!.delete(before)
      // A copy: a slice would hold on to the whole text it was cut from.
      const key = form.length <= LONGEST_KEPT ? copyOf(form) : null
      if (key !== null) kept[state]!.set(key, slot)
      forms[slot] = key
      stateOf[slot] = state
      usedIn[slot] = batch
      isUsed[slot] = 0
      return slot
    },
  }
}

const copyOf = (form: string): string => Buffer.from(form, 'utf16le').toString('utf16le')
