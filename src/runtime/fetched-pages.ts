/** Addresses → pages: the page itself, or those that a feed, a sitemap or a list of feeds names. */

import type { Fetcher } from '../app/fetch-ports.ts'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { guardedFetcher } from '../fetch/fetcher.ts'
import type { Intake, PageFacts } from '../read/intake/page.ts'
import { type Feed, readFeed } from '../read/read-feed.ts'

export interface Network {
  readonly version: string
  readonly contact?: string | null
  readonly allow?: readonly string[]
  readonly maxBytes?: number
  readonly delayMs?: number
  /** Whether pages that a list of articles names without their text are fetched, too. */
  readonly lists?: boolean
}

export const fetcherOf = ({ maxBytes, lists: _, ...options }: Network): Fetcher =>
  guardedFetcher({ ...options, ...(maxBytes === undefined ? {} : { limits: { maxBytes } }) })

/** Lists of lists are followed so deep, and no further. */
const DEEPEST = 3
/** Pages of one list at most: a sitemap may name all that a paper ever printed. */
const MOST_PAGES = 1000

export interface Following {
  note(line: string): void
  manyPages(): void
}

/** @param facts that somebody told of the page beforehand. */
export async function* pagesOfAddress(
  fetcher: Fetcher,
  url: string,
  following: Following,
  facts: PageFacts = {},
  depth = 0,
): AsyncGenerator<Intake> {
  try {
    const fetched = await fetcher.fetch(url)
    if (fetched.outcome === 'unchanged') return
    const feed = depth > DEEPEST ? null : readFeed(fetched.bytes, fetched.url, fetched.charset)
    if (feed !== null) yield* pagesOfFeed(fetcher, feed, url, following, depth)
    else {
      const { bytes, charset } = fetched
      yield { page: { bytes, name: url, file: null, facts: { ...facts, url: fetched.url, charset } } }
    }
  } catch (thrown) {
    yield { name: url, failed: asOnrecordError(thrown) }
  }
}

/** All that a feed names, each fetched when it is asked for. @param name how messages call the feed */
export async function* pagesOfFeed(
  fetcher: Fetcher,
  feed: Feed,
  name: string,
  following: Following,
  depth = 0,
): AsyncGenerator<Intake> {
  following.manyPages()
  const { items, feeds } = feed
  if (items.length + feeds.length === 0)
    yield { name, failed: new OnrecordError('no-feed', { url: name, more: ' with anything in it' }) }
  if (items.length > MOST_PAGES)
    following.note(`${name}: lists ${items.length} pages; the first ${MOST_PAGES} are taken`)
  // A page knows its date and title better than the list that names it.
  for (const { url } of items.slice(0, MOST_PAGES)) yield* pageOf(fetcher, url)
  for (const each of feeds) yield* pagesOfAddress(fetcher, each, following, {}, depth + 1)
}

async function* pageOf(fetcher: Fetcher, url: string): AsyncGenerator<Intake> {
  try {
    const fetched = await fetcher.fetch(url)
    if (fetched.outcome === 'unchanged') return
    const { bytes, charset } = fetched
    yield { page: { bytes, name: url, file: null, facts: { url: fetched.url, charset } } }
  } catch (thrown) {
    yield { name: url, failed: asOnrecordError(thrown) }
  }
}
