/** What a speaker said, or what everybody said of something, in the order of saying; what has no date of its own apart, in the order of publication. */
import type { StatementRow, TimelineFilter, TimelineRows } from '../app/ports.ts'
import type { DocumentRecord } from '../core/document.ts'
import type { Statement } from '../core/statement.ts'
import { checkLimit } from './cursor.ts'
import { Conditions, saidCondition } from './filters.ts'
import { queryCondition } from './query-conditions.ts'
import { fromJson } from './read-entry.ts'
import { ofVoices, statementsOf } from './speakers.ts'
import type { Prepare } from './sqlite.ts'

/** @throws OnrecordError `invalid-input` for a limit that cannot be. */
export function readTimeline(prepare: Prepare, filter: TimelineFilter): TimelineRows {
  checkLimit(filter.limit, 'timeline')
  const conditions = new Conditions()
  if (filter.speaker !== null) {
    const found = statementsOf(prepare, filter.speaker)
    if (found === null) return { dated: [], datedTotal: 0, undated: [], undatedTotal: 0 }
    if (filter.voiceOf === undefined) conditions.add(found.sql, found.value)
    else conditions.add(ofVoices, found.value, JSON.stringify(filter.voiceOf))
  }
  conditions.addAll(queryCondition(prepare, filter.query, filter.speaker === null ? 's.' : '+s.'))
  const isBounded = Boolean(filter.from || filter.to)
  if (isBounded) conditions.addAll(saidCondition(filter.from, filter.to))
  const { total, datedTotal } = prepare(
    `SELECT count(*) AS total, count(s.said_from) AS datedTotal FROM statements s WHERE ${conditions.sql}`,
  ).get(...conditions.values) as { total: number; datedTotal: number }
  const undatedTotal = total - datedTotal
  return {
    dated: datedTotal === 0 ? [] : listed(prepare, conditions, 's.said_from IS NOT NULL', filter.limit),
    datedTotal,
    undated: undatedTotal === 0 ? [] : listed(prepare, conditions, 's.said_from IS NULL', filter.limit),
    undatedTotal,
  }
}

function listed(prepare: Prepare, { sql, values }: Conditions, kind: string, limit: number): StatementRow[] {
  const where = `${sql} AND ${kind}`
  const order = (row: string, document: string): string =>
    `${row}.said_from, ${row}.said_to, ${document}.published, ${document}.id, ${row}.ord`
  return prepare(
    `SELECT b.body, c.record FROM
       (SELECT s.seq, s.document, s.said_from, s.said_to, s.ord, d.published, d.id FROM statements s
        CROSS JOIN documents d ON d.seq = s.document WHERE ${where} ORDER BY ${order('s', 'd')} LIMIT ?) k
     CROSS JOIN statement_bodies b ON b.seq = k.seq CROSS JOIN document_bodies c ON c.seq = k.document
     ORDER BY ${order('k', 'k')}`,
  )
    .all(...values, limit)
    .map(({ body, record }) => ({
      statement: fromJson<Statement>(body),
      document: fromJson<DocumentRecord>(record),
    }))
}
