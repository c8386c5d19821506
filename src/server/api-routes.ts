/** The HTTP API: every operation that reads, under `/api/v1`, what describes it, and whole lists as lines of JSON. */
import type { Context, Hono } from 'hono'
import { type Offered, operations } from '../app/operations.ts'
import { perform } from '../app/perform.ts'
import type { Page } from '../app/ports.ts'
import { apiPage } from '../web/api-page.ts'
import { queryOf } from '../web/query.ts'
import { examplesOf } from './api-examples.ts'
import { linesFrom, wantsLines } from './ndjson.ts'
import { openApi, queryNamesOf } from './openapi.ts'
import { breakConnection, paramsOf, type ServerDeps, wantsJson } from './routes.ts'

export function apiRoutes(app: Hono, deps: ServerDeps): void {
  app.get('/api/v1/openapi.json', (c) => c.json(openApi()))
  app.get('/api', async (c) =>
    wantsJson(c) ? c.json(openApi()) : c.html(apiPage(openApi(), await examplesOf(deps), new URL(c.req.url).origin)),
  )

  for (const offered of operations) {
    if (offered.method !== 'GET') continue
    app.get(`/api/v1${offered.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, (c) => answered(c, offered))
  }

  async function answered(c: Context, offered: Offered): Promise<Response> {
    const { after, ...input } = inputOf(c, offered)
    const ask = (paging: object) => perform(offered.operation, deps as never, { ...input, ...paging })
    if (!offered.pages || !wantsLines(c)) return c.json(await ask(after === undefined ? {} : { after }))
    return linesFrom(
      (paging) => ask(paging) as Promise<Page<unknown>>,
      after,
      () => breakConnection(c),
    )
  }
}

function inputOf(c: Context, offered: Offered): Readonly<Record<string, string | undefined>> {
  const inPath = Object.entries(offered.inPath).map(([name, field]) => [field, c.req.param(name)])
  return { ...queryOf(paramsOf(c), queryNamesOf(offered)), ...Object.fromEntries(inPath) }
}
