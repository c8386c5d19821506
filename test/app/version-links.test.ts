/** Tests of what versions of one page mean for links, independent reports and renderings: a changed page is no second witness. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getRelations } from '../../src/app/get-relations.ts'
import { perform } from '../../src/app/perform.ts'
import type { DocumentEntry, Store } from '../../src/app/ports.ts'
import { verifyQuote } from '../../src/app/verify-quote.ts'
import { originsOf } from '../../src/core/links/origins.ts'
import { statementLinker } from '../../src/core/links/statement-linker.ts'
import type { Statement } from '../../src/core/statement.ts'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { type EntryParts, entryOf } from '../support/entries.ts'

const linker = statementLinker(() => null)
const URL = 'https://example.org/tanks'
const FIRST = 'Poland will not send tanks to Ukraine'

/** One statement, said on one day, as a pipeline would date it. */
function page(content: string, parts: Partial<EntryParts> = {}): DocumentEntry {
  const entry = entryOf({
    text: `“${content}”, Mateusz Kowal said.`,
    published: '2026-03-05',
    publisher: 'The Tern',
    statements: [{ content, speaker: 'Mateusz Kowal', cue: 'said' }],
    ...parts,
  })
  const said = {
    value: '2026-03-05',
    precision: 'day',
    anchor: 'published',
    earliest: '2026-03-05',
    latest: '2026-03-05',
  } as const
  const statements = entry.statements.map((one): Statement => ({ ...one, said: { ...one.said, ...said } }))
  return { ...entry, statements }
}

async function ledgerOf(entries: readonly DocumentEntry[]): Promise<Store> {
  const store = openSqliteStore(':memory:', { linker })
  for (const entry of entries) await store.putDocument(entry)
  return store
}

const reworded = [FIRST, FIRST.replace('not send', 'send'), FIRST.replace('tanks', 'battle tanks')]

for (const [what, url] of [
  ['versions of one page', URL],
  ['pages of their own', null],
] as const) {
  test(`${what}: a "not" that was put in is ${url === null ? 'a possible conflict' : 'told as one saying'}`, async () => {
    const store = await ledgerOf(reworded.map((content, at) => page(content, { url: url ?? `${URL}/${at}` })))
    const { rows } = await store.links({ limit: 100 })
    const relations = new Set(rows.map(({ link }) => link.relation))
    if (url === null) assert.ok(relations.has('conflicts'), [...relations].join())
    else assert.deepEqual([...relations], ['same-utterance'])
    for (const { link, from, to } of rows) {
      for (const { span, of } of link.because) {
        const { statement } = of === from.statement.id ? from : to
        const [content] = statement.content.spans
        assert.ok(content!.start <= span.start && span.end <= content!.end)
      }
    }
    await store.close()
  })
}

test('another thing said, or the same of somebody else, is not joined', async () => {
  const other = page('Nobody in this house has asked for fighter planes this week', { url: URL })
  const given = page(FIRST, {
    url: URL,
    text: `“${FIRST}”, Ana Pohl said.`,
    statements: [{ content: FIRST, speaker: 'Ana Pohl' }],
  })
  const store = await ledgerOf([page(FIRST, { url: URL }), other, given])
  assert.deepEqual((await store.links({ limit: 10 })).rows, [])
  await store.close()
})

test('two versions of a page are one page and one report beside another outlet’s', async () => {
  const versions = [page(FIRST, { url: URL }), page(`${FIRST} well`, { url: URL, publisher: null })]
  const elsewhere = page(FIRST, {
    url: 'https://gull.example/1',
    publisher: 'The Gull',
    text: `News of the gull. “${FIRST}”, Mateusz Kowal said on the steps.`,
  })
  const store = await ledgerOf([...versions, elsewhere])
  const { utterance } = await perform(getRelations, { store }, { id: versions[0]!.statements[0]!.id })
  assert.equal(utterance.statements.length, 3)
  assert.equal(utterance.pages, 2)
  const joined = utterance.origins.find(({ documents }) => documents.includes(versions[0]!.document.id))!
  assert.ok(joined.documents.includes(versions[1]!.document.id))
  assert.ok(joined.because.some(({ reason }) => reason === 'version'))
  await store.close()
})

test('versions count as one report even where nothing else joins them', () => {
  const pages = [null, 'The Tern', null].map((publisher, at) => ({
    document: { ...page(`${at} ${FIRST}`, { url: at === 2 ? `${URL}/2` : URL }).document, publisher },
    sketch: null,
    via: [],
  }))
  assert.deepEqual(
    originsOf(pages).map(({ documents, because }) => [documents.length, because]),
    [
      [2, [{ reason: 'version', outlet: null }]],
      [1, []],
    ],
  )
})

test('a transcript that came in twice is still what a report renders', async () => {
  const transcript = (last: string): DocumentEntry =>
    page(FIRST, {
      url: 'https://gov.example/briefing',
      kind: 'transcript',
      text: `MATEUSZ KOWAL: ${FIRST}.\n\n${last}`,
    })
  const report = page(FIRST, { url: 'https://gull.example/1', publisher: 'The Gull', published: '2026-03-06' })
  const store = await ledgerOf([transcript('END'), transcript('END of transcript'), report])
  const { rows } = await store.links({ relation: 'renders', limit: 10 })
  assert.equal(rows.length, 1)
  assert.equal(rows[0]!.from.document.id, report.document.id)
  await store.close()
})

test('a quotation that several versions of a page have is matched once, and found in the version that has it', async () => {
  const versions = [
    page(`${FIRST}, and more of it`, { url: URL }),
    page(FIRST, { url: URL }),
    page(FIRST.replace('not', 'gladly'), { url: URL }),
  ]
  const long = page(FIRST, { url: URL, text: `Another beginning.\n\n“${FIRST}”, Mateusz Kowal said.` })
  const store = await ledgerOf([...versions, long])
  const { verdict, matches } = await perform(verifyQuote, { store }, { quote: FIRST })
  assert.equal(verdict, 'verbatim')
  assert.equal(matches.filter(({ similarity }) => similarity === 1).length, 1)
  const gladly = await perform(verifyQuote, { store }, { quote: FIRST.replace('not', 'gladly') })
  assert.deepEqual([gladly.verdict, gladly.matches[0]!.document], ['verbatim', versions[2]!.document.id])
  await store.close()
})
