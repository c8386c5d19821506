/** A ledger with bytes overwritten or cut off: every question gets an answer or a clear error, never a crash. */
import assert from 'node:assert/strict'
import { closeSync, copyFileSync, openSync, statSync, truncateSync, writeSync } from 'node:fs'
import { before, test } from 'node:test'
import type { Store } from '../../src/app/ports.ts'
import { OnrecordError } from '../../src/core/errors.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { numbered } from './store-processes.ts'

const sound = ledgerPath()

before(async () => {
  const store = openSqliteStore(sound)
  for (let number = 0; number < 60; number++) await store.putDocument(numbered('writer', number))
  await store.close()
})

test('bytes overwritten in many places', async () => {
  const random = numbers(1)
  let damaged = 0
  for (let round = 0; round < 24; round++) {
    const path = copyOf(sound)
    overwrite(path, random, [1, 64, 4096][round % 3]!, round % 2 === 0 ? 20 : 3)
    damaged += await askEverything(path)
  }
  assert.ok(damaged > 24, `only ${damaged} answers met the damage`)
})

test('every page of the file turned to zeros but the first', async () => {
  const path = copyOf(sound)
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(statSync(path).size - 4096), 0, undefined, 4096)
  closeSync(file)
  assert.ok((await askEverything(path)) > 0)
})

test('the file cut off', async () => {
  const size = statSync(sound).size
  for (const length of [101, 4096, 5000, Math.floor(size / 2), size - 3 * 4096]) {
    const path = copyOf(sound)
    truncateSync(path, length)
    assert.ok((await askEverything(path)) > 0, `cut to ${length}`)
  }
})

test('the error names the ledger and says what to do', async () => {
  const path = copyOf(sound)
  truncateSync(path, 8192)
  assert.throws(
    () => openSqliteStore(path),
    (thrown) => {
      assert.ok(thrown instanceof OnrecordError)
      assert.equal(thrown.code, 'ledger-damaged')
      assert.match(thrown.message, /ledger-\d+\.db: the file is damaged \(.+\)$/)
      assert.match(thrown.hint, /copy/)
      return true
    },
  )
})

const questions: readonly ((store: Store) => Promise<unknown>)[] = [
  (store) => store.summary(),
  (store) => store.listDocuments({ limit: 1000 }),
  (store) => store.listDocuments({ limit: 10, text: 'common -zebra' }),
  (store) => store.listStatements({ limit: 1000 }),
  (store) => store.listStatements({ limit: 10, text: '"common words" answer*' }),
  (store) => store.listStatements({ limit: 10, speaker: 'speaker 4' }),
  (store) => store.getDocument(numbered('writer', 7).document.id),
  (store) => store.getStatement(numbered('writer', 8).statements[3]!.id),
  (store) => store.putDocument(numbered('writer', 61)),
]

/** Opens the ledger and asks everything; gives how often the answer was that it is damaged. Anything else is a failure. */
async function askEverything(path: string): Promise<number> {
  let damaged = 0
  const judge = (thrown: unknown) => {
    assert.ok(thrown instanceof OnrecordError, String(thrown))
    assert.equal(thrown.code, 'ledger-damaged', thrown.message)
    damaged++
  }
  let store: Store
  try {
    store = openSqliteStore(path)
  } catch (thrown) {
    judge(thrown)
    return damaged
  }
  for (const ask of questions) await ask(store).catch(judge)
  await store.close()
  return damaged
}

function copyOf(path: string): string {
  const copy = ledgerPath()
  copyFileSync(path, copy)
  return copy
}

/** Writes `length` random bytes at `times` places after the header. */
function overwrite(path: string, random: () => number, length: number, times: number): void {
  const file = openSync(path, 'r+')
  const size = statSync(path).size
  for (let time = 0; time < times; time++) {
    const at = 100 + Math.floor(random() * (size - 100 - length))
    const bytes = Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
    writeSync(file, bytes, 0, length, at)
  }
  closeSync(file)
}

/** The same numbers from 0 to 1 at every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}
