/** The HTTP door: pages for people, the same data as JSON for programs. Everything goes through `perform`. */
import { type Context, Hono } from 'hono'
import { getClaim } from '../app/get-claim.ts'
import { getDocument } from '../app/get-document.ts'
import { getRelations } from '../app/get-relations.ts'
import { getSpeaker } from '../app/get-speaker.ts'
import { getStatement } from '../app/get-statement.ts'
import { getSubject } from '../app/get-subject.ts'
import { getTimeline } from '../app/get-timeline.ts'
import { listDocuments } from '../app/list-documents.ts'
import { listLinks } from '../app/list-links.ts'
import { listStatements } from '../app/list-statements.ts'
import { listSubjects } from '../app/list-subjects.ts'
import { perform } from '../app/perform.ts'
import type { Deps } from '../app/ports.ts'
import { summarizeLedger } from '../app/summarize-ledger.ts'
import { verifyQuote } from '../app/verify-quote.ts'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { documentPage } from '../web/document-page.ts'
import { documentsPage } from '../web/documents-page.ts'
import { errorPage } from '../web/error-page.ts'
import { activeFilters } from '../web/filters.ts'
import { ledgerPage } from '../web/ledger-page.ts'
import {
  documentQueryNames,
  linkQueryNames,
  type Query,
  type QueryName,
  queryOf,
  statementAddress,
  statementQueryNames,
  subjectQueryNames,
  timelineQueryNames,
  verifyQueryNames,
} from '../web/query.ts'
import { speakerPage } from '../web/speaker-page.ts'
import { subjectPage } from '../web/subject-page.ts'
import { prefersJson } from './accept.ts'
import { type HostRule, hostAllowed } from './allowed-host.ts'
import { assetOf } from './assets.ts'
import { detailOf, problemOf, statusOf } from './problem.ts'

type ServerDeps = Pick<Deps, 'store' | 'register' | 'subjects'>

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

  app.get('/', async (c) => {
    if (prefersJson(c.req.header('accept'))) return c.json(await statementsOf(c))
    const query = queryOf(paramsOf(c), statementQueryNames)
    const [found, summary] = await Promise.all([
      perform(listStatements, deps, query),
      perform(summarizeLedger, deps, {}),
    ])
    const loosened = found.total === 0 && summary.statements > 0 ? await loosen(query) : []
    return c.html(ledgerPage({ query, found, summary, loosened }))
  })

  app.get('/documents', async (c) => {
    if (prefersJson(c.req.header('accept'))) return c.json(await documentsOf(c))
    const query = queryOf(paramsOf(c), documentQueryNames)
    const [found, summary] = await Promise.all([
      perform(listDocuments, deps, query),
      perform(summarizeLedger, deps, {}),
    ])
    return c.html(documentsPage({ query, found, summary }))
  })

  app.get('/documents/:id', async (c) => {
    const entry = await documentOf(c)
    return prefersJson(c.req.header('accept')) ? c.json(entry) : c.html(documentPage(entry))
  })

  app.get('/statements/:id', async (c) => {
    const row = await statementOf(c)
    if (prefersJson(c.req.header('accept'))) return c.json(row)
    return c.redirect(statementAddress(row.document.id, row.statement.id))
  })

  app.get('/speakers/:id', async (c) => {
    const answer = await speakerOf(c)
    return prefersJson(c.req.header('accept')) ? c.json(answer) : c.html(speakerPage(answer, c.req.param('id')))
  })

  app.get('/subjects/:name', async (c) => {
    const answer = await subjectOf(c)
    return prefersJson(c.req.header('accept')) ? c.json(answer) : c.html(subjectPage(answer, c.req.param('name')))
  })

  app.get('/api/v1/statements', async (c) => c.json(await statementsOf(c)))
  app.get('/api/v1/statements/:id', async (c) => c.json(await statementOf(c)))
  app.get('/api/v1/statements/:id/relations', async (c) =>
    c.json(await perform(getRelations, deps, { id: c.req.param('id') })),
  )
  app.get('/api/v1/claims/:id', async (c) => c.json(await perform(getClaim, deps, { id: c.req.param('id') })))
  app.get('/api/v1/documents', async (c) => c.json(await documentsOf(c)))
  app.get('/api/v1/documents/:id', async (c) => c.json(await documentOf(c)))
  app.get('/api/v1/speakers/:id', async (c) => c.json(await speakerOf(c)))
  app.get('/api/v1/timeline', async (c) =>
    c.json(await perform(getTimeline, deps, queryOf(paramsOf(c), timelineQueryNames))),
  )
  app.get('/api/v1/links', async (c) => c.json(await perform(listLinks, deps, queryOf(paramsOf(c), linkQueryNames))))
  app.get('/api/v1/subjects', async (c) =>
    c.json(await perform(listSubjects, deps, queryOf(paramsOf(c), subjectQueryNames))),
  )
  app.get('/api/v1/subjects/:name', async (c) => c.json(await subjectOf(c)))
  app.get('/api/v1/verify', async (c) =>
    c.json(await perform(verifyQuote, deps, queryOf(paramsOf(c), verifyQueryNames))),
  )
  app.get('/api/v1/summary', async (c) => c.json(await perform(summarizeLedger, deps, {})))

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

  function statementsOf(c: Context) {
    return perform(listStatements, deps, queryOf(paramsOf(c), statementQueryNames))
  }

  function documentsOf(c: Context) {
    return perform(listDocuments, deps, queryOf(paramsOf(c), documentQueryNames))
  }

  function documentOf(c: Context) {
    return perform(getDocument, deps, { id: c.req.param('id') })
  }

  function statementOf(c: Context) {
    return perform(getStatement, deps, { id: c.req.param('id') })
  }

  function subjectOf(c: Context) {
    return perform(getSubject, deps, { subject: c.req.param('name'), ...queryOf(paramsOf(c), ['limit']) })
  }

  function speakerOf(c: Context) {
    return perform(getSpeaker, deps, { speaker: c.req.param('id'), ...queryOf(paramsOf(c), ['limit']) })
  }

  /** What each active filter costs: how many would match without it. */
  async function loosen(query: Query): Promise<{ name: QueryName; total: number }[]> {
    const totals = activeFilters(query).map(async ({ name }) => {
      const { [name]: _, after: __, ...rest } = query
      const { total } = await perform(listStatements, deps, { ...rest, limit: 1 })
      return { name, total }
    })
    return Promise.all(totals)
  }
}

const paramsOf = (c: Context): URLSearchParams => new URL(c.req.url).searchParams

const unknownPage = (c: Context): OnrecordError => new OnrecordError('unknown-page', { path: c.req.path.slice(0, 200) })

/** Problem JSON under /api and for whoever asks for JSON; a page for everybody else. */
function answer(c: Context, error: OnrecordError): Response {
  const status = statusOf[error.kind]
  const wantsJson = c.req.path.startsWith('/api/') || prefersJson(c.req.header('accept'))
  const response = wantsJson
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
