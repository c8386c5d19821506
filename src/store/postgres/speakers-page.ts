/** Everybody who speaks in the ledger, by pages: entities, and names of which nobody knows whose they are. */
import type { Page, SpeakerFilter, SpeakerRow } from '../../app/ports.ts'
import { PRONOUNS } from '../../core/chains/phrase.ts'
import { foldName } from '../../core/fold.ts'
import type { Entity } from '../../core/register/register.ts'
import { checkLimit, fromCursor, toCursor } from '../cursor.ts'
import type { Sql } from './database.ts'
import { fromJson } from './read-entry.ts'
import { restored, storable } from './storable.ts'
import { Where } from './where.ts'

/** Statements of an entity under its own name and as one of a group; none where the text has no entity for the name. */
const everybody = `
  SELECT 'e' || entity AS place, entity, NULL AS speaker, NULL AS folded, count(*) AS statements FROM
    (SELECT entity FROM statements WHERE entity IS NOT NULL
     UNION ALL SELECT unnest(members) FROM statements WHERE members <> '{}') e GROUP BY entity
  UNION ALL
  SELECT 'n' || speaker, NULL, speaker, min(speaker_folded), count(*) FROM statements
  WHERE speaker IS NOT NULL AND entity IS NULL GROUP BY speaker`

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export async function speakersPage(sql: Sql, filter: SpeakerFilter): Promise<Page<SpeakerRow>> {
  checkLimit(filter.limit, 'listSpeakers')
  const after = filter.after === undefined ? null : fromCursor(filter.after, 2, 'listSpeakers')
  const where = new Where()
  // Whoever the texts call nothing but a pronoun tells nothing.
  where.add(`a.speaker IS NULL OR a.folded <> ALL (${where.bind(Object.keys(PRONOUNS))}::text[])`)
  const text = foldName(filter.text ?? '')
  if (text !== '') {
    const part = where.bind(storable(text))
    where.add(
      `strpos(a.folded, ${part}) > 0 OR a.entity IN (SELECT entity FROM entity_names WHERE strpos(folded, ${part}) > 0)`,
    )
  }
  const [count] = await sql(`SELECT count(*) AS total FROM (${everybody}) a WHERE ${where.sql}`, where.values)
  if (after !== null) {
    const [statements, place] = [where.bind(Number(after[0])), where.bind(storable(after[1]))]
    where.add(`a.statements < ${statements} OR (a.statements = ${statements} AND a.place > ${place} COLLATE "C")`)
  }
  const found = await sql(
    `SELECT a.place, a.statements, a.speaker, e.record FROM (${everybody}) a LEFT JOIN entities e ON e.id = a.entity
     WHERE ${where.sql} ORDER BY a.statements DESC, a.place COLLATE "C" LIMIT ${where.bind(filter.limit + 1)}`,
    where.values,
  )
  const rows = found.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ record, speaker, statements }) => {
      const entity = record === null ? null : fromJson<Entity>(record)
      return { entity, name: entity?.name ?? restored(speaker as string), statements: statements as number }
    }),
    total: count!.total as number,
    next: found.length > rows.length ? toCursor([String(last!.statements), restored(last!.place as string)]) : null,
  }
}
