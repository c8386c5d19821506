/** Pages of documents: newest publication first, undated last, then by id. */
import type { DocumentFilter, DocumentRow, Page } from '../app/ports.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import { checkLimit, fromCursor, toCursor } from './cursor.ts'
import { addDocumentConditions, Conditions, searchCondition } from './filters.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export function documentsPage(prepare: Prepare, filter: DocumentFilter): Page<DocumentRow> {
  checkLimit(filter.limit, 'listDocuments')
  const after = filter.after === undefined ? null : fromCursor(filter.after, 2, 'listDocuments')
  const conditions = new Conditions()
  addDocumentConditions(conditions, filter)
  conditions.addAll(searchCondition('document_search', 'd.seq', filter.text))
  const count = prepare(`SELECT count(*) AS total FROM documents d WHERE ${conditions.sql}`).get(...conditions.values)
  if (after !== null) conditions.add('d.published <= ? AND (d.published < ? OR d.id > ?)', after[0], after[0], after[1])
  const found = prepare(
    `SELECT k.*, b.record, b.notices, b.added FROM
       (SELECT d.seq, d.id, d.published, d.statements FROM documents d WHERE ${conditions.sql}
        ORDER BY d.published DESC, d.id LIMIT ?) k
     CROSS JOIN document_bodies b ON b.seq = k.seq ORDER BY k.published DESC, k.id`,
  ).all(...conditions.values, filter.limit + 1)
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
