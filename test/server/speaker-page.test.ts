/** Tests of the pages of speakers: drawing and table, who reports, to whom, positions on a subject, the list of all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '../../src/server/app.ts'
import { entryOf } from '../support/entries.ts'
import { entityOf, linkedEntry, linkOf } from '../support/linked-entry.ts'
import { memoryStore } from '../support/memory-store.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { sampleRegister, talks } from '../support/sample-talks.ts'
import { turn, voices } from '../support/sample-voices.ts'

const hostile = entryOf({
  text: '<script>alert(1)</script> said stay.',
  statements: [{ content: 'stay', speaker: '<script>alert(1)</script>' }],
})
const stateSpeaks = linkedEntry({
  text: 'Estonia said yes.',
  statements: [{ content: 'yes', speaker: 'Estonia', who: { entity: 'Q191', kind: 'state' } }],
  links: [linkOf(entityOf({ id: 'Q191', kind: 'state', name: 'Estonia', country: 'EE' }))],
})
const app = createApp({ store: memoryStore([...voices(30), ...turn, hostile], plainLinker), register: sampleRegister })
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const page = async (path: string): Promise<string> => {
  const response = await get(path)
  assert.equal(response.status, 200, path)
  return response.text()
}
const json = async (path: string) => (await get(path)).json() as Promise<Record<string, unknown>>

test('each dated statement is one mark and one row, undated ones are rows alone', async () => {
  const shown = await page('/speakers/Q501')
  const { dated, undated } = (await json('/api/v1/speakers/Q501?limit=1000')) as Record<
    string,
    { statement: { id: string } }[]
  >
  const drawn = [...shown.matchAll(/<a href="\/statements\/([^"]+)" data-n="(\d+)">/g)]
  assert.deepEqual(
    drawn.map(([, id, number]) => `${number} ${id}`).sort(),
    dated!.map(({ statement }, index) => `${index + 1} ${statement.id}`).sort(),
  )
  const rows = [...shown.matchAll(/<tr id="m(\d+)">\n<th scope="row"><a href="\/statements\/([^"]+)">/g)]
  assert.deepEqual(
    rows.map(([, number, id]) => `${number} ${id}`),
    dated!.map(({ statement }, index) => `${index + 1} ${statement.id}`),
  )
  assert.ok(undated!.length > 0)
  for (const { statement } of undated!) {
    assert.equal(shown.split(`"/statements/${statement.id}"`).length, 2, 'once, in its table')
  }
})

test('lanes by act or by subject, by links alone', async () => {
  const byAct = await page('/speakers/Q501')
  assert.ok(byAct.includes('<a href="/speakers/Q501?lanes=act#plot-title" aria-current="true">by act</a>'))
  assert.ok(byAct.includes('<text class="plot-name" x="0"') && byAct.includes('>denial</text>'))
  const bySubject = await page('/speakers/Q501?lanes=subject')
  assert.ok(bySubject.includes('aria-current="true">by subject</a>') && bySubject.includes('>ferries</text>'))
  assert.ok(!bySubject.includes('>denial</text>'))
})

test('who reports, to whom, about what: with counts, and links to the statements', async () => {
  const shown = await page('/speakers/Q501')
  assert.ok(shown.includes('<a href="/?speaker=Q501&amp;publisher=Island+Radio"><bdi>Island Radio</bdi></a>'))
  assert.match(shown, /<bdi>the council<\/bdi> <span class="count">25<\/span>/)
  assert.ok(shown.includes('<a href="/subjects/ferries"><bdi>ferries</bdi></a>'))
  assert.ok(shown.includes('<a href="/speakers/Q501?about=ferries">'))
  const { speaker } = (await json('/api/v1/speakers/Q501')) as { speaker: Record<string, unknown> }
  assert.deepEqual(speaker.addressees, [{ name: 'the council', entity: null, statements: 25 }])
})

test('a change of position is a numbered line with the words of both sides, worded as a possibility', async () => {
  for (const path of ['/speakers/Q501', '/speakers/Q501?about=ships', '/subjects/ships?speaker=Q501']) {
    const shown = await page(path)
    assert.equal(shown.match(/<g class="plot-change"/g)?.length, 1, path)
    assert.ok(shown.includes('May have changed'), path)
    for (const [entry] of turn) {
      assert.ok(shown.includes(`<a href="/statements/${entry.statements[0]!.id}">`), path)
      assert.ok(shown.includes(`<dd><q>${entry.statements[0]!.content.text}</q></dd>`), path)
    }
  }
})

test('positions of a speaker on a subject, from either side, with the timeline as JSON twin', async () => {
  const shown = await page('/speakers/Adela%20Orlova?about=ships')
  assert.ok(shown.includes('<h3>Position 1</h3>') && shown.includes('<h3>Position 2</h3>'))
  assert.ok(shown.includes('href="/api/v1/timeline?speaker=Adela+Orlova&amp;about=ships"'))
  const twin = await json('/api/v1/timeline?speaker=Q501&about=ships')
  for (const path of ['/speakers/Q501?about=ships', '/subjects/ships?speaker=Q501']) {
    assert.deepEqual(await (await get(path, { accept: 'application/json' })).json(), twin, path)
  }
  assert.equal((twin.positions as unknown[]).length, 2)
  const nothing = await page('/speakers/Q501?about=zeppelins')
  assert.ok(nothing.includes('No statement of <bdi>Adela Orlova</bdi> on <bdi>zeppelins</bdi>'))
})

test('between two days: fewer are drawn, and the way back is shown', async () => {
  const shown = await page('/speakers/Q501?from=2023-02-01&to=2023-03-31')
  assert.equal(shown.match(/ data-n="/g)?.length, 1)
  assert.ok(shown.includes('from 1 February 2023 to 31 March 2023. <a href="/speakers/Q501">Show all</a>'))
  assert.equal((await get('/speakers/Q501?from=yesterday')).status, 400)
  assert.equal((await get('/speakers/Q501?limit=0')).status, 400)
})

test('a page of a thousand long statements stays under 150 KB and leads on to the rest', async () => {
  const long = 'многословное заявление о паромах, зерне и мостах '.repeat(12).trim()
  const many = createApp({ store: memoryStore(voices(1500, long)), register: sampleRegister })
  for (const path of [
    '/speakers/Q501',
    '/speakers/Q501?lanes=subject',
    '/speakers/Q501?about=grain',
    '/subjects/ferries',
    '/subjects/ferries?speaker=Q501',
  ]) {
    const shown = await (await many.request(path)).text()
    assert.ok(Buffer.byteLength(shown) < 150 * 1024, `${path}: ${Buffer.byteLength(shown)}`)
    assert.ok(shown.includes('class="bar-table"'), path)
  }
  const marked = createApp({ store: memoryStore(voices(99, long)), register: sampleRegister })
  const shown = await (await marked.request('/subjects/ferries')).text()
  assert.equal(shown.match(/ data-n="/g)?.length, 80)
  assert.ok(Buffer.byteLength(shown) < 150 * 1024, `${Buffer.byteLength(shown)}`)
  const subject = await (await many.request('/subjects/ferries')).text()
  const [, later] = subject.match(/Drawn are the first 1,000 of 1,200: <a href="([^"]+)">/) ?? []
  assert.equal((await many.request(later!.replaceAll('&amp;', '&'))).status, 200)
})

test('the list of speakers: counts, search, paging, its twin, and a name of markup that stays text', async () => {
  const shown = await page('/speakers')
  assert.match(shown, /<a href="\/speakers\/Q501"><bdi>Adela Orlova<\/bdi><\/a>[^\n]*25 statements/)
  assert.ok(shown.includes('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>') && !shown.includes('<script>alert'))
  assert.ok(shown.includes('<a href="/speakers" aria-current="page">Speakers</a>'))
  const first = await page('/speakers?limit=1')
  assert.match(first, /rel="next" href="\/speakers\?limit=1&amp;after=[^"]+"/)
  const found = await page('/speakers?text=dunmore')
  assert.ok(found.includes('Pavel Dunmore') && !found.includes('Adela Orlova'))
  assert.ok((await page('/speakers?text=nobody')).includes('None has these words in its name'))
  const twin = await json('/api/v1/speakers?text=dunmore')
  assert.deepEqual(await (await get('/speakers?text=dunmore', { accept: 'application/json' })).json(), twin)
  assert.equal(twin.total, 1)
  const own = await page(`/speakers/${encodeURIComponent('<script>alert(1)</script>')}`)
  assert.ok(!own.includes('<script>alert') && own.includes('has no date of its own'))
})

test('a state leads to what is said by those who speak for it', async () => {
  const [entry, links] = talks
  const state = createApp({ store: memoryStore([[entry, links], stateSpeaks]), register: sampleRegister })
  const shown = await (await state.request('/speakers/Q191')).text()
  assert.match(shown, /<a href="\/\?speaks-for=Q191">1 statement of those who speak for <bdi>Estonia<\/bdi><\/a>/)
})

test('an empty ledger says what these pages will show', async () => {
  const empty = createApp({ store: memoryStore(), register: sampleRegister })
  for (const path of ['/speakers', '/subjects']) {
    assert.ok((await (await empty.request(path)).text()).includes('onrecord add article.html'), path)
  }
})
