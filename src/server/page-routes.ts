/** The pages that read the ledger: the documents; each with its JSON twin at the same address. */
import type { Hono } from 'hono'
import { getChanges } from '../app/get-changes.ts'
import { listDocuments } from '../app/list-documents.ts'
import { perform } from '../app/perform.ts'
import { summarizeLedger } from '../app/summarize-ledger.ts'
import { documentPage } from '../web/document-page.ts'
import { documentsPage } from '../web/documents-page.ts'
import { documentQueryNames, queryOf } from '../web/query.ts'
import { asked } from './asked.ts'
import { paramsOf, type ServerDeps, wantsJson } from './routes.ts'

export function pageRoutes(app: Hono, deps: ServerDeps): void {
  const ask = asked(deps)
  app.get('/documents', async (c) => {
    if (wantsJson(c)) return c.json(await ask.documents(c))
    const query = queryOf(paramsOf(c), documentQueryNames)
    const [found, summary] = await Promise.all([
      perform(listDocuments, deps, query),
      perform(summarizeLedger, deps, {}),
    ])
    return c.html(documentsPage({ query, found, summary }))
  })

  app.get('/documents/:id', async (c) => {
    const entry = await ask.document(c)
    if (wantsJson(c)) return c.json(entry)
    const changes = await perform(getChanges, deps, { id: entry.document.id })
    return c.html(documentPage(entry, queryOf(paramsOf(c), ['part', 'at']), changes))
  })
}
