/** The HTTP API: every operation that reads, under `/api/v1`. */
import type { Hono } from 'hono'
import { getClaim } from '../app/get-claim.ts'
import { getRelations } from '../app/get-relations.ts'
import { getTimeline } from '../app/get-timeline.ts'
import { listLinks } from '../app/list-links.ts'
import { listSpeakers } from '../app/list-speakers.ts'
import { listSubjects } from '../app/list-subjects.ts'
import { perform } from '../app/perform.ts'
import { summarizeLedger } from '../app/summarize-ledger.ts'
import { verifyQuote } from '../app/verify-quote.ts'
import { linkQueryNames, queryOf, subjectQueryNames, timelineQueryNames, verifyQueryNames } from '../web/query.ts'
import { asked } from './asked.ts'
import { paramsOf, type ServerDeps } from './routes.ts'

export function apiRoutes(app: Hono, deps: ServerDeps): void {
  const ask = asked(deps)
  app.get('/api/v1/statements', async (c) => c.json(await ask.statements(c)))
  app.get('/api/v1/statements/:id', async (c) => c.json(await ask.statement(c)))
  app.get('/api/v1/statements/:id/relations', async (c) =>
    c.json(await perform(getRelations, deps, { id: c.req.param('id') })),
  )
  app.get('/api/v1/claims/:id', async (c) => c.json(await perform(getClaim, deps, { id: c.req.param('id') })))
  app.get('/api/v1/documents', async (c) => c.json(await ask.documents(c)))
  app.get('/api/v1/documents/:id', async (c) => c.json(await ask.document(c)))
  app.get('/api/v1/speakers', async (c) =>
    c.json(await perform(listSpeakers, deps, queryOf(paramsOf(c), subjectQueryNames))),
  )
  app.get('/api/v1/speakers/:id', async (c) => c.json(await ask.speaker(c)))
  app.get('/api/v1/timeline', async (c) =>
    c.json(await perform(getTimeline, deps, queryOf(paramsOf(c), timelineQueryNames))),
  )
  app.get('/api/v1/links', async (c) => c.json(await perform(listLinks, deps, queryOf(paramsOf(c), linkQueryNames))))
  app.get('/api/v1/subjects', async (c) =>
    c.json(await perform(listSubjects, deps, queryOf(paramsOf(c), subjectQueryNames))),
  )
  app.get('/api/v1/subjects/:name', async (c) => c.json(await ask.subject(c)))
  app.get('/api/v1/verify', async (c) =>
    c.json(await perform(verifyQuote, deps, queryOf(paramsOf(c), verifyQueryNames))),
  )
  app.get('/api/v1/summary', async (c) => c.json(await perform(summarizeLedger, deps, {})))
}
