/** What is wrong in one place of a ledger, as the parts of the check tell it. */
import type { Fault, FaultCode, Mend } from '../../app/ports.ts'

export type Tell = (fault: Fault) => void

/** @param place what it is found in: a table, a document, a statement, an entity. */
export const faultOf = (
  code: FaultCode,
  place: string,
  message: string,
  mend: Mend,
  document: string | null = null,
): Fault => ({
  code,
  place,
  message,
  mend,
  document,
})

/** In SQLite's own words, on one line. */
export const reasonOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).replace(/\s+/g, ' ')
