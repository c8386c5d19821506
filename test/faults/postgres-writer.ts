/** A process that stores numbered documents in PostgreSQL and says "stored N" once each is acknowledged. */
import { writeSync } from 'node:fs'
import { OnrecordError } from '../../src/core/errors.ts'
import { openPostgresStore } from '../../src/store/postgres/postgres.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { numbered } from './store-processes.ts'

const [url, writer, from, to] = process.argv.slice(2) as [string, string, string, string]

// Written at once, not through a stream: what was said before a kill has been said.
const say = (line: string) => writeSync(1, `${line}\n`)

const store = openPostgresStore(url, { linker: plainLinker, connections: 2 })
try {
  await store.revision()
  say('opened')
  for (let number = Number(from); number < Number(to); number++) {
    const outcome = await store.putDocument(numbered(writer, number))
    say(outcome === 'stored' ? `stored ${number}` : `${outcome} ${number}`)
  }
  await store.close()
} catch (error) {
  if (!(error instanceof OnrecordError)) throw error
  say(`refused ${error.code}: ${error.message}`)
  process.exit(1)
}
