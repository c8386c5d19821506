/** The `LinkIndex` over the ledger's tables. */
import { ENOUGH } from '../core/links/coded-keys.ts'
import type { Relating } from '../core/links/link.ts'
import { type LinkIndex, type Placed, type Viewed, WINDOW } from '../core/links/link-document.ts'
import type { Prepare } from './sqlite.ts'
import type { ViewedStatements } from './viewed-statements.ts'

/** Asked ten or twenty times for every statement that comes in; a test looks at how SQLite answers them. */
export const linkIndexSql = {
  before: `SELECT place, statement FROM link_keys WHERE key = ?1 AND (place, statement) < (?2, ?3)
    ORDER BY place DESC, statement DESC LIMIT ${WINDOW}`,
  after: `SELECT place, statement FROM link_keys WHERE key = ?1 AND (place, statement) > (?2, ?3)
    ORDER BY place, statement LIMIT ${WINDOW}`,
  weight: 'SELECT weight, level FROM links WHERE later = ? AND earlier = ? AND renders = 0',
  weaken: 'UPDATE links SET weight = ? WHERE later = ? AND earlier = ? AND renders = 0',
  drop: 'DELETE FROM links WHERE later = ? AND earlier = ? AND renders = 0',
} as const

export const putKeySql = 'INSERT INTO link_keys (key, place, statement) VALUES (?, ?, ?)'

/** What people decided stays as they left it, but for the words that show it. */
export const putLinkSql = `INSERT INTO links (later, earlier, renders, place, weight, relation, type, level, confidence, because)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'suggested', ?, ?)
  ON CONFLICT DO UPDATE SET place = excluded.place, weight = excluded.weight, relation = excluded.relation,
    type = excluded.type, confidence = excluded.confidence, because = excluded.because
  WHERE level = 'suggested' OR (relation = excluded.relation AND type IS excluded.type)`

export const linkIndex = (prepare: Prepare, statements: ViewedStatements): LinkIndex<unknown> => ({
  around(key, { place, statement }) {
    const rows = (sql: string): Placed[] => prepare(sql).all(key, place, statement) as unknown as Placed[]
    return { before: rows(linkIndexSql.before), after: rows(linkIndexSql.after) }
  },
  putKeys({ place, statement }, keys) {
    for (const key of keys) prepare(putKeySql).run(key, place, statement)
  },
  viewed: (statement) => statements.find(prepare, statement),
  putLink: (earlier, later, relating, weight) => putLink(prepare, earlier, later, relating, weight),
  weaken(earlier, later, lost) {
    const link = prepare(linkIndexSql.weight).get(later.statement, earlier.statement)
    if (link === undefined) return
    const left = (link.weight as number) - lost
    if (left < ENOUGH && link.level === 'suggested') prepare(linkIndexSql.drop).run(later.statement, earlier.statement)
    else prepare(linkIndexSql.weaken).run(left, later.statement, earlier.statement)
  },
})

export function putLink(
  prepare: Prepare,
  earlier: Viewed<unknown>,
  later: Viewed<unknown>,
  { relation, type, confidence, because }: Relating,
  weight: number,
): void {
  prepare(putLinkSql).run(
    later.statement,
    earlier.statement,
    relation === 'renders' ? 1 : 0,
    later.place,
    weight,
    relation,
    type,
    confidence,
    // Ids would be the larger part of it.
    JSON.stringify(because.map(({ span, of, note }) => [of === later.id ? 1 : 0, span.start, span.end, note])),
  )
}
