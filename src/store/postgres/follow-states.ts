/** What a follower of feeds knows of each address → rows, and back. */
import type { FollowState } from '../../app/ports.ts'
import type { Sql } from './database.ts'
import { fromJson } from './read-entry.ts'
import { restored, storable } from './storable.ts'

export async function readFollowStates(sql: Sql, urls: readonly string[]): Promise<Map<string, FollowState>> {
  const rows = await sql('SELECT url, state FROM feeds WHERE url = ANY ($1)', [urls.map(storable)])
  return new Map(rows.map(({ url, state }) => [restored(url as string), fromJson<FollowState>(state)]))
}

export async function putFollowState(sql: Sql, url: string, state: FollowState): Promise<void> {
  await sql('INSERT INTO feeds (url, state) VALUES ($1, $2) ON CONFLICT (url) DO UPDATE SET state = excluded.state', [
    storable(url),
    JSON.stringify(state),
  ])
}

export async function readDuePages(sql: Sql, now: string, most: number) {
  const rows = await sql(
    `SELECT url, state FROM feeds WHERE state::json ->> 'kind' = 'page' AND state::json ->> 'due' <= $1 COLLATE "C"
     ORDER BY state::json ->> 'due' COLLATE "C", url LIMIT $2`,
    [now, most],
  )
  return rows.map(({ url, state }) => ({ url: restored(url as string), state: fromJson<FollowState>(state) }))
}
