/** Fetching from a site: what robots.txt allows, bounded in size and time, one at a time, and never where a redirect should not lead. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type FetcherOptions, guardedFetcher } from '../../src/fetch/fetcher.ts'
import { html, openSite, type Site, tagged } from './site.ts'

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site.close())

const fetcher = (options: Partial<FetcherOptions> = {}) =>
  guardedFetcher({ version: '0', allow: [site.host], delayMs: 0, limits: { totalMs: 3000, silentMs: 400 }, ...options })

const fails = (promise: Promise<unknown>, code: string, message?: RegExp) =>
  assert.rejects(promise, (error: { code: string; message: string }) => {
    assert.equal(error.code, code, error.message)
    if (message !== undefined) assert.match(error.message, message)
    return true
  })

test('a page, packed or not, with its encoding and what tells its version; unchanged where it is', async () => {
  const text = 'Ünïted'
  site.pages.set('/plain', tagged(text, '"1"'))
  site.pages.set('/gzip', (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(text)),
  )
  site.pages.set('/br', (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' }).end(brotliCompressSync(text)),
  )
  for (const path of ['/plain', '/gzip', '/br']) {
    const fetched = await fetcher().fetch(`${site.origin}${path}`)
    assert.equal(fetched.outcome, 'fetched')
    assert.equal(fetched.outcome === 'fetched' && Buffer.from(fetched.bytes).toString(), text)
  }
  const fetched = await fetcher().fetch(`${site.origin}/plain`)
  assert.deepEqual(fetched.outcome === 'fetched' && [fetched.charset, fetched.etag], ['utf-8', '"1"'])
  assert.deepEqual(await fetcher().fetch(`${site.origin}/plain`, { etag: '"1"' }), { outcome: 'unchanged' })
})

test('redirects are followed, but not for ever and not where no page may lead', async () => {
  const to = (location: string) => (_: unknown, response: import('node:http').ServerResponse) =>
    void response.writeHead(302, { location }).end()
  site.pages.set('/there', html('there'))
  site.pages.set('/moved', to('/there'))
  site.pages.set('/circle', to('/circle'))
  site.pages.set('/inside', to('http://169.254.169.254/latest/meta-data/'))
  site.pages.set('/other-port', to(`http://127.0.0.1:1/`))
  site.pages.set('/file', to('file:///etc/passwd'))
  const fetched = await fetcher().fetch(`${site.origin}/moved`)
  assert.equal(fetched.outcome === 'fetched' && fetched.url, `${site.origin}/there`)
  await fails(fetcher().fetch(`${site.origin}/circle`), 'fetch-failed', /more than 5 redirects/)
  for (const path of ['/inside', '/other-port', '/file'])
    await fails(fetcher().fetch(`${site.origin}${path}`), 'address-refused')
})

test('a name that leads to this machine is refused, also where the second look at it says otherwise', async () => {
  let looks = 0
  const resolve: FetcherOptions['resolve'] = (_, done) =>
    done(null, [{ address: looks++ === 0 ? '127.0.0.1' : '8.8.8.8', family: 4 }])
  await fails(fetcher({ resolve, allow: [] }).fetch('http://rebinding.example:8080/'), 'address-refused')
  assert.equal(looks, 1)
})

test('too much, too slow, no text: given up', async () => {
  site.pages.set('/bomb', (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(30_000_000))),
  )
  site.pages.set('/endless', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const timer = setInterval(() => response.write(Buffer.alloc(65_536, 97)), 1)
    response.on('close', () => clearInterval(timer))
  })
  site.pages.set('/silent', () => {})
  site.pages.set('/stops', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('begun')
  })
  site.pages.set('/drips', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const timer = setInterval(() => response.write('.'), 50)
    response.on('close', () => clearInterval(timer))
  })
  site.pages.set('/lies', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' }).write('short')
    setTimeout(() => response.destroy(), 20)
  })
  site.pages.set('/picture', (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('x'))
  const small = fetcher({ limits: { maxBytes: 1_000_000, totalMs: 1500, silentMs: 400 } })
  await fails(small.fetch(`${site.origin}/bomb`), 'fetch-failed', /more than 1 MB/)
  await fails(small.fetch(`${site.origin}/endless`), 'fetch-failed', /more than 1 MB/)
  for (const path of ['/silent', '/stops', '/drips', '/lies'])
    await fails(small.fetch(`${site.origin}${path}`), 'fetch-failed')
  await fails(small.fetch(`${site.origin}/picture`), 'fetch-failed', /image\/png, no text/)
  await fails(small.fetch(`${site.origin}/nowhere`), 'fetch-failed', /answers 404/)
})

test('robots.txt: the group of our name, else of all; an error of the server allows nothing, a missing file everything', async () => {
  const robots = (text: string, status = 200) =>
    site.pages.set(
      '/robots.txt',
      (_, response) => void response.writeHead(status, { 'content-type': 'text/plain' }).end(text),
    )
  for (const path of ['/open', '/closed']) site.pages.set(path, html(path))
  robots('User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /closed\nCrawl-delay: 7\n')
  const pauses: number[] = []
  const polite = fetcher({ now: () => 0, pause: async (ms) => void pauses.push(ms) })
  await polite.fetch(`${site.origin}/open`)
  await fails(polite.fetch(`${site.origin}/closed`), 'robots-disallow')
  await polite.fetch(`${site.origin}/open`)
  assert.deepEqual(pauses, [7000])
  robots('no', 503)
  await fails(fetcher().fetch(`${site.origin}/open`), 'fetch-failed', /its robots\.txt cannot be had/)
  robots('User-agent: *\nDisallow: /closed')
  site.pages.set('/leads', (_, response) => void response.writeHead(302, { location: '/closed' }).end())
  await fails(fetcher().fetch(`${site.origin}/leads`), 'robots-disallow', /closed/)
  robots(`User-agent: *\n${`Disallow: /${'*a'.repeat(500)}b\n`.repeat(400)}`)
  const started = performance.now()
  await fetcher()
    .fetch(`${site.origin}/open?${'a'.repeat(1500)}`)
    .catch(() => {})
  assert.ok(performance.now() - started < 1500)
  robots('', 404)
  assert.equal((await fetcher().fetch(`${site.origin}/open`)).outcome, 'fetched')
  robots(`${'#'.repeat(3_000_000)}\nUser-agent: *\nDisallow: /`)
  assert.equal((await fetcher().fetch(`${site.origin}/open`)).outcome, 'fetched')
  site.pages.delete('/robots.txt')
})

test('an answer that nobody asked for: unchanged to who has nothing, packed in a way that was not offered', async () => {
  site.pages.set('/304', (_, response) => void response.writeHead(304).end())
  site.pages.set(
    '/zstd',
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'zstd' }).end('x'),
  )
  for (const path of ['/304', '/zstd']) await fails(fetcher().fetch(`${site.origin}${path}`), 'fetch-failed')
})

test('a clock that jumps back keeps nobody waiting for years', async () => {
  let time = Date.parse('2030-01-01')
  const pauses: number[] = []
  site.pages.set('/again', html('again'))
  const one = fetcher({ now: () => time, pause: async (ms) => void pauses.push(ms), delayMs: 1000 })
  await one.fetch(`${site.origin}/again`)
  time = Date.parse('2026-01-01')
  await one.fetch(`${site.origin}/again`)
  assert.ok(
    pauses.every((ms) => ms <= 60_000),
    String(pauses),
  )
})

test('one question at a time to a host', async () => {
  let open = 0
  site.pages.set('/slow', (_, response) => {
    assert.equal(++open, 1)
    setTimeout(() => {
      open--
      html('slow')(_, response)
    }, 30)
  })
  const one = fetcher()
  await Promise.all([1, 2, 3].map(() => one.fetch(`${site.origin}/slow`)))
})
