/** A process that opens a ledger, and thereby brings it up to date, saying so before and after. */
import { writeSync } from 'node:fs'
import { openSqliteStore } from '../../src/store/index.ts'

writeSync(1, 'opening\n')
const store = openSqliteStore(process.argv[2]!, { mode: 'existing' })
writeSync(1, 'opened\n')
await store.close()
