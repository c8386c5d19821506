/** How much the ledger holds and whose words: what the filters of the ledger page offer. */
import { z } from 'zod'
import type { Operation } from './perform.ts'
import type { Deps, LedgerSummary } from './ports.ts'

const input = z.object({})

export const summarizeLedger: Operation<typeof input, LedgerSummary, Pick<Deps, 'store'>> = {
  name: 'summarizeLedger',
  summary: 'Count what the ledger holds, by publisher, speaker and language.',
  input,
  run: ({ store }) => store.summary(),
}
