/** Opens the queue of a ledger: only PostgreSQL has one. */
import type { PageQueue } from '../app/queue-ports.ts'
import { OnrecordError } from '../core/errors.ts'
import { isPostgres, type Settings, shownLedger } from './settings.ts'

/** @throws OnrecordError `no-queue` for a ledger in a file. */
export async function openQueue({ ledger, mode }: Settings): Promise<PageQueue> {
  if (!isPostgres(ledger)) throw new OnrecordError('no-queue', { ledger: shownLedger(ledger) })
  const { openPageQueue } = await import('../store/postgres/page-queue.ts')
  return openPageQueue(ledger, mode)
}
