/** The contract of the store, run on SQLite in files. */
import { openSqliteStore } from '../../src/store/index.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { storeContract } from './contract.ts'

storeContract('SQLite', async () => openSqliteStore(ledgerPath(), { linker: plainLinker }))
