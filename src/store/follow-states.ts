/** What a follower of feeds knows of each address → rows, and back. */
import type { FollowState } from '../app/ports.ts'
import type { Prepare } from './connection.ts'
import { fromJson } from './read-entry.ts'

export function readFollowStates(prepare: Prepare, urls: readonly string[]): Map<string, FollowState> {
  const rows = prepare('SELECT url, state FROM feeds WHERE url IN (SELECT value FROM json_each(?))').all(
    JSON.stringify(urls),
  )
  return new Map(rows.map(({ url, state }) => [url as string, fromJson<FollowState>(state)]))
}

export function putFollowState(prepare: Prepare, url: string, state: FollowState): void {
  prepare('INSERT INTO feeds (url, state) VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state').run(
    url,
    JSON.stringify(state),
  )
}

export const readDuePages = (prepare: Prepare, now: string, most: number) =>
  prepare(
    `SELECT url, state FROM feeds WHERE json_extract(state, '$.kind') = 'page' AND json_extract(state, '$.due') <= ?
     ORDER BY json_extract(state, '$.due'), url LIMIT ?`,
  )
    .all(now, most)
    .map(({ url, state }) => ({ url: url as string, state: fromJson<FollowState>(state) }))
