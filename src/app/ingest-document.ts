/** One page into the ledger: read, run the pipeline, store in one transaction. */
import { createHash } from 'node:crypto'
import type { DocumentRecord, Notice } from '../core/document.ts'
import { readable } from './extract-document.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'
import { resolveEntities } from './resolve-entities.ts'
import { toldPage } from './schemas.ts'

export type Ingestion =
  | {
      readonly outcome: 'stored'
      readonly id: string
      readonly document: DocumentRecord
      readonly statements: number
      readonly notices: readonly Notice[]
    }
  | { readonly outcome: 'already-stored'; readonly id: string }

export const ingestDocument: Operation<typeof toldPage, Ingestion> = {
  name: 'ingestDocument',
  summary: 'Read one page into the ledger; the same page twice is stored once.',
  input: toldPage,
  async run(deps: Deps, input) {
    // The digest spares a page that is there already the whole reading: a second start reads nothing.
    const digest = createHash('sha256').update(input.bytes).digest('hex')
    const known = await deps.store.findByDigest(digest, input.url ?? null)
    if (known !== null) return { outcome: 'already-stored', id: known }

    const extraction = await deps.extractor.extract(readable(input))
    // Others of the same batch may have been stored in the meantime.
    const stored = await deps.store.findByDigest(digest, input.url ?? null)
    if (stored !== null) return { outcome: 'already-stored', id: stored }
    const { document, text, blocks, pipeline } = extraction
    const added = deps.now().toISOString()
    for (;;) {
      const { statements, notices, links } = await resolveEntities(extraction, deps.register, deps.store)
      const outcome = await deps.store.putDocument(
        { document, text, blocks, statements, notices, pipeline, added },
        links,
        input.bytes,
      )
      if (outcome === 'already-stored') return { outcome, id: document.id }
      if (outcome === 'stored') return { outcome, id: document.id, document, statements: statements.length, notices }
      // Somebody else has just added entities: one of them may be whom this page names.
    }
  },
}
