/** Tests of the guard through the app: who may do what, from where, how much and how often. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { readingDeps } from '../../src/runtime/reading.ts'
import { MOST_FOLLOWED } from '../../src/server/add-events.ts'
import { MOST_FILES, MOST_REMEMBERED, MOST_WAITING } from '../../src/server/add-queue.ts'
import { type AppOptions, createApp } from '../../src/server/app.ts'
import { ATTEMPTS, LARGE_AT_ONCE, WRITES } from '../../src/server/guard.ts'
import { clientOf } from '../../src/server/guard-client.ts'
import { LARGE_BODY, needsOf } from '../../src/server/guard-table.ts'
import { GRACE_MS, HEADERS_SECONDS, MOST_CONNECTIONS, REQUEST_SECONDS } from '../../src/server/serve.ts'
import { MOST_SESSIONS, SESSION_SECONDS } from '../../src/server/session-store.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleEntries } from '../support/sample-ledger.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const tokens = { editor: 'an-editor-token-1', reader: 'a-reader-token-01' }
const deps = { ...readingDeps({ model: 'rules' }), register: sampleRegister }

function appWith(options: AppOptions = {}) {
  const store = memoryStore(sampleEntries)
  return createApp({ ...deps, store }, { ingest: { ...deps, store }, ...options })
}

const open = appWith()
const closed = appWith({ tokens })

const asEditor = { authorization: `Bearer ${tokens.editor}` }
const asReader = { authorization: `Bearer ${tokens.reader}` }
const json = { 'content-type': 'application/json' }
const story = JSON.stringify({ content: 'Ferry\n\nAda Wren, the mayor, said on Monday that the ferry would sail.' })

const post = (path: string, headers: Record<string, string>, body = story) => ({
  path,
  init: { method: 'POST', headers, body },
})
const statusOf = async (app: typeof open, { path, init }: ReturnType<typeof post>): Promise<number> =>
  (await app.request(path, init)).status

test('a change comes from a page of this server, or from a program', async () => {
  const cases: readonly (readonly [headers: Record<string, string>, status: number])[] = [
    [{}, 200],
    [{ origin: 'http://localhost' }, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, 200],
    // What a browser sends of a page that hides its address.
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'http://localhost.evil.example' }, 403],
    [{ origin: 'http://localhost:81' }, 403],
    [{ origin: 'not an origin' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' }, 403],
  ]
  await open.request('/api/v1/documents', { method: 'POST', headers: json, body: story })
  for (const [headers, status] of cases) {
    assert.equal(
      await statusOf(open, post('/api/v1/documents', { ...json, ...headers })),
      status,
      JSON.stringify(headers),
    )
  }
})

test('reading is nobody’s attack: a link from elsewhere opens a page', async () => {
  const response = await open.request('/', {
    headers: { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' },
  })
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('access-control-allow-origin'), null)
})

test('a form that does not tell where it comes from is refused, unless it has a token', async () => {
  const form = () => {
    const body = new FormData()
    body.set('content', 'Ada Wren, the mayor, said on Monday that the ferry would sail.')
    return { method: 'POST', body }
  }
  assert.equal((await open.request('/add', form())).status, 403)
  assert.equal((await open.request('/add', { ...form(), headers: { 'sec-fetch-site': 'same-origin' } })).status, 303)
  assert.equal((await closed.request('/add', { ...form(), headers: asEditor })).status, 303)
})

test('without a token of the server: 401, a page with the form for people, problem JSON for programs', async () => {
  const page = await closed.request('/documents?text=dam')
  assert.equal(page.status, 401)
  assert.match(page.headers.get('www-authenticate')!, /^Bearer/)
  const shown = await page.text()
  assert.match(shown, /<form method="post" action="\/sign-in">/)
  assert.ok(shown.includes('name="to" value="/documents?text=dam"'))
  for (const path of ['/api/v1/statements', '/api/v1/nope', '/mcp', '/add', '/nope', '/add/jobs/x/events']) {
    const response = await closed.request(path, { headers: { accept: 'application/json' } })
    assert.equal(response.status, 401, path)
    assert.equal(((await response.json()) as { code: string }).code, 'not-signed-in')
  }
  assert.equal((await closed.request('/assets/style.css')).status, 200)
  assert.equal((await closed.request('/sign-in')).status, 200)
})

test('a token opens, a wrong one does not, and what is answered is for nobody else to keep', async () => {
  for (const headers of [asEditor, asReader]) {
    const response = await closed.request('/api/v1/summary', { headers })
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('cache-control'), 'private, no-cache')
    assert.match(response.headers.get('vary')!, /authorization, cookie/)
  }
  for (const authorization of [
    'Bearer wrong',
    'Bearer',
    'Basic eDp5',
    `Bearer ${tokens.editor}x`,
    `${tokens.editor}`,
  ]) {
    const response = await appWith({ tokens }).request('/api/v1/summary', { headers: { authorization } })
    assert.equal(response.status, 401, authorization)
    assert.match(response.headers.get('www-authenticate')!, /invalid_token/)
    assert.ok(!(await response.text()).includes('wrong"'))
  }
})

test('a reader reads and verifies, an editor adds', async () => {
  const verify = post('/api/v1/verify', { ...json }, '[]')
  const add = post('/api/v1/documents', json)
  const as = (request: typeof add, headers: Record<string, string>) => ({
    ...request,
    init: { ...request.init, headers: { ...request.init.headers, ...headers } },
  })
  // 400: it was looked at, and is no question.
  assert.equal(await statusOf(closed, as(verify, asReader)), 400)
  assert.equal(await statusOf(closed, as(add, asReader)), 403)
  assert.equal(await statusOf(closed, as(add, asEditor)), 201)
  assert.equal((await closed.request('/add', { headers: asReader })).status, 403)
  assert.equal((await closed.request('/add', { headers: asEditor })).status, 200)
})

test('a server that only reads adds for nobody', async () => {
  const deaf = [appWith({ readOnly: true }), appWith({ ingest: undefined }), appWith({ readOnly: true, tokens })]
  for (const app of deaf) {
    const response = await app.request('/api/v1/documents', {
      method: 'POST',
      headers: { ...json, ...asEditor },
      body: story,
    })
    assert.equal(response.status, 403)
    assert.equal(((await response.json()) as { code: string }).code, 'read-only')
    const page = await app.request('/add', { headers: asEditor })
    assert.equal(page.status, 403)
    assert.match(await page.text(), /this server only reads/)
    assert.equal((await app.request('/api/v1/summary', { headers: asEditor })).status, 200)
  }
})

test('through a proxy nobody is the owner', async () => {
  for (const name of ['forwarded', 'x-forwarded-for', 'x-real-ip']) {
    const headers = { [name]: '203.0.113.7' }
    assert.equal((await open.request('/', { headers })).status, 403, name)
    assert.equal((await closed.request('/', { headers: { ...headers, ...asReader } })).status, 200, name)
  }
})

test('the address people know is answered to, and its pages may change things', async () => {
  const app = appWith({ tokens, publicUrl: 'https://record.example' })
  const at = (host: string, origin: string) =>
    app.request('/api/v1/documents', { method: 'POST', headers: { ...json, ...asEditor, host, origin }, body: story })
  assert.equal((await at('record.example', 'https://record.example')).status, 201)
  assert.equal((await at('record.example:443', 'https://record.example')).status, 200)
  assert.equal((await at('localhost', 'https://record.example')).status, 200)
  assert.equal((await at('record.example', 'https://other.example')).status, 403)
  assert.equal((await at('other.example', 'https://other.example')).status, 400)
})

test('other methods: 405 with those there are, 404 where there is nothing', async () => {
  const cases = [
    ['POST', '/', 405, 'GET, HEAD'],
    ['DELETE', '/documents', 405, 'GET, HEAD'],
    ['PUT', '/add', 405, 'GET, HEAD, POST'],
    ['OPTIONS', '/api/v1/documents', 405, 'GET, HEAD, POST'],
    ['GET', '/sign-out', 405, 'POST'],
    ['POST', '/nope', 404, null],
    ['GET', '/nope', 404, null],
  ] as const
  for (const [method, path, status, allow] of cases) {
    const response = await open.request(path, { method })
    assert.deepEqual([response.status, response.headers.get('allow')], [status, allow], `${method} ${path}`)
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  }
})

test('a body of another type is 415, a larger one 413, however it is sent', async () => {
  const large = 'x'.repeat(20_000_001)
  for (const [type, status] of [
    ['application/xml', 415],
    ['', 415],
    ['text/plain; charset=utf-8', 201],
  ] as const) {
    const body = new TextEncoder().encode(`Ferry\n\nAda Wren, the mayor, said on Monday: ${type}`)
    const response = await open.request('/api/v1/documents', {
      method: 'POST',
      headers: type === '' ? {} : { 'content-type': type },
      body,
    })
    assert.equal(response.status, status, type)
  }
  const declared = await open.request('/api/v1/documents', {
    method: 'POST',
    headers: { ...json, 'content-length': '20000001' },
    body: '{}',
  })
  assert.equal(declared.status, 413)
  assert.match(((await declared.json()) as { detail: string }).detail, /larger than 20 MB/)
  const streamed = new Request('http://localhost/api/v1/documents', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: new Blob([large]).stream(),
    duplex: 'half',
  } as RequestInit)
  assert.equal((await open.request(streamed)).status, 413)
  const signIn = {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: `token=${'x'.repeat(5000)}`,
  }
  assert.equal((await open.request('/sign-in', signIn)).status, 413)
})

test('large requests are taken a few at a time, small ones beside them', async () => {
  let release = () => {}
  const free = new Promise<void>((resolve) => {
    release = resolve
  })
  const extractor = { ...deps.extractor, extract: () => free.then(() => Promise.reject(new Error('over'))) }
  const app = appWith({ ingest: { ...deps, store: memoryStore(), extractor }, report: () => {} })
  const add = (body: string) =>
    app.request('/api/v1/documents', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'content-length': String(body.length) },
      body,
    })
  const large = 'x'.repeat(LARGE_BODY)
  const taken = Array.from({ length: LARGE_AT_ONCE }, (_, n) => add(`${n}${large}`))
  await new Promise((resolve) => setTimeout(resolve, 50))
  const refused = await add(large)
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '10'])
  const small = add('Ada Wren said that it would sail.')
  assert.equal(await Promise.race([small, new Promise((resolve) => setTimeout(resolve, 50, 'taken'))]), 'taken')
  release()
  assert.deepEqual([...new Set((await Promise.all([...taken, small])).map(({ status }) => status))], [500])
})

const env = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress, localPort: 80 } } })

test('changes are limited for each client, and come back with time', async () => {
  let now = 0
  const app = appWith({ now: () => now })
  const add = (address: string) =>
    app.request('/api/v1/documents', { method: 'POST', headers: json, body: 'not JSON' }, env(address))
  for (let i = 0; i < WRITES.burst; i++) assert.equal((await add('198.51.100.1')).status, 400)
  const refused = await add('198.51.100.1')
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('retry-after'), '1')
  assert.equal((await add('::ffff:198.51.100.1')).status, 429)
  assert.equal((await add('198.51.100.2')).status, 400)
  assert.equal((await app.request('/api/v1/summary', {}, env('198.51.100.1'))).status, 200)
  now += 60_000 / WRITES.perMinute
  assert.equal((await add('198.51.100.1')).status, 400)
  assert.equal((await add('198.51.100.1')).status, 429)
})

test('wrong tokens are limited, and then the right one waits too', async () => {
  let now = 0
  const app = appWith({ tokens, now: () => now })
  const ask = (authorization: string, address = '198.51.100.1') =>
    app.request('/api/v1/summary', { headers: { authorization } }, env(address))
  for (let i = 0; i < ATTEMPTS.burst; i++) assert.equal((await ask(`Bearer guess-${i}`)).status, 401)
  assert.equal((await ask('Bearer guess')).status, 429)
  assert.equal((await ask(asEditor.authorization)).status, 429)
  assert.equal((await ask(asEditor.authorization, '198.51.100.2')).status, 200)
  now += 60_000
  assert.equal((await ask(asEditor.authorization)).status, 200)
})

test('who counts as one client: an address, a household of IPv6, whom our own proxy names', () => {
  const client = (address: string, forwarded: string | null, behindProxy: boolean): string => {
    const header = (name: string) => (name === 'x-forwarded-for' ? (forwarded ?? undefined) : undefined)
    return clientOf({ env: env(address), req: { header } } as unknown as Parameters<typeof clientOf>[0], behindProxy)
  }
  assert.equal(client('198.51.100.1', '203.0.113.9', false), '198.51.100.1')
  assert.equal(client('198.51.100.1', '203.0.113.9', true), '198.51.100.1')
  assert.equal(client('127.0.0.1', '10.0.0.1, 203.0.113.9', true), '203.0.113.9')
  assert.equal(client('::1', 'nonsense', true), '::1')
  assert.equal(client('::ffff:127.0.0.1', null, true), '127.0.0.1')
  assert.equal(client('2001:db8:1:2:3:4:5:6', null, false), '2001:db8:1:2')
  assert.equal(client('2001:db8:1:2::9', null, false), '2001:db8:1:2')
  assert.equal(client('2001:db8::1', null, false), '2001:db8:0:0')
})

test('tokens that can be guessed, or told apart from nothing, are refused', () => {
  for (const [given, name] of [
    [{ editor: 'short' }, 'ONRECORD_TOKEN'],
    [{ editor: 'with spaces in between it' }, 'ONRECORD_TOKEN'],
    [{ editor: tokens.editor, reader: 'short' }, 'ONRECORD_READER_TOKEN'],
    [{ editor: tokens.editor, reader: tokens.editor }, 'ONRECORD_READER_TOKEN'],
  ] as const) {
    assert.throws(
      () => appWith({ tokens: given }),
      (error: { code: string; message: string }) => error.code === 'token-unusable' && error.message.startsWith(name),
    )
  }
})

test('a route that nobody put into the table is open to readers where it reads, and else to nobody but editors', () => {
  assert.deepEqual(needsOf('GET', '/anything').role, 'reader')
  assert.deepEqual(needsOf('DELETE', '/anything'), { role: 'editor', body: 64_000, takes: ['form'], isWrite: true })
  assert.deepEqual(needsOf('POST', '/api/v1/anything').takes, ['json'])
  assert.equal(needsOf('HEAD', '/add').role, 'editor')
  assert.equal(needsOf('POST', '/assets/style.css').role, null)
})

test('the log has a line a request, with no query, no text and no token', async () => {
  const lines: string[] = []
  const app = appWith({ tokens, log: (line) => lines.push(line) })
  await app.request('/api/v1/statements?text=secretword', { headers: asReader })
  await app.request('/nope', { headers: asReader })
  await app.request('/', { headers: { authorization: 'Bearer guessed-token' } })
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.deepEqual(
    told.map(({ method, path, status }) => [method, path, status]),
    [
      ['GET', '/api/v1/statements', 200],
      ['GET', '/nope', 404],
      ['GET', '/', 401],
    ],
  )
  for (const line of told) assert.deepEqual(Object.keys(line), ['time', 'method', 'path', 'status', 'ms', 'bytes'])
  assert.ok(!/secretword|token|guessed/.test(lines.join('')))
})

test('whatever comes, the answer is no fault of ours and has the headers', async () => {
  const name = fc.constantFrom(
    'origin',
    'sec-fetch-site',
    'authorization',
    'cookie',
    'host',
    'content-type',
    'accept',
    'last-event-id',
    'x-forwarded-for',
    'forwarded',
  )
  const value = fc.oneof(
    fc.string({ maxLength: 40 }).map((text) => text.replace(/[^\x20-\x7e]/g, '').trim()),
    fc.constantFrom(
      'localhost',
      'http://localhost',
      'same-origin',
      'application/json',
      'multipart/form-data; boundary=x',
      `Bearer ${tokens.editor}`,
      'onrecord=x; __Host-onrecord=',
      '*/*',
    ),
  )
  const path = fc.oneof(
    fc.constantFrom(
      '/',
      '/add',
      '/add/jobs/x/events',
      '/sign-in?to=//x',
      '/sign-out',
      '/mcp',
      '/api/v1/documents',
      '/api/v1/statements/x',
      '/assets/%2e%2e/x',
      '/verify',
    ),
    fc.webPath().map((made) => (made.startsWith('/') ? made : `/${made}`)),
  )
  const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH')
  const body = fc.oneof(fc.constant(undefined), fc.string({ maxLength: 60 }), fc.json())
  const faults: unknown[] = []
  const apps = [{}, { tokens }, { tokens, publicUrl: 'https://record.example' }, { readOnly: true }].map((options) =>
    appWith({ ...options, report: ({ cause }) => faults.push(cause) }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...apps),
      method,
      path,
      fc.dictionary(name, value),
      body,
      async (app, method, path, headers, body) => {
        const sent = method === 'GET' || method === 'HEAD' || body === undefined ? {} : { body }
        const response = await app.request(path, { method, headers, ...sent })
        assert.deepEqual(faults, [])
        assert.ok(response.status < 500, `${response.status}`)
        assert.match(response.headers.get('content-security-policy')!, /default-src 'none'/)
        assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
        assert.equal(response.headers.get('access-control-allow-origin'), null)
      },
    ),
    { numRuns: 400 },
  )
})

