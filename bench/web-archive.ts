/** An invented web archive for the bench of ingestion: news pages in HTML, as large and as untidy as they come, in a WARC file. */
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { pageOf, seeded } from './corpus.ts'
import { NewsCorpus, type Report } from './links-corpus.ts'

/*
 * A page reports ten sayings (links-corpus.ts: two of ten told by other pages of the same days as well, one said before) in the
 * frames in which news has them, between sentences in which nobody speaks: some 450 words. Around it stands what stands around
 * news: head, styles, scripts, menus, related links, a newsletter box, comments: some 75 kB of markup in all, half of it script,
 * as the median page of the article-extraction benchmark has.
 */

const TITLES = 'minister,president,spokeswoman,foreign minister,general,ambassador,party leader,chancellor'.split(',')
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const upper = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`

type Said = Report['said'][number]

/** The ways in which one saying is told; `title` where the speaker is new on the page. */
const FRAMES: readonly ((said: Said, name: string, title: string) => string)[] = [
  ({ content }, name, title) => `${upper(title + name)} said on Tuesday that ${content}.`,
  ({ content }, name, title) => `“${upper(content)},” ${title}${name} told reporters.`,
  ({ content }, name, title) => `According to ${title}${name}, ${content}.`,
  ({ content }, name, title) => `${upper(title + name)} added: “${upper(content)}.”`,
  ({ content }, name, title) => `“${upper(content)},” said ${title}${name}, who spoke after a meeting with officials.`,
  ({ content }, name, title) => `In an interview with Radio Osk, ${title}${name} insisted that ${content}.`,
  ({ content }, name, title) => `${upper(title + name)} warned that ${content}.`,
  ({ content }, name, title) => `${upper(title + name)} denied reports that ${content}.`,
]

/** The text of one page, a paragraph an entry; the first is its headline. */
export function paragraphsOf(report: Report): string[] {
  const random = seeded(report.number * 31 + 7)
  const told = new Set<string>()
  const filler = [report.number % 500, (report.number % 500) + 500, (report.number % 500) + 1000].flatMap(
    quietSentences,
  )
  const sentences = report.said.map((said) => {
    const isNew = !told.has(said.speaker)
    told.add(said.speaker)
    const title = isNew ? `${countryTitle(said, random())} ` : ''
    const name = isNew ? said.speaker : said.speaker.split(' ').at(-1)!
    return FRAMES[Math.floor(random() * FRAMES.length)]!(said, name, title)
  })
  const paragraphs = sentences.map((sentence, order) => {
    const around = filler.slice(order * 2, order * 2 + 1 + (order % 2))
    return [sentence, ...around].join(' ')
  })
  return [upper(`${report.said[0]!.topic} divides ministers as talks go on`), ...paragraphs]
}

/** Sentences of a page of the fixed corpus in which nobody says anything. */
const quietSentences = (page: number): string[] =>
  pageOf(page)
    .split('\n\n')
    .slice(2)
    .flatMap((paragraph) => paragraph.split(/(?<=\.) /))
    .filter((sentence) => !/[“”]|said|told|According|denied|reported|Asked|matter/.test(sentence))

const countryTitle = ({ of, speaker }: Said, chance: number): string =>
  `${of.replace(/^the /, '')} ${TITLES[(speaker.length + Math.floor(chance * 2)) % TITLES.length]}`

/** The page as a web server gives it. */
export function htmlOf(report: Report): string {
  const [headline, ...paragraphs] = paragraphsOf(report)
  const [year, month, day] = report.published.split('-').map(Number)
  const url = addressOf(report)
  const linkList = (count: number, name: string): string =>
    `<ul class="${name}">${Array.from({ length: count }, (_, at) => `<li class="${name}__item"><a href="/section/${at}/page-${report.number + at}.html" data-track="${name}-${at}">Another ${name} story number ${report.number + at} of the day</a></li>`).join('')}</ul>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline} | ${report.publisher}</title>
<link rel="canonical" href="${url}"><meta property="og:site_name" content="${report.publisher}"><meta property="article:published_time" content="${report.published}T09:00:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":${JSON.stringify(headline)},"datePublished":"${report.published}T09:00:00Z","publisher":{"@type":"Organization","name":${JSON.stringify(report.publisher)}},"author":[{"@type":"Person","name":"Greta Ostrow"}]}</script>
<style>${CSS}</style><script>${SCRIPT}</script></head><body class="article-page">
<header class="site-header"><nav class="menu">${linkList(40, 'nav')}</nav></header>
<main><article class="story"><h1>${headline}</h1><p class="byline">By Greta Ostrow</p><time datetime="${report.published}">${day} ${MONTHS[month! - 1]} ${year}</time>
<figure><img src="/img/${report.number}.jpg" alt=""><figcaption>The harbour on the morning of the talks.</figcaption></figure>
${paragraphs.map((paragraph, order) => `<p class="story__p" data-index="${order}">${paragraph}</p>${order === 3 ? '<aside class="newsletter-signup"><h3>Sign up</h3><p>The morning in five minutes, every day.</p></aside>' : ''}`).join('\n')}
</article><aside class="related">${linkList(30, 'related')}</aside></main>
<section class="comments">${Array.from({ length: 12 }, (_, at) => `<div class="comment" id="c${at}"><b>reader ${at}</b><p>I have read this twice and still do not know what to make of it.</p></div>`).join('')}</section>
<footer class="site-footer">${linkList(50, 'footer')}<p>© ${report.publisher}</p></footer><script>${SCRIPT}</script></body></html>`
}

const addressOf = ({ number, publisher, published }: Report): string =>
  `https://${publisher.toLowerCase().replaceAll(' ', '-')}.example/${published.replaceAll('-', '/')}/story-${number}.html`

const CSS = Array.from(
  { length: 120 },
  (_, at) => `.c${at}-block>.item{margin:0 ${at}px;color:#${(at * 4099).toString(16).padStart(6, '0')}}`,
).join('\n')
const SCRIPT = Array.from(
  { length: 160 },
  (_, at) =>
    `window.dataLayer=window.dataLayer||[];function t${at}(e){if(e&&e.target<${at})dataLayer.push({event:"x${at}",v:"<b>"+e.type+"</b>"})}`,
).join('\n')

/** Writes `pages` pages as response records, each its own gzip member, as crawlers do. @returns bytes of HTML in all */
export async function writeArchive(file: string, pages: number): Promise<number> {
  const corpus = new NewsCorpus(1, 'many')
  const out = createWriteStream(file)
  let bytes = 0
  for (let number = 0; number < pages; number++) {
    const report = corpus.report()
    const html = Buffer.from(htmlOf(report))
    bytes += html.length
    const record = recordOf(addressOf(report), report.published, number, html)
    if (!out.write(gzipSync(record, { level: 6 })))
      await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  out.end()
  await finished(out)
  return bytes
}

function recordOf(url: string, published: string, number: number, html: Buffer): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${html.length}\r\n\r\n`
  const length = Buffer.byteLength(head) + html.length
  const id = number.toString(16).padStart(12, '0')
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${published}T10:00:00Z\r\n` +
        `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${id}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${head}`,
    ),
    html,
    Buffer.from('\r\n\r\n'),
  ])
}
