/** All keys and links of a ledger found anew, from its statements alone. */
import type { Relinked } from '../app/ports.ts'
import { type LinkIndex, putRelated } from '../core/links/link-document.ts'
import type { Linker } from '../core/links/linker.ts'
import { sketchOf } from '../core/links/min-hash.ts'
import type { Renderer } from '../core/links/renderer.ts'
import { SortedNeighbourhood } from '../core/links/sorted-neighbourhood.ts'
import { putKeySql, putLink } from './link-index.ts'
import { RELINK, unmark } from './marks.ts'
import { putSketch } from './put-links.ts'
import { chooseRenderings, keysFor, putTurnKeySql } from './put-renderings.ts'
import { bytesOf } from './sketches.ts'
import type { Prepare } from './sqlite.ts'
import { restored } from './storable.ts'
import { keyedViewOf, linkableOf, ViewedStatements } from './viewed-statements.ts'

/** Candidates are visited in order of place, so that those of the same days are asked for together. */
const KEPT = 20_000

/** Between two lines of progress. */
const BATCH = 1000

/**
 * Call inside a write transaction. What people decided stays; a link that they confirmed stays though it is not found any more.
 * @param progress told of every statement twice: once when its keys are known, once when it is linked
 */
export function relinkAll(prepare: Prepare, linker: Linker, progress: (done: number, total: number) => void): Relinked {
  const { statements } = prepare('SELECT count(*) AS statements FROM statements').get()! as { statements: number }
  const tell = (done: number): void => {
    if (done % BATCH === 0) progress(done, 2 * statements)
  }
  prepare("DELETE FROM links WHERE level = 'suggested'").run()
  prepare('DELETE FROM link_keys').run()
  prepare('DELETE FROM turn_keys').run()
  putSketches(prepare)
  const viewed = new ViewedStatements(linker, KEPT)
  const order = putKeys(prepare, linker, tell)
  const index: Pick<LinkIndex<unknown>, 'putLink'> = {
    putLink: (earlier, later, relating, weight) => putLink(prepare, earlier, later, relating, weight),
  }
  let linked = statements
  for (const [statement, earlier] of order.candidates()) {
    const later = viewed.of(prepare, statement)
    for (const [each, weight] of earlier) putRelated(index, linker, viewed.of(prepare, each), later, weight)
    tell(++linked)
  }
  if (linker.renderer !== undefined) renderAll(prepare, linker.renderer, viewed)
  unmark(prepare, RELINK)
  progress(2 * statements, 2 * statements)
  const { links } = prepare('SELECT count(*) AS links FROM links').get()! as { links: number }
  return { statements, links }
}

function putKeys(prepare: Prepare, linker: Linker, tell: (done: number) => void): SortedNeighbourhood {
  const { renderer } = linker
  const order = new SortedNeighbourhood()
  const turns = new SortedNeighbourhood()
  let done = 0
  for (const { seq } of prepare('SELECT seq FROM statements ORDER BY seq').iterate()) {
    const statement = seq as number
    const item = linkableOf(prepare, statement)
    const { place, keys } = keyedViewOf(linker, item)
    order.add({ place, statement }, keys)
    if (renderer !== undefined) turns.add({ place: 0, statement }, keysFor(renderer, item))
    tell(++done)
  }
  order.sort()
  // In the order of the index, which then is written from one end to the other.
  for (const row of order.rows()) prepare(putKeySql).run(...row)
  turns.sort()
  for (const [key, , statement] of turns.rows()) prepare(putTurnKeySql).run(key, statement)
  return order
}

/** Of the reports that share a key with a turn. */
function renderAll(prepare: Prepare, renderer: Renderer, viewed: ViewedStatements): void {
  const sql = `SELECT DISTINCT r.statement FROM turn_keys t CROSS JOIN turn_keys r ON r.key = -t.key WHERE t.key > 0`
  for (const { statement } of prepare(sql).all()) chooseRenderings(prepare, viewed, renderer, statement as number)
}

/** Ledgers of an older onrecord have none. */
function putSketches(prepare: Prepare): void {
  const missing =
    'SELECT d.seq FROM documents d WHERE NOT EXISTS (SELECT 1 FROM document_sketches k WHERE k.document = d.seq)'
  for (const { seq } of prepare(missing).all()) {
    const { text } = prepare('SELECT text FROM document_bodies WHERE seq = ?').get(seq as number)!
    putSketch(prepare, seq as number, bytesOf(sketchOf(restored(text))))
  }
}
