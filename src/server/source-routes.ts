/** Outlets: the list and the page of each, with their twins. */
import type { Hono } from 'hono'
import { getSource } from '../app/get-source.ts'
import { listSources } from '../app/list-sources.ts'
import { perform } from '../app/perform.ts'
import { summarizeLedger } from '../app/summarize-ledger.ts'
import { queryOf, subjectQueryNames } from '../web/query.ts'
import { sourcePage } from '../web/source-page.ts'
import { sourcesPage } from '../web/sources-page.ts'
import { paramsOf, type ServerDeps, wantsJson } from './routes.ts'

export function sourceRoutes(app: Hono, deps: ServerDeps): void {
  app.get('/sources', async (c) => {
    const query = queryOf(paramsOf(c), subjectQueryNames)
    const found = await perform(listSources, deps, query)
    if (wantsJson(c)) return c.json(found)
    const { documents } = await perform(summarizeLedger, deps, {})
    return c.html(sourcesPage({ query, found, documents }))
  })

  app.get('/sources/:publisher', async (c) => {
    const publisher = c.req.param('publisher')
    const answer = await perform(getSource, deps, { publisher })
    return wantsJson(c) ? c.json(answer) : c.html(sourcePage(answer, publisher))
  })

  app.get('/api/v1/sources', async (c) =>
    c.json(await perform(listSources, deps, queryOf(paramsOf(c), subjectQueryNames))),
  )
  app.get('/api/v1/sources/:publisher', async (c) =>
    c.json(await perform(getSource, deps, { publisher: c.req.param('publisher') })),
  )
}
