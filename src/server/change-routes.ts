/** Pages that changed, and what changed on one; each with its JSON twin at the same address. */
import type { Hono } from 'hono'
import { getChanges } from '../app/get-changes.ts'
import { listChanges } from '../app/list-changes.ts'
import { perform } from '../app/perform.ts'
import { summarizeLedger } from '../app/summarize-ledger.ts'
import { changeQueryNames, changesPage } from '../web/changes-page.ts'
import { comparedPage } from '../web/compared-page.ts'
import { queryOf } from '../web/query.ts'
import { paramsOf, type ServerDeps, wantsJson } from './routes.ts'

/** Each row of the page takes the reading of two texts. */
const ON_A_PAGE = '20'

export function changeRoutes(app: Hono, deps: ServerDeps): void {
  app.get('/changes', async (c) => {
    const query = queryOf(paramsOf(c), changeQueryNames)
    if (wantsJson(c)) return c.json(await perform(listChanges, deps, query))
    const [found, { publishers }] = await Promise.all([
      perform(listChanges, deps, { ...query, limit: ON_A_PAGE }),
      perform(summarizeLedger, deps, {}),
    ])
    return c.html(changesPage({ query, found, publishers }))
  })

  app.get('/documents/:id/changes', async (c) => {
    const { against } = queryOf(paramsOf(c), ['against'])
    const answer = await perform(getChanges, deps, { id: c.req.param('id'), against })
    return wantsJson(c) ? c.json(answer) : c.html(comparedPage(answer, against))
  })
}
