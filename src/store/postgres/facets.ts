/** What the statements of a list have, counted. */
import type { Facets, StatementFilter } from '../../app/ports.ts'
import type { Sql } from './database.ts'

export async function readFacets(_sql: Sql, _filter: StatementFilter, _atMost: number): Promise<Facets> {
  throw new Error('readFacets: not written yet')
}
