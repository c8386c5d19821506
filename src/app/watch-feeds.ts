/** One round of following sources: what is due is asked for, new pages are stored, and pages that may have changed are looked at again. */
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { type FeedItem, feedsOf, readFeed } from '../read/read-feed.ts'
import type { Source } from '../read/read-sources.ts'
import type { Fetcher, FollowState, FollowStore } from './fetch-ports.ts'
import { type IngestDeps, type Ingestion, ingestDocument } from './ingest-document.ts'
import { perform } from './perform.ts'

export interface WatchDeps extends IngestDeps {
  readonly store: IngestDeps['store'] & FollowStore
  readonly fetcher: Fetcher
}

/** What happened, one line each. */
export type Told =
  | {
      readonly what: 'source'
      readonly source: string
      readonly url: string
      readonly items: number
      readonly fresh: number
    }
  | {
      readonly what: 'page'
      readonly source: string | null
      readonly url: string
      readonly outcome: Ingestion['outcome'] | 'unchanged'
      readonly id: string | null
    }
  | {
      readonly what: 'failed'
      readonly source: string | null
      readonly url: string
      readonly error: OnrecordError
      readonly next: string | null
    }

export interface WatchOptions {
  readonly sources: readonly Source[]
  readonly revisitMs: readonly number[]
  readonly isStopped: () => boolean
  tell(told: Told): void
}

/** A source that fails is asked less and less often, once a day at least; a page is given up after so many tries. */
const LONGEST_PAUSE_MS = 24 * 3_600_000
const PAGE_TRIES = 5
const PAGE_PAUSE_MS = 10 * 60_000
const MOST_REVISITED = 500
/** Feeds that one source may stand for. */
const MOST_PARTS = 50

/** @returns the instant at which something is due next, ISO; null where nothing ever is. */
export async function watchFeeds(deps: WatchDeps, options: WatchOptions): Promise<string | null> {
  const states = await deps.store.followStates(options.sources.map(({ url }) => url))
  const due: string[] = []
  for (const source of options.sources) {
    if (options.isStopped()) break
    const state = states.get(source.url) ?? null
    const at = state?.due ?? null
    if (at !== null && isAhead(at, deps.now(), source.everyMs)) due.push(at)
    else due.push(await askSource(deps, options, source, state))
  }
  for (const { url, state } of await deps.store.duePages(deps.now().toISOString(), MOST_REVISITED)) {
    if (options.isStopped()) break
    await askPage(deps, options, { url, source: null, state })
  }
  return due.sort()[0] ?? null
}

/** Still to come, and no further off than anything is ever put off: a clock that was ahead must not silence a source. */
const isAhead = (at: string, now: Date, everyMs: number): boolean =>
  at > now.toISOString() && Date.parse(at) - now.getTime() <= LONGEST_PAUSE_MS + everyMs

/** @returns when it is due again. */
async function askSource(
  deps: WatchDeps,
  options: WatchOptions,
  source: Source,
  state: FollowState | null,
): Promise<string> {
  const { store, now, fetcher } = deps
  try {
    const fetched = await fetcher.fetch(source.url, state ?? {})
    const next = later(now(), source.everyMs)
    if (fetched.outcome === 'unchanged') {
      await store.putFollowState(source.url, { ...state!, due: next, failures: 0 })
      options.tell({ what: 'source', source: source.name, url: source.url, items: 0, fresh: 0 })
      return next
    }
    const feed = readFeed(fetched.bytes, fetched.url, fetched.charset)
    if (feed === null) throw noFeed(source.url, fetched.bytes)
    const items = [...feed.items, ...(await itemsOf(deps, options, source, feed.feeds))]
    const known = await store.followStates(items.map(({ url }) => url))
    const fresh = [...new Map(items.map((item) => [item.url, item])).values()].filter(({ url }) => !known.has(url))
    options.tell({ what: 'source', source: source.name, url: source.url, items: items.length, fresh: fresh.length })
    for (const { url } of fresh) {
      if (options.isStopped()) return next
      await askPage(deps, options, { url, source, state: null })
    }
    // Last: whoever is stopped before it begins again with what is still missing.
    await store.putFollowState(source.url, {
      kind: 'source',
      due: next,
      etag: fetched.etag,
      lastModified: fetched.lastModified,
      failures: 0,
      again: [],
      publisher: null,
    })
    return next
  } catch (thrown) {
    const error = faultOf(thrown)
    const failures = (state?.failures ?? 0) + 1
    const asked = Number(error.details.retryAfter ?? 0) * 1000
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(asked, source.everyMs * 2 ** Math.min(failures, 10)))
    const next = later(now(), pause)
    await store.putFollowState(source.url, { ...(state ?? NOTHING), kind: 'source', due: next, failures })
    options.tell({ what: 'failed', source: source.name, url: source.url, error, next })
    return next
  }
}

