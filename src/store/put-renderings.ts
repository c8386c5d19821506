/** Reports and the turns that they render: keys of both in one table, the turns' above 0 and the reports' below. */
import { dayKnown } from '../core/links/day-known.ts'
import type { Linkable } from '../core/links/link.ts'
import { MOST_TURNS, type Renderer } from '../core/links/renderer.ts'
import { putLink } from './link-index.ts'
import type { Prepare } from './sqlite.ts'
import { linkableOf, type ViewedStatements } from './viewed-statements.ts'

export const renderingSql = {
  'turns that share keys with a report': `SELECT k.statement, count(*) AS shared FROM turn_keys k
    JOIN statements s ON s.seq = k.statement WHERE k.key IN (SELECT value FROM json_each(?1))
    GROUP BY k.statement
    ORDER BY shared DESC, ifnull(abs(julianday(s.said_from) - julianday(?2)), 1e9), s.id LIMIT ${MOST_TURNS}`,
  'statements that share keys': `SELECT DISTINCT k.statement FROM turn_keys k JOIN statements s ON s.seq = k.statement
     WHERE k.key IN (SELECT value FROM json_each(?))`,
  'renderings of a report': "DELETE FROM links WHERE later = ? AND renders = 1 AND level = 'suggested'",
} as const

export const putTurnKeySql = 'INSERT INTO turn_keys (key, statement) VALUES (?, ?)'

/** What is put under: turns as they are, reports turned round. */
export function keysFor(renderer: Renderer, item: Linkable): number[] {
  if (item.document.kind !== 'report') return [...new Set(renderer.turnKeys(item))]
  return [...new Set(renderer.reportKeys(item))].map((key) => -key)
}

/** Keys of one document's statements, and all renderings that they change. Call inside a write transaction. */
export function putRenderings(
  prepare: Prepare,
  statements: ViewedStatements,
  renderer: Renderer,
  added: readonly { readonly statement: number; readonly keys: readonly number[] }[],
): void {
  for (const { statement, keys } of added) for (const key of keys) prepare(putTurnKeySql).run(key, statement)
  const reports = new Set<number>()
  for (const { statement, keys } of added) {
    // Most reports share no key with any turn.
    const turned = keys.filter((key) => key < 0).map((key) => -key)
    if (turned.length > 0 && sharing(prepare, turned).length > 0) reports.add(statement)
  }
  const ofTurns = added.flatMap(({ keys }) => keys.filter((key) => key > 0).map((key) => -key))
  if (ofTurns.length > 0) for (const report of sharing(prepare, ofTurns)) reports.add(report)
  for (const report of reports) chooseRenderings(prepare, statements, renderer, report)
}

/** Statements that are kept under one of `keys`. */
const sharing = (prepare: Prepare, keys: readonly number[]): number[] =>
  prepare(renderingSql['statements that share keys'])
    .all(JSON.stringify(keys))
    .map((row) => row.statement as number)

/** The renderings of a report follow from the turns that are there, not from which came first. */
export function chooseRenderings(
  prepare: Prepare,
  statements: ViewedStatements,
  renderer: Renderer,
  statement: number,
): void {
  prepare(renderingSql['renderings of a report']).run(statement)
  const report = linkableOf(prepare, statement)
  const keys = JSON.stringify(renderer.reportKeys(report))
  const seqs = prepare(renderingSql['turns that share keys with a report'])
    .all(keys, dayKnown(report)?.slice(0, 10) ?? null)
    .map((row) => row.statement as number)
  if (seqs.length === 0) return
  const turns = seqs.map((seq) => linkableOf(prepare, seq))
  for (const { turn, relating } of renderer.rendering(report, turns) ?? []) {
    const seq = seqs[turns.findIndex((each) => each.statement.id === turn.statement.id)]
    if (seq === undefined) continue
    putLink(prepare, statements.of(prepare, seq), statements.of(prepare, statement), relating, 0)
  }
}
