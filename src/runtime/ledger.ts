/** Opens the ledger: what stands behind the port `Store`. */
import type { Store } from '../app/ports.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { shippedLinker } from './linker.ts'
import type { Settings } from './settings.ts'

/** @throws OnrecordError of the ledger's part of the error table. */
export const openStore = (settings: Settings): Store =>
  openSqliteStore(settings.ledger, { mode: settings.mode, linker: shippedLinker() })
