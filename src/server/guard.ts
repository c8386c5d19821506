/** Decides on every request before a route sees it: host, origin, who is asking, what they may, how much and how often. */
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { OnrecordError } from '../core/errors.ts'
import { type HostRule, hostAllowed } from './allowed-host.ts'
import { clientOf } from './guard-client.ts'
import { checkOrigin, mediaTypeOf } from './guard-origin.ts'
import { type BodyType, LARGE_BODY, type Needs, needsOf, type Role } from './guard-table.ts'
import { type Tokens, tokenRoles } from './guard-tokens.ts'
import { type RateLimit, rateLimit } from './rate-limit.ts'
import { type SessionStore, sessionStore } from './session-store.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** What whoever asks may do; null where a route is open to everybody and nobody looked. */
    role: Role | null
  }
}

export interface GuardOptions extends HostRule {
  /** Without them whoever reaches the server is its owner: only for a server that this machine alone reaches. */
  readonly tokens?: Tokens | undefined
  /** Refuses whatever takes an editor. */
  readonly readOnly?: boolean | undefined
  /** Milliseconds of any clock that only goes forward; default that of the process. */
  readonly now?: (() => number) | undefined
}

export interface Guard {
  readonly check: MiddlewareHandler
  /** Null where the server has no tokens: then nobody signs in. */
  readonly access: Access | null
  /** Counts one write of whoever asks. @throws OnrecordError `too-many`. */
  countWrite(c: Context): void
}

/** How people and programs show who they are. */
export interface Access {
  readonly sessions: SessionStore
  /** @throws OnrecordError `wrong-token`, or `too-many` where one client was wrong too often. */
  roleOfToken(c: Context, token: string): Role
}

/** Changes that one client may make: a script that adds page after page meets the second number. */
export const WRITES = { burst: 120, perMinute: 120 } as const
/** Wrong tokens that one client may try. */
export const ATTEMPTS = { burst: 10, perMinute: 2 } as const
/** Large requests in work at a time, since each is held in memory. */
export const LARGE_AT_ONCE = 8

/** The session's cookie where the connection is safe, and where it is not; the first cannot be set by another host or over HTTP. */
export const cookieNames = { safe: '__Host-onrecord', plain: 'onrecord' } as const

/** @param app asked for its routes when a request comes. */
export function guardOf(app: Hono, options: GuardOptions): Guard {
  const now = options.now ?? (() => performance.now())
  const behindProxy = options.publicUrl !== undefined
  const access = options.tokens === undefined ? null : accessOf(options.tokens, now, (c) => clientOf(c, behindProxy))
  const writes = rateLimit(WRITES, now)
  let large = 0

  const countWrite = (c: Context): void => {
    const seconds = writes.take(clientOf(c, behindProxy))
    if (seconds > 0) throw new OnrecordError('too-many', { what: 'changes', seconds })
  }

  const check: MiddlewareHandler = async (c, next) => {
    const { method, path } = c.req
    const needs = needsOf(method, path)
    const isSafe = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
    checkHost(c, options)
    if (access === null) checkNoProxy(c)
    if (!isSafe) checkOrigin(c, options.publicUrl)
    const role = needs.role === null ? null : access === null ? 'editor' : identified(c, access)
    c.set('role', role)
    checkMethod(app, method, path)
    if (needs.role === 'editor') checkEditor(role, options)
    if (isSafe) return next()

    checkType(c, needs)
    if (needs.isWrite) countWrite(c)
    if (!mayBeLarge(c, needs)) return limited(c, needs, next)
    if (large >= LARGE_AT_ONCE) throw new OnrecordError('server-busy')
    large++
    try {
      await limited(c, needs, next)
    } finally {
      large--
    }
  }
  return { check, access, countWrite }
}

function accessOf(tokens: Tokens, now: () => number, client: (c: Context) => string): Access {
  const roleOf = tokenRoles(tokens)
  const attempts: RateLimit = rateLimit(ATTEMPTS, now)
  const checkAttempts = (seconds: number) => {
    if (seconds > 0) throw new OnrecordError('too-many', { what: 'wrong tokens', seconds })
  }
  return {
    sessions: sessionStore(now),
    roleOfToken(c, token) {
      checkAttempts(attempts.wait(client(c)))
      const role = roleOf(token)
      if (role !== null) return role
      attempts.take(client(c))
      throw new OnrecordError('wrong-token')
    },
  }
}

