/** Tests of the HTTP door through the app itself: pages, their JSON twins, errors, headers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getClaim } from '../../src/app/get-claim.ts'
import { getRelations } from '../../src/app/get-relations.ts'
import { getSpeaker } from '../../src/app/get-speaker.ts'
import { listLinks } from '../../src/app/list-links.ts'
import { perform } from '../../src/app/perform.ts'
import type { StatementRow } from '../../src/app/ports.ts'
import { OnrecordError } from '../../src/core/errors.ts'
import { createApp } from '../../src/server/app.ts'
import { entryOf } from '../support/entries.ts'
import { memoryStore } from '../support/memory-store.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { sampleEntries, samples } from '../support/sample-ledger.ts'
import { sampleRegister, talks } from '../support/sample-talks.ts'

const app = createApp({ store: memoryStore(sampleEntries), register: sampleRegister })
const linkedPages = ['the bridge stays shut', 'the bridge not stays shut'].map((content) =>
  entryOf({ text: `Ana Pohl said that ${content}.`, statements: [{ content, speaker: 'Ana Pohl' }] }),
)
const harbour = samples.harbour.document.id
const statement = samples.harbour.statements[3]!

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const page = async (path: string): Promise<string> => {
  const response = await get(path)
  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-type')!, /^text\/html/)
  return response.text()
}

const twins = [
  ['/', '/api/v1/statements?limit=25'],
  ['/?text=bridge&form=indirect&limit=1', '/api/v1/statements?text=bridge&form=indirect&limit=1'],
  ['/documents', '/api/v1/documents'],
  ['/documents?language=de', '/api/v1/documents?language=de'],
  [`/documents/${harbour}`, `/api/v1/documents/${harbour}`],
] as const

for (const [address, twin] of twins) {
  test(`${address} and its JSON twin`, async () => {
    const escaped = twin.replaceAll('&', '&amp;')
    const shown = await page(address)
    assert.ok(shown.includes(`<link rel="alternate" type="application/json" href="${escaped}">`))
    assert.ok(shown.includes(`<a class="twin" href="${escaped}"`))
    const json = await (await get(twin)).json()
    const negotiated = await get(address, { accept: 'application/json' })
    assert.match(negotiated.headers.get('content-type')!, /^application\/json/)
    assert.equal(negotiated.headers.get('vary'), 'accept')
    assert.deepEqual(await negotiated.json(), json)
  })
}

test('the API gives what the operations give', async () => {
  assert.deepEqual(await (await get(`/api/v1/documents/${harbour}`)).json(), samples.harbour)
  const row = { statement, document: samples.harbour.document }
  assert.deepEqual(await (await get(`/api/v1/statements/${statement.id}`)).json(), row)
  assert.deepEqual(await (await get(`/statements/${statement.id}`, { accept: 'application/json' })).json(), row)
  const summary = (await (await get('/api/v1/summary')).json()) as { documents: number }
  assert.equal(summary.documents, sampleEntries.length)
})

test('a statement has a page of its own, with its words, its proof, and ways on', async () => {
  const shown = await page(`/statements/${statement.id}`)
  assert.ok(shown.includes(`href="/documents/${harbour}#s=${statement.id}"`))
  assert.ok(shown.includes('class="statement-words"'))
  assert.match(shown, /<dt>APA<\/dt>/)
  assert.ok(shown.includes(`/export?format=jsonl&amp;statement=${statement.id}`))
  assert.ok((await page(`/documents/${harbour}`)).includes(`id="s=${statement.id}"`))
  assert.equal((await get('/statements/d-0000000000000000.1-2')).status, 404)
})

test('paging with the cursor meets every statement once and ends', async () => {
  const seen: string[] = []
  let address: string | null = '/api/v1/statements?limit=7'
  while (address !== null) {
    const { rows, next } = (await (await get(address)).json()) as { rows: StatementRow[]; next: string | null }
    seen.push(...rows.map((row) => row.statement.id))
    address = next === null ? null : `/api/v1/statements?limit=7&after=${next}`
  }
  assert.equal(seen.length, 25)
  assert.equal(new Set(seen).size, 25)
  const second = await page('/?limit=7&after=7')
  assert.ok(second.includes('<a href="/?limit=7">« First page</a>'))
  assert.ok(second.includes('href="/?limit=7&amp;after=14">Next page ›</a>'))
})

test('blank fields of a form count as absent', async () => {
  const blank = await (await get('/api/v1/statements?text=&from=&speaker=%20&form=')).json()
  assert.deepEqual(blank, await (await get('/api/v1/statements')).json())
})

test('active filters are chips, each taking only itself away', async () => {
  const shown = await page('/?text=bridge&form=indirect&after=1')
  assert.ok(shown.includes('<a href="/?form=indirect" aria-label="Remove words: bridge">'))
  assert.ok(shown.includes('<a href="/?text=bridge" aria-label="Remove form: indirect">'))
})

test('words searched for are marked in content and speaker', async () => {
  const shown = await page('/?text=orlova')
  assert.ok(shown.includes('Adela <mark class="hit">Orlova</mark>'))
})

test('nothing matches: the page says which filter to drop, and what that would find', async () => {
  const shown = await page('/?text=bridge&speaker=nobody')
  assert.ok(shown.includes('No statement matches'))
  assert.match(shown, /<a href="\/\?text=bridge">without speaker <bdi>nobody<\/bdi><\/a>: 3 statements/)
})

test('an empty ledger says how to add', async () => {
  const empty = createApp({ store: memoryStore(), register: sampleRegister })
  const shown = await (await empty.request('/')).text()
  assert.ok(shown.includes('onrecord add article.html'))
  assert.ok((await (await empty.request('/documents')).text()).includes('The ledger is empty'))
})

test('what is not known is said: no speaker, no date, no publisher', async () => {
  const shown = await page('/')
  for (const words of ['speaker not named', 'undated', 'publisher not known']) assert.ok(shown.includes(words), words)
})

test('a wrong query: one clear line on a page, problem JSON for programs', async () => {
  const shown = await get('/?from=yesterday')
  assert.equal(shown.status, 400)
  const text = await shown.text()
  assert.ok(text.includes('from: expected a date like 2024-06-21'))
  assert.ok(!text.includes('listStatements'))
  for (const response of [
    await get('/api/v1/statements?form=sung'),
    await get('/?form=sung', { accept: 'application/json' }),
  ]) {
    assert.equal(response.status, 400)
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
    const problem = (await response.json()) as Record<string, unknown>
    assert.equal(problem.status, 400)
    assert.equal(problem.title, 'Bad Request')
    assert.equal(problem.code, 'invalid-input')
    assert.match(String(problem.detail), /form/)
  }
})

test('unknown ids and addresses are 404, on pages and in the API', async () => {
  for (const path of [
    '/documents/d-none',
    '/statements/d-none.1-2',
    '/nope',
    '/assets/app.ts',
    '/assets/..%2fhtml.ts',
  ]) {
    const response = await get(path)
    assert.equal(response.status, 404, path)
    assert.match(await response.text(), /<h1>Not here<\/h1>/)
  }
  for (const path of ['/api/v1/documents/d-none', '/api/v1/statements/d-none.1-2', '/api/v1/nope', '/api/v2']) {
    const response = await get(path)
    assert.equal(response.status, 404, path)
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
  }
})

test('what nobody foresaw is 500 without internals, and is reported', async () => {
  const reported: OnrecordError[] = []
  const store = { ...memoryStore(), summary: () => Promise.reject(new Error('secret /home/ann/ledger.db')) }
  const broken = createApp({ store, register: sampleRegister }, { report: (error) => reported.push(error) })
  for (const path of ['/', '/api/v1/summary']) {
    const response = await broken.request(path)
    assert.equal(response.status, 500)
    assert.ok(!(await response.text()).includes('secret'))
  }
  assert.deepEqual(
    reported.map((error) => (error.cause as Error).message),
    Array(2).fill('secret /home/ann/ledger.db'),
  )
})

test('a ledger that is busy is 503 with its own words', async () => {
  const busy = () => Promise.reject(new OnrecordError('ledger-busy', { ledger: 'onrecord.db', seconds: 5 }))
  const response = await createApp({ store: { ...memoryStore(), summary: busy }, register: sampleRegister }).request(
    '/',
  )
  assert.equal(response.status, 503)
  assert.match(await response.text(), /another program kept it locked for 5 s/)
})

test('every answer carries the security headers', async () => {
  for (const path of ['/', '/documents', '/nope', '/?from=x', '/api/v1/summary', '/api/v1/nope', '/assets/style.css']) {
    const { headers } = await get(path)
    assert.equal(
      headers.get('content-security-policy'),
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      path,
    )
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    assert.equal(headers.get('referrer-policy'), 'same-origin', path)
  }
})

test('only reading: other methods are refused', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const response = await app.request('/', { method })
    assert.equal(response.status, 405)
    assert.equal(response.headers.get('allow'), 'GET, HEAD')
  }
  const head = await app.request('/', { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal(await head.text(), '')
})

test('assets: style sheet and modules as JavaScript, with an ETag that saves sending them again', async () => {
  for (const [name, type] of [
    ['style.css', 'text/css'],
    ['highlight.js', 'text/javascript'],
    ['copy.js', 'text/javascript'],
  ] as const) {
    const response = await get(`/assets/${name}`)
    assert.equal(response.status, 200)
    assert.ok(response.headers.get('content-type')!.startsWith(type))
    assert.equal(response.headers.get('cache-control'), 'no-cache')
    const again = await get(`/assets/${name}`, { 'if-none-match': response.headers.get('etag')! })
    assert.equal(again.status, 304)
    assert.equal(await again.text(), '')
  }
  const module = await (await get('/assets/highlight.js')).text()
  assert.ok(module.includes("from './copy.js'"))
  assert.ok(!module.includes('HTMLElement>'))
})

test('serving a module does not print Node’s warning, and leaves warnings as they were', async () => {
  const warnings: Error[] = []
  const listen = (warning: Error) => warnings.push(warning)
  process.on('warning', listen)
  await get('/assets/search-form.js')
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual(warnings, [])
  process.emitWarning('still heard')
  await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('warning', listen)
  assert.equal(warnings.length, 1)
})

const [talked] = talks
const speakers = createApp({ store: memoryStore([talks, ...sampleEntries]), register: sampleRegister })
const json = async (path: string) => (await speakers.request(path)).json()

test('a speaker, by id and by any spelling: names, roles with what shows them, offices, what was said in order', async () => {
  const answer = await json('/api/v1/speakers/Q501')
  for (const name of ['Adela Orlova', 'Адела Орлова', 'adela orlova']) {
    assert.deepEqual(await json(`/api/v1/speakers/${encodeURIComponent(name)}`), answer, name)
  }
  const direct = await perform(
    getSpeaker,
    { store: memoryStore([talks, ...sampleEntries]), register: sampleRegister },
    { speaker: 'Q501' },
  )
  assert.deepEqual(answer, JSON.parse(JSON.stringify(direct)))
  const { speaker, dated, undated } = direct
  assert.deepEqual([speaker!.statements, dated.length, undated.length], [4, 2, 2])
  assert.deepEqual(speaker!.roles[0]!.evidence.statement, talked.statements[0]!.id)
  assert.deepEqual(speaker!.offices[0], {
    role: 'Minister of Transport',
    of: 'Estonia',
    start: '2023-04-17',
    end: null,
    asOf: '2025-01-01',
  })
  assert.deepEqual(
    [...dated, ...undated].map(({ statement, own }) => [statement.content.text, own]),
    [
      ['that a deal was near', true],
      ['that the talks had failed', true],
      ['to meet again', true],
      ['“never again”', false],
    ],
  )
})

test('the page of a speaker and its JSON twin', async () => {
  const response = await speakers.request('/speakers/Q501')
  const shown = await response.text()
  assert.ok(shown.includes('<link rel="alternate" type="application/json" href="/api/v1/speakers/Q501">'))
  for (const part of [
    '<h1 class="headline"><bdi>Adela Orlova</bdi></h1>',
    'the week of 27 January 2025</time>',
    '>31 January 2025</time>',
    'Minister of Transport',
    'In the order of saying',
    'told by Pavel Dunmore',
    `href="/documents/${talked.document.id}#s=${talked.statements[0]!.id}"`,
  ]) {
    assert.ok(shown.includes(part), part)
  }
  const negotiated = await speakers.request('/speakers/Q501', { headers: { accept: 'application/json' } })
  assert.deepEqual(await negotiated.json(), await json('/api/v1/speakers/Q501'))
})

test('a name of several is a choice; a name of nobody is not found', async () => {
  const several = await (await speakers.request('/speakers/an')).text()
  assert.match(several, /Who is “<bdi>an<\/bdi>”\?/)
  const { speaker, others } = (await json('/api/v1/speakers/an')) as { speaker: unknown; others: { name: string }[] }
  assert.equal(speaker, null)
  for (const { name } of others) assert.ok(several.includes(`<bdi>${name}</bdi>`), name)
  for (const path of ['/speakers/nobody', '/api/v1/speakers/nobody', '/api/v1/timeline?speaker=nobody']) {
    assert.equal((await speakers.request(path)).status, 404, path)
  }
})

test('a timeline by words and dates, and what is wrong with a question', async () => {
  const of = async (query: string) =>
    (await json(`/api/v1/timeline?speaker=Q501&${query}`)) as { dated: unknown[]; undatedTotal: number }
  assert.deepEqual([(await of('about=deal')).dated.length, (await of('about=deal')).undatedTotal], [1, 0])
  assert.deepEqual([(await of('from=2025-02-01')).dated.length, (await of('to=2025-01-30')).dated.length], [1, 1])
  for (const query of ['', '?speaker=Q501&from=May', '?speaker=Q501&limit=0']) {
    assert.equal((await speakers.request(`/api/v1/timeline${query}`)).status, 400, query)
  }
})

test('statements by for whom they speak and by when they were said', async () => {
  const of = async (query: string) => {
    const { rows } = (await json(`/api/v1/statements?${query}`)) as { rows: StatementRow[] }
    return rows.map((row) => row.statement.content.text)
  }
  assert.deepEqual(await of('speaks-for=Estonia'), ['Tallinn would not pay twice'])
  assert.deepEqual(await of('said-from=2025-02-01'), ['that a deal was near'])
  const shown = await (await speakers.request('/?said-from=2025-02-01&speaks-for=Estonia')).text()
  assert.ok(shown.includes('<span class="chip-name">said from</span> <bdi>1 February 2025</bdi>'))
})

test('links, claims and what a statement has to do with others', async () => {
  const store = memoryStore(linkedPages, plainLinker)
  const linked = createApp({ store, register: sampleRegister })
  const json = async (path: string) => (await linked.request(path)).json()
  const id = linkedPages[1]!.statements[0]!.id
  assert.deepEqual(await json('/api/v1/links'), await perform(listLinks, { store }, {}))
  assert.deepEqual(
    await json(`/api/v1/links?relation=conflicts&statement=${id}`),
    await perform(listLinks, { store }, { relation: 'conflicts', statement: id }),
  )
  assert.deepEqual(await json(`/api/v1/statements/${id}/relations`), await perform(getRelations, { store }, { id }))
  assert.deepEqual(await json(`/api/v1/claims/c-${id}`), await perform(getClaim, { store }, { id: `c-${id}` }))
  assert.equal((await linked.request('/api/v1/claims/c-d-0')).status, 404)
  assert.equal((await linked.request('/api/v1/links?relation=hates')).status, 400)
})

test('searches complete, are counted and go out: facets, export of a selection, a feed that ends', async () => {
  const json = async (path: string): Promise<unknown> => (await get(path)).json()
  const facets = (await json('/api/v1/facets?text=bridge')) as { total: number; facets: { speaker: object[] } }
  assert.ok(facets.total > 0 && facets.facets.speaker.length > 0)
  const { suggestions } = (await json('/api/v1/complete?text=act:den')) as { suggestions: { insert: string }[] }
  assert.deepEqual(
    suggestions.map(({ insert }) => insert),
    ['act:denial '],
  )
  const csv = await get(`/export?format=csv&statement=${statement.id}`)
  assert.match(csv.headers.get('content-disposition')!, /onrecord\.csv/)
  assert.equal((await csv.text()).trim().split('\n').length, 2)
  assert.equal((await get('/export?format=brat')).status, 400)
  assert.equal((await get('/export?format=csv&statement=d-0000000000000000.1-2')).status, 404)
  const feed = await get('/feed.atom?text=bridge')
  assert.match(feed.headers.get('content-type')!, /^application\/atom\+xml/)
  assert.equal((await feed.text()).match(/<entry>/g)!.length, facets.total)
})

test('fields typed into the search box become filters of the address; what cannot be read is told with its place', async () => {
  const sent = await get(`/?text=${encodeURIComponent('bridge speaker:"Ana Pohl" act:denial -ferry')}`)
  assert.equal(sent.status, 302)
  const address = new URL(sent.headers.get('location')!, 'http://localhost')
  assert.deepEqual(Object.fromEntries(address.searchParams), {
    text: 'bridge -ferry',
    speaker: 'Ana Pohl',
    act: 'denial',
  })
  const whole = await get(`/?text=${encodeURIComponent('speaker:Orlova OR form:direct')}`)
  assert.equal(
    new URL(whole.headers.get('location')!, 'http://x').searchParams.get('query'),
    'speaker:Orlova OR form:direct',
  )
  const wrong = await get(`/?text=${encodeURIComponent('act:promise')}`)
  assert.equal(wrong.status, 400)
  assert.match(await wrong.text(), /at character 5: expected assertion/)
})

test('behind a proxy, feeds and citations name the address that people know', async () => {
  const editor = 'a-token-of-the-editors'
  const shown = createApp(
    { store: memoryStore(sampleEntries), register: sampleRegister },
    { publicUrl: 'https://record.example.org', tokens: { editor } },
  )
  for (const path of ['/feed.atom?text=bridge', `/statements/${statement.id}`]) {
    const response = await shown.request(path, {
      headers: { authorization: `Bearer ${editor}`, host: 'record.example.org', 'x-forwarded-for': '192.0.2.7' },
    })
    assert.equal(response.status, 200, path)
    const text = await response.text()
    assert.ok(text.includes('https://record.example.org/statements/'), path)
    assert.ok(!text.includes('http://record.example.org'), path)
  }
})
