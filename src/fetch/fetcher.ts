/** Fetches pages as a guest does: only what robots.txt allows, one at a time from a host, never faster than agreed. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Fetched, Fetcher } from '../app/fetch-ports.ts'
import { OnrecordError } from '../core/errors.ts'
import { AddressGuard, type Resolve } from './addresses.ts'
import { type Answer, type Asking, type Condition, get, type Limits } from './get.ts'
import { PRODUCT, Robots } from './robots.ts'

export interface FetcherOptions {
  readonly version: string
  /** Address or mail of whoever runs it, for those whose sites are read. */
  readonly contact?: string | null
  /** `host:port` that may be asked although it is not public. */
  readonly allow?: readonly string[]
  readonly limits?: Partial<Limits>
  /** Milliseconds between two questions to one host. Default a second. */
  readonly delayMs?: number
  readonly resolve?: Resolve
  readonly now?: () => number
  readonly pause?: (ms: number) => Promise<void>
}

const LIMITS: Limits = { maxBytes: 20_000_000, totalMs: 60_000, silentMs: 15_000 }
const DELAY_MS = 1000
/** A site that asks for more is asked this seldom. */
const LONGEST_DELAY_MS = 60_000
const ACCEPT =
  'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1'
const TYPES = /^(?:text\/|application\/(?:[\w.+-]{0,60}(?:xml|json)\b|x-subrip|gzip|x-gzip)|$)/i

export function guardedFetcher(options: FetcherOptions): Fetcher {
  const { now = Date.now, pause = (ms: number) => wait(ms), delayMs = DELAY_MS } = options
  const contact = options.contact ? `; ${options.contact.replace(/[^\x20-\x7e]/g, '')}` : ''
  const asking: Asking = {
    guard: new AddressGuard(options.allow ?? [], options.resolve),
    limits: { ...LIMITS, ...options.limits },
    agent: `${PRODUCT}/${options.version} (reads news for a record of who said what${contact})`,
    accept: ACCEPT,
  }
  const turns = new Map<string, Promise<void>>()
  const next = new Map<string, number>()

  /** One question at a time to a host, and not before it is due. */
  async function inTurn<T>(host: string, delay: number, ask: () => Promise<T>): Promise<T> {
    const before = turns.get(host) ?? Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    turns.set(
      host,
      before.then(() => promise),
    )
    await before
    try {
      const early = (next.get(host) ?? 0) - now()
      // No longer, however the clock jumps.
      if (early > 0) await pause(Math.min(early, LONGEST_DELAY_MS))
      return await ask()
    } finally {
      next.set(host, now() + delay)
      resolve()
    }
  }

  const robots = new Robots((address) => get(address, {}, asking, (url, ask) => inTurn(url.host, delayMs, ask)), now)

  async function allowed<T>(url: URL, ask: () => Promise<T>): Promise<T> {
    const { allowed, delay } = await robots.allowanceOf(url)
    const shown = url.href.slice(0, 300)
    if (allowed === null)
      throw new OnrecordError('fetch-failed', { url: shown, reason: 'its robots.txt cannot be had' })
    if (!allowed) throw new OnrecordError('robots-disallow', { url: shown })
    return inTurn(url.host, Math.min(LONGEST_DELAY_MS, Math.max(delayMs, (delay ?? 0) * 1000)), ask)
  }

  return {
    async fetch(address: string, condition: Condition = {}): Promise<Fetched> {
      const answer = await get(address, condition, asking, allowed)
      if (answer.status === 304 && !condition.etag && !condition.lastModified)
        throw new OnrecordError('fetch-failed', {
          url: address.slice(0, 300),
          reason: 'it answers 304 to who has nothing',
        })
      return fetchedOf(address, answer)
    },
  }
}

function fetchedOf(address: string, answer: Answer): Fetched {
  const { status, url, body, contentType, etag, lastModified, retryAfter } = answer
  if (status === 304) return { outcome: 'unchanged' }
  if (status !== 200) {
    const more = retryAfter === null ? '' : `, and asks to wait ${retryAfter} s`
    throw new OnrecordError('fetch-failed', {
      url: address.slice(0, 300),
      reason: `it answers ${status}${more}`,
      status,
      ...(retryAfter === null ? {} : { retryAfter }),
    })
  }
  if (!TYPES.test(contentType)) {
    throw new OnrecordError('fetch-failed', {
      url: address.slice(0, 300),
      reason: `it is ${contentType.slice(0, 80)}, no text`,
    })
  }
  return {
    outcome: 'fetched',
    url,
    bytes: body,
    contentType,
    charset: /charset\s{0,3}=\s{0,3}["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null,
    etag,
    lastModified,
  }
}
