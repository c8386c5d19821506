/** Links as rows → as they are listed, with both their ends. */
import type { LinkFilter, LinkRow, Page } from '../../app/ports.ts'
import type { Link } from '../../core/links/link.ts'
import { checkLimit, foreignCursor, fromCursor, toCursor } from '../cursor.ts'
import type { Row, Sql } from './database.ts'
import { fromJson, readStatements } from './read-entry.ts'
import { spokenBy } from './spoken-by.ts'
import { storable } from './storable.ts'

/** More links than anybody reads. */
const MOST = 10_000

const columns = 'l.later, l.earlier, l.relation, l.type, l.level, l.confidence, l.because, l.place, l.renders'
const inOrder = 'ORDER BY l.place DESC, l.later, l.earlier, l.renders'

export async function linksOf(sql: Sql, statements: readonly string[]): Promise<Link[]> {
  const rows = await sql(
    `SELECT ${columns} FROM links l WHERE l.later = ANY ($1) OR l.earlier = ANY ($1) ${inOrder} LIMIT ${MOST}`,
    [statements.map(storable)],
  )
  return rows.map(linkFrom)
}

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export async function linksPage(sql: Sql, filter: LinkFilter): Promise<Page<LinkRow>> {
  checkLimit(filter.limit, 'listLinks')
  const conditions = await linkConditions(sql, filter)
  const [counted] = await sql(`SELECT count(*) AS total FROM links l WHERE ${conditions.sql}`, conditions.values)
  if (filter.after !== undefined) addAfter(conditions, filter.after)
  const limit = conditions.bind(filter.limit + 1)
  const found = await sql(
    `SELECT ${columns} FROM links l WHERE ${conditions.sql} ${inOrder} LIMIT ${limit}`,
    conditions.values,
  )
  const rows = found.slice(0, filter.limit)
  const links = rows.map(linkFrom)
  const ends = await readStatements(sql, [...new Set(links.flatMap(({ from, to }) => [from, to]))])
  const last = rows.at(-1)
  return {
    rows: links.map((link) => ({ link, from: ends.get(link.from)!, to: ends.get(link.to)! })),
    total: counted!.total as number,
    next:
      found.length > rows.length
        ? toCursor([String(last!.place), `${last!.later} ${last!.earlier}`, last!.renders as number])
        : null,
  }
}

export async function linkTypes(sql: Sql, filter: LinkFilter): Promise<ReadonlyMap<string | null, number>> {
  const conditions = await linkConditions(sql, { ...filter, type: undefined })
  const rows = await sql(
    `SELECT l.type, count(*) AS total FROM links l WHERE ${conditions.sql} GROUP BY l.type`,
    conditions.values,
  )
  return new Map(rows.map(({ type, total }) => [type as string | null, total as number]))
}

/** Conditions that must all hold. */
class LinkConditions {
  readonly #parts: string[] = []
  readonly values: unknown[] = []

  /** The place of a value. */
  bind(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  add(sql: string): void {
    this.#parts.push(sql)
  }

  /** Of one of the two statements; found by the index of that side, not by reading all links. */
  addEither(condition: (column: string) => string): void {
    this.add(`(${condition('l.later')} OR ${condition('l.earlier')})`)
  }

  get sql(): string {
    return this.#parts.length === 0 ? 'TRUE' : this.#parts.join(' AND ')
  }
}

async function linkConditions(sql: Sql, filter: LinkFilter): Promise<LinkConditions> {
  const conditions = new LinkConditions()
  if (filter.relation) conditions.add(`l.relation = ${conditions.bind(storable(filter.relation))}`)
  if (filter.type) conditions.add(`l.type = ${conditions.bind(storable(filter.type))}`)
  if (filter.level === 'standing') conditions.add("l.level <> 'rejected'")
  else if (filter.level) conditions.add(`l.level = ${conditions.bind(storable(filter.level))}`)
  if (filter.statement) {
    const id = conditions.bind(storable(filter.statement))
    conditions.addEither((column) => `${column} = ${id}`)
  }
  if (filter.document) {
    // A statement's id begins with its document's and a dot; the sign after the dot is the slash.
    const document = conditions.bind(storable(filter.document))
    conditions.addEither((column) => `(${column} > ${document} || '.' AND ${column} < ${document} || '/')`)
  }
  const speaker = await spokenBy(sql, filter.speaker, (value) => conditions.bind(value))
  if (speaker !== null) {
    conditions.addEither((column) => `${column} IN (SELECT s.id FROM statements s WHERE ${speaker})`)
  }
  return conditions
}

function addAfter(conditions: LinkConditions, cursor: string): void {
  const [place, ends, renders] = fromCursor(cursor, 3, 'listLinks')
  const [from, to] = ends.split(' ')
  if (!/^-?\d{1,16}$/.test(place) || to === undefined) throw foreignCursor('listLinks')
  const at = conditions.bind(Number(place))
  conditions.add(`l.place <= ${at}`)
  const [later, earlier] = [conditions.bind(storable(from!)), conditions.bind(storable(to))]
  conditions.add(
    `(l.place < ${at} OR (l.later, l.earlier, l.renders) > (${later}, ${earlier}, ${conditions.bind(renders)}))`,
  )
}

type StoredEvidence = readonly [isLater: 0 | 1, start: number, end: number, note: string]

const linkFrom = (row: Row): Link => ({
  from: row.later as string,
  to: row.earlier as string,
  relation: row.relation as Link['relation'],
  type: row.type as Link['type'],
  level: row.level as Link['level'],
  confidence: row.confidence as number,
  because: fromJson<readonly StoredEvidence[]>(row.because).map(([isLater, start, end, note]) => ({
    span: { start, end },
    of: (isLater === 1 ? row.later : row.earlier) as string,
    note,
  })),
})
