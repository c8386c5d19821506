/** The pages that read the ledger: statements and documents; each with its JSON twin at the same address. */
import type { Hono } from 'hono'
import { listDocuments } from '../app/list-documents.ts'
import { listStatements } from '../app/list-statements.ts'
import { perform } from '../app/perform.ts'
import { summarizeLedger } from '../app/summarize-ledger.ts'
import { documentPage } from '../web/document-page.ts'
import { documentsPage } from '../web/documents-page.ts'
import { activeFilters } from '../web/filters.ts'
import { ledgerPage } from '../web/ledger-page.ts'
import {
  documentQueryNames,
  type Query,
  type QueryName,
  queryOf,
  statementAddress,
  statementQueryNames,
} from '../web/query.ts'
import { asked } from './asked.ts'
import { paramsOf, type ServerDeps, wantsJson } from './routes.ts'

export function pageRoutes(app: Hono, deps: ServerDeps): void {
  const ask = asked(deps)
  app.get('/', async (c) => {
    if (wantsJson(c)) return c.json(await ask.statements(c))
    const query = queryOf(paramsOf(c), statementQueryNames)
    const [found, summary] = await Promise.all([
      perform(listStatements, deps, query),
      perform(summarizeLedger, deps, {}),
    ])
    const loosened = found.total === 0 && summary.statements > 0 ? await loosen(query) : []
    return c.html(ledgerPage({ query, found, summary, loosened }))
  })

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
    return wantsJson(c) ? c.json(entry) : c.html(documentPage(entry))
  })

  app.get('/statements/:id', async (c) => {
    const row = await ask.statement(c)
    if (wantsJson(c)) return c.json(row)
    return c.redirect(statementAddress(row.document.id, row.statement.id))
  })

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
