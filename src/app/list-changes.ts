/** Pages that changed, the latest change first, with what became of their statements. */
import type { DocumentRecord } from '../core/document.ts'
import type { VersionChanges } from '../core/versions/version-changes.ts'
import { comparisonOf } from './get-changes.ts'
import type { Operation } from './perform.ts'
import type { Deps, Page } from './ports.ts'
import { documentFilter } from './schemas.ts'

/** The latest change of one page. */
export interface ChangeRow {
  readonly url: string
  /** How many versions the ledger has of it. */
  readonly versions: number
  /** The version that changed it, when it was added, and the id of the one before. */
  readonly document: DocumentRecord
  readonly added: string
  readonly previous: string
  readonly counts: VersionChanges['counts']
  /** Statements whose other words say something else: a negation, a number, a name, a modality, a scope. */
  readonly altered: number
  readonly titleChanged: boolean
  readonly correction: string | null
  readonly silent: boolean
}

const input = documentFilter
  .pick({ publisher: true, from: true, to: true, limit: true, after: true })
  .describe('from and to: the days on which the later version was added')

type Store = Pick<Deps['store'], 'changedPages' | 'getDocument'>

export const listChanges: Operation<typeof input, Page<ChangeRow>, { readonly store: Store }> = {
  name: 'listChanges',
  summary: 'List pages that changed, the latest change first: how many statements were added, removed, reworded.',
  input,
  async run({ store }, filter) {
    const { rows, total, next } = await store.changedPages(filter)
    const changes: ChangeRow[] = []
    // One after the other: two texts at a time are in memory, however many rows there are.
    for (const { url, versions, latest, previous } of rows) {
      const { document, added } = latest
      const comparison = await comparisonOf(store, previous, document.id)
      if (comparison === null) continue
      const { counts, title, correction, silent } = comparison
      changes.push({
        url,
        versions,
        document,
        added,
        previous,
        counts,
        altered: comparison.changes.filter(({ altersMeaning }) => altersMeaning.length > 0).length,
        titleChanged: title !== null,
        correction: correction?.text ?? null,
        silent,
      })
    }
    return { rows: changes, total, next }
  },
}
