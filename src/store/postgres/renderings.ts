/** Reports and the turns that they render: keys of both in one table, the turns' above 0 and the reports' below. */
import { dayKnown } from '../../core/links/day-known.ts'
import type { Linkable } from '../../core/links/link.ts'
import type { Linker } from '../../core/links/linker.ts'
import { MOST_TURNS, type Renderer } from '../../core/links/renderer.ts'
import type { Sql } from './database.ts'
import { type LinkRow, putLinks } from './link-rows.ts'
import { readStatements } from './read-entry.ts'

/** Reports whose renderings are chosen together. */
const BATCH = 200

/** Statements that are kept under one of `keys`. */
export async function sharing(sql: Sql, keys: readonly number[]): Promise<string[]> {
  if (keys.length === 0) return []
  const found = await sql('SELECT DISTINCT statement FROM turn_keys WHERE key = ANY ($1::bigint[])', [keys])
  return found.map(({ statement }) => statement as string)
}

/** Every report that shares a key with a turn, in order of ids. */
export async function reportsWithTurns(sql: Sql): Promise<string[]> {
  const found = await sql(
    'SELECT DISTINCT r.statement FROM turn_keys t JOIN turn_keys r ON r.key = - t.key WHERE t.key > 0 ORDER BY 1',
  )
  return found.map(({ statement }) => statement as string)
}

/** The renderings of a report follow from the turns that are there, not from which came first. */
export async function chooseRenderings(
  sql: Sql,
  linker: Linker,
  renderer: Renderer,
  reports: readonly string[],
): Promise<void> {
  for (let from = 0; from < reports.length; from += BATCH) {
    const ids = reports.slice(from, from + BATCH)
    await sql("DELETE FROM links WHERE later = ANY ($1) AND renders = 1 AND level = 'suggested'", [ids])
    const items = await readStatements(sql, ids)
    const turnsOf = await turnsSharingKeys(
      sql,
      ids.map((id) => ({ id, item: items.get(id)! })),
      renderer,
    )
    const turns = await readStatements(sql, [...new Set([...turnsOf.values()].flat())])
    const rows = ids.flatMap((id) => {
      const report = items.get(id)!
      const candidates = (turnsOf.get(id) ?? []).map((turn) => turns.get(turn)!)
      return candidates.length === 0 ? [] : renderingRows(linker, renderer, report, candidates)
    })
    await putLinks(sql, rows)
  }
}

function renderingRows(linker: Linker, renderer: Renderer, report: Linkable, turns: readonly Linkable[]): LinkRow[] {
  const later = { id: report.statement.id, place: linker.placeOf(report) }
  const known = new Set(turns.map(({ statement }) => statement.id))
  return (renderer.rendering(report, turns) ?? [])
    .filter(({ turn }) => known.has(turn.statement.id))
    .map(({ turn, relating }) => ({ later, earlier: turn.statement, relating, weight: 0 }))
}

/** Days since 1970 of a text that begins with a date; null for others. No date of it makes this fail, not even 31 February. */
const dayNumber = (text: string): string => `CASE WHEN ${text} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN
    extract(epoch FROM make_date(greatest(left(${text}, 4)::integer, 1), 1, 1)
      + make_interval(months => substr(${text}, 6, 2)::integer - 1, days => substr(${text}, 9, 2)::integer - 1)) / 86400
    + CASE WHEN substr(${text}, 11, 6) ~ '^[T ][0-9]{2}:[0-9]{2}' THEN
      substr(${text}, 12, 2)::integer / 24.0 + substr(${text}, 15, 2)::integer / 1440.0 ELSE 0 END END`

const turnsSql = `SELECT q.report, t.statement FROM unnest($1::text[], $2::text[], $3::text[]) AS q (report, keys, day)
  CROSS JOIN LATERAL (
    SELECT k.statement, k.shared, abs(${dayNumber('s.said_from')} - ${dayNumber('q.day')}) AS distance
    FROM (SELECT statement, count(*) AS shared FROM turn_keys WHERE key = ANY (q.keys::bigint[]) GROUP BY statement) k
    JOIN statements s ON s.document = split_part(k.statement, '.', 1) AND s.id = k.statement
    ORDER BY k.shared DESC, distance NULLS LAST, k.statement LIMIT ${MOST_TURNS}
  ) t ORDER BY q.report, t.shared DESC, t.distance NULLS LAST, t.statement`

/** Of each report, ids of the turns that share the most keys with it, the nearest in time first. */
async function turnsSharingKeys(
  sql: Sql,
  reports: readonly { readonly id: string; readonly item: Linkable }[],
  renderer: Renderer,
): Promise<Map<string, string[]>> {
  const rows = await sql(turnsSql, [
    reports.map(({ id }) => id),
    reports.map(({ item }) => `{${[...new Set(renderer.reportKeys(item))].join(',')}}`),
    reports.map(({ item }) => dayKnown(item)?.slice(0, 10) ?? null),
  ])
  const turns = new Map<string, string[]>()
  for (const { report, statement } of rows) {
    const known = turns.get(report as string)
    if (known === undefined) turns.set(report as string, [statement as string])
    else known.push(statement as string)
  }
  return turns
}
