/** Tests of signing in: the cookie, its end, where one goes on, and what a page elsewhere cannot do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AppOptions, createApp } from '../../src/server/app.ts'
import { ATTEMPTS } from '../../src/server/guard.ts'
import { SESSION_SECONDS } from '../../src/server/session-store.ts'
import { localPath } from '../../src/server/sign-in-routes.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleEntries } from '../support/sample-ledger.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const tokens = { editor: 'an-editor-token-1', reader: 'a-reader-token-01' }
const appWith = (options: AppOptions = {}) =>
  createApp({ store: memoryStore(sampleEntries), register: sampleRegister }, { tokens, ...options })

const signIn = (app: ReturnType<typeof appWith>, token: string, to = '/', headers: Record<string, string> = {}) =>
  app.request('/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams({ token, to }),
  })

const cookieOf = (response: Response): string => response.headers.get('set-cookie')!.split(';')[0]!

test('the right token opens a session, which ends when one signs out', async () => {
  const app = appWith()
  const response = await signIn(app, tokens.editor, '/documents?text=bridge')
  assert.deepEqual([response.status, response.headers.get('location')], [303, '/documents?text=bridge'])
  const set = response.headers.get('set-cookie')!
  assert.match(set, /^onrecord=[\w-]{43}; /)
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', `Max-Age=${SESSION_SECONDS}`])
    assert.ok(set.includes(part), part)
  assert.ok(!set.includes(tokens.editor))

  const cookie = cookieOf(response)
  assert.equal((await app.request('/', { headers: { cookie } })).status, 200)
  assert.match(await (await app.request('/sign-in', { headers: { cookie } })).text(), /You are signed in/)

  const out = await app.request('/sign-out', {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.deepEqual([out.status, out.headers.get('location')], [303, '/sign-in'])
  assert.match(out.headers.get('set-cookie')!, /onrecord=; Max-Age=0/)
  assert.equal((await app.request('/', { headers: { cookie } })).status, 401)
})

test('a session ends by itself, and an invented one never began', async () => {
  let now = 0
  const app = appWith({ now: () => now })
  const cookie = cookieOf(await signIn(app, tokens.reader))
  now = SESSION_SECONDS * 1000 - 1
  assert.equal((await app.request('/', { headers: { cookie } })).status, 200)
  now += 2
  assert.equal((await app.request('/', { headers: { cookie } })).status, 401)
  for (const invented of [
    'onrecord=x',
    'onrecord=',
    `onrecord=${tokens.editor}`,
    `__Host-onrecord=${'A'.repeat(43)}`,
  ]) {
    assert.equal((await app.request('/', { headers: { cookie: invented } })).status, 401, invented)
  }
})

test('signing in anew ends the session before', async () => {
  const app = appWith()
  const first = cookieOf(await signIn(app, tokens.reader))
  const second = cookieOf(await signIn(app, tokens.editor, '/', { cookie: first }))
  assert.equal((await app.request('/', { headers: { cookie: first } })).status, 401)
  assert.equal((await app.request('/', { headers: { cookie: second } })).status, 200)
})

test('over TLS the cookie is bound to host and TLS', async () => {
  const app = appWith({ publicUrl: 'https://record.example' })
  const set = (
    await signIn(app, tokens.editor, '/', { host: 'record.example', origin: 'https://record.example' })
  ).headers.get('set-cookie')!
  assert.match(set, /^__Host-onrecord=/)
  assert.ok(set.includes('Secure'))
  const cookie = set.split(';')[0]!
  assert.equal((await app.request('/', { headers: { cookie, host: 'record.example' } })).status, 200)
})

test('a wrong token: the page again with one line, and after some tries a pause', async () => {
  const app = appWith()
  const wrong = await signIn(app, 'guess')
  assert.equal(wrong.status, 401)
  assert.equal(wrong.headers.get('set-cookie'), null)
  const shown = await wrong.text()
  assert.match(shown, /role="alert"[^>]*>That is no token of this server/)
  assert.ok(!shown.includes('guess'))
  for (let i = 1; i < ATTEMPTS.burst; i++) assert.equal((await signIn(app, '')).status, 401)
  const paused = await signIn(app, tokens.editor)
  assert.equal(paused.status, 429)
  assert.equal(paused.headers.get('retry-after'), '30')
  assert.match(await paused.text(), /too many wrong tokens|Too many wrong tokens/)
})

test('another site can neither sign somebody in nor out', async () => {
  const app = appWith()
  const cookie = cookieOf(await signIn(app, tokens.editor))
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' },
  ]) {
    assert.equal((await signIn(app, tokens.editor, '/', headers)).status, 403)
    const out = await app.request('/sign-out', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
    assert.equal(out.status, 403)
  }
  assert.equal((await app.request('/', { headers: { cookie } })).status, 200)
})

test('one goes on to a place of this server and nowhere else', async () => {
  for (const [to, place] of [
    ['/documents?text=a%20b', '/documents?text=a%20b'],
    ['/speakers/Ад', '/speakers/%D0%90%D0%B4'],
    ['//evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['/.//evil.example/', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in', '/'],
    ['', '/'],
    [undefined, '/'],
  ] as const) {
    assert.equal(localPath(to), place, String(to))
  }
  assert.equal((await signIn(appWith(), tokens.editor, '//evil.example')).headers.get('location'), '/')
})

test('a server without tokens has nobody to sign in', async () => {
  const app = appWith({ tokens: undefined })
  assert.match(await (await app.request('/sign-in')).text(), /No need to sign in/)
  const response = await signIn(app, 'whatever')
  assert.deepEqual([response.status, response.headers.get('set-cookie')], [303, null])
})

test('a link from elsewhere comes without the cookie, and is sent round to come with it', async () => {
  const app = appWith()
  const cookie = cookieOf(await signIn(app, tokens.reader))
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  const first = await app.request('/documents?text=a%20b', { headers: link })
  assert.equal(first.status, 401)
  assert.equal(first.headers.get('refresh'), '0;url=/sign-in?to=%2Fdocuments%3Ftext%3Da%2520b')
  const round = '/sign-in?to=%2Fdocuments%3Ftext%3Da%2520b'
  const second = await app.request(round, { headers: { cookie } })
  assert.deepEqual([second.status, second.headers.get('location')], [303, '/documents?text=a%20b'])
  const stranger = await app.request(round)
  assert.equal(stranger.status, 200)
  assert.equal(stranger.headers.get('refresh'), null)
  assert.ok((await stranger.text()).includes('name="to" value="/documents?text=a%20b"'))
  for (const headers of [{ ...link, 'sec-fetch-site': 'same-origin' }, { ...link, 'sec-fetch-mode': 'cors' }, {}]) {
    assert.equal((await app.request('/', { headers })).headers.get('refresh'), null)
  }
})
