/** The composition root: ports and what stands behind them, all together. */
import type { Deps } from '../app/ports.ts'
import { openStore } from './ledger.ts'
import { type ReadingOptions, readingDeps } from './reading.ts'
import type { Settings } from './settings.ts'

/**
 * Everything, with the ledger open; the caller closes `store` and `extractor`.
 * @throws OnrecordError of the ledger's part of the error table, or where the user's register cannot be read.
 */
export const openDeps = (settings: Settings, reading: ReadingOptions = {}): Deps => {
  // A register that will not do is told of before a ledger is begun.
  const deps = readingDeps(reading)
  return { ...deps, store: openStore(settings) }
}
