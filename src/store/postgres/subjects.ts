/** What the ledger's statements are about, and what answers a query. */
import type { Page, QueryTally, SubjectFilter, SubjectRow } from '../../app/ports.ts'
import type { Query } from '../../core/query/query.ts'
import type { Sql } from './database.ts'

export async function subjectsPage(_sql: Sql, _filter: SubjectFilter): Promise<Page<SubjectRow>> {
  throw new Error('subjectsPage: not written yet')
}

export async function tallyOf(_sql: Sql, _query: Query): Promise<QueryTally> {
  throw new Error('tallyOf: not written yet')
}

export async function answersQuery(_sql: Sql, _statement: string, _query: Query): Promise<boolean> {
  throw new Error('answersQuery: not written yet')
}
