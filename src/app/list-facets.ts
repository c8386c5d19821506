/** By what a list of statements can be narrowed further, with counts: speakers, subjects, acts, publishers, forms, years. */
import type { Facets } from './facet-ports.ts'
import { storeFilter } from './list-statements.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'
import { statementFilter } from './schemas.ts'

export const facetFilter = statementFilter.omit({ limit: true, after: true, sort: true })

/** Statements that are counted: more would cost more than a reader waits for, and change little. */
export const COUNTED = 1000

export const listFacets: Operation<typeof facetFilter, Facets, Pick<Deps, 'store' | 'subjects'>> = {
  name: 'listFacets',
  summary: 'Count by what the statements that a filter finds could be narrowed further.',
  input: facetFilter,
  run: ({ store, subjects }, asked) => store.facets(storeFilter({ ...asked, limit: 1 }, subjects), COUNTED),
}
