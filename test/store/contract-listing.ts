/** Contract: filters against a naive computation, order, and paging without gaps or repeats. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEntry, Page, StatementFilter, StatementRow, Store } from '../../src/app/ports.ts'
import { entryOf } from '../support/entries.ts'
import { naiveDocuments, naiveStatements } from '../support/naive-store.ts'
import { withStore } from './contract.ts'

const publishers = ['Reuters', 'ТАСС', 'Le Monde', 'Süddeutsche', 'reuters'] as const
const languages = ['en', 'ru', 'de'] as const
const dates = ['2022-02-24', '2023-01-01', '2024-06-20', '2024-06-21', '2024-12-31'] as const
const speakers = ['Sergey Lavrov', 'SERGEI LAVROV', 'Зелéнский', 'Ana José', 'a man', "O'Brien 100% _"] as const
const forms = ['direct', 'indirect', 'mixed'] as const
const manners = ['speech', 'writing', 'thought'] as const

const statement = fc.record({
  speaker: fc.option(fc.constantFrom(...speakers)),
  form: fc.constantFrom(...forms),
  manner: fc.constantFrom(...manners),
})

const ledger = fc
  .array(
    fc.record({
      published: fc.option(fc.constantFrom(...dates)),
      publisher: fc.option(fc.constantFrom(...publishers)),
      language: fc.constantFrom(...languages),
      statements: fc.array(statement, { maxLength: 5 }),
    }),
    { maxLength: 25 },
  )
  .map((documents) =>
    documents.map(({ statements, ...metadata }, index): DocumentEntry => {
      const contents = statements.map((_, order) => `“Words ${order}.”`)
      const text = [`Document ${index}.`, ...contents].join(' ')
      return entryOf({
        ...metadata,
        text,
        statements: statements.map((parts, order) => ({ ...parts, content: contents[order]! })),
      })
    }),
  )

const asked = <T extends string>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 })

const documentFilter = fc.record({
  publisher: asked([...publishers, 'REUTERS', 'тасс', 'reuter', 'nobody']),
  language: asked([...languages, 'fr']),
  from: asked([...dates, '2024-01-01']),
  to: asked([...dates, '2024-01-01']),
})

const statementFilter = fc.record({
  publisher: asked([...publishers, 'REUTERS', 'nobody']),
  language: asked(languages),
  from: asked(dates),
  to: asked(dates),
  speaker: asked([...speakers, 'lavrov', 'LÁV', 'зелен', 'jose', '%', '_', "o'b", 'nobody']),
  form: asked(forms),
  manner: asked(manners),
})

export function listingContract(open: () => Promise<Store>): void {
  test('filters, alone and combined, give what a naive filter gives, page by page', async () => {
    const filters = fc.array(fc.tuple(documentFilter, statementFilter, fc.integer({ min: 1, max: 9 })), {
      minLength: 6,
      maxLength: 6,
    })
    const property = fc.asyncProperty(ledger, filters, (entries, filters) =>
      withStore(open, async (store) => {
        for (const entry of entries) await store.putDocument(entry)
        for (const [ofDocuments, ofStatements, limit] of filters) {
          const documents = await allPages((page) => store.listDocuments({ ...ofDocuments, ...page }), limit)
          assert.deepEqual(
            documents.map((row) => row.document.id),
            naiveDocuments(entries, ofDocuments),
          )
          const statements = await allPages((page) => store.listStatements({ ...ofStatements, ...page }), limit)
          assert.deepEqual(
            statements.map((row) => row.statement.id),
            naiveStatements(entries, ofStatements),
          )
        }
      }),
    )
    await fc.assert(property, { numRuns: 60 })
  })

  // Thousands of matches may well take another path through a store than a handful.
  test('filters that thousands of statements pass', () =>
    withStore(open, async (store) => {
      const entries = Array.from({ length: 260 }, (_, index) => manyStatements(index))
      for (const entry of entries) await store.putDocument(entry)
      const all = naiveStatements(entries, {})
      assert.equal(all.length, 3120)
      const filters: readonly Omit<StatementFilter, 'limit'>[] = [
        {},
        { form: 'direct' },
        { speaker: 'a' },
        { speaker: 'sergey' },
        { speaker: 'a', form: 'mixed', from: '2023-01-01', to: '2024-06-21' },
        { speaker: 'a', publisher: 'reuters' },
        { speaker: 'ana', language: 'ru' },
        { document: entries[7]!.document.id, speaker: 'a' },
      ]
      for (const filter of filters) {
        const expected = naiveStatements(entries, filter)
        const pages = (page: PageOf) => store.listStatements({ ...filter, ...page })
        assert.deepEqual((await allPages(pages, 701)).map(idOf), expected)
        // Every statement has the word "words", so asking for it changes nothing; none has "other".
        const searched = (text: string) => (page: PageOf) => store.listStatements({ ...filter, text, ...page })
        for (const text of ['words', 'word* -other', '-other']) {
          assert.deepEqual((await allPages(searched(text), 701)).map(idOf), expected)
        }
        const third = (await allPages(searched('third'), 10)).map(idOf)
        const isThird = (id: string) => entries.some((entry) => entry.statements[3]!.id === id)
        assert.deepEqual(third, expected.filter(isThird))
        const notThird = (await allPages(searched('-third words'), 701)).map(idOf)
        assert.deepEqual(
          notThird,
          expected.filter((id) => !isThird(id)),
        )
      }
    }))

  test('a ledger of one date pages through all, in order of ids', () =>
    withStore(open, async (store) => {
      const entries = Array.from({ length: 57 }, (_, index) =>
        entryOf({ text: `“One.” “Two.” ${index}`, published: '2024-06-21', statements: twoQuotes }),
      )
      for (const entry of entries) await store.putDocument(entry)
      for (const limit of [1, 2, 10, 57, 113, 114, 115, 1000]) {
        const rows = await allPages((page) => store.listStatements(page), limit)
        assert.deepEqual(
          rows.map((row) => row.statement.id),
          naiveStatements(entries, {}),
        )
      }
    }))

  test('what is added while someone pages shifts nothing they have yet to see', () =>
    withStore(open, async (store) => {
      const entries = dates.map((published) => entryOf({ text: `Of ${published}.`, published }))
      for (const entry of entries) await store.putDocument(entry)
      const first = await store.listDocuments({ limit: 2 })
      await store.putDocument(entryOf({ text: 'Newest of all.', published: '2025-01-01' }))
      const second = await store.listDocuments({ limit: 3, after: first.next! })
      assert.deepEqual(
        [...first.rows, ...second.rows].map((row) => row.document.published),
        [...dates].reverse(),
      )
      assert.equal(second.next, null)
    }))

  test('a row has the document, how many statements it has, its notices and when it was added', () =>
    withStore(open, async (store) => {
      const notices = [{ code: 'date-implausible', message: 'In the future.', span: null, statement: null }] as const
      const entry = entryOf({
        text: '“One.” “Two.”',
        statements: twoQuotes,
        notices,
        added: '2024-06-22T08:00:00.000Z',
      })
      await store.putDocument(entry)
      const { rows } = await store.listDocuments({ limit: 1 })
      assert.deepEqual(rows, [{ document: entry.document, statements: 2, notices, added: '2024-06-22T08:00:00.000Z' }])
    }))

  test('the statements of one document are in text order', () =>
    withStore(open, async (store) => {
      const entry = entryOf({ text: '“One.” “Two.”', statements: twoQuotes })
      await store.putDocument(entry)
      await store.putDocument(entryOf({ text: '“One.” “Two.” elsewhere', statements: twoQuotes }))
      const page = await store.listStatements({ limit: 10, document: entry.document.id })
      assert.deepEqual(
        page.rows.map((row) => row.statement),
        entry.statements,
      )
      assert.equal((await store.listStatements({ limit: 10, document: 'd-unknown' })).total, 0)
    }))

  test('blank filters filter nothing', () =>
    withStore(open, async (store) => {
      await store.putDocument(entryOf({ text: '“One.” “Two.”', statements: twoQuotes }))
      const blank = { text: ' ', publisher: '', language: '', speaker: ' ', from: '', to: '', form: '', manner: '' }
      assert.equal((await store.listStatements({ ...blank, document: '', limit: 10 })).total, 2)
      assert.equal((await store.listDocuments({ ...blank, limit: 10 })).total, 1)
    }))

  test('the last day counts whole when a publication date carries a time', () =>
    withStore(open, async (store) => {
      await store.putDocument(entryOf({ text: 'Late.', published: '2024-06-21T23:59:00+02:00' }))
      const on = (day: string) => store.listDocuments({ limit: 1, from: day, to: day })
      assert.deepEqual(
        [(await on('2024-06-20')).total, (await on('2024-06-21')).total, (await on('2024-06-22')).total],
        [0, 1, 0],
      )
    }))

  test('a name broken over two lines of the text is found all the same', () =>
    withStore(open, async (store) => {
      const statements = [{ content: '“Yes.”', speaker: 'Ursula\n  von der Leyen' }]
      await store.putDocument(entryOf({ text: '“Yes.”', statements }))
      assert.equal((await store.listStatements({ limit: 1, speaker: ' ursula von ' })).total, 1)
    }))

  test('a cursor that is not the "next" of a page is refused by name', () =>
    withStore(open, async (store) => {
      for (let index = 0; index < 3; index++) {
        await store.putDocument(entryOf({ text: `“One.” “Two.” ${index}`, statements: twoQuotes }))
      }
      const ofDocuments = (await store.listDocuments({ limit: 1 })).next!
      const ofStatements = (await store.listStatements({ limit: 1 })).next!
      const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const broken = ['', 'x', '!', '1', `${ofDocuments}=`, ofDocuments.slice(1), json(null), json([]), json(['', 1])]
      const numbers = [json(['', '', -1]), json(['', '', 1.5]), json(['', '', null]), json({ 0: '', 1: '', length: 2 })]
      for (const after of [...broken, ...numbers, ofStatements])
        await refuses(store.listDocuments({ limit: 1, after }), 'listDocuments')
      for (const after of [...broken, ...numbers, ofDocuments])
        await refuses(store.listStatements({ limit: 1, after }), 'listStatements')
      for (const limit of [0, -1, 1.5, 1001, Number.NaN]) {
        await assert.rejects(store.listDocuments({ limit }), {
          code: 'invalid-input',
          message: /^listDocuments: limit: /,
        })
      }
    }))

  test('the summary counts by publisher, speaker and language', () =>
    withStore(open, async (store) => {
      const add = (
        text: string,
        publisher: string | null,
        language: string,
        published: string | null,
        speaker: string,
      ) =>
        store.putDocument(entryOf({ text, publisher, language, published, statements: [{ content: text, speaker }] }))
      await add('One.', 'Reuters', 'en', '2024-06-21', 'Lavrov')
      await add('Two.', 'Reuters', 'en', null, 'Blinken')
      await add('Three.', 'ТАСС', 'ru', '2023-01-01', 'Lavrov')
      await store.putDocument(entryOf({ text: 'Four.', publisher: 'AFP', language: 'en' }))
      await store.putDocument(entryOf({ text: 'Five.', statements: [{ content: 'Five.' }] }))
      assert.deepEqual(await store.summary(), {
        documents: 5,
        statements: 4,
        publishers: [
          { name: 'Reuters', statements: 2 },
          { name: 'ТАСС', statements: 1 },
          { name: 'AFP', statements: 0 },
        ],
        speakers: [
          { name: 'Lavrov', statements: 2 },
          { name: 'Blinken', statements: 1 },
        ],
        languages: [
          { name: 'en', documents: 4 },
          { name: 'ru', documents: 1 },
        ],
        from: '2023-01-01',
        to: '2024-06-21',
      })
    }))
}

const twoQuotes = [
  { content: '“One.”', speaker: 'Ann' },
  { content: '“Two.”', speaker: 'Ben' },
]

/** Twelve statements: word 0 to word 11, the one at 3 with "third" in it. */
function manyStatements(index: number): DocumentEntry {
  const contents = Array.from({ length: 12 }, (_, order) => `“Words ${order}${order === 3 ? ' third' : ''}.”`)
  return entryOf({
    text: [`Document ${index}.`, ...contents].join(' '),
    published: index % 11 === 0 ? null : dates[index % dates.length]!,
    publisher: index % 7 === 0 ? null : publishers[index % publishers.length]!,
    language: languages[index % languages.length]!,
    statements: contents.map((content, order) => ({
      content,
      speaker: order === 5 ? null : speakers[(order + index) % speakers.length]!,
      form: forms[order % forms.length]!,
    })),
  })
}

type PageOf = Pick<StatementFilter, 'limit' | 'after'>

const idOf = (row: StatementRow): string => row.statement.id

const refuses = (page: Promise<unknown>, operation: string) =>
  assert.rejects(page, { code: 'invalid-input', message: new RegExp(`^${operation}: after: `) })

/** Every row, `limit` at a time; checks that each page is full but the last, and that all give the same total. */
async function allPages<Row>(list: (page: PageOf) => Promise<Page<Row>>, limit: number): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  for (;;) {
    const page: Page<Row> = await list({ limit, after })
    rows.push(...page.rows)
    if (page.next === null) {
      assert.equal(page.total, rows.length)
      return rows
    }
    assert.equal(page.rows.length, limit)
    assert.ok(page.total > rows.length)
    assert.ok(page.next.length <= 200, 'a door takes at most 200 characters')
    after = page.next
  }
}
