/** Adding pages: the form, what becomes of what was sent, and the same for programs. */
import type { Context, Hono } from 'hono'
import { OnrecordError } from '../core/errors.ts'
import { additionAddress, addJobPage } from '../web/add-job-page.ts'
import { addPage } from '../web/add-page.ts'
import { additionEvents } from './add-events.ts'
import { addFormOf, factsOf } from './add-form.ts'
import type { Additions } from './add-queue.ts'
import { mediaTypeOf } from './guard-origin.ts'
import { wantsJson } from './routes.ts'

/** Additions that the form tells of. */
const RECENT = 5

/** @param additions null on a server that only reads: the guard answers before any of these is asked. */
export function addRoutes(app: Hono, additions: Additions | null): void {
  const open = (): Additions => {
    if (additions === null) throw new OnrecordError('read-only')
    return additions
  }
  const events = additions === null ? null : additionEvents(additions)

  app.get('/add', (c) => c.html(addPage({ values: {}, problem: null, recent: open().recent(RECENT) })))

  app.post('/add', async (c) => {
    const { pages, values, problem } = await addFormOf(c.req)
    if (problem !== null) return c.html(addPage({ values, problem, recent: open().recent(RECENT) }), 400)
    return c.redirect(additionAddress(open().add(pages)), 303)
  })

  app.get('/add/jobs/:id', (c) => {
    const addition = open().get(c.req.param('id'))
    c.header('cache-control', 'no-store')
    return wantsJson(c) ? c.json(addition) : c.html(addJobPage(addition))
  })

  app.get('/add/jobs/:id/events', (c) => {
    if (events === null) throw new OnrecordError('read-only')
    return events(c.req.param('id'), c.req.header('last-event-id'))
  })

  app.post('/api/v1/documents', async (c) => {
    const outcome = await open().now(await pageOf(c))
    c.header('location', `/api/v1/documents/${outcome.id}`)
    return c.json(outcome, outcome.outcome === 'stored' ? 201 : 200)
  })
}

/** A page sent as it is, with what is known of it in the address; or all of it as JSON. What is missing the operation tells. */
async function pageOf(c: Context): Promise<unknown> {
  if (mediaTypeOf(c) !== 'application/json') {
    const { file, url, published, publisher } = c.req.query()
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return { bytes, file: file || null, ...factsOf({ url, published, publisher }) }
  }
  const { content, file = null, url, published, publisher } = await objectOf(c)
  if (typeof content !== 'string') {
    throw new OnrecordError('invalid-input', {
      operation: 'ingestDocument',
      problem: 'content: expected the page, as its text or its HTML',
    })
  }
  return { bytes: new TextEncoder().encode(content), file, url, published, publisher }
}

async function objectOf(c: Context): Promise<Readonly<Record<string, unknown>>> {
  let body: unknown
  try {
    body = await c.req.json()
  } catch (cause) {
    throw new OnrecordError('bad-body', { what: 'JSON' }, { cause })
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new OnrecordError('bad-body', { what: 'JSON object' })
  }
  return body as Readonly<Record<string, unknown>>
}
