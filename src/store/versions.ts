/** Documents of one address as versions of one page, and the addresses that have several. */

import type { ChangedFilter, ChangedPage, Page, VersionRow } from '../app/ports.ts'
import type { DocumentRecord } from '../core/document.ts'
import { caseless } from '../core/fold.ts'
import { checkLimit, fromCursor, toCursor } from './cursor.ts'
import { Conditions } from './filters.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'
import { restored, storable } from './storable.ts'

/** A test looks at how SQLite answers these. */
export const versionsSql = {
  own: `SELECT d.id, d.statements, b.url, b.record, b.added FROM documents d CROSS JOIN document_bodies b ON b.seq = d.seq
    WHERE d.id = ?`,
  ofAddress: `SELECT d.id, d.statements, b.record, b.added FROM document_bodies b CROSS JOIN documents d ON d.seq = b.seq
    WHERE b.url = ? ORDER BY b.added, d.id`,
} as const

/**
 * Every version but the first of each address, with the number of versions. Addresses that occur twice are found in the index of
 * addresses alone; what is wide is read for those only.
 */
const REVISIONS = `WITH repeated AS (
    SELECT url, count(*) AS versions FROM document_bodies WHERE url IS NOT NULL GROUP BY url HAVING count(*) > 1
  ), numbered AS (
    SELECT b.seq, r.url, r.versions, b.added, d.id, d.publisher, d.statements,
      row_number() OVER in_order AS number, lag(d.id) OVER in_order AS previous
    FROM repeated r CROSS JOIN document_bodies b ON b.url = r.url CROSS JOIN documents d ON d.seq = b.seq
    WINDOW in_order AS (PARTITION BY r.url ORDER BY b.added, d.id)
  )`

export function readVersions(prepare: Prepare, page: string): VersionRow[] {
  const own = prepare(versionsSql.own).get(page)
  if (own !== undefined && own.url === null) return [versionRow(own)]
  const url = own === undefined ? storable(page) : (own.url as string | Uint8Array)
  return prepare(versionsSql.ofAddress).all(url).map(versionRow)
}

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export function changedPages(prepare: Prepare, filter: ChangedFilter): Page<ChangedPage> {
  checkLimit(filter.limit, 'listChanges')
  const after = filter.after === undefined ? null : fromCursor(filter.after, 2, 'listChanges')
  const asked = conditionsOf(filter)
  const latest = `${REVISIONS}, latest AS (
    SELECT *, row_number() OVER (PARTITION BY url ORDER BY number DESC) AS back FROM numbered WHERE ${asked.sql})`
  const page = new Conditions()
  if (after !== null) page.add('(l.added < ? OR (l.added = ? AND l.id < ?))', after[0], after[0], after[1])
  const found = prepare(
    `${latest} SELECT l.*, b.record FROM
       (SELECT * FROM (SELECT *, count(*) OVER () AS total FROM latest WHERE back = 1) l WHERE ${page.sql}
        ORDER BY l.added DESC, l.id DESC LIMIT ?) l
     CROSS JOIN document_bodies b ON b.seq = l.seq ORDER BY l.added DESC, l.id DESC`,
  ).all(...asked.values, ...page.values, filter.limit + 1)
  const rows = found.slice(0, filter.limit)
  const last = rows.at(-1)
  // A page behind the last row has none to tell the total.
  const counted = last ?? prepare(`${latest} SELECT count(*) AS total FROM latest WHERE back = 1`).get(...asked.values)!
  return {
    rows: rows.map((row) => ({
      url: restored(row.url),
      versions: row.versions as number,
      latest: versionRow(row),
      previous: row.previous as string,
    })),
    total: counted.total as number,
    next: found.length > rows.length ? toCursor([last!.added as string, last!.id as string]) : null,
  }
}

function conditionsOf({ publisher, from, to }: ChangedFilter): Conditions {
  const conditions = new Conditions()
  conditions.add('number > 1')
  if (publisher) {
    conditions.add('publisher IN (SELECT seq FROM publishers WHERE caseless = ?)', caseless(publisher))
  }
  if (from) conditions.add('added >= ?', from)
  // The last day counts whole, and '~' sorts after every time of day.
  if (to) conditions.add('added <= ?', `${to}~`)
  return conditions
}

const versionRow = (row: Record<string, unknown>): VersionRow => ({
  document: fromJson<DocumentRecord>(row.record),
  statements: row.statements as number,
  added: row.added as string,
})
