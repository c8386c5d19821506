/** All keys and links of a ledger found anew, from its statements alone; memory does not grow with the ledger. */
import type { Relinked } from '../../app/ports.ts'
import { ENOUGH } from '../../core/links/coded-keys.ts'
import { type LinkIndex, meetingWeight, putRelated, WINDOW } from '../../core/links/link-document.ts'
import type { Linker } from '../../core/links/linker.ts'
import { keysFor } from '../put-renderings.ts'
import { keyedViewOf } from '../viewed-statements.ts'
import type { Row, Sql } from './database.ts'
import { type LinkRow, putKeys, putLinks } from './link-rows.ts'
import { markRelinked } from './readings.ts'
import { chooseRenderings, reportsWithTurns } from './renderings.ts'
import { linkable, ViewedStatements } from './viewed.ts'

/** Candidates are visited in order of place, so that those of the same days are asked for together. */
const KEPT = 20_000

/** Rows taken from the server at once. */
const BATCH = 1000

type Progress = (done: number, total: number) => void

/**
 * Call inside a write transaction that has the lock of links. What people decided stays; a link that they confirmed stays
 * though it is not found any more.
 * @param progress told of every statement twice: once when its keys are known, once when it is linked
 */
export async function relinkAll(sql: Sql, linker: Linker, progress: Progress): Promise<Relinked> {
  const statements = await countOf(sql, 'statements')
  await sql("DELETE FROM links WHERE level = 'suggested'")
  await markRelinked(sql)
  await sql('TRUNCATE link_keys, turn_keys')
  await putAllKeys(sql, linker, (done) => progress(done, 2 * statements))
  await putAllLinks(sql, linker, (done) => progress(statements + done, 2 * statements))
  if (linker.renderer !== undefined) {
    await chooseRenderings(sql, linker, linker.renderer, await reportsWithTurns(sql))
  }
  progress(2 * statements, 2 * statements)
  return { statements, links: await countOf(sql, 'links') }
}

async function countOf(sql: Sql, table: 'statements' | 'links'): Promise<number> {
  const [row] = await sql(`SELECT count(*) AS total FROM ${table}`)
  return row!.total as number
}

async function putAllKeys(sql: Sql, linker: Linker, tell: (done: number) => void): Promise<void> {
  const { renderer } = linker
  let done = 0
  const all = `SELECT s.id, s.body, b.record FROM statements s JOIN document_bodies b ON b.document = s.document
    ORDER BY s.document, s.id`
  for await (const rows of batches(sql, all)) {
    const items = rows.map(linkable)
    const keyed = items.map((item) => keyedViewOf(linker, item))
    const turns =
      renderer === undefined
        ? []
        : items.flatMap((item) => keysFor(renderer, item).map((key) => ({ key, id: item.statement.id })))
    await putKeys(
      sql,
      keyed.flatMap(({ place, id, keys }) => keys.map((key) => ({ key, place, id }))),
      turns,
    )
    done += rows.length
    tell(done)
  }
  await sql('ANALYZE link_keys')
}

async function putAllLinks(sql: Sql, linker: Linker, tell: (done: number) => void): Promise<void> {
  const viewed = new ViewedStatements(linker, KEPT)
  let linked = 0
  let last: unknown = null
  for await (const rows of batches(sql, candidatesSql)) {
    const views = await viewed.of(sql, [...new Set(rows.flatMap(({ later, earlier }) => [later, earlier] as string[]))])
    const links: LinkRow[] = []
    const index: Pick<LinkIndex<unknown>, 'putLink'> = {
      putLink: (earlier, later, relating, weight) => links.push({ earlier, later, relating, weight }),
    }
    for (const { later, earlier, weight } of rows) {
      const [one, other] = [views.get(earlier as string)!, views.get(later as string)!]
      putRelated(index, linker, { ...one, statement: 0 }, { ...other, statement: 1 }, weight as number)
      if (later !== last) linked++
      last = later
    }
    await putLinks(sql, links)
    tell(linked)
  }
}

/** What `meetingWeight` says of each weight and distance, as rows. */
const meetings = Array.from({ length: ENOUGH }, (_, index) => index + 1)
  .flatMap((weight) =>
    Array.from({ length: WINDOW }, (_, index) => [weight, index + 1, meetingWeight(weight, index + 1)]),
  )
  .filter(([, , meets]) => meets! > 0)
  .map((row) => `(${row.join(', ')})`)

const distances = Array.from({ length: WINDOW }, (_, index) => index + 1)

/** All pairs that meet under keys of enough weight, the later statements in order of place. */
const candidatesSql = `SELECT n.place, n.statement AS later, e.earlier, sum(w.meets)::integer AS weight
  FROM (SELECT key, place, statement, ${distances.map((at) => `lag(statement, ${at}) OVER o AS b${at}`).join(', ')}
    FROM link_keys WINDOW o AS (PARTITION BY key ORDER BY place, statement)) n
  CROSS JOIN LATERAL (VALUES ${distances.map((at) => `(${at}, n.b${at})`).join(', ')}) AS e (distance, earlier)
  JOIN (VALUES ${meetings.join(', ')}) AS w (weight, distance, meets) ON w.weight = n.key % 16 AND w.distance = e.distance
  WHERE e.earlier IS NOT NULL GROUP BY n.place, n.statement, e.earlier HAVING sum(w.meets) >= ${ENOUGH}
  ORDER BY n.place, n.statement, e.earlier`

/** The rows of a query, so many at a time; the server keeps the rest. */
async function* batches(sql: Sql, query: string): AsyncGenerator<Row[]> {
  await sql(`DECLARE rows_in_turn NO SCROLL CURSOR FOR ${query}`)
  for (;;) {
    const rows = await sql(`FETCH ${BATCH} FROM rows_in_turn`)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) break
  }
  await sql('CLOSE rows_in_turn')
}
