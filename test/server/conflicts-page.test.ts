/** Tests of the page of conflicts through the HTTP door: both sides with the words that clash, filters, pages, what people rejected. */
import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import type { LinkRow, Page, Store } from '../../src/app/ports.ts'
import { createApp } from '../../src/server/app.ts'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { type EntryParts, entryOf } from '../support/entries.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { memoryStore } from '../support/memory-store.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const page = (published: string, content: string, speaker: string, more: Partial<EntryParts> = {}) =>
  entryOf({
    text: `${speaker} said that ${content}.`,
    published,
    publisher: 'The Tern & Gull',
    statements: [{ content, speaker }],
    ...more,
  })

const open = page('2024-02-01', 'the bridge stays <b>shut</b>', 'Ana Pohl', { title: 'Bridge <i>shut</i>' })
const denied = page('2024-03-09', 'the bridge stays not <b>shut</b>', 'Jonas Eide')
const ferry = page('2024-02-02', 'ferries run at night', 'Ana Pohl')
const noFerry = page('2024-04-02', 'ferries run not at night', 'Mira Halvorsen')

const path = ledgerPath()
let store: Store
let app: ReturnType<typeof createApp>
before(async () => {
  store = openSqliteStore(path, { linker: plainLinker })
  for (const entry of [open, denied, ferry, noFerry]) await store.putDocument(entry)
  app = createApp({ store, register: sampleRegister })
})
after(() => store.close())

const shown = async (address: string): Promise<string> => {
  const response = await app.request(address)
  assert.equal(response.status, 200, address)
  return response.text()
}
const twin = async (address: string) =>
  (await (await app.request(address, { headers: { accept: 'application/json' } })).json()) as Page<LinkRow>

test('a pair: the earlier side first, both with speaker, marked words, page; and never more than "may"', async () => {
  const text = await shown('/conflicts')
  assert.match(text, /<strong>2 pairs<\/strong>/)
  const [, pair] = text.split('<li class="conflict">').slice(1)
  const [earlier, later] = ['The earlier statement', 'The later statement'].map((label) => pair!.indexOf(label))
  assert.ok(earlier! > 0 && later! > earlier!)
  assert.ok(pair!.indexOf('Ana Pohl') < pair!.indexOf('Jonas Eide'))
  assert.ok(pair!.includes('<mark class="clashing" title="words">the bridge stays &lt;b&gt;shut&lt;/b&gt;</mark>'))
  assert.ok(pair!.includes(`href="/statements/${open.statements[0]!.id}"><bdi>Bridge &lt;i&gt;shut&lt;/i&gt;</bdi>`))
  assert.ok(pair!.includes('The Tern &amp; Gull'))
  assert.match(pair!, /<strong>may conflict<\/strong> <span class="clash-kind">one denies what the other says<\/span>/)
  assert.match(pair!, /70 % sure/)
  assert.match(pair!, />suggested</)
  assert.ok(!text.includes('conflicts with'))
})

test('filters: by kind, speaker, document, statement; each a chip that takes itself away', async () => {
  assert.match(await shown('/conflicts?speaker=halvorsen'), /<strong>1 pair<\/strong> of 2/)
  assert.match(await shown('/conflicts?type=denies'), /<strong>2 pairs<\/strong>/)
  assert.match(await shown(`/conflicts?document=${denied.document.id}`), /<strong>1 pair<\/strong>/)
  const both = await shown(`/conflicts?type=number-differs&statement=${encodeURIComponent(ferry.statements[0]!.id)}`)
  assert.match(both, /No pair matches/)
  assert.match(both, /<a href="\/conflicts\?type=number-differs" aria-label="Remove statement: /)
  assert.match(both, /aria-label="Remove kind: another number"/)
  assert.match(both, /<option value="denies">one denies what the other says \(1\)<\/option>/)
})

test('the twins give the same pairs, page by page', async () => {
  const first = await twin('/conflicts?limit=1')
  const api = await (await app.request('/api/v1/links?relation=conflicts&level=standing&limit=1')).json()
  assert.deepEqual(first, api)
  const text = await shown('/conflicts?limit=1')
  assert.ok(text.includes('href="/api/v1/links?relation=conflicts&amp;level=standing&amp;limit=1"'))
  const [, next] = /<a class="next" rel="next" href="([^"]+)"/.exec(text) ?? []
  const second = await twin(next!.replaceAll('&amp;', '&'))
  assert.equal(second.next, null)
  assert.equal(new Set([...first.rows, ...second.rows].map(({ link }) => link.from)).size, 2)
})

test('what people rejected is left out unless asked for; what they confirmed says so', async () => {
  const db = new DatabaseSync(path)
  try {
    const set = (level: string, id: string) =>
      db.prepare('UPDATE links SET level = ? WHERE later = (SELECT seq FROM statements WHERE id = ?)').run(level, id)
    set('rejected', noFerry.statements[0]!.id)
    set('confirmed', denied.statements[0]!.id)
    const text = await shown('/conflicts')
    assert.match(text, /<strong>1 pair<\/strong>/)
    assert.ok(!text.includes('ferries run'))
    assert.match(text, /<strong>may conflict<\/strong>/)
    assert.match(text, />confirmed<\/span>/)
    assert.match(await shown('/conflicts?level=rejected'), /ferries run/)
    set('suggested', noFerry.statements[0]!.id)
    set('suggested', denied.statements[0]!.id)
  } finally {
    db.close()
  }
})

test('reports of the same two utterances stand together, each with its pages', async () => {
  const again = page('2024-02-01', 'the bridge stays <b>shut</b>', 'Ana Pohl', {
    publisher: 'The Gull',
    url: 'https://example.org/g',
  })
  const several = createApp({ store: memoryStore([open, again, denied], plainLinker), register: sampleRegister })
  const text = await (await several.request('/conflicts')).text()
  assert.match(text, /<strong>2 pairs<\/strong>/)
  assert.equal(text.split('<li class="conflict">').length - 1, 1)
  assert.match(text, /1 more pair of the same two utterances/)
  for (const { statements } of [open, again]) assert.ok(text.includes(`href="/statements/${statements[0]!.id}"`))
})

test('without a pair the page teaches what would stand there', async () => {
  const empty = createApp({ store: memoryStore([ferry], plainLinker), register: sampleRegister })
  const text = await (await empty.request('/conflicts')).text()
  assert.match(text, /No two statements of this ledger seem to conflict; it holds 1\./)
  for (const words of ['another number', 'wider or narrower', 'admission after a denial', 'was not kept']) {
    assert.ok(text.includes(words), words)
  }
  const none = await (await createApp({ store: memoryStore(), register: sampleRegister }).request('/conflicts')).text()
  assert.match(none, /The ledger is empty/)
})

test('a kind that is none: one clear line', async () => {
  const response = await app.request('/conflicts?type=quarrel')
  assert.equal(response.status, 400)
  assert.match(await response.text(), /type: expected denies, number-differs/)
})
