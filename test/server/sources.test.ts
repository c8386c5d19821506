/** Tests of sources through the HTTP door: outlets under all their names, what they take and give, what they had first, copies. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { SourceAnswer } from '../../src/app/get-source.ts'
import type { ListedSource } from '../../src/app/list-sources.ts'
import type { DocumentEntry, Page, Store } from '../../src/app/ports.ts'
import type { Statement } from '../../src/core/statement.ts'
import { createApp } from '../../src/server/app.ts'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { type EntryParts, entryOf } from '../support/entries.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { sampleRegister } from '../support/sample-talks.ts'

interface Told {
  readonly content: string
  readonly via?: string
}

let pages = 0
function page(
  publisher: string | null,
  published: string | null,
  told: readonly Told[],
  more: Partial<EntryParts> = {},
): DocumentEntry {
  const entry = entryOf({
    text: `${told.map(({ content }) => `Ana Pohl said that ${content}.`).join(' ')} ${publisher ?? 'nobody'} has page ${pages}.`,
    url: `https://example.org/${pages++}`,
    publisher,
    published,
    statements: told.map(({ content }) => ({ content, speaker: 'Ana Pohl' })),
    ...more,
  })
  const statements = entry.statements.map((statement, index): Statement => {
    const name = told[index]!.via
    const via =
      name === undefined ? [] : [{ name, kind: 'publication' as const, span: { start: 0, end: 1 }, entity: null }]
    return { ...statement, via, said: dayOf('2026-03-04') }
  })
  return { ...entry, statements }
}

const dayOf = (day: string): Statement['said'] => ({
  value: day,
  text: null,
  span: null,
  precision: 'day',
  anchor: 'explicit',
  earliest: day,
  latest: day,
})

const bridge = 'the bridge stays shut'
const ferries = 'ferries run at night'
const long =
  'Nobody on the quay could say when the bridge would open again, and the harbour office did not answer its telephone all day long.'

const ap = page('AP', '2026-03-05', [{ content: bridge }, { content: 'the quay is wet' }], {
  text: `Ana Pohl said that ${bridge}. Ana Pohl said that the quay is wet. ${long}`,
})
const press = page('The Associated Press', '2026-03-05T09:00:00Z', [{ content: 'nobody pays twice' }])
const tern = page(
  'The <Tern>',
  '2026-03-06',
  [{ content: bridge, via: 'The Associated Press' }, { content: ferries }],
  {
    text: `Ana Pohl said that ${bridge}. Ana Pohl said that ${ferries}. ${long}`,
  },
)
const gull = page('The Gull', '2026-03-05', [{ content: ferries }, { content: 'nobody pays twice', via: 'AP' }], {
  original: ap.document.url,
})
const unknown = page(null, null, [{ content: 'the lamps are lit', via: 'Island Radio' }])

let store: Store
let app: ReturnType<typeof createApp>
before(async () => {
  store = openSqliteStore(':memory:', { linker: plainLinker })
  for (const entry of [ap, press, tern, gull, unknown]) await store.putDocument(entry)
  app = createApp({ store, register: sampleRegister })
})
after(() => store.close())

const shown = async (address: string, status = 200): Promise<string> => {
  const response = await app.request(address)
  assert.equal(response.status, status, address)
  return response.text()
}
const json = async <T>(address: string): Promise<T> => (await (await app.request(address)).json()) as T
const get = (name: string) => json<SourceAnswer>(`/api/v1/sources/${encodeURIComponent(name)}`)

test('outlets under all their names, also those that are only named by others', async () => {
  const { rows, total } = await json<Page<ListedSource>>('/api/v1/sources')
  assert.equal(total, 4)
  assert.deepEqual(
    rows.map(({ name, documents, statements, relayed }) => [name, documents, statements, relayed]),
    [
      ['AP', 2, 3, 2],
      ['The <Tern>', 1, 2, 0],
      ['The Gull', 1, 2, 0],
      ['Island Radio', 0, 0, 1],
    ],
  )
  assert.deepEqual(rows[0]!.names, ['AP', 'The Associated Press'])
  assert.deepEqual([rows[0]!.first, rows[0]!.last], ['2026-03-05', '2026-03-05T09:00:00Z'])
})

test('the list and its twins; search; page by page', async () => {
  const text = await shown('/sources')
  assert.match(text, /<a href="\/sources" aria-current="page">Sources<\/a>/)
  assert.match(text, /<strong>4<\/strong> outlets/)
  assert.ok(text.includes('<a href="/sources/The%20%3CTern%3E"><bdi>The &lt;Tern&gt;</bdi></a>'))
  assert.ok(!text.includes('<Tern>'))
  const negotiated = await app.request('/sources?limit=3', { headers: { accept: 'application/json' } })
  const first = (await negotiated.json()) as Page<ListedSource>
  assert.deepEqual(first, await json('/api/v1/sources?limit=3'))
  const [, next] = /rel="next" href="([^"]+)"/.exec(await shown('/sources?limit=3')) ?? []
  assert.match(await shown(next!.replaceAll('&amp;', '&')), /Island Radio/)
  assert.equal((await json<Page<ListedSource>>('/api/v1/sources?text=assoc+press')).total, 1)
  assert.match(await shown('/sources?text=zeppelin'), /No outlet matches/)
  assert.match(await shown('/sources?after=nowhere', 400), /after: expected the &quot;next&quot; of the page before/)
})

test('what an outlet takes and gives', async () => {
  const tern = await get('the <tern>')
  assert.deepEqual(tern.quoted, [{ name: 'Ana Pohl', entity: null, statements: 2 }])
  assert.deepEqual(tern.through, [{ name: 'AP', statements: 1 }])
  const ap = await get('Associated Press')
  assert.deepEqual(ap.relayedBy, [
    { name: 'The <Tern>', statements: 1 },
    { name: 'The Gull', statements: 1 },
  ])
  const radio = await get('Island Radio')
  assert.deepEqual(radio.relayedBy, [{ name: null, statements: 1 }])
  assert.match(
    await shown('/sources/Island%20Radio'),
    /no page of its own is in the ledger[\s\S]*pages that name no publisher/,
  )
})

test('what it reported before others, by the days of the pages', async () => {
  const { shared } = await get('AP')
  assert.deepEqual([shared.looked, shared.first.length, shared.behind, shared.open, shared.whole], [2, 1, 0, 1, true])
  assert.equal(shared.first[0]!.row.statement.id, ap.statements[0]!.id)
  assert.deepEqual(
    shared.first[0]!.followers.map(({ id }) => id),
    [tern.document.id],
  )
  const text = await shown('/sources/AP')
  assert.match(
    text,
    /<strong>2 utterances<\/strong> that other pages report as well, its page came out first for <strong>1</,
  )
  assert.ok(text.includes(`href="/statements/${ap.statements[0]!.id}">${bridge}</a>`))
  assert.deepEqual(await get('The <Tern>').then(({ shared: { looked, behind } }) => [looked, behind]), [2, 2])
})

test('copies: those that say so, and those whose text shows it', async () => {
  const { copies, copiedBy } = await get('AP')
  assert.deepEqual(copies, [])
  assert.deepEqual(copiedBy, [
    { name: 'The <Tern>', documents: 1, told: 0 },
    { name: 'The Gull', documents: 1, told: 1 },
  ])
  assert.deepEqual((await get('The Gull')).copies, [{ name: 'AP', documents: 1, told: 1 }])
  assert.deepEqual((await get('The <Tern>')).copies, [{ name: 'AP', documents: 1, told: 0 }])
  const text = await shown('/sources/The%20Gull')
  assert.match(text, /<bdi>AP<\/bdi><\/a> <span class="quiet">as they say/)
})

test('an outlet’s page and its twin; a name that nobody has', async () => {
  const text = await shown('/sources/The%20%3CTern%3E')
  assert.ok(text.includes('href="/api/v1/sources/The%20%3CTern%3E"'))
  assert.ok(text.includes('<h1 class="headline"><bdi>The &lt;Tern&gt;</bdi></h1>'))
  const negotiated = await app.request('/sources/The%20%3CTern%3E', { headers: { accept: 'application/json' } })
  assert.deepEqual(await negotiated.json(), await get('The <Tern>'))
  assert.match(await shown('/sources/The%20Zeppelin', 404), /no page in this ledger is by &quot;The Zeppelin&quot;/)
  assert.equal((await app.request('/api/v1/sources/%20')).status, 400)
})

test('an empty ledger says how an outlet gets here', async () => {
  const empty = openSqliteStore(':memory:')
  try {
    const text = await (await createApp({ store: empty, register: sampleRegister }).request('/sources')).text()
    assert.match(text, /No outlet is known yet/)
    assert.match(text, /--publisher/)
  } finally {
    await empty.close()
  }
})
