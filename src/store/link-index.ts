/** The `LinkIndex` over the ledger's tables. */
import type { Relating } from '../core/links/link.ts'
import { type LinkIndex, type Placed, WINDOW } from '../core/links/link-document.ts'
import type { Prepare } from './sqlite.ts'
import type { ViewedStatements } from './viewed-statements.ts'

/** Asked ten or twenty times for every statement that comes in; a test looks at how SQLite answers them. */
export const linkIndexSql = {
  before: `SELECT place, statement FROM link_keys WHERE key = ?1 AND (place, statement) < (?2, ?3)
    ORDER BY place DESC, statement DESC LIMIT ${WINDOW}`,
  after: `SELECT place, statement FROM link_keys WHERE key = ?1 AND (place, statement) > (?2, ?3)
    ORDER BY place, statement LIMIT ${WINDOW}`,
  between: `SELECT count(*) AS others FROM (SELECT 1 FROM link_keys
    WHERE key = ?1 AND (place, statement) > (?2, ?3) AND (place, statement) < (?4, ?5) LIMIT ${WINDOW})`,
  suggested: "SELECT 1 FROM links WHERE later = ? AND earlier = ? AND renders = 0 AND level = 'suggested'",
  drop: 'DELETE FROM links WHERE later = ? AND earlier = ? AND renders = 0',
} as const

export const putKeySql = 'INSERT INTO link_keys (key, place, statement) VALUES (?, ?, ?)'

/** What people decided stays as they left it, but for the words that show it. */
export const putLinkSql = `INSERT INTO links (later, earlier, renders, place, relation, type, level, confidence, because)
  VALUES (?, ?, ?, ?, ?, ?, 'suggested', ?, ?)
  ON CONFLICT DO UPDATE SET place = excluded.place, relation = excluded.relation, type = excluded.type,
    confidence = excluded.confidence, because = excluded.because
  WHERE level = 'suggested' OR (relation = excluded.relation AND type IS excluded.type)`

export const linkIndex = (prepare: Prepare, statements: ViewedStatements): LinkIndex<unknown> => ({
  around(key, { place, statement }) {
    const rows = (sql: string): Placed[] => prepare(sql).all(key, place, statement) as unknown as Placed[]
    return { before: rows(linkIndexSql.before), after: rows(linkIndexSql.after) }
  },
  between(key, first, second) {
    const { others } = prepare(linkIndexSql.between).get(
      key,
      first.place,
      first.statement,
      second.place,
      second.statement,
    )!
    return others as number
  },
  putKeys({ place, statement }, keys) {
    for (const key of keys) prepare(putKeySql).run(key, place, statement)
  },
  viewed: (statement) => statements.of(prepare, statement),
  isSuggested: (earlier, later) =>
    prepare(linkIndexSql.suggested).get(later.statement, earlier.statement) !== undefined,
  putLink: (earlier, later, relating) => putLink(prepare, earlier, later, relating),
  dropLink(earlier, later) {
    prepare(linkIndexSql.drop).run(later.statement, earlier.statement)
  },
})

export function putLink(
  prepare: Prepare,
  earlier: Pick<Placed, 'statement'>,
  later: Placed,
  { relation, type, confidence, because }: Relating,
): void {
  prepare(putLinkSql).run(
    later.statement,
    earlier.statement,
    relation === 'renders' ? 1 : 0,
    later.place,
    relation,
    type,
    confidence,
    JSON.stringify(because),
  )
}
