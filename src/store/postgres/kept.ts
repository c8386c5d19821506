/** What was counted of the ledger as it is now: counting a million takes a while, and every page shows it. */
import type { Facets, LedgerSummary, StatementFilter } from '../../app/ports.ts'
import type { Sql } from './database.ts'
import { readFacets } from './facets.ts'
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

  async summary(sql: Sql): Promise<LedgerSummary> {
    const state = await this.#now(sql)
    if (this.#summary !== null) return this.#summary
    const summary = await readSummary(sql)
    if (state === this.#state) this.#summary = summary
    return summary
  }

  async facets(sql: Sql, filter: StatementFilter, atMost: number): Promise<Facets> {
    const state = await this.#now(sql)
    const key = JSON.stringify([filter, atMost])
    const known = this.#facets.get(key)
    if (known !== undefined) return known
    const found = await readFacets(sql, filter, atMost)
    if (state === this.#state) {
      if (this.#facets.size >= MOST_KEPT) this.#facets.delete(this.#facets.keys().next().value!)
      this.#facets.set(key, found)
    }
    return found
  }

  /** Forgets all where anybody has written since; of two questions at once the one asked of the other state keeps nothing. */
  async #now(sql: Sql): Promise<string> {
    const state = await stateOf(sql)
    if (state !== this.#state) {
      this.#state = state
      this.#summary = null
      this.#facets.clear()
    }
    return state
  }
}
