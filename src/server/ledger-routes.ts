/** The ledger page, what takes its statements away (exports, feeds), and what completes its searches. */
import type { Context, Hono } from 'hono'
import { completeSearch } from '../app/complete-search.ts'
import { type ExportFormatName, exportFormatNames, exportFormats } from '../app/export-formats.ts'
import { type ExportedEntry, exportStatements } from '../app/export-statements.ts'
import { listFacets } from '../app/list-facets.ts'
import { listStatements } from '../app/list-statements.ts'
import { perform } from '../app/perform.ts'
import { summarizeLedger } from '../app/summarize-ledger.ts'
import { OnrecordError } from '../core/errors.ts'
import { QueryFault } from '../core/query/parse-query.ts'
import { readSearchBox } from '../core/query/search-box.ts'
import { activeFilters } from '../web/filters.ts'
import { ledgerPage, ON_A_PAGE } from '../web/ledger-page.ts'
import { addressOf, narrowing, type Query, type QueryName, queryOf, statementQueryNames } from '../web/query.ts'
import { breakConnection, originOf, paramsOf, type ServerDeps, wantsJson } from './routes.ts'

/** @param publicUrl where a proxy shows the server: what exports and feeds name. */
export function ledgerRoutes(app: Hono, deps: ServerDeps, publicUrl?: string): void {
  app.get('/', async (c) => {
    const query: Query = { ...queryOf(paramsOf(c), statementQueryNames), ...queryOf(paramsOf(c), ['view']) }
    const canonical = withoutFields(query)
    if (canonical !== null) return c.redirect(addressOf('/', canonical))
    const { view: _, ...given } = query
    const filter = { limit: ON_A_PAGE, ...given }
    if (wantsJson(c)) return c.json(await perform(listStatements, deps, filter))
    const [found, facets, summary] = await Promise.all([
      perform(listStatements, deps, { ...filter, limit: rowsOf(filter.limit) }),
      perform(listFacets, deps, filter),
      perform(summarizeLedger, deps, {}),
    ])
    const loosened = found.total === 0 && summary.statements > 0 ? await loosen(query) : []
    return c.html(ledgerPage({ query, found, facets, summary, loosened }))
  })

  app.get('/api/v1/facets', async (c) =>
    c.json(await perform(listFacets, deps, queryOf(paramsOf(c), statementQueryNames.filter(narrowing)))),
  )
  app.get('/api/v1/complete', async (c) => c.json(await perform(completeSearch, deps, queryOf(paramsOf(c), ['text']))))

  app.get('/export', (c) => exported(c, c.req.query('format') ?? 'jsonl'))
  app.get('/api/v1/export', (c) => exported(c, c.req.query('format') ?? 'jsonl'))
  app.get('/feed.atom', (c) => exported(c, 'atom'))

  /** Streams the selection: however large, never in memory as a whole. */
  async function exported(c: Context, name: string): Promise<Response> {
    const format = exportFormats[name as ExportFormatName]
    if (!exportFormatNames.includes(name as ExportFormatName) || !('whole' in format)) {
      const whole = exportFormatNames.filter((each) => 'whole' in exportFormats[each])
      throw new OnrecordError('invalid-input', {
        operation: 'exportStatements',
        problem: `format: expected ${whole.join(', ')}`,
      })
    }
    const chosen = paramsOf(c).getAll('statement')
    const filter = queryOf(paramsOf(c), statementQueryNames.filter(narrowing))
    const all = await perform(exportStatements, deps, chosen.length > 0 ? { statement: chosen } : filter)
    const entries = c.req.path === '/feed.atom' ? newestOf(all, IN_A_FEED) : all
    const origin = originOf(c, publicUrl)
    const { pathname, search } = new URL(c.req.url)
    const title = c.req.query('title') ?? (Object.values(filter).join(', ') || 'The record')
    const parts = format.whole(entries, {
      title,
      self: `${origin}${pathname}${search}`,
      statements: `${origin}/statements/`,
      now: new Date().toISOString(),
    })
    const headers: Record<string, string> = { 'content-type': format.mime }
    if (c.req.path !== '/feed.atom') headers['content-disposition'] = `attachment; filename="onrecord.${ENDINGS[name]}"`
    return c.body(
      streamOf(parts, () => breakConnection(c)),
      200,
      headers,
    )
  }

  /** What each active filter costs: how many would match without it. */
  async function loosen(query: Query): Promise<{ name: QueryName; total: number }[]> {
    const totals = activeFilters(query).map(async ({ name }) => {
      const { [name]: _, after: __, view: ___, ...rest } = query
      const { total } = await perform(listStatements, deps, { ...rest, limit: 1 })
      return { name, total }
    })
    return Promise.all(totals)
  }
}

/** Readers of a feed come again: what is older they have seen. */
const IN_A_FEED = 100

async function* newestOf(entries: AsyncIterable<ExportedEntry>, most: number): AsyncGenerator<ExportedEntry> {
  let left = most
  for await (const entry of entries) {
    yield { ...entry, statements: entry.statements.slice(0, left) }
    left -= entry.statements.length
    if (left <= 0) return
  }
}

/** A page has at most so many, however many are asked for: more would take long to come. */
const MOST_ON_A_PAGE = 60

/** What is no number is left to the operation to refuse. */
const rowsOf = (limit: string): string => (Number(limit) > MOST_ON_A_PAGE ? String(MOST_ON_A_PAGE) : limit)

const ENDINGS: Readonly<Record<string, string>> = {
  jsonl: 'jsonl',
  csv: 'csv',
  'json-ld': 'jsonld',
  'web-annotation': 'json',
  atom: 'atom',
  markdown: 'md',
}

/**
 * Fields typed into the search box → filters of the address, so that every search has one address and every filter its chip.
 * @returns null where there are none.
 * @throws OnrecordError `invalid-input` with the place where the box cannot be read.
 */
function withoutFields(query: Query): Query | null {
  if (query.text === undefined) return null
  try {
    const { text, fields, query: whole } = readSearchBox(query.text)
    if (whole === null && Object.keys(fields).length === 0) return null
    const { text: _, after: __, ...rest } = query
    const { for: speaksFor, ...others } = fields
    return {
      ...rest,
      ...others,
      ...(speaksFor === undefined ? {} : { 'speaks-for': speaksFor }),
      ...(text === '' ? {} : { text }),
      ...(whole === null ? {} : { query: whole }),
    }
  } catch (thrown) {
    if (!(thrown instanceof QueryFault)) throw thrown
    const problem = `In the search, at character ${thrown.at + 1}: ${thrown.message}`
    throw new OnrecordError('invalid-input', { operation: 'listStatements', problem })
  }
}

/** Parts are made as they are taken: a slow client holds up nothing but itself. */
function streamOf(parts: AsyncIterable<string>, cut: () => void): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (thrown) {
        cut()
        throw thrown
      }
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
