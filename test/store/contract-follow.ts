/** What every store must do with what a follower of feeds knows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FollowState, Store } from '../../src/app/ports.ts'
import { withStore } from './contract.ts'

const state = (parts: Partial<FollowState>): FollowState => ({
  kind: 'page',
  due: null,
  etag: null,
  lastModified: null,
  failures: 0,
  again: [],
  publisher: null,
  ...parts,
})

export function followContract(open: () => Promise<Store>): void {
  test('states come back as they went in, the last one counts, and those of unknown addresses are left out', () =>
    withStore(open, async (store) => {
      const first = state({
        kind: 'source',
        due: '2026-06-02T08:00:00.000Z',
        etag: '"ä"',
        again: [1, 2],
        publisher: 'The Tern',
      })
      await store.putFollowState('https://a.example/', first)
      await store.putFollowState('https://b.example/', state({}))
      await store.putFollowState('https://b.example/', state({ failures: 3 }))
      const found = await store.followStates(['https://a.example/', 'https://b.example/', 'https://c.example/'])
      assert.deepEqual(
        [...found].sort(([a], [b]) => (a < b ? -1 : 1)),
        [
          ['https://a.example/', first],
          ['https://b.example/', state({ failures: 3 })],
        ],
      )
      assert.equal((await store.followStates([])).size, 0)
    }))

  test('pages that are due, the earliest first; sources and those that are not due are left out', () =>
    withStore(open, async (store) => {
      const at = (hour: number) => `2026-06-02T0${hour}:00:00.000Z`
      await store.putFollowState('https://late.example/', state({ due: at(3) }))
      await store.putFollowState('https://early.example/', state({ due: at(1) }))
      await store.putFollowState('https://b.example/', state({ due: at(2) }))
      await store.putFollowState('https://a.example/', state({ due: at(2) }))
      await store.putFollowState('https://never.example/', state({}))
      await store.putFollowState('https://source.example/', state({ kind: 'source', due: at(1) }))
      const due = async (most: number) => (await store.duePages(at(2), most)).map(({ url }) => url)
      assert.deepEqual(await due(10), ['https://early.example/', 'https://a.example/', 'https://b.example/'])
      assert.deepEqual(await due(1), ['https://early.example/'])
      assert.deepEqual(await store.duePages(at(0), 10), [])
    }))
}
