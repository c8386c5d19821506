/** Documents that share a commit: seen at once, told when they are on disk, and each still stored whole or not at all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSqliteStore } from '../../src/store/index.ts'
import { entryOf } from '../support/entries.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { plainLinker } from '../support/plain-linker.ts'

const entry = (number: number) =>
  entryOf({ text: `“Yes, ${number},” she said.`, statements: [{ content: `“Yes, ${number},”`, speaker: 'she' }] })

test('what is held is seen by its own store alone, and told when it is flushed', async () => {
  const path = ledgerPath()
  const store = openSqliteStore(path, { linker: plainLinker })
  const other = openSqliteStore(path)
  let told = 0
  const puts = [1, 2, 3].map(async (number) => {
    const applied = Promise.withResolvers<void>()
    const stored = store.putDocument(entry(number), undefined, undefined, applied.resolve)
    stored.then(() => told++)
    await applied.promise
    return stored
  })
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(told, 0)
  assert.equal((await store.listDocuments({ limit: 10 })).total, 3)
  assert.equal((await other.listDocuments({ limit: 10 })).total, 0)
  await store.flush()
  assert.deepEqual(await Promise.all(puts), ['stored', 'stored', 'stored'])
  assert.equal((await other.listDocuments({ limit: 10 })).total, 3)
  await Promise.all([store.close(), other.close()])
})

test('one that cannot be stored comes to nothing alone; the others are kept', async () => {
  const store = openSqliteStore(ledgerPath(), { linker: plainLinker })
  const applied = () => {}
  const good = store.putDocument(entry(1), undefined, undefined, applied)
  const bad = entry(2)
  const [statement] = bad.statements
  // Names an entity that no link tells of.
  const speaker = { ...statement!.speaker!, entity: 'e-0000000000000000' }
  await assert.rejects(
    store.putDocument({ ...bad, statements: [{ ...statement!, speaker }] }, undefined, undefined, applied),
  )
  const later = Promise.withResolvers<void>()
  const twice = store.putDocument(entry(3), undefined, undefined, later.resolve)
  await later.promise
  await store.flush()
  assert.deepEqual(await Promise.all([good, twice]), ['stored', 'stored'])
  assert.equal(await store.getDocument(bad.document.id), null)
  assert.equal((await store.listDocuments({ limit: 10 })).total, 2)
  await store.close()
})

test('enough of them are put on disk without being asked; closing and other writes put the rest there', async () => {
  const path = ledgerPath()
  const store = openSqliteStore(path, { linker: plainLinker })
  const many = Array.from({ length: 16 }, (_, number) =>
    store.putDocument(entry(number), undefined, undefined, () => {}),
  )
  assert.equal((await Promise.all(many)).length, 16)
  const waits = Promise.withResolvers<void>()
  const one = store.putDocument(entry(100), undefined, undefined, waits.resolve)
  await waits.promise
  const run = store.startRun('2026-01-01T00:00:00.000Z')
  assert.equal(await one, 'stored')
  assert.equal(await run, 1)
  const last = store.putDocument(entry(101), undefined, undefined, () => {})
  await new Promise((resolve) => setImmediate(resolve))
  await store.close()
  assert.equal(await last, 'stored')
  const again = openSqliteStore(path)
  assert.equal((await again.listDocuments({ limit: 100 })).total, 18)
  await again.close()
})
