/** Everybody who speaks in the ledger, by pages: entities, and names of which nobody knows whose they are. */
import type { Page, SpeakerFilter, SpeakerRow } from '../app/ports.ts'
import { PRONOUNS } from '../core/chains/phrase.ts'
import { foldName } from '../core/fold.ts'
import type { Entity } from '../core/register/register.ts'
import { checkLimit, fromCursor, toCursor } from './cursor.ts'
import { Conditions } from './filters.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'
import { restored } from './storable.ts'

/** Statements of an entity under its own name and as one of a group; none where the text has no entity for the name. */
const everybody = `
  SELECT 'e' || entity AS place, entity, NULL AS speaker, count(*) AS statements FROM
    (SELECT entity FROM statements WHERE entity IS NOT NULL UNION ALL SELECT entity FROM statement_members) GROUP BY entity
  UNION ALL
  SELECT 'n' || speaker, NULL, speaker, count(*) FROM statements WHERE speaker IS NOT NULL AND entity IS NULL GROUP BY speaker`

/** A name of which nobody knows whose it is, and that tells something. */
const isName = 'SELECT seq FROM speakers WHERE folded NOT IN (SELECT value FROM json_each(?))'

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export function speakersPage(prepare: Prepare, filter: SpeakerFilter): Page<SpeakerRow> {
  checkLimit(filter.limit, 'listSpeakers')
  const after = filter.after === undefined ? null : fromCursor(filter.after, 2, 'listSpeakers')
  const asked = askedCondition(filter.text)
  const { total } = prepare(`SELECT count(*) AS total FROM (${everybody}) a WHERE ${asked.sql}`).get(...asked.values)!
  const place = new Conditions()
  if (after !== null) {
    const [statements, key] = after
    place.add('(a.statements < ? OR (a.statements = ? AND a.place > ?))', Number(statements), Number(statements), key)
  }
  const found = prepare(
    `SELECT a.place, a.statements, e.record, p.name FROM (${everybody}) a LEFT JOIN entities e ON e.seq = a.entity
     LEFT JOIN speakers p ON p.seq = a.speaker WHERE ${asked.sql} AND ${place.sql}
     ORDER BY a.statements DESC, a.place LIMIT ?`,
  ).all(...asked.values, ...place.values, filter.limit + 1)
  const rows = found.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ record, name, statements }) => {
      const entity = record === null ? null : fromJson<Entity>(record!)
      return { entity, name: entity?.name ?? restored(name!), statements: statements as number }
    }),
    total: total as number,
    next: found.length > rows.length ? toCursor([String(last!.statements), last!.place as string]) : null,
  }
}

function askedCondition(text: string | undefined): Conditions {
  const condition = new Conditions()
  condition.add(`(a.speaker IS NULL OR a.speaker IN (${isName}))`, JSON.stringify(Object.keys(PRONOUNS)))
  const folded = foldName(text ?? '')
  if (folded !== '') {
    condition.add(
      `(a.speaker IN (SELECT seq FROM speakers WHERE instr(folded, ?) > 0) OR a.entity IN
        (SELECT n.entity FROM speakers p JOIN entity_names n ON n.name = p.seq WHERE instr(p.folded, ?) > 0))`,
      folded,
      folded,
    )
  }
  return condition
}
