/** Whom a name may mean, and what the ledger's documents tell of a speaker. */
import {
  COUNTED_PARTIES,
  MOST_NAMED,
  type NamedCount,
  type SpeakerKey,
  type SpeakerProfile,
  type SpeakerRow,
} from '../app/ports.ts'
import type { ActType } from '../core/doc.ts'
import { foldName } from '../core/fold.ts'
import { searchKeys } from '../core/ledger-keys.ts'
import type { Entity } from '../core/register/register.ts'
import { entitySeq } from './put-entities.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'
import { restored, storable } from './storable.ts'

/** More to choose from would be no choice. */
const MOST = 100

export function speakersNamed(prepare: Prepare, name: string): SpeakerRow[] {
  const byId = entitySeq(prepare, name.trim())
  if (byId !== null) return [entityRow(prepare, byId)]
  const folded = foldName(name)
  if (folded === '') return []
  const exact = inOrder([
    ...[...entitiesByName(prepare, name)].map((seq) => entityRow(prepare, seq)),
    ...nameRows(prepare, 'p.folded = ?', folded),
  ])
  if (exact.length > 0) return exact
  const inNames = [...entitiesByPart(prepare, folded)].map((seq) => entityRow(prepare, seq))
  return inOrder([...inNames, ...nameRows(prepare, 'instr(p.folded, ?) > 0', folded)])
}

/** Numbers of all entities that an id, a name in any spelling, or a part of one may mean; null where nothing is asked. */
export function entitiesMeant(prepare: Prepare, name: string | undefined): number[] | null {
  const folded = foldName(name ?? '')
  if (folded === '') return null
  const byId = entitySeq(prepare, name!.trim())
  if (byId !== null) return [byId]
  return [...new Set([...entitiesByName(prepare, name!), ...entitiesByPart(prepare, folded)])]
}

/** Numbers of the entities that a name means in any spelling. */
function entitiesByName(prepare: Prepare, name: string): Set<number> {
  const find = prepare('SELECT entity FROM entity_keys WHERE key = ?')
  return new Set(searchKeys(name).flatMap((key) => find.all(key).map(({ entity }) => entity as number)))
}

/** Numbers of the entities that texts call by a name with `folded` in it. */
function entitiesByPart(prepare: Prepare, folded: string): Set<number> {
  const sql = 'SELECT n.entity FROM speakers p JOIN entity_names n ON n.name = p.seq WHERE instr(p.folded, ?) > 0'
  return new Set(
    prepare(sql)
      .all(folded)
      .map(({ entity }) => entity as number),
  )
}

const inOrder = (rows: readonly SpeakerRow[]): SpeakerRow[] =>
  rows
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)

function entityRow(prepare: Prepare, seq: number): SpeakerRow {
  const { record } = prepare('SELECT record FROM entities WHERE seq = ?').get(seq)!
  const entity = fromJson<Entity>(record)
  const { statements } = prepare(
    `SELECT (SELECT count(*) FROM statements WHERE entity = ?1) +
       (SELECT count(*) FROM statement_members WHERE entity = ?1) AS statements`,
  ).get(seq)!
  return { entity, name: entity.name, statements: statements as number }
}

/** Statements under a name that are not known to be any entity's. */
const nameRows = (prepare: Prepare, condition: string, value: string): SpeakerRow[] =>
  prepare(
    `SELECT p.name, count(*) AS statements FROM speakers p JOIN statements s ON s.speaker = p.seq
     WHERE ${condition} AND s.entity IS NULL GROUP BY p.seq`,
  )
    .all(value)
    .map((row) => ({ entity: null, name: restored(row.name), statements: row.statements as number }))

/** Statements of a speaker as a condition on `statements s`, with its value; null where the ledger does not have them. */
export function statementsOf(
  prepare: Prepare,
  speaker: SpeakerKey,
): { readonly sql: string; readonly value: number } | null {
  if ('entity' in speaker) {
    const seq = entitySeq(prepare, speaker.entity)
    return seq === null ? null : { sql: ofEntity, value: seq }
  }
  const row = prepare('SELECT seq FROM speakers WHERE name = ?').get(storable(speaker.name))
  return row === undefined ? null : { sql: 's.speaker = ?1 AND s.entity IS NULL', value: row.seq as number }
}

const ofOne =
  'SELECT seq FROM statements WHERE entity = ?1 UNION SELECT statement FROM statement_members WHERE entity = ?1'

/** Also as one of a group; each of the three has an index. Exported, as is the next, for the test that reads SQLite's plan. */
export const ofEntity = `s.seq IN (${ofOne})`

/** Also what is said for the entities whose ids are the second value. */
export const ofVoices = `s.seq IN (${ofOne} UNION SELECT seq FROM statements WHERE principal IN
  (SELECT seq FROM entities WHERE id IN (SELECT value FROM json_each(?2))))`