/** Who asks: a program by its token, a browser by the session in its cookie. */
function identified(c: Context, access: Access): Role {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) {
    const [, token] = /^Bearer +([^\s]+)$/i.exec(authorization) ?? []
    return access.roleOfToken(c, token ?? '')
  }
  const role = sessionRole(c, access)
  if (role === null) throw new OnrecordError('not-signed-in')
  return role
}

export function sessionRole(c: Context, access: Access): Role | null {
  for (const value of sessionValues(c)) {
    const role = access.sessions.roleOf(value)
    if (role !== null) return role
  }
  return null
}

export const sessionValues = (c: Context): readonly string[] =>
  [getCookie(c, cookieNames.safe), getCookie(c, cookieNames.plain)].filter((value) => value !== undefined)

function checkHost(c: Context, rule: HostRule): void {
  const authority = c.req.header('host') ?? new URL(c.req.url).host
  if (!hostAllowed(authority, localPortOf(c), rule)) {
    throw new OnrecordError('unknown-host', { host: authority.slice(0, 200) })
  }
}

/** The port a request came in on, as `@hono/node-server` passes the connection on; null without one, as in a test. */
function localPortOf(c: Context): number | null {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { localPort?: number } } }
  return incoming?.socket?.localPort ?? null
}

/** Through a proxy others come in as if from this machine, and would be its owner. */
function checkNoProxy(c: Context): void {
  const marks = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']
  if (marks.some((name) => c.req.header(name) !== undefined)) throw new OnrecordError('proxy-without-token')
}

/** @throws OnrecordError `wrong-method` with those that the path takes, or `unknown-page` where it takes none. */
function checkMethod(app: Hono, method: string, path: string): void {
  const asked = method === 'HEAD' ? 'GET' : method
  if (isRouted(app, asked, path)) return
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((other) => isRouted(app, other, path))
  if (others.length === 0) throw new OnrecordError('unknown-page', { path: path.slice(0, 200) })
  const allow = others.flatMap((other) => (other === 'GET' ? ['GET', 'HEAD'] : [other])).join(', ')
  throw new OnrecordError('wrong-method', { method, path: path.slice(0, 200), allow })
}

/** Middleware is registered for every method and path, and does not count. */
const isRouted = (app: Hono, method: string, path: string): boolean =>
  app.router.match(method, path)[0].some(([[, route]]) => route.method === method)

function checkEditor(role: Role | null, { readOnly }: GuardOptions): void {
  if (readOnly === true) throw new OnrecordError('read-only')
  if (role !== 'editor') throw new OnrecordError('editors-only')
}

const mediaTypes: Readonly<Record<BodyType, readonly string[]>> = {
  json: ['application/json'],
  form: ['application/x-www-form-urlencoded', 'multipart/form-data'],
  page: ['text/html', 'text/plain', 'application/xhtml+xml'],
}

function checkType(c: Context, { takes }: Needs): void {
  const type = mediaTypeOf(c)
  const expected = takes.flatMap((each) => mediaTypes[each])
  if (expected.includes(type)) return
  throw new OnrecordError('unsupported-type', {
    path: c.req.path.slice(0, 200),
    type: type === '' ? 'none told' : type.slice(0, 100),
    expected: expected.join(' or '),
  })
}

/** A client that does not tell the length may send as much as the route takes. */
function mayBeLarge(c: Context, { body }: Needs): boolean {
  if (body < LARGE_BODY) return false
  const told = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined
  return !/^\d+$/.test(told ?? '') || Number(told) >= LARGE_BODY
}

async function limited(c: Context, { body }: Needs, next: () => Promise<void>): Promise<void> {
  const onError = () => {
    throw new OnrecordError('body-too-large', { limit: body / 1_000_000 })
  }
  await bodyLimit({ maxSize: body, onError })(c, next)
}
