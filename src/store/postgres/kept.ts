/** What was counted of the ledger as it is now: counting a million takes a while, and every page shows it. */
import type { Facets, LedgerSummary, Page, StatementFilter, StatementRow } from '../../app/ports.ts'
import type { Sql } from './database.ts'
import { readFacets } from './facets.ts'
import { statementsPage, type Totals } from './statements-page.ts'
import { readSummary } from './summary.ts'

/** Facets of so many lists are kept until the ledger changes. */
const MOST_KEPT = 200

/**
 * Which transactions of the server this one sees: another text after each write, and no row that writers would wait for each
 * other at. Also another one after writes to other databases of the server, and after those that came to nothing: then
 * something is counted once more than it had to be.
 */
export async function stateOf(sql: Sql): Promise<string> {
  const [row] = await sql('SELECT pg_current_snapshot()::text AS state')
  return row!.state as string
}

export class Kept {
  #state = ''
  #summary: LedgerSummary | null = null
  #facets = new Map<string, Facets>()
  /** Another map for each state, so that an answer about an older one is put where nobody looks. */
  #totals: Totals = new Map()

  /** A list's next pages and its facets are not counted again. */
  async page(sql: Sql, filter: StatementFilter): Promise<Page<StatementRow>> {
    const { totals } = await this.#now(sql)
    return statementsPage(sql, filter, totals)
  }

  async summary(sql: Sql): Promise<LedgerSummary> {
    const { state } = await this.#now(sql)
    if (this.#summary !== null) return this.#summary
    const summary = await readSummary(sql)
    if (state === this.#state) this.#summary = summary
    return summary
  }

  async facets(sql: Sql, filter: StatementFilter, atMost: number): Promise<Facets> {
    const { state, totals } = await this.#now(sql)
    const key = JSON.stringify([filter, atMost])
    const known = this.#facets.get(key)
    if (known !== undefined) return known
    const found = await readFacets(sql, filter, atMost, totals)
    if (state === this.#state) {
      if (this.#facets.size >= MOST_KEPT) this.#facets.delete(this.#facets.keys().next().value!)
      this.#facets.set(key, found)
    }
    return found
  }

  /** Forgets all where anybody has written since; of two questions at once the one asked of the other state keeps nothing. */
  async #now(sql: Sql): Promise<{ readonly state: string; readonly totals: Totals }> {
    const state = await stateOf(sql)
    if (state !== this.#state) {
      this.#state = state
      this.#summary = null
      this.#facets.clear()
      this.#totals = new Map()
    }
    return { state, totals: this.#totals }
  }
}
