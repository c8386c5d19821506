/** Pages of documents and statements: newest publication first, undated last, then document id, then text order. */
import type { DocumentFilter, DocumentRow, Page, StatementFilter, StatementRow } from '../app/ports.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Statement } from '../core/statement.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { addDocumentConditions, addStatementConditions, addTextConditions, Conditions } from './filters.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'

export function documentsPage(prepare: Prepare, filter: DocumentFilter): Page<DocumentRow> {
  checkLimit(filter.limit, 'listDocuments')
  const conditions = new Conditions()
  addDocumentConditions(conditions, filter)
  addTextConditions(conditions, 'document_search', 'd.seq', filter.text)
  const total = countOf(prepare, `SELECT count(*) AS total FROM documents d WHERE ${conditions.sql}`, conditions)
  if (filter.after !== undefined) {
    const [published, id] = fromCursor(filter.after, 2, 'listDocuments')
    conditions.add('d.published <= ? AND (d.published < ? OR d.id > ?)', published, published, id)
  }
  const rows = prepare(
    `SELECT d.id, d.published, d.statements, b.record, b.notices, b.added
     FROM documents d JOIN document_bodies b ON b.seq = d.seq
     WHERE ${conditions.sql} ORDER BY d.published DESC, d.id LIMIT ?`,
  ).all(...conditions.values, filter.limit + 1)
  const last = rows.length > filter.limit ? rows[filter.limit - 1]! : null
  return {
    rows: rows.slice(0, filter.limit).map((row) => ({
      document: fromJson<DocumentRecord>(row.record),
      statements: row.statements as number,
      notices: fromJson<Notice[]>(row.notices),
      added: row.added as string,
    })),
    total,
    next: last === null ? null : toCursor([last.published as string, last.id as string]),
  }
}

export function statementsPage(prepare: Prepare, filter: StatementFilter): Page<StatementRow> {
  checkLimit(filter.limit, 'listStatements')
  const conditions = new Conditions()
  addDocumentConditions(conditions, filter)
  if (filter.document) conditions.add('d.id = ?', filter.document)
  const onDocuments = conditions.parts.length
  addStatementConditions(conditions, filter)
  addTextConditions(conditions, 'statement_search', 's.seq', filter.text)
  const total =
    conditions.parts.length === onDocuments
      ? countOf(prepare, `SELECT sum(d.statements) AS total FROM documents d WHERE ${conditions.sql}`, conditions)
      : countOf(
          prepare,
          `SELECT count(*) AS total FROM statements s JOIN documents d ON d.seq = s.document WHERE ${conditions.sql}`,
          conditions,
        )
  if (filter.after !== undefined) {
    const [published, id, ord] = fromCursor(filter.after, 3, 'listStatements')
    conditions.add('d.published <= ? AND (d.published < ? OR d.id >= ?)', published, published, id)
    conditions.add('(d.published < ? OR d.id > ? OR s.ord > ?)', published, id, ord)
  }
  const rows = prepare(
    `SELECT d.id, d.published, s.ord, sb.body, db.record
     FROM statements s JOIN documents d ON d.seq = s.document
     JOIN statement_bodies sb ON sb.seq = s.seq JOIN document_bodies db ON db.seq = s.document
     WHERE ${conditions.sql} ORDER BY d.published DESC, d.id, s.ord LIMIT ?`,
  ).all(...conditions.values, filter.limit + 1)
  const last = rows.length > filter.limit ? rows[filter.limit - 1]! : null
  return {
    rows: rows.slice(0, filter.limit).map((row) => ({
      statement: fromJson<Statement>(row.body),
      document: fromJson<DocumentRecord>(row.record),
    })),
    total,
    next: last === null ? null : toCursor([last.published as string, last.id as string, last.ord as number]),
  }
}

const countOf = (prepare: Prepare, sql: string, conditions: Conditions): number =>
  (prepare(sql).get(...conditions.values)!.total as number | null) ?? 0

function checkLimit(limit: number, operation: string): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return
  throw new OnrecordError('invalid-input', { operation, problem: 'limit: expected a whole number from 1 to 1000' })
}
