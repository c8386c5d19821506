/** What the ledger has in all. */
import type { LedgerSummary } from '../../app/ports.ts'
import type { Sql } from './database.ts'

export async function readSummary(_sql: Sql): Promise<LedgerSummary> {
  throw new Error('readSummary: not written yet')
}
