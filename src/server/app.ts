/** The HTTP door: pages for people, the same data as JSON for programs. Everything goes through `perform`. */
import { type Context, Hono } from 'hono'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { errorPage } from '../web/error-page.ts'
import { signInPage } from '../web/sign-in-page.ts'
import { type Additions, additionsOf, type IngestDeps } from './add-queue.ts'
import { addRoutes } from './add-routes.ts'
import { apiRoutes } from './api-routes.ts'
import { assetOf } from './assets.ts'
import { changeRoutes } from './change-routes.ts'
import { conflictRoutes } from './conflict-routes.ts'
import { conditional } from './etag.ts'
import { type GuardOptions, guardOf } from './guard.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { requestLog } from './log.ts'
import { type McpDoor, mcpRoute } from './mcp-route.ts'
import { pageRoutes } from './page-routes.ts'
import { detailOf, headersOf, problemOf, statusOfCode } from './problem.ts'
import { type ServerDeps, wantsJson } from './routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { sourceRoutes } from './source-routes.ts'
import { statementRoutes } from './statement-routes.ts'
import { verifyRoutes } from './verify-routes.ts'
import { voiceRoutes } from './voice-routes.ts'

export interface AppOptions extends GuardOptions {
  /** What pages are added with; without it the server only reads. */
  readonly ingest?: IngestDeps | undefined
  /** Answers assistants at `/mcp`. */
  readonly mcp?: McpDoor | undefined
  /** Given a line of JSON for each request. */
  readonly log?: ((line: string) => void) | undefined
  /** Told of every error nobody foresaw, which the answer itself keeps to itself. */
  readonly report?: ((error: OnrecordError) => void) | undefined
}

/** All routes over one store. Without `ingest` nothing here changes the ledger. */
export const createApp = (deps: ServerDeps, options: AppOptions = {}): Hono => appWithAdditions(deps, options).app

/** The routes, and what they have accepted but not yet read, which whoever stops the server waits for. */
export function appWithAdditions(
  deps: ServerDeps,
  options: AppOptions,
): { readonly app: Hono; readonly additions: Additions | null } {
  const app = new Hono()
  const readOnly = options.readOnly === true || options.ingest === undefined
  const guard = guardOf(app, { ...options, readOnly })
  const additions = readOnly ? null : additionsOf(options.ingest!, options.report ?? reportToStderr)

  if (options.log !== undefined) app.use(requestLog(options.log))
  app.use(async (c, next) => {
    await guard.check(c, next)
    secure(c, guard.access !== null)
  })

  app.use(conditional(deps))

  // A page and its twins; each group is a file of its own.
  apiRoutes(app, deps)
  ledgerRoutes(app, deps, options.publicUrl)
  statementRoutes(app, deps, options.publicUrl)
  pageRoutes(app, deps)
  changeRoutes(app, deps)
  voiceRoutes(app, deps)
  conflictRoutes(app, deps)
  sourceRoutes(app, deps)
  verifyRoutes(app, deps)
  signInRoutes(app, guard.access, options.publicUrl)
  addRoutes(app, additions)
  if (options.mcp !== undefined) mcpRoute(app, options.mcp, { readOnly, countWrite: guard.countWrite })

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

  /** Problem JSON under /api and for whoever asks for JSON; a page for everybody else. */
  function answer(c: Context, error: OnrecordError): Response {
    const asJson = c.req.path.startsWith('/api/') || c.req.path === '/mcp' || wantsJson(c)
    const status = statusOfCode(error.code)
    const headers = { ...headersOf(error), ...(error.code === 'not-signed-in' ? comeAgain(c) : {}) }
    c.res = asJson
      ? c.json(problemOf(error), status, { ...headers, 'content-type': 'application/problem+json' })
      : c.html(pageFor(c, error), status, headers)
    secure(c, guard.access !== null)
    return c.res
  }

  return { app, additions }
}

const unknownPage = (c: Context): OnrecordError => new OnrecordError('unknown-page', { path: c.req.path.slice(0, 200) })

/** Whoever is not signed in is shown where to, and comes back to the page they asked for. */
function pageFor(c: Context, error: OnrecordError): string {
  if (error.code !== 'not-signed-in') return errorPage(error, detailOf(error))
  const { pathname, search } = new URL(c.req.url)
  return signInPage({ to: c.req.method === 'GET' ? `${pathname}${search}` : '/', role: null, problem: null })
}

/**
 * Whoever follows a link from elsewhere comes without the session's cookie, which is strict; from a page of ours they have it.
 * `Refresh` sends them through the sign-in page, which lets those through who are signed in.
 */
function comeAgain(c: Context): Readonly<Record<string, string>> {
  const site = c.req.header('sec-fetch-site')
  const isLink = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate'
  if (!isLink || (site !== 'cross-site' && site !== 'same-site')) return {}
  const { pathname, search } = new URL(c.req.url)
  return { refresh: `0;url=/sign-in?to=${encodeURIComponent(`${pathname}${search}`)}` }
}

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  // Nothing to other sites; to ourselves, since without it browsers hide from us that a form is our own.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** @param isShared whether what is answered depends on who asks, so that no cache between may keep it. */
function secure(c: Context, isShared: boolean): void {
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
  if (!c.res.headers.has('cache-control'))
    c.res.headers.set('cache-control', isShared ? 'private, no-cache' : 'no-cache')
  c.res.headers.set('vary', isShared ? 'accept, authorization, cookie' : 'accept')
}

function reportToStderr(error: OnrecordError): void {
  console.error(error.cause instanceof Error ? error.cause.stack : error.message)
}
