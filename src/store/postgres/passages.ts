/** Documents whose text may hold a quotation. */
import type { Lookup, Passage } from '../../app/ports.ts'
import type { Sql } from './database.ts'

export async function passages(_sql: Sql, _lookup: Lookup, _limit: number): Promise<Passage[]> {
  throw new Error('passages: not written yet')
}
