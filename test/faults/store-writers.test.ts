/** Several processes at once: nothing lost, nothing locked out, readers never held up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSqliteStore } from '../../src/store/index.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { acknowledged, checkLedger, numbered, start } from './store-processes.ts'

test('three writers and a reader on one ledger', async () => {
  const path = ledgerPath()
  await openSqliteStore(path).close()
  const reader = start('store-reader.ts', [path])
  const names = ['first', 'second', 'third']
  const writers = names.map((name) => start('store-writer.ts', [path, name, '0', '150']))
  assert.deepEqual(await Promise.all(writers.map((writer) => writer.ended)), [0, 0, 0])
  reader.process.stdin!.end()
  assert.equal(await reader.ended, 0, reader.complaints())

  for (const writer of writers) {
    assert.equal(writer.complaints(), '')
    assert.deepEqual(
      acknowledged(writer),
      Array.from({ length: 150 }, (_, number) => number),
    )
  }
  const urls = await checkLedger(path)
  assert.deepEqual(urls, new Set(names.flatMap((name) => urlsOf(name, 150))))
  const read = JSON.parse(reader.lines.at(-1)!) as { reads: number; slowest: number }
  assert.ok(read.reads > 5, `${read.reads} reads`)
  assert.ok(read.slowest < 2000, `a read took ${read.slowest} ms`)
})

test('three writers storing the same documents: each is stored once', async () => {
  const path = ledgerPath()
  const writers = [0, 1, 2].map(() => start('store-writer.ts', [path, 'same', '0', '60']))
  assert.deepEqual(await Promise.all(writers.map((writer) => writer.ended)), [0, 0, 0])
  for (const writer of writers) assert.equal(acknowledged(writer).length, 60, writer.complaints())
  assert.deepEqual(await checkLedger(path), new Set(urlsOf('same', 60)))
})

test('processes that begin a ledger at the same instant', async () => {
  for (let round = 0; round < 4; round++) {
    const path = ledgerPath()
    const at = String(Date.now() + 400)
    const writers = ['a', 'b', 'c', 'd', 'e'].map((name) => start('store-writer.ts', [path, name, '0', '2', at]))
    assert.deepEqual(await Promise.all(writers.map((writer) => writer.ended)), [0, 0, 0, 0, 0])
    for (const writer of writers) {
      assert.deepEqual([writer.lines, writer.complaints()], [['opening', 'opened', 'stored 0', 'stored 1'], ''])
    }
    assert.equal((await checkLedger(path)).size, 10)
  }
})

const urlsOf = (writer: string, count: number): string[] =>
  Array.from({ length: count }, (_, number) => numbered(writer, number).document.url!)
