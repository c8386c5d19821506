/** What was counted of the ledger as it is now: counting a hundred thousand takes a while, and every page shows it. */
import type { Facets, LedgerSummary, StatementFilter } from '../app/ports.ts'
import { readFacets } from './facets.ts'
import type { Prepare } from './sqlite.ts'
import type { Plans } from './statements-page.ts'
import { readSummary } from './summary.ts'

/** Facets of so many lists are kept until the ledger changes. */
const MOST_KEPT = 200

/** Another one after each write of this connection or of another. */
export function stateOf(prepare: Prepare): string {
  const { data_version: others } = prepare('PRAGMA data_version').get()!
  const { own } = prepare('SELECT total_changes() AS own').get()!
  return `${others} ${own}`
}

export class Kept {
  #state = ''
  #summary: LedgerSummary | null = null
  readonly #facets = new Map<string, Facets>()
  readonly plans: Plans = new Map()

  /** Forgets all where this connection or another one has written since. */
  now(prepare: Prepare): this {
    const state = stateOf(prepare)
    if (state !== this.#state) {
      this.#state = state
      this.#summary = null
      this.#facets.clear()
      this.plans.clear()
    }
    return this
  }

  summary(prepare: Prepare): LedgerSummary {
    this.#summary ??= readSummary(prepare)
    return this.#summary
  }

  facetsOf(prepare: Prepare, filter: StatementFilter, atMost: number): Facets {
    const key = JSON.stringify([filter, atMost])
    const known = this.#facets.get(key)
    if (known !== undefined) return known
    const found = readFacets(prepare, filter, atMost, this.plans)
    if (this.#facets.size >= MOST_KEPT) this.#facets.delete(this.#facets.keys().next().value!)
    this.#facets.set(key, found)
    return found
  }
}
