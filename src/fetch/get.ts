/** One answer of a web server: guarded at every redirect, and bounded in size and time. */

import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, request } from 'undici'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import type { AddressGuard } from './addresses.ts'

export interface Limits {
  /** Bytes of a body, packed and unpacked alike. */
  readonly maxBytes: number
  /** From the question to the last byte, for each redirect anew. */
  readonly totalMs: number
  /** Without any byte. */
  readonly silentMs: number
}

export interface Condition {
  readonly etag?: string | null
  readonly lastModified?: string | null
}

export interface Answer {
  readonly status: number
  /** After redirects. */
  readonly url: string
  readonly body: Uint8Array
  readonly contentType: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | null
}

const MOST_REDIRECTS = 5
const MOST_HEADER_BYTES = 32_768

export interface Asking {
  readonly guard: AddressGuard
  readonly limits: Limits
  readonly agent: string
  readonly accept: string
}

/** What must hold before an address is asked, and how one waits for its turn; a redirect comes here again. */
export type Hop = <T>(url: URL, ask: () => Promise<T>) => Promise<T>

/**
 * @param hop around each question, that of a redirect included
 * @throws OnrecordError `address-refused`, `fetch-failed`; an answer of any status is an answer.
 */
export async function get(address: string, condition: Condition, asking: Asking, hop: Hop): Promise<Answer> {
  let next = address
  for (let redirects = 0; ; redirects++) {
    const url = asking.guard.check(next)
    const answer = await hop(url, () => ask(url, condition, asking))
    if (!('location' in answer)) return answer
    if (redirects === MOST_REDIRECTS) throw failed(address, `more than ${MOST_REDIRECTS} redirects`)
    next = URL.canParse(answer.location, url.href) ? new URL(answer.location, url.href).href : answer.location
    if (url.protocol === 'https:' && next.startsWith('http:')) throw failed(address, 'it leads from https to http')
  }
}

async function ask(
  url: URL,
  condition: Condition,
  { guard, limits, agent, accept }: Asking,
): Promise<Answer | { readonly location: string }> {
  const signal = AbortSignal.timeout(limits.totalMs)
  const dispatcher = new Agent({
    connect: { lookup: guard.lookupFor(url) as never, timeout: limits.silentMs },
    headersTimeout: limits.silentMs,
    bodyTimeout: limits.silentMs,
    maxHeaderSize: MOST_HEADER_BYTES,
    pipelining: 0,
  })
  try {
    const { statusCode, headers, body } = await request(url.href, {
      dispatcher,
      signal,
      method: 'GET',
      headers: {
        'user-agent': agent,
        accept,
        'accept-encoding': 'gzip, br, deflate',
        ...(condition.etag ? { 'if-none-match': condition.etag } : {}),
        ...(condition.lastModified ? { 'if-modified-since': condition.lastModified } : {}),
      },
    })
    // Whoever stops in the middle is no error; whoever reads is told by the reading.
    body.on('error', () => {})
    const header = (name: string): string | null => {
      const value = headers[name]
      return value === undefined ? null : String(Array.isArray(value) ? value[0] : value)
    }
    const location = header('location')
    if (statusCode >= 300 && statusCode < 400 && statusCode !== 304 && location !== null) {
      body.destroy()
      return { location }
    }
    return {
      status: statusCode,
      url: url.href,
      body:
        statusCode === 304 ? new Uint8Array() : await bodyOf(body, header('content-encoding'), limits.maxBytes, url),
      contentType: header('content-type') ?? '',
      etag: header('etag'),
      lastModified: header('last-modified'),
      retryAfter: secondsOf(header('retry-after')),
    }
  } catch (thrown) {
    throw thrown instanceof OnrecordError ? thrown : reasonOf(thrown, url, signal)
  } finally {
    // What is left of an answer is not waited for.
    dispatcher.destroy().catch(() => {})
  }
}

async function bodyOf(body: Readable, encoding: string | null, maxBytes: number, url: URL): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  let packed = 0
  body.on('data', (chunk: Uint8Array) => {
    packed += chunk.length
    if (packed > maxBytes) body.destroy(tooLarge(url, maxBytes))
  })
  for await (const chunk of unpacked(body, encoding, url) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(url, maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function unpacked(body: Readable, encoding: string | null, url: URL): Readable {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return pipeline(body, createGunzip(), () => {})
    case 'br':
      return pipeline(body, createBrotliDecompress(), () => {})
    case 'deflate':
      return pipeline(body, createInflate(), () => {})
    case undefined:
    case '':
    case 'identity':
      return body
    default:
      throw failed(url.href, `it is packed as ${encoding?.slice(0, 40)}, which was not asked for`)
  }
}

/** Seconds, or the date at which one may ask again (RFC 9110); a date counts from the hour of the answer, so it is left. */
function secondsOf(value: string | null): number | null {
  if (value === null || !/^\d{1,7}$/.test(value.trim())) return null
  return Number(value)
}

const failed = (url: string, reason: string) => new OnrecordError('fetch-failed', { url: url.slice(0, 300), reason })

const tooLarge = ({ href }: URL, maxBytes: number) => failed(href, `more than ${maxBytes / 1e6} MB`)

function reasonOf(thrown: unknown, { href }: URL, signal: AbortSignal): OnrecordError {
  // undici wraps what the lookup threw.
  for (let cause = thrown; cause !== undefined && cause !== null; cause = (cause as { cause?: unknown }).cause) {
    if (cause instanceof OnrecordError) return cause
  }
  if (signal.aborted) return failed(href, 'it took too long')
  const { code, message } = thrown as { code?: string; message?: string }
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'its name could not be looked up',
    ECONNREFUSED: 'nobody answers there',
    ECONNRESET: 'the connection broke',
    UND_ERR_SOCKET: 'the connection broke',
    UND_ERR_CONNECT_TIMEOUT: 'nobody answered in time',
    UND_ERR_HEADERS_TIMEOUT: 'nobody answered in time',
    UND_ERR_BODY_TIMEOUT: 'the answer stopped in the middle',
    UND_ERR_HEADERS_OVERFLOW: 'its header does not end',
  }
  return failed(href, known[code ?? ''] ?? message ?? asOnrecordError(thrown).message)
}
