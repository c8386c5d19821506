/** Contract: which statements are linked, whatever the order in which their documents came. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEntry, Store } from '../../src/app/ports.ts'
import type { DocumentKind } from '../../src/core/document.ts'
import type { Link } from '../../src/core/links/link.ts'
import { entryOf } from '../support/entries.ts'
import { naiveLinks } from '../support/naive-links.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { withStore } from './contract.ts'

interface Told {
  readonly said: string
  readonly speaker?: string
}

let number = 0
const pageOf = (published: string | null, told: readonly Told[], kind: DocumentKind = 'report'): DocumentEntry =>
  entryOf({
    text: told.map(({ said, speaker }) => `“${said}” said ${speaker ?? 'Ana Pohl'}.`).join('\n\n'),
    url: `https://example.org/${number++}`,
    published,
    kind,
    statements: told.map(({ said, speaker }) => ({ content: said, speaker: speaker ?? 'Ana Pohl' })),
  })

const page = (published: string | null, ...said: readonly string[]): DocumentEntry =>
  pageOf(
    published,
    said.map((each) => ({ said: each })),
  )

const expected = (entries: readonly DocumentEntry[]): Link[] =>
  naiveLinks(
    entries.flatMap(({ document, statements }) => statements.map((statement) => ({ statement, document }))),
    plainLinker,
  )

async function allLinks(store: Store): Promise<Link[]> {
  const { rows, total, next } = await store.links({ limit: 1000 })
  assert.equal(next, null)
  assert.equal(total, rows.length)
  return rows.map(({ link }) => link)
}

async function put(store: Store, entries: readonly DocumentEntry[]): Promise<void> {
  for (const entry of entries) assert.equal(await store.putDocument(entry), 'stored')
}

/** @param open a store with `plainLinker` */
export function linkContract(open: () => Promise<Store>): void {
  const first = page('2024-02-01', 'the bridge stays shut')
  const second = page('2024-02-01', 'the bridge stays shut', 'ferries run at night')
  const third = page('2024-03-09', 'the bridge does not stay shut', 'the bridge stays not shut')

  test('links come with both ends, the later statement first', () =>
    withStore(open, async (store) => {
      await put(store, [third, first])
      const { rows } = await store.links({ limit: 10 })
      assert.equal(rows.length, 1)
      const { link, from, to } = rows[0]!
      assert.deepEqual([link.relation, link.type, link.level], ['conflicts', 'denies', 'suggested'])
      assert.deepEqual(from, { statement: third.statements[1], document: third.document })
      assert.deepEqual(to, { statement: first.statements[0], document: first.document })
      assert.deepEqual([link.from, link.to], [from.statement.id, to.statement.id])
      assert.deepEqual(
        link.because.map(({ of }) => of),
        [link.to, link.from],
      )
    }))

  test('links by relation, type, level, statement, document and speaker', () =>
    withStore(open, async (store) => {
      await put(store, [first, second, third])
      const total = async (filter: object): Promise<number> => (await store.links({ limit: 10, ...filter })).total
      assert.equal(await total({}), 3)
      assert.equal(await total({ relation: 'conflicts' }), 2)
      assert.equal(await total({ relation: 'same-utterance' }), 1)
      assert.equal(await total({ relation: 'conflicts', type: 'denies' }), 2)
      assert.equal(await total({ type: 'reversal' }), 0)
      assert.equal(await total({ level: 'suggested' }), 3)
      assert.equal(await total({ level: 'confirmed' }), 0)
      assert.equal(await total({ level: 'standing' }), 3)
      const types = async (filter: object) => Object.fromEntries(await store.linkTypes({ limit: 1, ...filter }))
      assert.deepEqual(await types({}), { denies: 2, null: 1 })
      assert.deepEqual(await types({ relation: 'conflicts', type: 'reversal', speaker: 'pohl' }), { denies: 2 })
      assert.deepEqual(await types({ level: 'rejected' }), {})
      assert.equal(await total({ level: 'rejected' }), 0)
      assert.equal(await total({ statement: first.statements[0]!.id }), 2)
      assert.equal(await total({ statement: 'd-0' }), 0)
      assert.equal(await total({ document: third.document.id }), 2)
      assert.equal(await total({ speaker: 'pohl' }), 3)
      assert.equal(await total({ speaker: 'nobody' }), 0)
      assert.equal(await total({ relation: '', type: '', speaker: '', document: '' }), 3)
    }))

  test('links of several statements, each once', () =>
    withStore(open, async (store) => {
      await put(store, [first, second, third])
      const ids = [first, second, third].flatMap(({ statements }) => statements.map(({ id }) => id))
      assert.deepEqual(await store.linksOf(ids), await allLinks(store))
      assert.equal((await store.linksOf([second.statements[1]!.id])).length, 0)
      assert.equal((await store.linksOf([first.statements[0]!.id, 'd-0', "' OR 1=1 --"])).length, 2)
      assert.deepEqual(await store.linksOf([]), [])
    }))

  test('pages of links hold every link once', () =>
    withStore(open, async (store) => {
      const entries = Array.from({ length: 12 }, (_, day) =>
        page(`2024-01-${String(1 + (day >> 1)).padStart(2, '0')}`, 'the bridge stays shut'),
      )
      await put(store, entries)
      const all = await allLinks(store)
      assert.ok(all.length > 12)
      const paged: Link[] = []
      for (let after: string | undefined; ; ) {
        const { rows, total, next } = await store.links({ limit: 5, after })
        assert.equal(total, all.length)
        paged.push(...rows.map(({ link }) => link))
        if (next === null) break
        after = next
      }
      assert.deepEqual(paged, all)
    }))

  test('a report is linked to the turn that it renders, which is no utterance told twice, whichever came first', async () => {
    const transcript = pageOf(
      '2024-02-01',
      [{ said: 'the bridge stays shut' }, { said: 'the bridge stays shut', speaker: 'Nils Ostrow' }],
      'transcript',
    )
    for (const arrival of [
      [first, transcript],
      [transcript, first],
    ]) {
      await withStore(open, async (store) => {
        await put(store, arrival)
        const links = (await allLinks(store)).filter(({ relation }) => relation !== 'repeats')
        assert.deepEqual(
          links.map(({ from, to, relation, type }) => [from, to, relation, type]),
          [[first.statements[0]!.id, transcript.statements[0]!.id, 'renders', 'verbatim']],
        )
        assert.equal((await store.links({ limit: 10, relation: 'renders', type: 'verbatim' })).total, 1)
      })
    }
  })

  test('a key that many statements have links only those that stand near each other', () =>
    withStore(open, async (store) => {
      const entries = Array.from({ length: 30 }, () => page('2024-02-01', 'the bridge stays shut'))
      await put(store, entries)
      const links = await allLinks(store)
      assert.deepEqual(links, expected(entries))
      assert.ok(links.length < (30 * 29) / 2)
      const joined = new Set(links.flatMap(({ from, to }) => [from, to]))
      assert.equal(joined.size, 30)
    }))

  const words = ['dam', 'rail', 'not', 'tax', 'ferry']
  const saying = fc.record({
    said: fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 3 }).map((list) => list.join(' ')),
    speaker: fc.constantFrom('Ana Pohl', 'Nils Ostrow'),
  })
  const document = fc.record({
    day: fc.constantFrom('2024-02-01', '2024-02-01T09:00', '2024-02-02', '2023-12-31', null),
    kind: fc.constantFrom<DocumentKind>('report', 'report', 'transcript'),
    told: fc.array(saying, { minLength: 1, maxLength: 5 }),
  })
  const shuffled = <Item>(items: readonly Item[], seed: number): Item[] =>
    items
      .map((item, index) => ({ item, order: Math.imul(seed ^ (index + 1), 0x9e3779b1) >>> 0 }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item)

  test('any order of arrival gives the same links, and so does finding them anew', async () => {
    const property = fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 14 }),
      fc.nat(),
      async (documents, seed) => {
        const entries = documents.map(({ day, told, kind }) => pageOf(day, told, kind))
        const links = expected(entries)
        for (const arrival of [entries, shuffled(entries, seed)]) {
          await withStore(open, async (store) => {
            await put(store, arrival)
            assert.deepEqual(await allLinks(store), links)
            const statements = entries.flatMap((entry) => entry.statements).length
            assert.deepEqual(await store.relink(), { statements, links: links.length })
            assert.deepEqual(await allLinks(store), links)
          })
        }
      },
    )
    await fc.assert(property, { numRuns: 60 })
  })

  test('sketches of the documents asked for', () =>
    withStore(open, async (store) => {
      await put(store, [first, second])
      const sketches = await store.sketches([first.document.id, 'd-0'])
      assert.deepEqual([...sketches.keys()], [first.document.id])
      assert.equal(sketches.get(first.document.id)!.length, 64)
      assert.deepEqual(await store.sketches([]), new Map())
    }))
}