export function readSpeaker(prepare: Prepare, speaker: SpeakerKey): SpeakerProfile | null {
  const found = statementsOf(prepare, speaker)
  if (found === null) return null
  const { sql, value } = found
  const publishers = counted(
    prepare,
    `SELECT p.name, count(*) AS statements FROM statements s JOIN documents d ON d.seq = s.document
     JOIN publishers p ON p.seq = d.publisher WHERE ${sql} GROUP BY p.seq ORDER BY statements DESC, p.name`,
    value,
  )
  if (!('entity' in speaker)) {
    const { statements } = prepare(`SELECT count(*) AS statements FROM statements s WHERE ${sql}`).get(value)!
    if (statements === 0) return null
    const names = [{ name: speaker.name, statements: statements as number }]
    return { entity: null, ...names[0]!, names, roles: [], speaksFor: [], publishers, ...contentsOf(prepare, found) }
  }
  return {
    ...entityRow(prepare, value),
    names: counted(
      prepare,
      `SELECT p.name, count(*) AS statements FROM statements s JOIN speakers p ON p.seq = s.speaker WHERE s.entity = ?
       GROUP BY p.seq ORDER BY statements DESC, p.name`,
      value,
    ),
    roles: rolesOf(prepare, value),
    speaksFor: principalsOf(prepare, value),
    publishers,
    ...contentsOf(prepare, found),
  }
}

type Found = NonNullable<ReturnType<typeof statementsOf>>

/** To whom, where and about what they speak, and with what kinds of statement. */
const contentsOf = (
  prepare: Prepare,
  { sql, value }: Found,
): Pick<SpeakerProfile, 'addressees' | 'media' | 'subjects' | 'acts'> => ({
  addressees: parties(prepare, 'addressee', { sql, value }),
  media: parties(prepare, 'medium', { sql, value }),
  subjects: counted(
    prepare,
    `SELECT n.name, count(*) AS statements FROM statements s JOIN statement_subjects t ON t.statement = s.seq
     JOIN subjects n ON n.seq = t.subject WHERE ${sql} GROUP BY n.seq ORDER BY statements DESC, n.name LIMIT ${MOST_NAMED}`,
    value,
  ),
  acts: counted(
    prepare,
    `SELECT s.act AS name, count(*) AS statements FROM statements s WHERE ${sql} AND s.act IS NOT NULL
     GROUP BY s.act ORDER BY statements DESC, s.act`,
    value,
  ) as { name: ActType; statements: number }[],
})

/** They stand in no table of their own, so that the statements themselves are opened: not too many of them. */
function parties(prepare: Prepare, part: 'addressee' | 'medium', { sql, value }: Found): NamedCount[] {
  const rows = prepare(
    `SELECT json_extract(b.body, '$.${part}.name') AS name, json_extract(b.body, '$.${part}.entity') AS entity, count(*) AS statements
     FROM (SELECT s.seq FROM statements s WHERE ${sql} ORDER BY s.seq DESC LIMIT ${COUNTED_PARTIES}) k
     CROSS JOIN statement_bodies b ON b.seq = k.seq WHERE name IS NOT NULL GROUP BY name, entity ORDER BY statements DESC, name`,
  ).all(value)
  const named = new Map<string, NamedCount>()
  for (const row of rows) {
    const { name, entity, statements } = row as unknown as NamedCount
    const key = entity ?? `\0${name}`
    const known = named.get(key)
    named.set(key, { name: known?.name ?? name, entity, statements: (known?.statements ?? 0) + statements })
  }
  return [...named.values()]
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMED)
}

const counted = (prepare: Prepare, sql: string, value: number): { name: string; statements: number }[] =>
  prepare(sql)
    .all(value)
    .map((row) => ({ name: restored(row.name), statements: row.statements as number }))

const rolesOf = (prepare: Prepare, entity: number): SpeakerProfile['roles'] =>
  prepare(
    `SELECT r.role, r.belongs, r.first, r.last, s.id AS statement, d.id AS document, b.record
     FROM entity_roles r JOIN statements s ON s.seq = r.statement JOIN documents d ON d.seq = s.document
     JOIN document_bodies b ON b.seq = d.seq WHERE r.entity = ? ORDER BY r.last DESC, r.role, r.belongs`,
  )
    .all(entity)
    .map((row) => ({
      role: restored(row.role),
      of: row.belongs === '' ? null : restored(row.belongs),
      from: row.first === '' ? null : (row.first as string),
      to: row.last === '' ? null : (row.last as string),
      evidence: {
        statement: row.statement as string,
        document: row.document as string,
        title: fromJson<{ title: string | null }>(row.record).title,
      },
    }))

const principalsOf = (prepare: Prepare, entity: number): SpeakerProfile['speaksFor'] =>
  prepare(
    `SELECT p.record, count(*) AS statements FROM statements s JOIN entities p ON p.seq = s.principal
     WHERE s.entity = ? GROUP BY p.seq ORDER BY statements DESC, p.id`,
  )
    .all(entity)
    .map((row) => {
      const { id, name } = fromJson<Entity>(row.record)
      return { name, entity: id, statements: row.statements as number }
    })
