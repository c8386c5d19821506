/** One page of statements. */
import type { Page, StatementFilter, StatementRow } from '../../app/ports.ts'
import type { Sql } from './database.ts'

export async function statementsPage(_sql: Sql, _filter: StatementFilter): Promise<Page<StatementRow>> {
  throw new Error('statementsPage: not written yet')
}
