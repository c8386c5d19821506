/** Lets a pattern loose on long hostile texts, and stops it where it takes too long. */
import { createContext, Script } from 'node:vm'
import { type Attack, attacksOn, textOf } from './attacks.ts'

/** A pattern that goes once over a text of this length needs a few milliseconds, one that goes over it for each place a second. */
const LENGTH = 50_000
const MOST_MS = 500

export interface Slow {
  readonly attack: Attack
  readonly length: number
}

const context = createContext({ pattern: null, text: '' })
const attacked = new Script("pattern.lastIndex = 0; pattern.sticky ? pattern.test(text) : text.replace(pattern, '')")

function isSlow(pattern: RegExp, text: string): boolean {
  context.pattern = pattern
  context.text = text
  try {
    // As `replace` and `matchAll` do: on from every match to the end of the text.
    attacked.runInContext(context, { timeout: MOST_MS })
    return false
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw thrown
    return true
  }
}

/** The first attack that a pattern does not stand, or null. */
export function slowestOf(source: string, flags: string): Slow | null {
  const pattern = new RegExp(source, flags.includes('y') || flags.includes('g') ? flags : `${flags}g`)
  for (const attack of attacksOn(source, flags)) {
    // Twice: a busy machine may have been away.
    const text = textOf(attack, LENGTH)
    if (isSlow(pattern, text) && isSlow(pattern, text)) return { attack, length: LENGTH }
  }
  return null
}
