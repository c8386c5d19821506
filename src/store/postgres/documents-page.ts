/** Pages of documents: newest publication first, undated last, then by id. */
import type { DocumentFilter, DocumentRow, Page } from '../../app/ports.ts'
import type { DocumentRecord, Notice } from '../../core/document.ts'
import { checkLimit, fromCursor, toCursor } from '../cursor.ts'
import type { Sql } from './database.ts'
import { addDocumentConditions } from './filters.ts'
import { fromJson } from './read-entry.ts'
import { storable } from './storable.ts'
import { Where } from './where.ts'
import { parseSearch } from './words.ts'

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export async function documentsPage(sql: Sql, filter: DocumentFilter): Promise<Page<DocumentRow>> {
  checkLimit(filter.limit, 'listDocuments')
  const after = filter.after === undefined ? null : fromCursor(filter.after, 2, 'listDocuments')
  const where = new Where()
  addDocumentConditions(where, filter, 'd')
  addWords(where, filter.text)
  const [count] = await sql(`SELECT count(*) AS total FROM documents d WHERE ${where.sql}`, where.values)
  if (after !== null) {
    const [published, id] = after.map((part) => where.bind(storable(part)))
    where.add(`d.published <= ${published} AND (d.published < ${published} OR d.id > ${id})`)
  }
  const found = await sql(
    `SELECT d.id, d.published, d.statements, d.added, b.record, b.notices FROM
       (SELECT d.id FROM documents d WHERE ${where.sql} ORDER BY d.published DESC, d.id LIMIT ${where.bind(filter.limit + 1)}) k
     JOIN documents d ON d.id = k.id JOIN document_bodies b ON b.document = k.id ORDER BY d.published DESC, d.id`,
    where.values,
  )
  const rows = found.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => ({
      document: fromJson<DocumentRecord>(row.record),
      statements: row.statements as number,
      notices: fromJson<Notice[]>(row.notices),
      added: row.added as string,
    })),
    total: count!.total as number,
    next: found.length > rows.length ? toCursor([last!.published as string, last!.id as string]) : null,
  }
}

/** A long document has several rows of words: what is excluded must be in none of them. */
function addWords(where: Where, text: string | undefined): void {
  const asked = parseSearch(text ?? '')
  if (asked === null) return
  if (asked === 'nothing') {
    where.add('FALSE')
    return
  }
  const having = (words: string): string =>
    `SELECT document FROM document_words WHERE words @@ ${where.bind(words)}::tsquery`
  if (asked.match !== null) where.add(`d.id IN (${having(asked.match)})`)
  if (asked.exclude !== null) where.add(`d.id NOT IN (${having(asked.exclude)})`)
}
