/** The HTTP door: pages for people, the same data as JSON for programs. Everything goes through `perform`. */
import { type Context, Hono } from 'hono'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { errorPage } from '../web/error-page.ts'
import { type HostRule, hostAllowed } from './allowed-host.ts'
import { apiRoutes } from './api-routes.ts'
import { assetOf } from './assets.ts'
import { pageRoutes } from './page-routes.ts'
import { detailOf, problemOf, statusOf } from './problem.ts'
import { type ServerDeps, wantsJson } from './routes.ts'
import { verifyRoutes } from './verify-routes.ts'
import { voiceRoutes } from './voice-routes.ts'

export interface AppOptions extends HostRule {
  /** Told of every error nobody foresaw, which the answer itself keeps to itself. */
  readonly report?: ((error: OnrecordError) => void) | undefined
}

/** The port a request came in on, as `@hono/node-server` passes the connection on; null without one, as in a test. */
function localPortOf(c: Context): number | null {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { localPort?: number } } }
  return incoming?.socket?.localPort ?? null
}

/** All routes over one store. Reads only; nothing here changes the ledger. */
export function createApp(deps: ServerDeps, options: AppOptions = {}): Hono {
  const app = new Hono()

  app.use(async (c, next) => {
    const authority = c.req.header('host') ?? new URL(c.req.url).host
    const allowed = hostAllowed(authority, localPortOf(c), options)
    if (!allowed) throw new OnrecordError('unknown-host', { host: authority.slice(0, 200) })
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('allow', 'GET, HEAD')
      c.res = c.json({ type: 'about:blank', title: 'Method Not Allowed', status: 405 }, 405, problemType)
    } else await next()
    secure(c)
  })

  // A page and its twins; each group is a file of its own.
  pageRoutes(app, deps)
  voiceRoutes(app, deps)
  verifyRoutes(app, deps)
  apiRoutes(app, deps)

  app.get('/assets/:name', async (c) => {
    const asset = await assetOf(c.req.param('name'))
    if (asset === null) throw unknownPage(c)
    const headers = { etag: asset.etag, 'cache-control': 'no-cache' }
    if (c.req.header('if-none-match')?.includes(asset.etag)) return c.body(null, 304, headers)
    return c.body(asset.body, 200, { ...headers, 'content-type': asset.type })
  })

  app.notFound((c) => answer(c, unknownPage(c)))
  app.onError((thrown, c) => {
    const error = asOnrecordError(thrown)
    if (error.kind === 'bug') (options.report ?? reportToStderr)(error)
    return answer(c, error)
  })

  return app
}

const unknownPage = (c: Context): OnrecordError => new OnrecordError('unknown-page', { path: c.req.path.slice(0, 200) })

/** Problem JSON under /api and for whoever asks for JSON; a page for everybody else. */
function answer(c: Context, error: OnrecordError): Response {
  const status = statusOf[error.kind]
  const asJson = c.req.path.startsWith('/api/') || wantsJson(c)
  const response = asJson
    ? c.json(problemOf(error), status, problemType)
    : c.html(errorPage(error, detailOf(error)), status)
  c.res = response
  secure(c)
  return c.res
}

const problemType = { 'content-type': 'application/problem+json' }

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

function secure(c: Context): void {
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-cache')
  c.res.headers.set('vary', 'accept')
}

function reportToStderr(error: OnrecordError): void {
  console.error(error.cause instanceof Error ? error.cause.stack : error.message)
}
