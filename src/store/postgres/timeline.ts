/** What was said over time. */
import type { TimelineFilter, TimelineRows } from '../../app/ports.ts'
import type { Sql } from './database.ts'

export async function readTimeline(_sql: Sql, _filter: TimelineFilter): Promise<TimelineRows> {
  throw new Error('readTimeline: not written yet')
}
