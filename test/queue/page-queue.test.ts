/** The queue of pages: what is put is taken by one worker at a time, tried thrice, given up with its reason, and never put twice. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { QueuedPage } from '../../src/app/queue-ports.ts'
import { openPageQueue } from '../../src/store/postgres/page-queue.ts'
import { noPostgres, postgresQueue } from '../support/postgres.ts'

const ledgers = [postgresQueue(), postgresQueue(), postgresQueue()]
const page = (number: number): QueuedPage => ({
  bytes: new TextEncoder().encode(`Page ${number}`),
  told: { file: `page-${number}.txt`, url: `https://example.org/${number}`, title: 'A \u0000 title' },
})

describe('the queue of pages', { skip: noPostgres ?? false }, () => {
  test('two take different pages; what is done is gone, and may come again', async () => {
    const [one, other] = [openPageQueue(ledgers[0]!, 'create'), openPageQueue(ledgers[0]!, 'create')]
    assert.deepEqual(await one.put([page(1), page(2), page(3)]), { queued: 3, already: 0 })
    assert.deepEqual(await other.put([page(3), page(4)]), { queued: 1, already: 1 })
    const [mine, theirs] = [await one.take(2), await other.take(10)]
    assert.equal(mine.length, 2)
    assert.equal(theirs.length, 2)
    assert.equal(new Set([...mine, ...theirs].map(({ told }) => told.file)).size, 4)
    assert.deepEqual(await one.state(), { waiting: 0, running: 4, failed: 0, failures: [] })
    await one.keep(mine)
    const [first] = mine
    assert.deepEqual({ bytes: first!.bytes, told: first!.told }, page(Number(/\d+/.exec(String(first!.told.file))![0])))
    for (const each of mine) await one.done(each)
    for (const each of theirs) await other.done(each)
    assert.deepEqual(await one.state(), { waiting: 0, running: 0, failed: 0, failures: [] })
    assert.deepEqual(await one.put([page(1)]), { queued: 1, already: 0 })
    await Promise.all([one.close(), other.close()])
  })

  test('what fails is tried thrice where that may help, and then told of; it can be tried anew', async () => {
    const queue = openPageQueue(ledgers[1]!, 'create')
    await queue.put([page(1), page(2)])
    const failures = new Map<string, number>()
    for (;;) {
      const taken = await queue.take(1)
      if (taken.length === 0) break
      const file = String(taken[0]!.told.file)
      failures.set(file, (failures.get(file) ?? 0) + 1)
      assert.equal(taken[0]!.attempt, failures.get(file))
      await queue.failed(taken[0]!, `no ${file}`, file === 'page-1.txt')
    }
    assert.deepEqual(Object.fromEntries(failures), { 'page-1.txt': 3, 'page-2.txt': 1 })
    const state = await queue.state()
    assert.deepEqual([state.waiting, state.running, state.failed], [0, 0, 2])
    assert.deepEqual(state.failures.map(({ page, reason }) => `${page}: ${reason}`).sort(), [
      'https://example.org/1: no page-1.txt',
      'https://example.org/2: no page-2.txt',
    ])
    assert.deepEqual(await queue.put([page(1)]), { queued: 0, already: 1 })
    assert.equal(await queue.retry(), 2)
    assert.deepEqual(
      (await queue.take(5)).map(({ attempt }) => attempt),
      [1, 1],
    )
    await queue.close()
  })

  test('what is handed back is taken by the next one, without counting as a failure', async () => {
    const queue = openPageQueue(ledgers[2]!, 'create')
    await queue.put([page(1)])
    await queue.release(await queue.take(1))
    const [again] = await queue.take(1)
    assert.equal(again!.attempt, 1)
    await queue.done(again!)
    await queue.close()
  })
})
