/** All keys and links of a ledger found anew, from its statements alone. */
import type { Relinked } from '../../app/ports.ts'
import type { Sql } from './database.ts'
import type { Linking } from './linking.ts'

export async function relinkAll(
  _sql: Sql,
  _linking: Linking,
  _progress: (done: number, total: number) => void,
): Promise<Relinked> {
  throw new Error('relink: not written yet')
}
