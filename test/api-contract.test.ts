/** Tests of the API as a contract: every operation answers what its schema says, and the description is OpenAPI. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { operations } from '../src/app/operations.ts'
import { perform } from '../src/app/perform.ts'
import { createApp } from '../src/server/app.ts'
import type { openApi } from '../src/server/openapi.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { askedLedger, questions } from './support/asked-ledger.ts'
import { entryOf } from './support/entries.ts'
import { scratchFolder } from './support/ledger-path.ts'
import { sampleRegister } from './support/sample-talks.ts'

const path = join(scratchFolder(), 'asked.db')
const store = await askedLedger(path)
after(() => store.close())
const deps = { store, register: sampleRegister }
const app = createApp(deps)
const reading = operations.filter(({ method }) => method === 'GET')

/** Of programs inside, not of a door: their input is no question, or they change what others may not. */
const INSIDE = new Set([
  'explainDocument',
  'extractDocument',
  'exportStatements',
  'getOriginal',
  'importDocument',
  'relinkLedger',
  'backupLedger',
  'checkLedger',
  'reanalyseLedger',
])

test('every operation is offered, or said to be inside', () => {
  const folder = join(import.meta.dirname, '../src/app')
  const declared = readdirSync(folder).flatMap((file) => {
    const code = readFileSync(join(folder, file), 'utf8')
    return [...code.matchAll(/^export const (\w+): Operation</gm)].map((match) => match[1]!)
  })
  const offered = new Set(operations.map(({ name }) => name))
  assert.ok(declared.length > 20)
  assert.deepEqual(
    declared.filter((name) => !offered.has(name) && !INSIDE.has(name)),
    [],
  )
})

describe('answers are what their schemas say, no more and no less', () => {
  for (const { name, operation, output } of reading) {
    test(name, async () => {
      const asked = questions[name] ?? []
      assert.ok(asked.length > 0, 'nothing to ask')
      for (const input of asked) {
        const answer = JSON.parse(JSON.stringify(await perform(operation, deps as never, input)))
        assert.deepEqual(output.parse(answer), answer)
      }
    })
  }
})

test('the ledger of these tests has links, a claim of several statements, conflicts, positions and changes', async () => {
  const json = async (address: string) => (await app.request(address)).json() as Promise<Record<string, never>>
  assert.ok(Number((await json('/api/v1/links?relation=conflicts')).total) > 0)
  const timeline = (await json('/api/v1/timeline?speaker=Q501&about=ferries')) as unknown as { positions: unknown[] }
  assert.ok(timeline.positions.length > 0)
})

test('the description is valid OpenAPI 3.1 and has every operation', async () => {
  const response = await app.request('/api/v1/openapi.json')
  const description = (await response.json()) as ReturnType<typeof openApi>
  const { valid, errors } = await new Validator().validate(structuredClone(description) as never)
  assert.ok(valid, JSON.stringify(errors))
  assert.equal(description.openapi, '3.1.0')
  const ids = Object.values(description.paths).flatMap((item) =>
    Object.values(item).map((each) => (each as { operationId: string }).operationId),
  )
  const files = ['exportStatements', 'getOriginal']
  const expected = [...operations.map(({ name }) => name), ...files, 'verifyQuoteByBody']
  assert.deepEqual(ids.sort(), expected.sort())
  const refs = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!)
  assert.deepEqual(
    refs.filter((name) => !(name in description.components.schemas)),
    [],
  )
})

test('the page of the API has every operation, and every example of it works', async () => {
  const shown = await (await app.request('/api')).text()
  for (const { name, path: address } of operations) {
    assert.ok(shown.includes(`id="${name}"`), name)
    assert.ok(shown.includes(`<code>/api/v1${address}</code>`), address)
  }
  const links = [...shown.matchAll(/<p><a href="(\/api\/v1[^"]+)">/g)].map((match) =>
    match[1]!.replaceAll('&amp;', '&'),
  )
  assert.equal(links.length, reading.length)
  for (const link of links) assert.equal((await app.request(link)).status, 200, link)
  assert.ok((await (await app.request('/')).text()).includes('<a class="twin" href="/api">API</a>'))
  const empty = createApp({ store: openSqliteStore(':memory:'), register: sampleRegister })
  assert.equal((await empty.request('/api')).status, 200)
})

describe('conditional requests', () => {
  const addresses = ['/', '/api/v1/statements?limit=2', '/api/v1/summary', '/documents', '/api/v1/openapi.json']

  test('what has not changed is answered 304 without a body, HEAD too', async () => {
    for (const address of addresses) {
      const first = await app.request(address)
      const etag = first.headers.get('etag')!
      assert.match(etag, /^W\/"[\w-]{22}"$/, address)
      const again = await app.request(address, { headers: { 'if-none-match': `"other", ${etag}` } })
      assert.equal(again.status, 304, address)
      assert.equal(await again.text(), '')
      assert.equal(again.headers.get('etag'), etag)
      assert.ok(again.headers.has('vary') && again.headers.has('cache-control'))
      assert.equal((await app.request(address, { method: 'HEAD' })).headers.get('etag'), etag)
    }
  })

  test('JSON and page of one address are told apart', async () => {
    const page = (await app.request('/documents')).headers.get('etag')
    const json = (await app.request('/documents', { headers: { accept: 'application/json' } })).headers.get('etag')
    assert.notEqual(page, json)
  })

  test('a write changes it: of this connection, and of another', async () => {
    const etag = async () => (await app.request('/api/v1/summary')).headers.get('etag')
    const before = await etag()
    assert.equal(await etag(), before)
    await store.putDocument(entryOf({ text: 'One more page, of this connection.' }))
    const own = await etag()
    assert.notEqual(own, before)
    const other = openSqliteStore(path)
    await other.putDocument(entryOf({ text: 'One more page, of another connection.' }))
    await other.close()
    assert.notEqual(await etag(), own)
  })

  test('problems, and what is no one’s ledger, have none', async () => {
    assert.equal((await app.request('/api/v1/statements/d-0')).headers.get('etag'), null)
    assert.equal((await app.request('/sign-in')).headers.get('etag'), null)
  })

  test('no operation runs for a 304', async () => {
    let summaries = 0
    const counted = new Proxy(store, {
      get(target, name) {
        if (name === 'summary') summaries++
        const value = Reflect.get(target, name) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const watched = createApp({ ...deps, store: counted })
    const etag = (await watched.request('/api/v1/summary')).headers.get('etag')!
    assert.equal(summaries, 1)
    assert.equal((await watched.request('/api/v1/summary', { headers: { 'if-none-match': etag } })).status, 304)
    assert.equal(summaries, 1)
  })
})
