/** The documents of the ledger, newest first, by any filter. */
import type { Operation } from './perform.ts'
import type { Deps, DocumentRow, Page } from './ports.ts'
import { documentFilter } from './schemas.ts'

export const listDocuments: Operation<typeof documentFilter, Page<DocumentRow>, Pick<Deps, 'store'>> = {
  name: 'listDocuments',
  summary: 'List the documents of the ledger, newest first.',
  input: documentFilter,
  run: ({ store }, filter) => store.listDocuments(filter),
}
