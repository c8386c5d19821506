/** Contract: documents of one address are versions of one page, in the order in which they were added. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Store } from '../../src/app/ports.ts'
import type { ChangedPage } from '../../src/app/version-ports.ts'
import { entryOf } from '../support/entries.ts'
import { memoryStore } from '../support/memory-store.ts'
import { withStore } from './contract.ts'

const URLS = ['https://example.org/a', 'https://example.org/b?x=1', 'https://example.org/\ud800', null] as const
const TIMES = ['2026-03-05T08:00:00.000Z', '2026-03-05T23:59:59.999Z', '2026-03-06T00:00:00.000Z'] as const

const documents = fc.array(
  fc.record({
    url: fc.constantFrom(...URLS),
    added: fc.constantFrom(...TIMES),
    publisher: fc.constantFrom('The Tern', 'THE TERN', 'Island Radio', null),
  }),
  { maxLength: 9 },
)

/** @param open an empty store */
export function versionContract(open: () => Promise<Store>): void {
  test('versions and changed pages are those of a naive count', async () => {
    const property = fc.asyncProperty(documents, (parts) =>
      withStore(open, async (store) => {
        const entries = parts.map((each, index) =>
          entryOf({
            text: `Page ${index}. The bridge stays shut, Orlova said.`,
            statements: [{ content: 'The bridge stays shut', speaker: 'Orlova' }],
            ...each,
          }),
        )
        for (const entry of entries) assert.equal(await store.putDocument(entry), 'stored')
        const naive = memoryStore(entries)
        const pages = [...entries.map(({ document }) => document.id), 'https://example.org/a', 'nowhere', '']
        for (const page of pages) assert.deepEqual(await store.versionsOf(page), await naive.versionsOf(page), page)
        for (const filter of [{}, { publisher: 'the tern' }, { from: '2026-03-06' }, { to: '2026-03-05' }]) {
          const asked = { ...filter, limit: 100 }
          assert.deepEqual(await store.changedPages(asked), await naive.changedPages(asked))
        }
      }),
    )
    await fc.assert(property, { numRuns: 60 })
  })

  test('changed pages come in pages, and each once', () =>
    withStore(open, async (store) => {
      for (let page = 0; page < 7; page++) {
        for (const version of [1, 2, 3].slice(page % 3)) {
          const url = `https://example.org/${page}`
          await store.putDocument(
            entryOf({ text: `${page} ${version}`, url, added: `2026-03-0${version}T08:00:00.000Z` }),
          )
        }
      }
      const whole = await store.changedPages({ limit: 100 })
      // Of the third and the sixth page there is but one version.
      assert.deepEqual([whole.total, whole.rows.length, whole.next], [5, 5, null])
      assert.deepEqual([...new Set(whole.rows.map(({ versions }) => versions))].sort(), [2, 3])
      const turned: ChangedPage[] = []
      for (let after: string | undefined; ; ) {
        const { rows, total, next } = await store.changedPages({ limit: 2, after })
        assert.equal(total, 5)
        turned.push(...rows)
        if (next === null) break
        after = next
      }
      assert.deepEqual(turned, whole.rows)
      const { next } = await store.changedPages({ limit: 4 })
      const none = await store.changedPages({ limit: 4, after: next!, publisher: 'nobody' })
      assert.deepEqual(none, { rows: [], total: 0, next: null })
    }))

  test('a page changed again after the days asked for is told as it was in them', () =>
    withStore(open, async (store) => {
      const url = 'https://example.org/a'
      const ids: string[] = []
      for (const day of [4, 5, 6]) {
        const entry = entryOf({ text: `Day ${day}`, url, added: `2026-03-0${day}T08:00:00.000Z` })
        ids.push(entry.document.id)
        await store.putDocument(entry)
      }
      const { rows } = await store.changedPages({ from: '2026-03-05', to: '2026-03-05', limit: 10 })
      assert.deepEqual(
        rows.map(({ versions, latest, previous }) => [versions, latest.document.id, previous]),
        [[3, ids[1], ids[0]]],
      )
    }))

  for (const limit of [0, 1001]) {
    test(`a limit of ${limit} is refused`, () =>
      withStore(open, async (store) => {
        await assert.rejects(store.changedPages({ limit }), { code: 'invalid-input' })
      }))
  }
}
