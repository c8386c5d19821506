/** Tests of work on several items at once: order, bounds, failures, turns. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { inOrder } from '../../src/cli/in-order.ts'

test('results come in the order of the items, whichever is done first; one that fails stops no other', async () => {
  const seen: string[] = []
  const work = async (ms: number) => {
    await wait(ms)
    if (ms === 5) throw new Error('five')
    return `${ms} ms`
  }
  for await (const { item, result } of inOrder([30, 5, 1, 20], 4, work)) {
    seen.push(`${item}: ${await result.catch((error: Error) => error.message)}`)
  }
  assert.deepEqual(seen, ['30: 30 ms', '5: five', '1: 1 ms', '20: 20 ms'])
})

test('no more is begun than asked for, and at one at a time nothing before the caller is ready', async () => {
  for (const atOnce of [1, 3]) {
    let begun = 0
    let taken = 0
    const work = async () => {
      begun++
      assert.ok(begun - taken <= atOnce)
    }
    for await (const { result } of inOrder(Array(10).fill(0), atOnce, work)) {
      await result
      await wait(1)
      taken++
    }
    assert.equal(taken, 10)
  }
})

test('a turn comes when the caller has come to the item', async () => {
  const seen: number[] = []
  const work = async (item: number, turn: Promise<void>) => {
    await wait(10 - item)
    await turn
    seen.push(item)
  }
  for await (const { item, result } of inOrder([1, 2, 3, 4], 4, work)) {
    await result
    await wait(2)
    assert.equal(seen.at(-1), item)
  }
  assert.deepEqual(seen, [1, 2, 3, 4])
})

test('items that come one by one: no more is asked for than is in hand, and a slow source keeps no result back', async () => {
  let asked = 0
  let taken = 0
  async function* items() {
    for (let item = 0; item < 9; item++) {
      assert.ok(++asked - taken <= 3, `${asked} asked for, ${taken} taken`)
      if (item === 5) await wait(60)
      yield item
    }
  }
  const seen: [number, number][] = []
  const started = performance.now()
  for await (const { item, result } of inOrder(items(), 3, async (item) => item * 2)) {
    assert.equal(await result, item * 2)
    seen.push([item, performance.now() - started])
    taken++
  }
  assert.deepEqual(
    seen.map(([item]) => item),
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
  )
  assert.ok(seen[4]![1] < 50, 'the fifth came before the sixth was there')
})

test('a source that breaks: what came before is given, then what it threw; one that is left is closed', async () => {
  async function* breaking() {
    yield 1
    yield 2
    throw new Error('broken')
  }
  const seen: number[] = []
  await assert.rejects(async () => {
    for await (const { item } of inOrder(breaking(), 4, async () => {})) seen.push(item)
  }, /broken/)
  assert.deepEqual(seen, [1, 2])
  let isClosed = false
  async function* endless() {
    try {
      for (let item = 0; ; item++) yield item
    } finally {
      isClosed = true
    }
  }
  for await (const { item } of inOrder(endless(), 2, async () => {})) if (item === 3) break
  await wait(1)
  assert.ok(isClosed)
})