/** The parts of an index of sitemaps, or the feeds of a list: the last ones of an index are the newest. */
async function itemsOf(
  { fetcher }: WatchDeps,
  options: WatchOptions,
  source: Source,
  feeds: readonly string[],
): Promise<FeedItem[]> {
  const items: FeedItem[] = []
  for (const url of feeds.slice(-MOST_PARTS)) {
    if (options.isStopped()) break
    try {
      const fetched = await fetcher.fetch(url)
      const part = fetched.outcome === 'fetched' ? readFeed(fetched.bytes, fetched.url, fetched.charset) : null
      items.push(...(part?.items ?? []))
    } catch (thrown) {
      options.tell({ what: 'failed', source: source.name, url, error: faultOf(thrown), next: null })
    }
  }
  return items
}

const NOTHING: FollowState = {
  kind: 'page',
  due: null,
  etag: null,
  lastModified: null,
  failures: 0,
  again: [],
  publisher: null,
}

interface Page {
  readonly url: string
  readonly source: Source | null
  readonly state: FollowState | null
}

async function askPage(deps: WatchDeps, options: WatchOptions, { url, source, state }: Page): Promise<void> {
  const { store, now, fetcher } = deps
  const name = source?.name ?? null
  const publisher = source === null ? (state?.publisher ?? null) : source.publisher
  const again = state === null ? steps(options.revisitMs) : state.again
  try {
    const fetched = await fetcher.fetch(url, state ?? {})
    const [first, ...rest] = again
    const due = first === undefined ? null : later(now(), first)
    if (fetched.outcome === 'unchanged') {
      await store.putFollowState(url, { ...state!, due, again: rest, failures: 0 })
      options.tell({ what: 'page', source: name, url, outcome: 'unchanged', id: null })
      return
    }
    const { bytes, charset, etag, lastModified } = fetched
    const page = {
      bytes,
      charset,
      file: null,
      url: fetched.url,
      name: url,
      ...(publisher === null ? {} : { publisher }),
    }
    const result = await perform(ingestDocument, deps, page)
    await store.putFollowState(url, { ...NOTHING, due, again: rest, etag, lastModified, publisher })
    options.tell({ what: 'page', source: name, url, outcome: result.outcome, id: result.id })
  } catch (thrown) {
    const error = faultOf(thrown)
    const failures = (state?.failures ?? 0) + 1
    // What cannot be read will not be read later; what cannot be had may be.
    const isOver = error.kind === 'invalid' || failures >= PAGE_TRIES || isGone(error)
    const asked = Number(error.details.retryAfter ?? 0) * 1000
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(asked, PAGE_PAUSE_MS * 2 ** failures))
    const due = isOver ? null : later(now(), pause)
    await store.putFollowState(url, { ...(state ?? NOTHING), due, failures, again: isOver ? [] : again, publisher })
    options.tell({ what: 'failed', source: name, url, error, next: due })
  }
}

/** A fault of the ledger ends the round; all else is the page's or the source's. */
function faultOf(thrown: unknown): OnrecordError {
  const error = asOnrecordError(thrown)
  if (error.code.startsWith('ledger') || error.code === 'disk-full') throw error
  return error
}

const isGone = ({ details: { status } }: OnrecordError): boolean => status === 404 || status === 410

function noFeed(url: string, bytes: Uint8Array): OnrecordError {
  const found = feedsOf(new TextDecoder().decode(bytes), url).slice(0, 5)
  return new OnrecordError('no-feed', { url, more: found.length === 0 ? '' : `; it names ${found.join(', ')}` })
}

/** From one look to the next: times after the first look → pauses. */
const steps = (revisitMs: readonly number[]): number[] => revisitMs.map((ms, index) => ms - (revisitMs[index - 1] ?? 0))

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString()
