/** What a speaker said, or what everybody said of something, in the order of saying; what has no date of its own apart, in the order of publication. */
import type { StatementRow, TimelineFilter, TimelineRows } from '../../app/ports.ts'
import type { DocumentRecord } from '../../core/document.ts'
import type { Statement } from '../../core/statement.ts'
import { checkLimit } from '../cursor.ts'
import type { Sql } from './database.ts'
import { addSaid } from './filters.ts'
import { queryCondition } from './query-conditions.ts'
import { fromJson } from './read-entry.ts'
import { statementsOf } from './speakers.ts'
import { storable } from './storable.ts'
import { Where } from './where.ts'

/** @throws OnrecordError `invalid-input` for a limit that cannot be. */
export async function readTimeline(sql: Sql, filter: TimelineFilter): Promise<TimelineRows> {
  checkLimit(filter.limit, 'timeline')
  const where = new Where()
  if (filter.speaker !== null) {
    const own = statementsOf(filter.speaker, where.bind)
    where.add(
      filter.voiceOf === undefined
        ? own
        : `(${own}) OR s.principal = ANY (${where.bind(filter.voiceOf.map(storable))})`,
    )
  }
  const query = await queryCondition(sql, filter.query, where.bind)
  if (query !== null) where.add(query)
  addSaid(where, filter.from, filter.to)
  const [count] = await sql(
    `SELECT count(*) AS total, count(s.said_from) AS dated FROM statements s WHERE ${where.sql}`,
    where.values,
  )
  const [total, datedTotal] = [count!.total as number, count!.dated as number]
  return {
    dated: datedTotal === 0 ? [] : await listed(sql, where, 's.said_from IS NOT NULL', filter.limit),
    datedTotal,
    undated: total === datedTotal ? [] : await listed(sql, where, 's.said_from IS NULL', filter.limit),
    undatedTotal: total - datedTotal,
  }
}

async function listed(sql: Sql, all: Where, kind: string, limit: number): Promise<StatementRow[]> {
  const where = all.copy().add(kind)
  const order = 's.said_from, s.said_to, s.published, s.document, s.ord'
  const rows = await sql(
    `SELECT s.body, b.record FROM
       (SELECT s.document, s.ord FROM statements s WHERE ${where.sql} ORDER BY ${order} LIMIT ${where.bind(limit)}) k
     JOIN statements s ON s.document = k.document AND s.ord = k.ord JOIN document_bodies b ON b.document = k.document
     ORDER BY ${order}`,
    where.values,
  )
  return rows.map(({ body, record }) => ({
    statement: fromJson<Statement>(body),
    document: fromJson<DocumentRecord>(record),
  }))
}
