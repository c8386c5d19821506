/** Copies the ledger, as it is at one moment, into a file. */
import { z } from 'zod'
import type { Operation } from './perform.ts'
import type { BackedUp, Deps, Progress } from './ports.ts'

const input = z.object({
  /** Path of the copy; nothing may be there yet. */
  file: z.string().min(1),
  /** Told now and then how much of all is done. */
  progress: z.custom<Progress>((value) => typeof value === 'function').optional(),
})

export const backupLedger: Operation<typeof input, BackedUp, Pick<Deps, 'store'>> = {
  name: 'backupLedger',
  summary: 'Copy the ledger, while others use it, into a file that is not there yet.',
  input,
  run: ({ store }, { file, progress }) => store.backup(file, progress),
}
