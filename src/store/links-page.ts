/** Links as rows → as they are listed, with both their ends. */
import type { LinkFilter, LinkRow, Page } from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Link } from '../core/links/link.ts'
import { checkLimit, fromCursor, toCursor } from './cursor.ts'
import { Conditions, speakerCondition } from './filters.ts'
import { fromJson, readStatement } from './read-entry.ts'
import { entitiesMeant } from './speakers.ts'
import type { Prepare } from './sqlite.ts'

/** More links than anybody reads. */
const MOST = 10_000

const columns = `f.id AS "from", t.id AS "to", l.relation, l.type, l.level, l.confidence, l.because, l.place, l.renders`
const tables = 'links l CROSS JOIN statements f ON f.seq = l.later CROSS JOIN statements t ON t.seq = l.earlier'

/** A test looks at how SQLite answers these. */
export const linksSql = {
  'links of statements': `SELECT ${columns} FROM
    (SELECT later, earlier, renders FROM links WHERE later IN (SELECT seq FROM statements WHERE id IN (SELECT value FROM json_each(?1)))
     UNION
     SELECT later, earlier, renders FROM links WHERE earlier IN (SELECT seq FROM statements WHERE id IN (SELECT value FROM json_each(?1)))
     LIMIT ${MOST}) k
    CROSS JOIN links l ON l.later = k.later AND l.earlier = k.earlier AND l.renders = k.renders
    CROSS JOIN statements f ON f.seq = l.later CROSS JOIN statements t ON t.seq = l.earlier
    ORDER BY l.place DESC, f.id, t.id, l.renders`,
} as const

export function linksOf(prepare: Prepare, statements: readonly string[]): Link[] {
  return prepare(linksSql['links of statements']).all(JSON.stringify(statements)).map(linkFrom)
}

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export function linksPage(prepare: Prepare, filter: LinkFilter): Page<LinkRow> {
  checkLimit(filter.limit, 'listLinks')
  const conditions = linkConditions(prepare, filter)
  const { total } = prepare(`SELECT count(*) AS total FROM links l WHERE ${conditions.sql}`).get(...conditions.values)!
  if (filter.after !== undefined) addAfter(conditions, filter.after)
  const found = prepare(
    `SELECT ${columns} FROM ${tables} WHERE ${conditions.sql} ORDER BY l.place DESC, f.id, t.id, l.renders LIMIT ?`,
  ).all(...conditions.values, filter.limit + 1)
  const rows = found.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => rowOf(prepare, linkFrom(row))),
    total: total as number,
    next:
      found.length > rows.length
        ? toCursor([String(last!.place), `${last!.from} ${last!.to}`, last!.renders as number])
        : null,
  }
}

export function linkTypes(prepare: Prepare, filter: LinkFilter): ReadonlyMap<string | null, number> {
  const { sql, values } = linkConditions(prepare, { ...filter, type: undefined })
  const rows = prepare(`SELECT l.type, count(*) AS total FROM links l WHERE ${sql} GROUP BY l.type`).all(...values)
  return new Map(rows.map(({ type, total }) => [type as string | null, total as number]))
}

function linkConditions(prepare: Prepare, filter: LinkFilter): Conditions {
  const conditions = new Conditions()
  if (filter.relation) conditions.add('l.relation = ?', filter.relation)
  if (filter.type) conditions.add('l.type = ?', filter.type)
  if (filter.level === 'standing') conditions.add("l.level <> 'rejected'")
  else if (filter.level) conditions.add('l.level = ?', filter.level)
  if (filter.statement) addEither(conditions, 'id = ?', [filter.statement])
  if (filter.document) addEither(conditions, 'document = (SELECT seq FROM documents WHERE id = ?)', [filter.document])
  const speaker = speakerCondition(filter.speaker, entitiesMeant(prepare, filter.speaker), 's.')
  if (speaker.parts.length > 0) addEither(conditions, speaker.sql, speaker.values)
  return conditions
}

/** That one of the two statements answers `sql`; found by the index of that side, not by reading all links. */
function addEither(conditions: Conditions, sql: string, values: readonly (string | number)[]): void {
  const seqs = `(SELECT s.seq FROM statements s WHERE ${sql})`
  conditions.add(`(l.later IN ${seqs} OR l.earlier IN ${seqs})`, ...values, ...values)
}

function addAfter(conditions: Conditions, cursor: string): void {
  const [place, ends, renders] = fromCursor(cursor, 3, 'listLinks')
  const [from, to] = ends.split(' ')
  if (!/^-?\d{1,16}$/.test(place) || to === undefined) {
    const problem = 'after: expected the "next" of the page before, unchanged'
    throw new OnrecordError('invalid-input', { operation: 'listLinks', problem })
  }
  conditions.add('l.place <= ?', Number(place))
  conditions.add('(l.place < ? OR (f.id, t.id, l.renders) > (?, ?, ?))', Number(place), from!, to, renders)
}

type StoredEvidence = readonly [isLater: 0 | 1, start: number, end: number, note: string]

const linkFrom = (row: Record<string, unknown>): Link => ({
  from: row.from as string,
  to: row.to as string,
  relation: row.relation as Link['relation'],
  type: row.type as Link['type'],
  level: row.level as Link['level'],
  confidence: row.confidence as number,
  because: fromJson<readonly StoredEvidence[]>(row.because).map(([isLater, start, end, note]) => ({
    span: { start, end },
    of: (isLater === 1 ? row.from : row.to) as string,
    note,
  })),
})

const rowOf = (prepare: Prepare, link: Link): LinkRow => ({
  link,
  from: readStatement(prepare, link.from)!,
  to: readStatement(prepare, link.to)!,
})
