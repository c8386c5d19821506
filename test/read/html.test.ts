/** HTML: what becomes text and what does not, how it is laid out, and what the page says of itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReadSource, readDocument } from '../../src/read/index.ts'

const paragraphs = [
  'The mayor of Aldermere said on Tuesday that the bridge would open before the winter, whatever the weather did.',
  '"We have waited long enough," she told the council, adding that the last tests had gone well and the road was dry.',
  'Opponents, who had called the bridge a waste, said that they would watch the accounts, and that they expected a report.',
  'The council votes on the matter in June, and a first toll is to be raised in autumn, according to its chairman.',
]
const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n')
const page = (head: string, content = body, html = '<html lang="en">') =>
  `<!doctype html>${html}<head>${head}</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>` +
  `<article>${content}</article><footer><p>All rights reserved by the Example, which is a newspaper.</p></footer></body></html>`
const read = (html: string, source: Partial<ReadSource> = {}) =>
  readDocument({ bytes: Buffer.from(html), file: 'page.html', ...source })
const blocksOf = (html: string) => {
  const outcome = read(html)
  return outcome.blocks.map(({ start, end, kind }) => `${kind}: ${outcome.text.slice(start, end)}`)
}

test('paragraphs keep their breaks, the headline comes first, navigation and footer go', () => {
  const outcome = read(page('<title>Bridge opens</title>', `<h1>Bridge opens</h1>${body}`))
  assert.equal(outcome.text, ['Bridge opens', ...paragraphs].join('\n\n'))
  assert.deepEqual(
    outcome.blocks.map(({ kind }) => kind),
    ['headline', 'paragraph', 'paragraph', 'paragraph', 'paragraph'],
  )
})

test('white space is collapsed, entities are decoded once, soft hyphens vanish, a line break stays', () => {
  const odd = `<p>It  was\n   <b>&quot;not&quot;</b>&nbsp;said &amp;lt;twice&amp;gt; by Müller&shy;mann,<br>she   added, and so it went on for long enough to count.</p>`
  const found = blocksOf(page('', `<h1>Bridge opens</h1>${body}${odd}`)).at(-1)
  assert.equal(
    found,
    'paragraph: It was "not" said &lt;twice&gt; by Müllermann,\nshe added, and so it went on for long enough to count.',
  )
})

test('lists, quotations and captions are blocks of their kind', () => {
  const rich = `${body}<blockquote><p>The bridge is ours, and it will stay ours for as long as anybody crosses it.</p></blockquote>
    <ul><li>The bridge opens in November, the council said.</li><li>The toll comes later, in the autumn after.</li></ul>
    <figure><img src="a.jpg"><figcaption>The new bridge on Monday.</figcaption></figure><p>${paragraphs[2]} Again.</p>`
  const found = blocksOf(page('', `<h1>Bridge opens</h1>${rich}`))
  assert.ok(found.includes('quote: The bridge is ours, and it will stay ours for as long as anybody crosses it.'))
  assert.ok(found.includes('list-item: The bridge opens in November, the council said.'))
  assert.ok(found.includes('caption: The new bridge on Monday.'))
  const { text } = read(page('', `<h1>Bridge opens</h1>${rich}`))
  assert.match(text, /council said\.\nThe toll/)
})

test('paragraphs made of line breaks are found', () => {
  const found = blocksOf(page('', `<h1>Bridge opens</h1><div>${paragraphs.join('<br><br>')}</div>`))
  assert.deepEqual(
    found.slice(1),
    paragraphs.map((text) => `paragraph: ${text}`),
  )
})

test('scripts, styles, templates, forms and hidden parts never become text', () => {
  const hidden = ['<script>var secret1</script>', '<style>.secret2{}</style>', '<template><p>secret3</p></template>']
  hidden.push(
    '<p hidden>secret4 is not shown to anybody who reads.</p>',
    '<p style="display: none">secret5 is not shown.</p>',
  )
  hidden.push('<span class="sr-only">secret6</span>', '<noscript><p>secret7 is for others.</p></noscript>')
  hidden.push(
    '<svg><title>secret8</title><text>secret8</text></svg>',
    '<textarea>secret9</textarea>',
    '<!-- secret10 -->',
  )
  const { text } = read(page('', `<h1>Bridge opens</h1>${body}${hidden.join('')}`))
  assert.doesNotMatch(text, /secret/)
})

test('shares, newsletters, related links and comments are left out; embedded posts stay', () => {
  const furniture = `<div class="share-buttons"><p>Tell your friends about this article, it would help us.</p></div>
    <div class="newsletter-signup"><p>Every morning the best of the Example, in your mailbox, for nothing.</p></div>
    <p><a href="/x">Ferry strike enters second week</a></p><h3>Related articles</h3><ul><li><a href="/y">Ten bridges</a></li></ul>
    <div class="social-embed"><blockquote class="tweet"><p>The bridge is a disgrace, and I will not cross it.</p></blockquote></div>
    <div id="comments"><p>I for one shall swim, as my father did before me.</p></div>`
  const { text } = read(page('', `<h1>Bridge opens</h1>${body}${furniture}<p>${paragraphs[0]} Finally.</p>`))
  assert.doesNotMatch(text, /friends|mailbox|Ferry|Ten bridges|swim/)
  assert.match(text, /disgrace/)
  assert.match(text, /Finally\.$/)
})

test('standfirst, byline and date line between headline and article are kept', () => {
  const head = `<header><h1>Bridge opens</h1><p class="standfirst">After nine years of work the river is crossed at last.</p>
    <div class="byline">By Jane Doe</div><div class="date">21 June 2024</div></header>`
  const found = blocksOf(
    `<html lang="en-GB"><head><title>Bridge opens - The Example</title></head><body>${head}<main><div class="text">${body}</div></main></body></html>`,
  )
  assert.equal(found[0], 'headline: Bridge opens')
  assert.ok(found.includes('standfirst: After nine years of work the river is crossed at last.'))
  assert.ok(found.includes('byline: By Jane Doe'))
  assert.ok(found.includes('dateline: 21 June 2024'))
})

const ld = (object: object) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`
const article = {
  '@type': 'NewsArticle',
  headline: 'Bridge opens',
  datePublished: '2024-06-21T23:30:00-05:00',
  dateModified: '2024-06-23',
  author: [{ '@type': 'Person', name: 'Jane Doe' }],
  publisher: { name: 'The Example' },
}

test('JSON-LD comes before meta tags before the text before the address', () => {
  const meta = '<meta property="article:published_time" content="2024-06-20T10:00:00Z">'
  const shown = `<h1>Bridge opens</h1><time datetime="2024-06-19">19 June</time>${body}`
  const url = 'https://example.org/2024/06/18/bridge'
  const dated = (html: string) => {
    const { published, publishedFrom } = read(html, { url }).document
    return [published, publishedFrom]
  }
  assert.deepEqual(dated(page(ld(article) + meta, shown)), ['2024-06-21', 'json-ld'])
  assert.deepEqual(dated(page(ld({ '@graph': [{ '@type': 'WebSite' }, article] }), shown)), ['2024-06-21', 'json-ld'])
  assert.deepEqual(dated(page(meta, shown)), ['2024-06-20', 'meta'])
  assert.deepEqual(dated(page('', shown)), ['2024-06-19', 'text'])
  assert.deepEqual(dated(page('', `<h1>Bridge opens</h1>${body}`)), ['2024-06-18', 'url'])
})

test('what the user gives wins; metadata is read off as written', () => {
  const html = page(
    `${ld(article)}<link rel="canonical" href="https://example.org/bridge">`,
    `<h1>Bridge opens</h1>${body}`,
  )
  const own = read(html).document
  assert.deepEqual(
    [own.title, own.publisher, own.authors, own.modified, own.url, own.language],
    ['Bridge opens', 'The Example', ['Jane Doe'], '2024-06-23', 'https://example.org/bridge', 'en'],
  )
  const given = read(html, { published: '2020-01-01', publisher: 'Mine', url: 'https://mine.org/a' }).document
  assert.deepEqual(
    [given.published, given.publishedFrom, given.publisher, given.url, given.original],
    ['2020-01-01', 'given', 'Mine', 'https://mine.org/a', 'https://example.org/bridge'],
  )
  assert.notEqual(own.id, given.id)
})

test('broken JSON-LD is mended or salvaged, foreign dates in it are not taken', () => {
  const dated = (script: string) =>
    read(page(`<script type="application/ld+json">${script}</script>`, `<h1>Bridge opens</h1>${body}`)).document
      .published
  assert.equal(dated('{"@type":"NewsArticle","headline":"Bridge\nopens","datePublished":"2024-06-21",}'), '2024-06-21')
  assert.equal(dated('{"@type":"NewsArticle","headline":"a "quoted" one","datePublished":"2024-06-21"}'), '2024-06-21')
  assert.equal(
    dated('{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2024-06-21"}]}'),
    null,
  )
  assert.equal(dated('{"@type":"WebPage","comment":[{"@type":"Comment","datePublished":"2024-06-21"}]}'), null)
  assert.equal(dated('not json at all'), null)
})

test('dates that cannot be are not used and noticed; dates of others are not taken', () => {
  const bad = read(page(ld({ ...article, datePublished: '9999-12-31' }), `<h1>Bridge opens</h1>${body}`))
  assert.equal(bad.document.published, null)
  assert.deepEqual(
    bad.notices.map(({ code }) => code),
    ['date-implausible'],
  )
  const published = (content: string) => read(page('', `<h1>Bridge opens</h1>${body}${content}`)).document.published
  assert.equal(published('<div class="comments"><time datetime="2023-01-01">1 January 2023</time></div>'), null)
  assert.equal(published('<div class="related-posts"><span class="date">1 January 2023</span></div>'), null)
  assert.equal(published('<p>© 2023 Example</p>'), null)
  assert.equal(
    published('<p>In the words of the treaty of 4 May 1999, and of many others, peace is what we want.</p>'),
    null,
  )
})

test('a canonical address must be absolute http; a wrong lang attribute does not win', () => {
  assert.equal(read(page('<link rel="canonical" href="/bridge">')).document.url, null)
  assert.equal(read(page('<link rel="canonical" href="javascript:alert(1)">')).document.url, null)
  assert.equal(read(page('', body, '<html lang="de">')).document.language, 'en')
  assert.equal(read(page('', body, '<html lang="en-GB">')).document.language, 'en-GB')
})

test('a page whose text is for readers without scripts is read; one without an article is read whole', () => {
  const noscript = read(page('<title>Bridge opens</title>', `<h1>Bridge opens</h1><noscript>${body}</noscript>`))
  assert.match(noscript.text, /before the winter/)
  const bare = read('<html><body><div>Aldermere</div><div>Call the council on Monday.</div></body></html>')
  assert.equal(bare.text, 'Aldermere\n\nCall the council on Monday.')
  assert.deepEqual(
    bare.notices.map(({ code }) => code),
    ['no-article'],
  )
})

test('of several articles on a page the one with the headline is read', () => {
  const other = `<article class="hentry"><h2>Ferry strike</h2><p>${'The ferries did not sail on Sunday, the union said. '.repeat(6)}</p></article>`
  const { text } = read(
    `<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>${body}</article>${other}${other}</body></html>`,
  )
  assert.match(text, /before the winter/)
  assert.doesNotMatch(text, /ferries/)
})

test('a page built by scripts is read from its JSON-LD', () => {
  const data = ld({
    ...article,
    articleBody: [...paragraphs, ...paragraphs.map((text) => `${text} Again.`)].join('\n'),
  })
  const found = blocksOf(`<html><head>${data}</head><body><div id="app">Loading the page</div></body></html>`)
  assert.equal(found[0], 'headline: Bridge opens')
  assert.equal(found[1], `paragraph: ${paragraphs[0]}`)
  assert.equal(found.length, 9)
})
