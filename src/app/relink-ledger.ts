/** Finds all links of the ledger anew. */
import { z } from 'zod'
import type { Operation } from './perform.ts'
import type { Deps, Relinked } from './ports.ts'

const input = z.object({
  /** Told now and then how much of all is done. */
  progress: z.custom<(done: number, total: number) => void>((value) => typeof value === 'function').optional(),
})

export const relinkLedger: Operation<typeof input, Relinked, Pick<Deps, 'store'>> = {
  name: 'relinkLedger',
  summary: 'Find all links of the ledger anew; what people confirmed or rejected stays.',
  input,
  run: ({ store }, { progress }) => store.relink(progress),
}
