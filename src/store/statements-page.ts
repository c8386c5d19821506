/** Pages of statements: newest publication first, undated last, then by document id; inside a document in text order. */
import type { Page, StatementFilter, StatementRow } from '../app/ports.ts'
import type { DocumentRecord } from '../core/document.ts'
import type { Statement } from '../core/statement.ts'
import { checkLimit, fromCursor, toCursor } from './cursor.ts'
import { addDocumentConditions, addFormConditions, Conditions, nameCondition, searchCondition } from './filters.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'

/**
 * Two ways to the same rows. In order: walk the documents in the order of the page and test each statement; quick when
 * many match, since the page is soon full. Found first: start from what the text or the speaker finds, and sort it; quick
 * when few match. SQLite cannot tell which is which; counting first can.
 */
type Plan = { readonly kind: 'in-order' } | { readonly kind: 'found-first'; readonly by: 'text' | 'speaker' }

/** Where the two plans cost about the same for a page of 50 among 200,000 statements; both are quick around it. */
const fewEnoughToSort = 2000

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export function statementsPage(prepare: Prepare, filter: StatementFilter): Page<StatementRow> {
  checkLimit(filter.limit, 'listStatements')
  const after = filter.after === undefined ? null : fromCursor(filter.after, 3, 'listStatements')

  const byText = countFound(prepare, textCondition(filter, 's.seq'))
  const bySpeaker = countFound(prepare, speakerCondition(filter, 's.speaker'))
  const plan = planFor(byText, bySpeaker)
  const total = countAll(prepare, filter, plan, byText ?? bySpeaker)
  if (total === 0) return { rows: [], total, next: null }

  const conditions = allConditions(filter, plan)
  if (after !== null) addAfter(conditions, after)
  const keys = prepare(
    `SELECT k.*, sb.body, db.record FROM
       (SELECT s.seq, s.document, s.ord, d.id, d.published FROM ${joined[plan.kind]} WHERE ${conditions.sql}
        ORDER BY d.published DESC, d.id, s.ord LIMIT ?) k
     CROSS JOIN statement_bodies sb ON sb.seq = k.seq CROSS JOIN document_bodies db ON db.seq = k.document
     ORDER BY k.published DESC, k.id, k.ord`,
  ).all(...conditions.values, filter.limit + 1)
  const rows = keys.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => ({
      statement: fromJson<Statement>(row.body),
      document: fromJson<DocumentRecord>(row.record),
    })),
    total,
    next:
      keys.length > rows.length ? toCursor([last!.published as string, last!.id as string, last!.ord as number]) : null,
  }
}

/** CROSS JOIN keeps SQLite to the order written. */
const joined: Record<Plan['kind'], string> = {
  'in-order': 'documents d CROSS JOIN statements s ON s.document = d.seq',
  'found-first': 'statements s CROSS JOIN documents d ON d.seq = s.document',
}

function planFor(byText: number | null, bySpeaker: number | null): Plan {
  const text = byText ?? Number.POSITIVE_INFINITY
  const speaker = bySpeaker ?? Number.POSITIVE_INFINITY
  if (Math.min(text, speaker) > fewEnoughToSort) return { kind: 'in-order' }
  return { kind: 'found-first', by: text < speaker ? 'text' : 'speaker' }
}

/** How many statements one condition finds on its own; null where it asks for nothing. */
function countFound(prepare: Prepare, condition: Conditions): number | null {
  if (condition.parts.length === 0) return null
  return totalOf(prepare, `SELECT count(*) AS total FROM statements s WHERE ${condition.sql}`, condition)
}

/** `found`: what the text or speaker finds on its own, which is all there is to count when nothing else is asked. */
function countAll(prepare: Prepare, filter: StatementFilter, plan: Plan, found: number | null): number {
  const onDocuments = documentConditions(filter)
  const conditions = allConditions(filter, plan)
  if (conditions.parts.length === onDocuments.parts.length) {
    return totalOf(prepare, `SELECT sum(d.statements) AS total FROM documents d WHERE ${conditions.sql}`, conditions)
  }
  if (found !== null && conditions.parts.length === 1) return found
  const from = onDocuments.parts.length === 0 ? 'statements s' : joined[plan.kind]
  return totalOf(prepare, `SELECT count(*) AS total FROM ${from} WHERE ${conditions.sql}`, conditions)
}

const textCondition = (filter: StatementFilter, column: string): Conditions =>
  searchCondition('statement_search', column, filter.text)

const speakerCondition = (filter: StatementFilter, column: string): Conditions => nameCondition(column, filter.speaker)

function documentConditions(filter: StatementFilter): Conditions {
  const conditions = new Conditions()
  addDocumentConditions(conditions, filter)
  if (filter.document) conditions.add('d.id = ?', filter.document)
  return conditions
}

function allConditions(filter: StatementFilter, plan: Plan): Conditions {
  const conditions = documentConditions(filter)
  addFormConditions(conditions, filter)
  // A "+" keeps SQLite from finding by that column: it only tests the rows that the plan brings.
  const by = plan.kind === 'found-first' ? plan.by : null
  conditions.addAll(speakerCondition(filter, by === 'speaker' ? 's.speaker' : '+s.speaker'))
  conditions.addAll(textCondition(filter, by === 'text' ? 's.seq' : '+s.seq'))
  return conditions
}

function addAfter(conditions: Conditions, [published, id, ord]: readonly [string, string, number]): void {
  conditions.add('d.published <= ? AND (d.published < ? OR d.id >= ?)', published, published, id)
  conditions.add('(d.published < ? OR d.id > ? OR s.ord > ?)', published, id, ord)
}

const totalOf = (prepare: Prepare, sql: string, conditions: Conditions): number =>
  (prepare(sql).get(...conditions.values)!.total as number | null) ?? 0
