/** Contract: orders of a list, facets, and the bytes of a page, against a store that is plain and slow. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentEntry, StatementSort, Store } from '../../src/app/ports.ts'
import { parseQuery } from '../../src/core/query/parse-query.ts'
import type { Said } from '../../src/core/statement.ts'
import { entryOf } from '../support/entries.ts'
import { memoryStore } from '../support/memory-store.ts'
import { withStore } from './contract.ts'

const speakers = ['Ana Pohl', 'Bo Lund', null] as const
const publishers = ['Osk Times', 'Delta News'] as const
const days = [null, '2024-01-05', '2024-01-05', '2023-07-01', null, '2024-03-09'] as const
const saidDays = [null, '2024-01-02', '2022-05-05', '2024-03-09'] as const

const said = (day: string | null): Said => ({
  value: day,
  text: null,
  span: null,
  precision: day === null ? 'unknown' : 'day',
  anchor: day === null ? 'none' : 'explicit',
  earliest: day,
  latest: day,
})

/** Thirty pages of three statements each, dated and not, with acts and subjects. */
const entries: readonly DocumentEntry[] = Array.from({ length: 30 }, (_, index) => {
  const contents = ['the bridge stays shut', 'the dam holds', 'tolls will rise']
  const entry = entryOf({
    text: `${index}. ${contents.join('. ')}.`,
    added: `2024-06-22T08:00:${String(index).padStart(2, '0')}.000Z`,
    published: days[index % days.length]!,
    publisher: publishers[index % 2]!,
    statements: contents.map((content, at) => ({ content, speaker: speakers[(index + at) % 3]!, form: 'indirect' })),
  })
  const statements = entry.statements.map((statement, at) => ({
    ...statement,
    said: said(saidDays[(index + at) % saidDays.length]!),
    about: at === 0 ? ['bridge', 'closure'] : at === 1 ? ['dam'] : [],
    act: { ...statement.act, type: at === 2 ? ('prediction' as const) : ('assertion' as const) },
  }))
  return { ...entry, statements }
})

export function facetsContract(open: () => Promise<Store>): void {
  const filled = (body: (store: Store) => Promise<void>) =>
    withStore(open, async (store) => {
      for (const entry of entries) await store.putDocument(entry)
      await body(store)
    })
  const plain = memoryStore(entries)

  for (const sort of ['newest', 'oldest', 'said'] as const satisfies readonly StatementSort[]) {
    test(`sorted by ${sort}, page by page, what has no date last`, () =>
      filled(async (store) => {
        const all = await plain.listStatements({ sort, limit: 1000 })
        assert.equal(all.rows.length, 90)
        for (const [filter, limit] of [
          [{}, 1],
          [{}, 7],
          [{ speaker: 'Ana' }, 4],
          [{ text: 'dam' }, 5],
          [{ query: parseQuery('act:prediction OR about:bridge') }, 8],
        ] as const) {
          const expected = (await plain.listStatements({ ...filter, sort, limit: 1000 })).rows
          const seen: string[] = []
          let after: string | undefined
          do {
            const page = await store.listStatements({ ...filter, sort, limit, after })
            assert.equal(page.total, expected.length)
            seen.push(...page.rows.map(({ statement }) => statement.id))
            after = page.next ?? undefined
          } while (after !== undefined)
          assert.deepEqual(
            seen,
            expected.map(({ statement }) => statement.id),
          )
        }
      }))
  }

  test('a cursor of one order is refused by another', () =>
    filled(async (store) => {
      const { next } = await store.listStatements({ limit: 3 })
      await assert.rejects(store.listStatements({ limit: 3, sort: 'said', after: next! }), /after: expected/)
    }))

  test('facets count what the statements that are found have', () =>
    filled(async (store) => {
      for (const filter of [{}, { speaker: 'Bo' }, { text: 'dam' }, { publisher: 'Osk Times', form: 'indirect' }]) {
        const expected = await plain.facets({ ...filter, limit: 1 }, 1000)
        assert.deepEqual(await store.facets({ ...filter, limit: 1 }, 1000), expected)
        assert.ok(expected.facets.speaker.length > 0)
      }
      const all = await store.facets({ limit: 1 }, 1000)
      assert.deepEqual(all.facets.act, [
        { name: 'assertion', statements: 60 },
        { name: 'prediction', statements: 30 },
      ])
      assert.deepEqual(all.facets.about[0], { name: 'bridge', statements: 30 })
    }))

  test('of many, those stored last are counted, and it is said how many', () =>
    filled(async (store) => {
      const some = await store.facets({ limit: 1 }, 12)
      assert.deepEqual([some.total, some.counted], [90, 12])
      assert.deepEqual(some, await plain.facets({ limit: 1 }, 12))
      assert.deepEqual((await store.facets({ limit: 1, text: 'nowhere' }, 12)).facets.act, [])
    }))

  test('the bytes of a page come back as they went in; none where none were given', () =>
    withStore(open, async (store) => {
      const bytes = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7) % 256)
      const [kept, other] = [entries[0]!, entries[1]!]
      await store.putDocument(kept, undefined, bytes)
      await store.putDocument(other)
      assert.deepEqual(await store.getOriginal(kept.document.id), bytes)
      assert.equal(await store.getOriginal(other.document.id), null)
      assert.equal(await store.getOriginal('d-0000000000000000'), null)
    }))
}
