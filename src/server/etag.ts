/** Conditional requests: what the ledger has not changed since is answered 304, without asking it for anything else. */
import { createHash, randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { ServerDeps } from './routes.ts'

/** What depends on more than the ledger and the address: who is signed in, what is being added, who listens. */
const ALIVE = /^\/(?:assets|add|sign-in|sign-out|mcp)(?:\/|$)/

/**
 * A weak validator of the ledger's state, the address and what is asked for. A random name of this run is part of it: the
 * state means nothing to another process, and a new one may have other subjects or be another version.
 */
export function conditional({ store }: ServerDeps): MiddlewareHandler {
  const run = randomUUID()
  return async (c, next) => {
    const { method, path } = c.req
    if ((method !== 'GET' && method !== 'HEAD') || ALIVE.test(path)) return next()
    // Taken before the answer: what is written in between makes the next request find another one.
    const revision = await store.revision().catch(() => null)
    if (revision === null) return next()
    const etag = `W/"${digestOf([run, revision, c.req.url, c.req.header('accept') ?? '', roleOf(c)])}"`
    if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, { etag })
    await next()
    if (c.res.status === 200 && !c.res.headers.has('etag')) c.res.headers.set('etag', etag)
    return undefined
  }
}

const digestOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 22)

const roleOf = (c: Context): string => c.get('role') ?? ''

/** Weakly, as `If-None-Match` compares; `*` would match whatever there is, and there may be nothing. */
const matches = (asked: string | undefined, etag: string): boolean =>
  asked?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2)) === true
