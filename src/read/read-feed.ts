/** Feeds and maps of sites → the addresses of pages that they list: RSS, Atom, JSON Feed (feedsmith), sitemaps, OPML. */
import { createRequire } from 'node:module'
import { decodeBytes } from './decode-bytes.ts'
import { htmlparser2 } from './html-packages.ts'
import { dayOf } from './intake/article-columns.ts'

const require = createRequire(import.meta.url)
const feedsmith = () => require('feedsmith') as typeof import('feedsmith')

export interface FeedItem {
  readonly url: string
  readonly title: string | null
  /** A day, like 2024-06-21. */
  readonly published: string | null
}

export interface Feed {
  readonly kind: 'feed' | 'sitemap' | 'list'
  readonly title: string | null
  /** Pages, in the order of the feed; each address once. */
  readonly items: readonly FeedItem[]
  /** Other feeds: of an OPML list, or the parts of a sitemap. */
  readonly feeds: readonly string[]
}

/** More than any feed has; a sitemap may have 50,000. */
const MOST_ITEMS = 50_000
const HEAD = 2000
const DEEPEST = 50
const LONGEST_FEED = 5_000_000

/** Null for what is no feed. @param url that relative addresses are counted from */
export function readFeed(bytes: Uint8Array, url: string, charset: string | null = null): Feed | null {
  const { text } = decodeBytes(bytes, charset)
  const head = text.slice(0, HEAD)
  if (/<(?:urlset|sitemapindex)[\s>]/i.test(head)) return readSitemap(text, url)
  if (/<opml[\s>]/i.test(head)) return readOpml(text, url)
  // The parser builds all of it; a sitemap is read as it comes.
  if (text.length > LONGEST_FEED) return null
  const isFeed = /<(?:rss|feed|rdf:RDF)[\s>]/i.test(head) || /^\s{0,20}\{/.test(head)
  if (!isFeed || (/^\s{0,20}\{/.test(head) && !/jsonfeed\.org/.test(text.slice(0, 20_000)))) return null
  try {
    return feedOf(feedsmith().parseFeed(text), url)
  } catch {
    return null
  }
}

interface Link {
  readonly href?: string | undefined
  readonly rel?: string | undefined
}
/** What the formats have in common, each under names of its own. */
interface AnyItem {
  readonly link?: string
  readonly links?: readonly Link[]
  readonly url?: string
  readonly external_url?: string
  readonly guid?: { readonly value?: string; readonly isPermaLink?: boolean }
  readonly title?: string | { readonly value?: string }
  readonly pubDate?: unknown
  readonly published?: unknown
  readonly updated?: unknown
  readonly date_published?: unknown
  readonly dc?: { readonly date?: unknown; readonly dates?: readonly unknown[] }
}

function feedOf(parsed: { readonly feed: unknown }, base: string): Feed {
  const feed = parsed.feed as { title?: string | { value?: string }; items?: AnyItem[]; entries?: AnyItem[] }
  const items = new Map<string, FeedItem>()
  for (const item of (feed.items ?? feed.entries ?? []).slice(0, MOST_ITEMS)) {
    const url = addressOf(linkOf(item), base)
    if (url !== null && !items.has(url)) items.set(url, { url, title: textOf(item.title), published: dateOf(item) })
  }
  return { kind: 'feed', title: textOf(feed.title), items: [...items.values()], feeds: [] }
}

function linkOf(item: AnyItem): string | undefined {
  const alternate = item.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? item.links?.[0]
  const guid = item.guid?.isPermaLink === false ? undefined : item.guid?.value
  return item.link ?? alternate?.href ?? item.url ?? item.external_url ?? guid
}

const textOf = (value: string | { readonly value?: string } | undefined): string | null =>
  (typeof value === 'string' ? value : value?.value)?.trim() || null

function dateOf(item: AnyItem): string | null {
  const values = [item.pubDate, item.date_published, item.published, item.dc?.date, item.dc?.dates?.[0], item.updated]
  const value = values.find((each) => typeof each === 'string' || each instanceof Date)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  if (typeof value !== 'string') return null
  const instant = Date.parse(value)
  return dayOf(value) ?? (Number.isNaN(instant) ? null : new Date(instant).toISOString().slice(0, 10))
}

/** http and https alone: feeds of strangers may hold anything. */
function addressOf(link: string | undefined, base: string): string | null {
  const trimmed = link?.trim()
  if (!trimmed || trimmed.length > 2000 || !URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  url.hash = ''
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

function readOpml(text: string, base: string): Feed | null {
  interface Outline {
    readonly xmlUrl?: string
    readonly outlines?: readonly Outline[]
  }
  try {
    const { head, body } = feedsmith().parseOpml(text) as { head?: { title?: string }; body?: { outlines?: Outline[] } }
    const feeds = new Set<string>()
    const stack: Outline[] = [...(body?.outlines ?? [])].reverse()
    for (let outline = stack.pop(); outline !== undefined; outline = stack.pop()) {
      const url = addressOf(outline.xmlUrl, base)
      if (url !== null && feeds.size < MOST_ITEMS) feeds.add(url)
      for (const inner of [...(outline.outlines ?? [])].reverse()) stack.push(inner)
    }
    return { kind: 'list', title: head?.title ?? null, items: [], feeds: [...feeds] }
  } catch {
    return null
  }
}

/** Sitemaps (sitemaps.org) with or without news (Google News), and indexes of them; read in one pass, whatever is in them. */
function readSitemap(text: string, base: string): Feed {
  const items = new Map<string, FeedItem>()
  const feeds = new Set<string>()
  let isIndex = false
  let open = ''
  let entry = { loc: '', title: '', date: '', news: '' }
  const { Parser } = htmlparser2()
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name) {
        // Its list of open elements takes quadratic time; no sitemap nests.
        if (++depth > DEEPEST) throw new TooDeep()
        const local = name.toLowerCase()
        if (local === 'sitemap') isIndex = true
        if (local === 'url' || local === 'sitemap') entry = { loc: '', title: '', date: '', news: '' }
        open = local
      },
      ontext(part) {
        if (open === 'loc') entry.loc += part
        else if (open === 'news:title') entry.title += part
        else if (open === 'news:publication_date') entry.news += part
        else if (open === 'lastmod') entry.date += part
      },
      onclosetag(name) {
        depth--
        open = ''
        const local = name.toLowerCase()
        if ((local !== 'url' && local !== 'sitemap') || items.size + feeds.size >= MOST_ITEMS) return
        const url = addressOf(entry.loc, base)
        if (url === null) return
        if (isIndex) feeds.add(url)
        else if (!items.has(url))
          items.set(url, { url, title: entry.title.trim() || null, published: dayOf(entry.news) })
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  try {
    parser.end(text)
  } catch (thrown) {
    if (!(thrown instanceof TooDeep)) throw thrown
  }
  return { kind: 'sitemap', title: null, items: [...items.values()], feeds: [...feeds] }
}

class TooDeep extends Error {}

/** Feeds that a page names in its head, for people who give its address instead of theirs. */
export function feedsOf(html: string, base: string): string[] {
  const found = new Set<string>()
  for (const [tag] of html.slice(0, 200_000).matchAll(/<link\s[^>]{0,1000}>/gi)) {
    if (!/type\s{0,3}=\s{0,3}["']?application\/(?:rss\+xml|atom\+xml|feed\+json)/i.test(tag)) continue
    const href = /href\s{0,3}=\s{0,3}["']?([^"'\s>]{1,1000})/i.exec(tag)?.[1]
    const url = addressOf(href?.replaceAll('&amp;', '&'), base)
    if (url !== null) found.add(url)
  }
  return [...found]
}
