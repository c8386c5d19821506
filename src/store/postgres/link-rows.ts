/** Keys and links as rows: the neighbours of one document's statements in one query, what it adds in one write. */
import { ENOUGH } from '../../core/links/coded-keys.ts'
import type { Relating } from '../../core/links/link.ts'
import { WINDOW } from '../../core/links/link-document.ts'
import type { Sql } from './database.ts'

/** A statement where it stands among others. */
export interface PlacedRow {
  readonly place: number
  readonly id: string
}

/** A statement under one of its keys. */
export interface KeyRow extends PlacedRow {
  readonly key: number
}

export interface Neighbours {
  /** The nearest first. */
  readonly before: readonly PlacedRow[]
  readonly after: readonly PlacedRow[]
}

/** A link to be put; the later one is the report of a rendering. */
export interface LinkRow {
  readonly later: PlacedRow
  readonly earlier: { readonly id: string }
  readonly relating: Relating
  /** Of the keys under which the two meet, in twelfths. */
  readonly weight: number
}

/** What two statements lose because others came between them. */
export interface Lost {
  readonly later: string
  readonly earlier: string
  readonly lost: number
}

const side = (
  compare: '<' | '>',
  order: string,
): string => `(SELECT string_agg(n.place || ' ' || n.statement, ';' ORDER BY ${order})
    FROM (SELECT place, statement FROM link_keys k WHERE k.key = q.key AND (k.place, k.statement) ${compare} (q.place, q.statement)
      ORDER BY ${order} LIMIT ${WINDOW}) n)`

/** Rows in one text for each key: thousands of narrow rows would cost more to take apart than to find. */
const neighboursSql = `SELECT ${side('<', 'place DESC, statement DESC')} AS before, ${side('>', 'place, statement')} AS after
  FROM unnest($1::bigint[], $2::bigint[], $3::text[]) WITH ORDINALITY AS q (key, place, statement, n) ORDER BY q.n`

/** Of each row in turn, up to `WINDOW` statements on either side under its key. */
export async function neighboursOf(sql: Sql, rows: readonly KeyRow[]): Promise<Neighbours[]> {
  if (rows.length === 0) return []
  const found = await sql(neighboursSql, keyColumns(rows))
  return found.map(({ before, after }) => ({ before: placedRows(before), after: placedRows(after) }))
}

const placedRows = (column: unknown): PlacedRow[] =>
  column === null
    ? []
    : (column as string).split(';').map((row) => {
        const gap = row.indexOf(' ')
        return { place: Number(row.slice(0, gap)), id: row.slice(gap + 1) }
      })

const keyColumns = (rows: readonly KeyRow[]) => [
  rows.map(({ key }) => key),
  rows.map(({ place }) => place),
  rows.map(({ id }) => id),
]

/** A statement under a key by which renderings are found: of a turn above 0, of a report below. */
export type TurnKeyRow = Omit<KeyRow, 'place'>

const putKeysSql = `WITH keys AS (
    INSERT INTO link_keys (key, place, statement) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[])
  ), turns AS (
    INSERT INTO turn_keys (key, statement) SELECT * FROM unnest($4::bigint[], $5::text[])
  )
  SELECT DISTINCT q.statement FROM unnest($4::bigint[], $5::text[]) AS q (key, statement)
  WHERE q.key < 0 AND EXISTS (SELECT FROM turn_keys k WHERE k.key = - q.key)`

/** @returns reports among them that share a key with a turn that was there before, which most do not. */
export async function putKeys(sql: Sql, keys: readonly KeyRow[], turnKeys: readonly TurnKeyRow[]): Promise<string[]> {
  const found = await sql(putKeysSql, [
    ...keyColumns(keys),
    turnKeys.map(({ key }) => key),
    turnKeys.map(({ id }) => id),
  ])
  return found.map(({ statement }) => statement as string)
}

/** What people decided stays as they left it, but for the words that show it. Evidence without ids, which would be most of it. */
const putLinksSql = `INSERT INTO links AS l (later, earlier, renders, place, weight, relation, type, level, confidence, because)
  SELECT later, earlier, renders, place, weight, relation, type, 'suggested', confidence, because
  FROM unnest($1::text[], $2::text[], $3::smallint[], $4::bigint[], $5::integer[], $6::text[], $7::text[], $8::float8[], $9::text[])
    AS n (later, earlier, renders, place, weight, relation, type, confidence, because)
  ORDER BY later, earlier, renders
  ON CONFLICT (later, earlier, renders) DO UPDATE SET place = excluded.place, weight = excluded.weight,
    relation = excluded.relation, type = excluded.type, confidence = excluded.confidence, because = excluded.because
  WHERE l.level = 'suggested' OR (l.relation = excluded.relation AND l.type IS NOT DISTINCT FROM excluded.type)`

export async function putLinks(sql: Sql, rows: readonly LinkRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql(putLinksSql, [
    rows.map(({ later }) => later.id),
    rows.map(({ earlier }) => earlier.id),
    rows.map(({ relating }) => (relating.relation === 'renders' ? 1 : 0)),
    rows.map(({ later }) => later.place),
    rows.map(({ weight }) => weight),
    rows.map(({ relating }) => relating.relation),
    rows.map(({ relating }) => relating.type),
    rows.map(({ relating }) => relating.confidence),
    rows.map(({ later, relating }) =>
      JSON.stringify(
        relating.because.map(({ span, of, note }) => [of === later.id ? 1 : 0, span.start, span.end, note]),
      ),
    ),
  ])
}

const lostRows = 'unnest($1::text[], $2::text[], $3::integer[]) AS n (later, earlier, lost)'
const same = 'l.later = n.later AND l.earlier = n.earlier AND l.renders = 0'

/**
 * Links weigh less, and go where too little is left and nobody has decided on them. Rows are locked in one order: of two who
 * change the same ones at once, the second goes on from what the first left.
 */
export async function weakenLinks(sql: Sql, lost: readonly Lost[]): Promise<void> {
  if (lost.length === 0) return
  const columns = [lost.map(({ later }) => later), lost.map(({ earlier }) => earlier), lost.map(({ lost }) => lost)]
  const found = await sql(
    `WITH locked AS (SELECT l.later, l.earlier, n.lost FROM ${lostRows} JOIN links l ON ${same}
       ORDER BY l.later, l.earlier FOR UPDATE OF l)
     UPDATE links l SET weight = l.weight - n.lost FROM locked n WHERE ${same} RETURNING l.weight`,
    columns,
  )
  if (!found.some(({ weight }) => (weight as number) < ENOUGH)) return
  await sql(
    `DELETE FROM links l USING ${lostRows} WHERE ${same} AND l.level = 'suggested' AND l.weight < ${ENOUGH} AND n.lost > 0`,
    columns,
  )
}
