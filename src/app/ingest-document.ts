/** One page into the ledger: read, run the pipeline, store in one transaction. */
import { createHash } from 'node:crypto'
import type { DocumentRecord, Notice } from '../core/document.ts'
import { readable } from './extract-document.ts'
import type { Operation } from './perform.ts'
import type { Deps, Store } from './ports.ts'
import { toldPage } from './schemas.ts'
import { type StoringDeps, storeExtraction } from './store-extraction.ts'

export type Ingestion =
  | {
      readonly outcome: 'stored'
      readonly id: string
      readonly document: DocumentRecord
      readonly statements: number
      readonly notices: readonly Notice[]
    }
  | { readonly outcome: 'already-stored'; readonly id: string }

/** What it takes: of a store, so much. */
export interface IngestDeps extends Omit<StoringDeps, 'store'>, Pick<Deps, 'extractor'> {
  readonly store: StoringDeps['store'] & Pick<Store, 'findByDigest'>
}

export const ingestDocument: Operation<typeof toldPage, Ingestion, IngestDeps> = {
  name: 'ingestDocument',
  summary: 'Read one page into the ledger; the same page twice is stored once.',
  input: toldPage,
  async run(deps, input) {
    // The digest spares a page that is there already the whole reading: a second start reads nothing.
    const digest = createHash('sha256').update(input.bytes).digest('hex')
    const known = await deps.store.findByDigest(digest, input.url ?? null)
    if (known !== null) return { outcome: 'already-stored', id: known }

    const extraction = await deps.extractor.extract(readable(input))
    // Others of the same batch may have been stored in the meantime.
    const stored = await deps.store.findByDigest(digest, input.url ?? null)
    if (stored !== null) return { outcome: 'already-stored', id: stored }
    return storeExtraction(deps, extraction, input.bytes)
  },
}
