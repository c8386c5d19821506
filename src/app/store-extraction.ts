/** What was found in a page into the ledger: its entities resolved against what the ledger knows, in one transaction. */
import type { Extraction } from './extract-document.ts'
import type { Ingestion } from './ingest-document.ts'
import type { Deps, Store } from './ports.ts'
import { resolveEntities } from './resolve-entities.ts'

export interface StoringDeps extends Pick<Deps, 'register' | 'now'> {
  readonly store: Pick<Store, 'knownEntities' | 'putDocument'>
}

/** @param original the page's bytes, where they are at hand. */
export async function storeExtraction(
  { store, register, now }: StoringDeps,
  extraction: Extraction,
  original?: Uint8Array,
): Promise<Ingestion> {
  const { document, text, blocks, pipeline } = extraction
  const added = now().toISOString()
  for (;;) {
    const { statements, notices, links } = await resolveEntities(extraction, register, store)
    const entry = { document, text, blocks, statements, notices, pipeline, added }
    const outcome = await store.putDocument(entry, links, original)
    if (outcome === 'already-stored') return { outcome, id: document.id }
    if (outcome === 'stored') return { outcome, id: document.id, document, statements: statements.length, notices }
    // Somebody else has just added entities: one of them may be whom this page names.
  }
}
