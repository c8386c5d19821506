/** Documents of one address as versions of one page, and the addresses that have several. */
import type { ChangedFilter, ChangedPage, Page, VersionRow } from '../../app/ports.ts'
import type { DocumentRecord } from '../../core/document.ts'
import { caseless } from '../../core/fold.ts'
import { checkLimit, fromCursor, toCursor } from '../cursor.ts'
import type { Row, Sql } from './database.ts'
import { fromJson } from './read-entry.ts'
import { indexed, restored, storable } from './storable.ts'

const columns = 'd.id, d.url, d.statements, d.added, b.record'
const tables = 'documents d JOIN document_bodies b ON b.document = d.id'

export async function readVersions(sql: Sql, page: string): Promise<VersionRow[]> {
  const [own] = await sql(`SELECT ${columns} FROM ${tables} WHERE d.id = $1`, [storable(page)])
  if (own !== undefined && own.url === null) return [versionRow(own)]
  const url = own === undefined ? storable(page) : own.url
  const rows = await sql(`SELECT ${columns} FROM ${tables} WHERE d.url = $1 ORDER BY d.added, d.id`, [url])
  return rows.map(versionRow)
}

/** Every version but the first of each address, with the number of versions; what is wide is read for a page of them only. */
const latestSql = `WITH repeated AS (
    SELECT url, count(*) AS versions FROM documents WHERE url IS NOT NULL GROUP BY url HAVING count(*) > 1
  ), numbered AS (
    SELECT r.url, r.versions, d.added, d.id, d.publisher_caseless, d.statements,
      row_number() OVER in_order AS number, lag(d.id) OVER in_order AS previous
    FROM repeated r JOIN documents d ON d.url = r.url WINDOW in_order AS (PARTITION BY r.url ORDER BY d.added, d.id)
  ), latest AS (
    SELECT *, row_number() OVER (PARTITION BY url ORDER BY number DESC) AS back FROM numbered
    WHERE number > 1 AND ($1::text IS NULL OR publisher_caseless = $1) AND added >= $2 AND added <= $3
  )`

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export async function changedPages(sql: Sql, filter: ChangedFilter): Promise<Page<ChangedPage>> {
  checkLimit(filter.limit, 'listChanges')
  const after = filter.after === undefined ? null : fromCursor(filter.after, 2, 'listChanges')
  const asked = [
    filter.publisher ? indexed(caseless(filter.publisher)) : null,
    filter.from || '',
    // The last day counts whole, and '~' sorts after every time of day.
    filter.to ? `${filter.to}~` : '~',
  ]
  const [counted] = await sql(`${latestSql} SELECT count(*) AS total FROM latest WHERE back = 1`, asked)
  const found = await sql(
    `${latestSql} SELECT l.*, b.record FROM
       (SELECT * FROM latest l WHERE l.back = 1 AND ($4::text IS NULL OR (l.added, l.id) < ($4, $5))
        ORDER BY l.added DESC, l.id DESC LIMIT $6) l
     JOIN document_bodies b ON b.document = l.id ORDER BY l.added DESC, l.id DESC`,
    [...asked, ...(after ?? [null, null]).map((part) => (part === null ? null : storable(part))), filter.limit + 1],
  )
  const rows = found.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => ({
      url: restored(row.url as string),
      versions: row.versions as number,
      latest: versionRow(row),
      previous: row.previous as string,
    })),
    total: counted!.total as number,
    next: found.length > rows.length ? toCursor([last!.added as string, last!.id as string]) : null,
  }
}

const versionRow = (row: Row): VersionRow => ({
  document: fromJson<DocumentRecord>(row.record),
  statements: row.statements as number,
  added: row.added as string,
})
