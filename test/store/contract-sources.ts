/** Contract: publishers, whom they quote, what they take from one another, against a naive computation. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEntry, EntityLinks, Store } from '../../src/app/ports.ts'
import type { Statement } from '../../src/core/statement.ts'
import { entityOf, linkedEntry, linkOf } from '../support/linked-entry.ts'
import { memoryStore } from '../support/memory-store.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { withStore } from './contract.ts'

const minister = entityOf({ id: 'Q501', name: 'Adela Orlova' })
const OUTLETS = ['The Tern', 'Reuters', 'Zephyr \ud800'] as const
const DAYS = ['2026-03-05', '2026-03-06T10:00:00Z', null] as const

interface PageParts {
  readonly publisher: string | null
  readonly published: string | null
  /** Number of the page it is a copy of, or a name. */
  readonly original: number | string | null
  readonly told: readonly {
    readonly content: string
    readonly by: 'minister' | 'she' | 'mayor'
    readonly via: readonly string[]
  }[]
}

const pages: fc.Arbitrary<readonly PageParts[]> = fc.array(
  fc.record({
    publisher: fc.option(fc.constantFrom(...OUTLETS)),
    published: fc.constantFrom(...DAYS),
    original: fc.option(fc.oneof(fc.nat(5), fc.constant('Island Radio'))),
    told: fc.array(
      fc.record({
        content: fc.constantFrom('the bridge stays shut', 'ferries run at night', 'nobody pays twice'),
        by: fc.constantFrom('minister' as const, 'she' as const, 'mayor' as const),
        via: fc.uniqueArray(fc.constantFrom(...OUTLETS), { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 6 },
)

const WHO = {
  minister: { name: 'Orlova', entity: minister.id },
  she: { name: 'the minister', entity: minister.id },
  mayor: { name: 'Pavel Dunmore' },
} as const

const urlOf = (index: number): string => `https://example.org/${index}`

function entryOf(index: number, { publisher, published, original, told }: PageParts): [DocumentEntry, EntityLinks] {
  const [entry, links] = linkedEntry({
    text: `Page ${index}.\n\n${told.map(({ content, by }) => `${content}, ${WHO[by].name} said.`).join('\n\n')}`,
    url: urlOf(index),
    publisher,
    published,
    original: typeof original === 'number' ? urlOf(original) : original,
    statements: told.map(({ content, by }) => ({ content, speaker: WHO[by].name, who: WHO[by] })),
    links: [linkOf(minister, { names: ['Orlova', 'the minister'] })],
  })
  const statements = entry.statements.map((statement, order): Statement => {
    const names = told[order]!.via
    const relay = (name: string, kind: 'publication' | 'person') => ({
      name,
      kind,
      span: { start: 0, end: 1 },
      entity: null,
    })
    return { ...statement, via: [...names.map((name) => relay(name, 'publication')), relay('Lars', 'person')] }
  })
  return [{ ...entry, statements }, links]
}

/** @param open a store with `plainLinker` */
export function sourceContract(open: () => Promise<Store>): void {
  test('publishers, relays, tallies and shared statements are those of a naive count', async () => {
    const property = fc.asyncProperty(pages, (parts) =>
      withStore(open, async (store) => {
        const entries = parts.map((page, index) => entryOf(index, page))
        for (const entry of entries) assert.equal(await store.putDocument(...entry), 'stored')
        const naive = memoryStore(entries, plainLinker)
        assert.deepEqual(await store.publishers(), await naive.publishers())
        assert.deepEqual(await store.relays(), await naive.relays())
        for (const outlet of [[OUTLETS[0]], [OUTLETS[1], OUTLETS[2]], ['nobody'], []]) {
          const names = { publishers: outlet, relays: outlet }
          assert.deepEqual(await store.outletTallies(names, 100), await naive.outletTallies(names, 100))
          assert.deepEqual(await store.sharedStatements(outlet, 100), await naive.sharedStatements(outlet, 100))
        }
      }),
    )
    await fc.assert(property, { numRuns: 60 })
  })

  test('lists are no longer than asked for', () =>
    withStore(open, async (store) => {
      for (const [index, publisher] of OUTLETS.entries()) {
        const via = OUTLETS.filter((name) => name !== publisher)
        const told = [
          { content: 'the bridge stays shut', by: 'mayor' as const, via },
          { content: 'ferries run at night', by: 'she' as const, via },
        ]
        await store.putDocument(...entryOf(index, { publisher, published: '2026-03-05', original: null, told }))
      }
      const { quoted, through, relayedBy } = await store.outletTallies(
        { publishers: ['The Tern'], relays: ['The Tern'] },
        1,
      )
      assert.deepEqual([quoted.length, through.length, relayedBy.length], [1, 1, 1])
      assert.equal((await store.sharedStatements(['The Tern'], 10)).length, 2)
      assert.equal((await store.sharedStatements(['The Tern'], 1)).length, 1)
    }))
}
