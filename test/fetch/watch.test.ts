/** Following sources over rounds: what is new, what has changed, what fails, what is asked when; and the commands around it. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { type Told, type WatchDeps, watchFeeds } from '../../src/app/watch-feeds.ts'
import { guardedFetcher } from '../../src/fetch/fetcher.ts'
import { parseSources } from '../../src/read/read-sources.ts'
import { openDeps } from '../../src/runtime/wire.ts'
import { linesOf, onrecord, valuesOf } from '../cli/terminal.ts'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'
import { html, openSite, type Site, tagged } from './site.ts'

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site.close())
beforeEach(() => {
  site.pages.clear()
  site.asked.length = 0
})

const story = (number: number, words = 'stays shut'): string =>
  `<!doctype html><html lang="en"><head><title>Bridge ${number}</title></head><body><article><h1>Bridge ${number}</h1>${'<p>Trains ran on time that day, and the market was open until noon as it always is.</p>'.repeat(3)}<p>“Bridge ${number} ${words} until spring,” Ana Pohl said on Monday in a long talk with reporters.</p></article></body></html>`

const rss = (...numbers: number[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>${numbers.map((number) => `<item><title>Bridge ${number}</title><link>/${number}</link></item>`).join('')}</channel></rss>`

function follower(ledger: string) {
  let time = Date.parse('2026-06-02T08:00:00Z')
  const told: Told[] = []
  const now = () => new Date(time)
  const deps = openDeps({ ledger, mode: 'create' }, { model: 'rules' })
  const fetcher = guardedFetcher({
    version: '0',
    allow: [site.host],
    delayMs: 0,
    now: () => time,
    pause: async () => {},
  })
  const sources = [{ name: 'Courier', url: `${site.origin}/rss`, everyMs: 1_800_000, publisher: 'The Courier' }]
  const options = {
    sources,
    revisitMs: [3_600_000, 86_400_000],
    isStopped: () => false,
    tell: (each: Told) => told.push(each),
  }
  return {
    told,
    store: deps.store,
    async round(hours = 0): Promise<string | null> {
      time += hours * 3_600_000
      told.length = 0
      site.asked.length = 0
      return watchFeeds({ ...deps, now, fetcher } satisfies WatchDeps, options)
    },
    close: () => deps.store.close(),
  }
}

const asked = () => site.asked.filter((path) => path !== '/robots.txt')

test('new pages are stored once; what has not changed is not fetched again; what has becomes another version', async () => {
  site.pages.set('/rss', tagged(rss(1, 2), '"a"', 'application/rss+xml'))
  site.pages.set('/1', tagged(story(1), '"1"'))
  site.pages.set('/2', html(story(2)))
  const one = follower(ledgerPath())
  assert.equal(await one.round(), '2026-06-02T08:30:00.000Z')
  assert.deepEqual(asked(), ['/rss', '/1', '/2'])
  assert.deepEqual(
    one.told.map((each) => ('outcome' in each ? each.outcome : each.what)),
    ['source', 'stored', 'stored'],
  )
  await one.round(0.1)
  assert.deepEqual(asked(), [])
  await one.round(0.5)
  assert.deepEqual(asked(), ['/rss'])

  // An hour after they were first seen both are looked at again: one is the same, the other was changed.
  site.pages.set('/2', html(story(2, 'will open')))
  await one.round(0.6)
  assert.deepEqual(asked(), ['/rss', '/1', '/2'])
  assert.deepEqual(
    one.told.slice(1).map((each) => 'outcome' in each && each.outcome),
    ['unchanged', 'stored'],
  )
  const versions = await one.store.versionsOf(`${site.origin}/2`)
  assert.equal(versions.length, 2)
  const { rows, total } = await one.store.listDocuments({ limit: 10 })
  assert.equal(total, 3)
  assert.deepEqual([...new Set(rows.map(({ document }) => document.publisher))], ['The Courier'])
  assert.ok((await one.store.getOriginal(rows[0]!.document.id)) !== null)

  // A day later once more, and never again.
  await one.round(24)
  assert.deepEqual(asked().sort(), ['/1', '/2', '/rss'])
  await one.round(48)
  assert.deepEqual(asked(), ['/rss'])
  await one.close()
})

test('a source that fails is asked less and less often; a page that is gone no more', async () => {
  site.pages.set('/rss', (_, response) => void response.writeHead(503, { 'retry-after': '7200' }).end())
  const one = follower(ledgerPath())
  assert.equal(await one.round(), '2026-06-02T10:00:00.000Z')
  assert.equal(await one.round(2), '2026-06-02T12:00:00.000Z')
  site.pages.set('/rss', html('<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed">no feed'))
  const next = await one.round(2)
  assert.equal(next, '2026-06-02T16:00:00.000Z')
  assert.match(
    one.told[0]!.what === 'failed' ? one.told[0]!.error.message : '',
    /neither a feed nor a sitemap; it names .*\/feed/,
  )
  site.pages.set('/rss', html(rss(1, 2)))
  site.pages.set('/2', html(story(2)))
  await one.round(4)
  assert.deepEqual(asked(), ['/rss', '/1', '/2'])
  assert.deepEqual(
    one.told.map(({ what }) => what),
    ['source', 'failed', 'page'],
  )
  await one.round(48)
  assert.deepEqual(asked(), ['/rss', '/2'])
  await one.close()
})

test('robots.txt that cannot be had for a moment costs no page; an index of sitemaps stands for its parts', async () => {
  site.pages.set('/rss', html(`<sitemapindex><sitemap><loc>${site.origin}/part.xml</loc></sitemap></sitemapindex>`))
  site.pages.set('/part.xml', html(`<urlset><url><loc>${site.origin}/1</loc></url></urlset>`))
  site.pages.set('/1', (_, response) => void response.writeHead(429, { 'retry-after': '7200' }).end())
  const one = follower(ledgerPath())
  await one.round()
  assert.deepEqual(asked(), ['/rss', '/part.xml', '/1'])
  site.pages.set('/1', html(story(1)))
  await one.round(1)
  assert.ok(!asked().includes('/1'), 'not before the time that it asked for')
  await one.round(1.5)
  assert.ok(asked().includes('/1'))
  assert.equal((await one.store.listDocuments({ limit: 10 })).total, 1)
  await one.close()

  site.pages.set('/robots.txt', (_, response) => void response.writeHead(503).end())
  const other = follower(ledgerPath())
  await other.round()
  assert.equal(other.told[0]!.what, 'failed')
  site.pages.delete('/robots.txt')
  site.pages.set('/rss', html(rss(1)))
  await other.round(3)
  assert.equal((await other.store.listDocuments({ limit: 10 })).total, 1)
  await other.close()
})

test('stopped or killed in the middle: the next round has what is missing', async () => {
  site.pages.set('/rss', html(rss(1, 2, 3)))
  for (const number of [1, 2, 3]) site.pages.set(`/${number}`, html(story(number)))
  const ledger = ledgerPath()
  const one = follower(ledger)
  let stopped = false
  const deps = openDeps({ ledger, mode: 'create' }, { model: 'rules' })
  const fetcher = guardedFetcher({ version: '0', allow: [site.host], delayMs: 0 })
  await watchFeeds(
    { ...deps, fetcher },
    {
      sources: [{ name: 'Courier', url: `${site.origin}/rss`, everyMs: 60_000, publisher: null }],
      revisitMs: [],
      isStopped: () => stopped,
      tell: ({ what }) => {
        stopped = what === 'page'
      },
    },
  )
  await deps.store.close()
  assert.deepEqual(asked(), ['/rss', '/1'])
  await one.round()
  assert.deepEqual(asked(), ['/rss', '/2', '/3'])
  assert.equal((await one.store.listDocuments({ limit: 10 })).total, 3)
  await one.close()
})

test('onrecord watch --once twice, add of an address, of a feed and of a list of feeds', async () => {
  site.pages.set('/rss', html(rss(1, 2)))
  site.pages.set(
    '/opml',
    html(`<opml version="2.0"><body><outline text="a" xmlUrl="${site.origin}/rss"/></body></opml>`),
  )
  for (const number of [1, 2, 3]) site.pages.set(`/${number}`, html(story(number)))
  const [ledger, file] = [ledgerPath(), join(scratchFolder(), 'sources.toml')]
  writeFileSync(file, `delay = "0s"\nallow-hosts = ["${site.host}"]\n[[source]]\nurl = "${site.origin}/rss"\n`)
  const run = () => onrecord(['watch', file, '--once', '--format', 'jsonl', '--model', 'rules', '--ledger', ledger])
  const first = await run()
  assert.equal(first.code, 0, first.err)
  assert.deepEqual(
    valuesOf(first.out).map(({ what, outcome }) => outcome ?? what),
    ['source', 'stored', 'stored'],
  )
  assert.deepEqual(linesOf((await run()).out), [])

  const add = (...args: string[]) =>
    onrecord(['add', ...args, '--allow-host', site.host, '--model', 'rules', '--ledger', ledger])
  assert.match((await add(`${site.origin}/3`)).err, /1 stored/)
  const listed = ledgerPath()
  const all = await onrecord([
    'add',
    `${site.origin}/opml`,
    '--allow-host',
    site.host,
    '--model',
    'rules',
    '--ledger',
    listed,
  ])
  assert.equal(all.code, 0, all.err)
  assert.match(all.err, /2 stored/)
  const local = join(scratchFolder(), 'saved.xml')
  writeFileSync(local, rss(1).replace('/1', `${site.origin}/1`))
  assert.match((await add(local)).err, /0 stored .*1 there already/)
  const refused = await onrecord(['add', `${site.origin}/1`, '--ledger', ledgerPath()])
  assert.equal(refused.code, 1)
  assert.match(refused.err, /not fetched, because/)
})

test('a file of sources that is wrong anywhere: the line, and what was expected', () => {
  const fault = (text: string) => {
    try {
      parseSources(text, 's.toml')
    } catch (error) {
      return (error as Error).message
    }
    return null
  }
  assert.equal(fault('[[source]]\nurl = "https://a.example/rss"\nevery = "30m"'), null)
  assert.match(fault('')!, /line 1: expected at least one \[\[source\]\]/)
  assert.match(
    fault('[[source]]\nurl = "https://a.example"\n\n[[source]]\nurl = "a"')!,
    /line 4: source 2: url: expected an address/,
  )
  assert.match(fault('[[source]]\nurl = "https://a.example"\nevery = "5s"')!, /every: expected a minute or more/)
  assert.match(fault('[[source]]\nurl = "https://a.example"\nevry = "5m"')!, /unexpected “evry”/)
  assert.match(fault('[[source]\nurl = 1')!, /s\.toml, line 1: column/)
  assert.match(fault('contact = 3\n[[source]]\nurl = "https://a.example"')!, /contact: expected a text/)
})