test('docs/serve.md has every limit as it is', () => {
  const page = readFileSync(new URL('../../docs/serve.md', import.meta.url), 'utf8')
  const mb = (bytes: number) => `${bytes / 1_000_000} MB`
  const rows = [
    ['an upload to', mb(needsOf('POST', '/add').body)],
    ['an upload to', mb(needsOf('POST', '/api/v1/documents').body)],
    ['files in one upload', `${MOST_FILES}`],
    ['pages that wait', `${MOST_WAITING.files}, and ${mb(MOST_WAITING.bytes)}`],
    ['a draft or quotation', mb(needsOf('POST', '/verify').body)],
    ['a message to', mb(needsOf('POST', '/mcp').body)],
    [
      'any other body',
      `${needsOf('POST', '/x').body / 1000} kB; the sign-in form ${needsOf('POST', '/sign-in').body / 1000} kB`,
    ],
    [`requests with bodies of ${mb(LARGE_BODY)} or more`, `${LARGE_AT_ONCE}`],
    ['changes by one client', `${WRITES.burst} at once, then ${WRITES.perMinute} a minute`],
    ['wrong tokens', `${ATTEMPTS.burst} at once, then ${ATTEMPTS.perMinute} a minute`],
    ['sessions', `${MOST_SESSIONS}, each for ${SESSION_SECONDS / 3600} hours`],
    ['additions whose progress', `${MOST_REMEMBERED}`],
    ['pages that follow', `${MOST_FOLLOWED}`],
    ['the time in which a request', `${REQUEST_SECONDS} s, its headers ${HEADERS_SECONDS} s`],
    ['connections', `${MOST_CONNECTIONS}`],
    ['the time in which work is finished', `${GRACE_MS / 1000} s`],
  ] as const
  const lines = page.split('\n').filter((line) => line.startsWith('| '))
  for (const [what, limit] of rows) {
    assert.ok(
      lines.some((line) => line.startsWith(`| ${what}`) && line.includes(`| ${limit}`)),
      `${what}: ${limit}`,
    )
  }
})
