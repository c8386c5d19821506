/** One page of documents. */
import type { DocumentFilter, DocumentRow, Page } from '../../app/ports.ts'
import type { Sql } from './database.ts'

export async function documentsPage(_sql: Sql, _filter: DocumentFilter): Promise<Page<DocumentRow>> {
  throw new Error('documentsPage: not written yet')
}
