/** Feeds, sitemaps and lists of every kind → addresses; what is no feed is none, and hostile ones end. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feedsOf, readFeed } from '../../src/read/read-feed.ts'

const base = 'https://courier.example/feeds/news.xml'
const read = (text: string) => readFeed(new TextEncoder().encode(text), base)

test('RSS 2.0, RSS 1.0, Atom and JSON Feed: addresses, titles and days, each address once', () => {
  const feeds = [
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>
      <item><title>One</title><link>https://courier.example/1#top</link><pubDate>Tue, 02 Jun 2026 09:00:00 GMT</pubDate></item>
      <item><title>Two</title><link>/2</link></item><item><title>Again</title><link>/2</link></item>
      <item><title>Bad</title><link>javascript:alert(1)</link></item></channel></rss>`,
    `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Courier</title></channel>
      <item><title>One</title><link>https://courier.example/1</link><dc:date>2026-06-02T09:00:00Z</dc:date></item>
      <item><title>Two</title><link>https://courier.example/2</link></item></rdf:RDF>`,
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
      <entry><title>One</title><link rel="self" href="https://courier.example/x"/><link rel="alternate" href="https://courier.example/1"/><published>2026-06-02T09:00:00Z</published></entry>
      <entry><title>Two</title><link href="/2"/></entry></feed>`,
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Courier',
      items: [
        { id: '1', url: 'https://courier.example/1', title: 'One', date_published: '2026-06-02T09:00:00Z' },
        { id: '2', url: 'https://courier.example/2', title: 'Two' },
      ],
    }),
  ]
  for (const text of feeds) {
    const feed = read(text)!
    assert.equal(feed.kind, 'feed', text.slice(0, 40))
    assert.equal(feed.title, 'Courier')
    assert.deepEqual(
      feed.items.slice(0, 2),
      [
        { url: 'https://courier.example/1', title: 'One', published: '2026-06-02' },
        { url: 'https://courier.example/2', title: 'Two', published: null },
      ],
      text.slice(0, 60),
    )
    assert.equal(feed.items.length, 2)
  }
})

test('sitemaps with news, indexes of them, and lists of feeds', () => {
  const sitemap =
    read(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://courier.example/1?a=1&amp;b=2</loc><news:news><news:publication_date>2026-06-02</news:publication_date><news:title>One &amp; only</news:title></news:news></url>
    <url><loc>ftp://courier.example/2</loc></url></urlset>`)
  assert.deepEqual(sitemap?.items, [
    { url: 'https://courier.example/1?a=1&b=2', title: 'One & only', published: '2026-06-02' },
  ])
  const index = read(
    '<sitemapindex><sitemap><loc>https://courier.example/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>',
  )
  assert.deepEqual(
    [index?.kind, index?.items, index?.feeds],
    ['sitemap', [], ['https://courier.example/a.xml', 'https://courier.example/b.xml']],
  )
  const opml =
    read(`<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="news">
    <outline type="rss" text="A" xmlUrl="https://a.example/rss"/><outline type="rss" text="B" xmlUrl="https://b.example/rss"/></outline></body></opml>`)
  assert.deepEqual([opml?.kind, opml?.feeds], ['list', ['https://a.example/rss', 'https://b.example/rss']])
})

test('what is no feed is none; hostile ones end soon', () => {
  for (const text of [
    '',
    'plain text',
    '<!doctype html><html><body>rss</body></html>',
    '{"a": 1}',
    '<rss',
    '\0\0',
    '[]',
  ]) {
    const feed = read(text)
    assert.ok(feed === null || feed.items.length === 0, text)
  }
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&j;</title></channel></rss>`
  const many = `<urlset>${'<url><loc>https://a.example/x</loc></url>'.repeat(100_000)}</urlset>`
  const deep = `<rss version="2.0"><channel>${'<item>'.repeat(50_000)}</channel></rss>`
  const unclosed = `<urlset>${'<url><loc>https://a.example/'.repeat(50_000)}`
  for (const text of [bomb, many, deep, unclosed]) {
    const started = performance.now()
    read(text)
    assert.ok(performance.now() - started < 3000, text.slice(0, 40))
  }
})

test('feeds that a page names', () => {
  const page = `<link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2"><link rel=alternate href='https://x.example/atom' type='application/atom+xml'><link rel="stylesheet" href="/a.css">`
  assert.deepEqual(feedsOf(page, 'https://courier.example/'), [
    'https://courier.example/rss?a=1&b=2',
    'https://x.example/atom',
  ])
})
