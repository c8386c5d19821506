/** The contract of the store, run on PostgreSQL, each store in a schema of its own. */
import { openPostgresStore } from '../../src/store/postgres/postgres.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { noPostgres, postgresLedger } from '../support/postgres.ts'
import { storeContract } from './contract.ts'

storeContract('PostgreSQL', async () => openPostgresStore(postgresLedger(), { linker: plainLinker }), noPostgres)
