/** A process that opens a ledger, which brings it up to date, and says so. */
import { writeSync } from 'node:fs'
import { openSqliteStore } from '../../src/store/index.ts'

const say = (line: string) => writeSync(1, `${line}\n`)

say('opening')
const store = openSqliteStore(process.argv[2]!, { mode: 'existing' })
say('opened')
await store.close()
