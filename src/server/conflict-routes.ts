/** The page of conflicts; its twin is `/api/v1/links?relation=conflicts`. */
import type { Hono } from 'hono'
import { listLinks } from '../app/list-links.ts'
import { perform } from '../app/perform.ts'
import { summarizeLedger } from '../app/summarize-ledger.ts'
import { conflictsPage } from '../web/conflicts-page.ts'
import { conflictQueryNames, DEFAULT_LEVEL } from '../web/conflicts-query.ts'
import { queryOf } from '../web/query.ts'
import { paramsOf, type ServerDeps, wantsJson } from './routes.ts'

/** Each is two statements beside each other: more would be a long page. */
const PAIRS = '25'

export function conflictRoutes(app: Hono, deps: ServerDeps): void {
  app.get('/conflicts', async (c) => {
    const query = queryOf(paramsOf(c), conflictQueryNames)
    const filter = { relation: 'conflicts', level: DEFAULT_LEVEL, ...query }
    if (wantsJson(c)) return c.json(await perform(listLinks, deps, filter))
    const found = await perform(listLinks, deps, { limit: PAIRS, ...filter })
    const links = await deps.store.linksOf(found.rows.flatMap(({ link }) => [link.from, link.to]))
    const types = await deps.store.linkTypes({ ...filter, limit: 1 })
    const all = await deps.store.linkTypes({ relation: 'conflicts', level: DEFAULT_LEVEL, limit: 1 })
    const summary = await perform(summarizeLedger, deps, {})
    return c.html(conflictsPage({ query, found, links, types, all: sum(all.values()), summary }))
  })
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0)
