/** Pages that workers give back: one that is told to stop leaves nothing in work, and a page that nobody ever finishes is given up. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, test } from 'node:test'
import { pageOf } from '../../bench/corpus.ts'
import { openStore } from '../../src/runtime/ledger.ts'
import { openPageQueue } from '../../src/store/postgres/page-queue.ts'
import { onrecord } from '../cli/terminal.ts'
import { scratchFolder } from '../support/ledger-path.ts'
import { noPostgres, postgresQueue } from '../support/postgres.ts'

const PAGES = 40
const bin = join(import.meta.dirname, '../../bin/onrecord.js')
const [stopped, hopeless] = [postgresQueue(), postgresQueue()]

describe('pages that are given back', { skip: noPostgres ?? false }, () => {
  test('a worker that is told to stop finishes what it has in hand, and tells of each page in a line', async () => {
    const folder = scratchFolder()
    for (let number = 0; number < PAGES; number++) writeFileSync(join(folder, `page-${number}.txt`), pageOf(number))
    await onrecord(['add', folder, '--queue', '--ledger', stopped])
    const worker = spawn(
      process.execPath,
      [bin, 'worker', '--model', 'rules', '--format', 'jsonl', '--ledger', stopped],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const exit = once(worker, 'exit')
    const told: { outcome: string; id: string }[] = []
    for await (const line of createInterface({ input: worker.stdout })) {
      told.push(JSON.parse(line))
      if (told.length === 1) worker.kill('SIGTERM')
    }
    const [code] = await exit
    assert.equal(code, 0)
    assert.ok(told.length < PAGES, 'it went on after it was told to stop')

    const queue = openPageQueue(stopped, 'existing')
    const state = await queue.state()
    await queue.close()
    assert.deepEqual(state, { waiting: PAGES - told.length, running: 0, failed: 0, failures: [] })
    const store = openStore({ ledger: stopped, mode: 'existing' })
    const { rows } = await store.listDocuments({ limit: PAGES })
    await store.close()
    assert.ok(told.every(({ outcome }) => outcome === 'stored'))
    assert.deepEqual(rows.map(({ document }) => document.id).sort(), told.map(({ id }) => id).sort())
  })

  test('a page that ten workers had and none finished is given up with a reason, others are not', async () => {
    const queue = openPageQueue(hopeless, 'create')
    const page = (name: string) => ({ bytes: new TextEncoder().encode(name), told: { file: `${name}.txt` } })
    await queue.put([page('hopeless')])
    let times = 0
    for (;;) {
      const taken = await queue.take(1)
      if (taken.length === 0) break
      times++
      await queue.release(taken)
    }
    assert.equal(times, 10)
    await queue.put([page('another')])
    const { failures, ...counts } = await queue.state()
    assert.deepEqual(counts, { waiting: 1, running: 0, failed: 1 })
    assert.deepEqual(failures, [
      { page: 'hopeless.txt', reason: 'whoever read it was not heard of any more, 10 times' },
    ])
    assert.deepEqual(
      (await queue.take(5)).map(({ told }) => told.file),
      ['another.txt'],
    )
    assert.equal(await queue.retry(), 1)
    assert.deepEqual(
      (await queue.take(5)).map(({ told }) => told.file),
      ['hopeless.txt'],
    )
    await queue.close()
  })
})
