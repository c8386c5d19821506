/** Contract: acts, subjects and queries against a naive computation; what a ledger's statements are about. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEntry, EntityLinks, Store } from '../../src/app/ports.ts'
import type { ActType } from '../../src/core/doc.ts'
import { allOf, fieldQuery, type Query } from '../../src/core/query/query.ts'
import type { Statement } from '../../src/core/statement.ts'
import { entityOf, linkedEntry, linkOf } from '../support/linked-entry.ts'
import { memoryStore } from '../support/memory-store.ts'
import { withStore } from './contract.ts'

const minister = entityOf({ id: 'Q501', name: 'Sergei Orlov', names: ['Сергей Орлов'] })
const state = entityOf({ id: 'Q159', kind: 'state', name: 'Russia' })

interface Parts {
  readonly content: string
  readonly act: ActType | null
  readonly negative: boolean
  readonly about: readonly string[]
  readonly who: 'minister' | 'voice' | 'man'
  readonly day: string | null
}

const DAYS = ['2022-03-01', '2023-05-09', '2024-06-21'] as const
const SUBJECTS = ['Ukraine', 'troops', 'Élan', 'north korea', 'North Korea', 'grain exports'] as const

const parts: fc.Arbitrary<Parts> = fc.record({
  content: fc.constantFrom('Troops go to Ukraine', 'no troop is sent', 'grain is exported', 'the élan of Korea', '—'),
  act: fc.option(fc.constantFrom('assertion' as const, 'denial' as const, 'commitment' as const)),
  negative: fc.boolean(),
  about: fc.uniqueArray(fc.constantFrom(...SUBJECTS), { maxLength: 3 }),
  who: fc.constantFrom('minister' as const, 'voice' as const, 'man' as const),
  day: fc.option(fc.constantFrom(...DAYS)),
})

const ledgers = fc.array(
  fc.record({ published: fc.option(fc.constantFrom(...DAYS)), statements: fc.array(parts, { maxLength: 5 }) }),
  { maxLength: 8 },
)

const who = {
  minister: { name: 'Orlov', entity: minister.id },
  voice: { name: 'a spokesman', speaksFor: { name: 'Russia', entity: state.id } },
  man: { name: 'a man' },
} as const

function entryOf(index: number, published: string | null, list: readonly Parts[]): [DocumentEntry, EntityLinks] {
  const contents = list.map(({ content }, order) => `${content} ${order}.`)
  const [entry, links] = linkedEntry({
    text: [`Page ${index}.`, ...contents].join(' '),
    published,
    publisher: index % 2 === 0 ? 'The Gazette' : null,
    statements: list.map((each, order) => ({
      content: contents[order]!,
      speaker: who[each.who].name,
      who: who[each.who],
      ...(each.day === null ? {} : { said: [each.day, each.day] as const }),
    })),
    links: [linkOf(minister, { names: ['Orlov'] }), linkOf(state, { names: ['Russia'] })],
  })
  const statements = entry.statements.map((statement, order): Statement => {
    const { act: type, negative, about } = list[order]!
    const polarity = type === null ? null : negative ? 'negative' : 'positive'
    return { ...statement, about, act: { ...statement.act, type, polarity } }
  })
  return [{ ...entry, statements }, links]
}

const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.constantFrom<Query>(
    { kind: 'text', text: 'troops', prefix: false },
    { kind: 'text', text: 'troop', prefix: true },
    { kind: 'text', text: 'go to', prefix: false },
    { kind: 'text', text: 'ELAN', prefix: false },
    { kind: 'text', text: 'Orlov', prefix: false },
    fieldQuery('act', 'denial'),
    fieldQuery('act', 'denial', 'commitment'),
    fieldQuery('polarity', 'negative'),
    fieldQuery('form', 'direct'),
    fieldQuery('manner', 'writing'),
    fieldQuery('speaker', 'orlov'),
    fieldQuery('speaker', 'Q501'),
    fieldQuery('for', 'Russia'),
    fieldQuery('for', 'nobody'),
    fieldQuery('publisher', 'the gazette'),
    fieldQuery('from', DAYS[1]),
    fieldQuery('to', DAYS[1]),
    fieldQuery('said-from', DAYS[1]),
    fieldQuery('said-to', DAYS[1]),
  ),
  fc
    .constantFrom(
      'ukraine',
      'elan',
      'NORTH KOREA',
      'troops in Ukraine',
      'exports of grain',
      'grain -troops',
      'of the',
      '"is sent"',
      'expor*',
    )
    .map((about) => fieldQuery('about', about)),
)

const queries = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    tie('query').map((of): Query => ({ kind: 'not', of })),
    fc
      .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
      .map(([kind, of]): Query => ({ kind, of })),
  ),
}))

export function subjectContract(open: () => Promise<Store>): void {
  test('queries give what a naive reading of them gives', async () => {
    const property = fc.asyncProperty(
      ledgers,
      fc.array(queries.query, { minLength: 8, maxLength: 8 }),
      (pages, asked) =>
        withStore(open, async (store) => {
          const entries = pages.map(({ published, statements }, index) => entryOf(index, published, statements))
          for (const entry of entries) await store.putDocument(...entry)
          const naive = memoryStore(entries)
          for (const query of asked) {
            const found = await store.listStatements({ query, limit: 100 })
            const expected = await naive.listStatements({ query, limit: 100 })
            assert.deepEqual(
              found.rows.map(({ statement }) => statement.id),
              expected.rows.map(({ statement }) => statement.id),
              JSON.stringify(query),
            )
            assert.deepEqual(await store.tally(query), await naive.tally(query))
            for (const { statement } of expected.rows.slice(0, 3)) {
              const both: readonly Query[] = [query, { kind: 'not', of: query }]
              assert.deepEqual(await store.answers(statement.id, both), [true, false])
            }
            for (const speaker of [null, { entity: minister.id }] as const) {
              const filter = { speaker, voiceOf: [state.id], query, limit: 100 }
              const timeline = await store.timeline(filter)
              const same = await naive.timeline(filter)
              assert.deepEqual([timeline.datedTotal, timeline.undatedTotal], [same.datedTotal, same.undatedTotal])
            }
          }
          assert.deepEqual(
            (await store.listSubjects({ limit: 100 })).rows.map(({ statements }) => statements),
            (await naive.listSubjects({ limit: 100 })).rows.map(({ statements }) => statements),
          )
        }),
    )
    await fc.assert(property, { numRuns: 40 })
  })

  test('a query goes with every other filter, and pages without gaps', () =>
    withStore(open, async (store) => {
      const list = Array.from({ length: 30 }, (_, index): Parts => ({ ...plain, act: index % 2 ? 'denial' : null }))
      for (let index = 0; index < 3; index++) await store.putDocument(...entryOf(index, DAYS[index]!, list))
      const query = allOf([fieldQuery('act', 'denial'), fieldQuery('about', 'troops')])
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await store.listStatements({ query, from: DAYS[1], form: 'direct', limit: 7, after })
        assert.equal(page.total, 30)
        seen.push(...page.rows.map(({ statement }) => statement.id))
        after = page.next ?? undefined
      } while (after !== undefined)
      assert.equal(new Set(seen).size, 30)
      assert.equal((await store.listStatements({ query: { kind: 'all', of: [] }, limit: 1 })).total, 90)
      assert.equal((await store.listStatements({ query, text: 'zeppelin', limit: 1 })).total, 0)
    }))

  test('subjects with how many statements each has and when they were made, page by page', () =>
    withStore(open, async (store) => {
      const statements: Parts[] = [
        { ...plain, about: ['troops', 'Ukraine'], day: DAYS[0] },
        { ...plain, about: ['troops'], day: DAYS[2] },
        { ...plain, about: ['grain exports'] },
      ]
      await store.putDocument(...entryOf(0, DAYS[0], statements))
      await store.putDocument(...entryOf(1, DAYS[0], [{ ...plain, about: ['TROOPS'], day: DAYS[1] }]))
      const whole = await store.listSubjects({ limit: 10 })
      assert.deepEqual(
        whole.rows.map((row) => [row.name.toLowerCase(), row.statements, row.first, row.last]),
        [
          ['troops', 3, DAYS[0], DAYS[2]],
          ['grain exports', 1, null, null],
          ['ukraine', 1, DAYS[0], DAYS[0]],
        ],
      )
      assert.deepEqual([whole.total, whole.next], [3, null])
      const first = await store.listSubjects({ limit: 2 })
      const second = await store.listSubjects({ limit: 2, after: first.next! })
      assert.deepEqual([...first.rows, ...second.rows], whole.rows)
      assert.equal(second.next, null)
      assert.deepEqual((await store.listSubjects({ text: 'export*', limit: 5 })).rows, [whole.rows[1]])
      await assert.rejects(store.listSubjects({ limit: 0 }), { code: 'invalid-input' })
    }))
}

const plain: Parts = {
  content: 'Troops go to Ukraine',
  act: null,
  negative: false,
  about: ['troops'],
  who: 'man',
  day: null,
}
