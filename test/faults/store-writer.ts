/** A process that stores numbered documents and says "stored N" once each is acknowledged. */
import { writeSync } from 'node:fs'
import { OnrecordError } from '../../src/core/errors.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { numbered } from './store-processes.ts'

const [path, writer, from, to, startAt] = process.argv.slice(2) as [string, string, string, string, string?]

// Written at once, not through a stream: what was said before a kill has been said.
const say = (line: string) => writeSync(1, `${line}\n`)

/** Several processes given one moment begin at that moment. */
if (startAt !== undefined) while (Date.now() < Number(startAt));
say('opening')
try {
  const store = openSqliteStore(path, { linker: plainLinker })
  say('opened')
  const kept: number[] = []
  try {
    for (let number = Number(from); number < Number(to); number++) {
      await store.putDocument(numbered(writer, number))
      kept.push(number)
      say(`stored ${number}`)
    }
  } catch (error) {
    say(`refused ${codeOf(error)}`)
    // The ledger goes on answering.
    for (const number of kept) if ((await store.getDocument(numbered(writer, number).document.id)) === null) say('lost')
    say(`total ${(await store.listDocuments({ limit: 1, text: 'common' })).total}`)
  }
  await store.close()
} catch (error) {
  say(`refused ${codeOf(error)}`)
}

function codeOf(error: unknown): string {
  if (error instanceof OnrecordError) return error.code
  throw error
}
