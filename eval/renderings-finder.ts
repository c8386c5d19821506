/** What is measured: the turn that a report renders, how faithfully, and which changes of meaning are named. */
import type { Fidelity } from '../src/core/links/link.ts'
import type { ReadStatement } from './link-reading.ts'

export interface FoundRendering {
  /** Id of the turn's statement. */
  readonly turn: string
  readonly fidelity: Fidelity
  readonly alters: readonly string[]
}

/** @param turns all of the speaker's in one record. */
export function findRendering(_report: ReadStatement, _turns: readonly ReadStatement[]): FoundRendering | null {
  return null
}
