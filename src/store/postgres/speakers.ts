/** Whom a name may mean, and what the ledger's documents tell of a speaker. */
import {
  COUNTED_PARTIES,
  MOST_NAMED,
  type NamedCount,
  type SpeakerKey,
  type SpeakerProfile,
  type SpeakerRow,
} from '../../app/ports.ts'
import type { ActType } from '../../core/doc.ts'
import { foldName } from '../../core/fold.ts'
import { searchKeys } from '../../core/ledger-keys.ts'
import type { Entity } from '../../core/register/register.ts'
import type { Statement } from '../../core/statement.ts'
import type { Row, Sql } from './database.ts'
import { fromJson } from './read-entry.ts'
import { indexed, restored, storable } from './storable.ts'

/** More to choose from would be no choice. */
const MOST = 100

export async function speakersNamed(sql: Sql, name: string): Promise<SpeakerRow[]> {
  const byId = await entityRows(sql, [storable(name.trim())])
  if (byId.length > 0) return byId
  const folded = indexed(foldName(name))
  if (folded === '') return []
  const byKey = await sql('SELECT DISTINCT entity FROM entity_keys WHERE key = ANY ($1)', [
    searchKeys(name).map(indexed),
  ])
  const exact = inOrder([
    ...(await entityRows(sql, idsOf(byKey))),
    ...(await nameRows(sql, 's.speaker_folded = $1', folded)),
  ])
  if (exact.length > 0) return exact
  const byPart = await sql('SELECT DISTINCT entity FROM entity_names WHERE strpos(folded, $1) > 0', [folded])
  const inNames = 's.speaker_folded IN (SELECT folded FROM speaker_names WHERE strpos(folded, $1) > 0)'
  return inOrder([...(await entityRows(sql, idsOf(byPart))), ...(await nameRows(sql, inNames, folded))])
}

const idsOf = (rows: readonly Row[]): string[] => rows.map(({ entity }) => entity as string)

const inOrder = (rows: readonly SpeakerRow[]): SpeakerRow[] =>
  rows
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)

async function entityRows(sql: Sql, ids: readonly string[]): Promise<SpeakerRow[]> {
  if (ids.length === 0) return []
  const rows = await sql(
    `SELECT e.record, (SELECT count(*) FROM statements s WHERE s.entity = e.id) +
       (SELECT count(*) FROM statements s WHERE s.members @> ARRAY[e.id] AND s.members <> '{}') AS statements
     FROM entities e WHERE e.id = ANY ($1)`,
    [ids],
  )
  return rows.map(({ record, statements }) => {
    const entity = fromJson<Entity>(record)
    return { entity, name: entity.name, statements: statements as number }
  })
}

/** Statements under a name that are not known to be any entity's. */
const nameRows = async (sql: Sql, condition: string, value: string): Promise<SpeakerRow[]> =>
  (
    await sql(
      `SELECT s.speaker, count(*) AS statements FROM statements s WHERE ${condition} AND s.entity IS NULL GROUP BY s.speaker`,
      [value],
    )
  ).map(({ speaker, statements }) => ({
    entity: null,
    name: restored(speaker as string),
    statements: statements as number,
  }))

/** Statements of a speaker as a condition on `statements s`, an entity's also as one of a group. */
export function statementsOf(speaker: SpeakerKey, bind: (value: unknown) => string): string {
  if (!('entity' in speaker)) {
    const [folded, name] = [bind(indexed(foldName(speaker.name))), bind(storable(speaker.name))]
    return `s.speaker_folded = ${folded} AND s.speaker = ${name} AND s.entity IS NULL`
  }
  const entity = bind(storable(speaker.entity))
  return `s.entity = ${entity} OR (s.members @> ARRAY[${entity}::text] AND s.members <> '{}')`
}

export async function readSpeaker(sql: Sql, speaker: SpeakerKey): Promise<SpeakerProfile | null> {
  const values: unknown[] = []
  const condition = statementsOf(speaker, (value) => `$${values.push(value)}`)
  const publishers = await counted(sql, 's.publisher', `(${condition}) AND s.publisher IS NOT NULL`, values)
  if (!('entity' in speaker)) {
    const [row] = await sql(`SELECT count(*) AS statements FROM statements s WHERE ${condition}`, values)
    if (row!.statements === 0) return null
    const names = [{ name: speaker.name, statements: row!.statements as number }]
    const contents = await contentsOf(sql, condition, values)
    return { entity: null, ...names[0]!, names, roles: [], speaksFor: [], publishers, ...contents }
  }
  const [row] = await entityRows(sql, [storable(speaker.entity)])
  if (row === undefined) return null
  const own = [storable(speaker.entity)]
  return {
    ...row,
    names: await counted(sql, 's.speaker', 's.entity = $1 AND s.speaker IS NOT NULL', own),
    roles: await rolesOf(sql, own),
    speaksFor: await principalsOf(sql, own),
    publishers,
    ...(await contentsOf(sql, condition, values)),
  }
}

/** To whom, where and about what they speak, and with what kinds of statement. */
async function contentsOf(
  sql: Sql,
  condition: string,
  values: readonly unknown[],
): Promise<Pick<SpeakerProfile, 'addressees' | 'media' | 'subjects' | 'acts'>> {
  const latest = await sql(
    `SELECT s.body FROM statements s WHERE ${condition} ORDER BY s.added DESC, s.document DESC, s.ord DESC LIMIT ${COUNTED_PARTIES}`,
    values,
  )
  const statements = latest.map(({ body }) => fromJson<Statement>(body))
  const subjects = await sql(
    `SELECT n.name, c.statements FROM
       (SELECT subject, count(*) AS statements FROM statements s, unnest(s.subjects) AS subject WHERE ${condition} GROUP BY subject) c
     JOIN subjects n ON n.folded = c.subject ORDER BY c.statements DESC, n.name LIMIT ${MOST_NAMED}`,
    values,
  )
  return {
    addressees: parties(statements, 'addressee'),
    media: parties(statements, 'medium'),
    subjects: named(subjects),
    acts: (await counted(sql, 's.act', `(${condition}) AND s.act IS NOT NULL`, values)) as {
      name: ActType
      statements: number
    }[],
  }
}

/** They stand in no column of their own, so that the statements themselves are opened: not too many of them. */
function parties(statements: readonly Statement[], part: 'addressee' | 'medium'): NamedCount[] {
  const byName = new Map<string, { name: string; entity: string | null; statements: number }>()
  for (const statement of statements) {
    const party = statement[part]
    if (party === null) continue
    const key = `${party.name}\0${party.entity ?? ''}`
    const known = byName.get(key)
    if (known === undefined) byName.set(key, { name: party.name, entity: party.entity, statements: 1 })
    else known.statements++
  }
  const merged = new Map<string, NamedCount>()
  for (const row of [...byName.values()].sort(mostFirst)) {
    const key = row.entity ?? `\0${row.name}`
    const known = merged.get(key)
    merged.set(key, { ...row, name: known?.name ?? row.name, statements: (known?.statements ?? 0) + row.statements })
  }
  return [...merged.values()].sort(mostFirst).slice(0, MOST_NAMED)
}

const mostFirst = (a: NamedCount, b: NamedCount): number => b.statements - a.statements || (a.name < b.name ? -1 : 1)

const counted = async (sql: Sql, column: string, condition: string, values: readonly unknown[]) =>
  named(
    await sql(
      `SELECT ${column} AS name, count(*) AS statements FROM statements s WHERE ${condition}
       GROUP BY ${column} ORDER BY statements DESC, ${column} COLLATE "C"`,
      values,
    ),
  )

const named = (rows: readonly Row[]): { name: string; statements: number }[] =>
  rows.map(({ name, statements }) => ({ name: restored(name as string), statements: statements as number }))

const rolesOf = async (sql: Sql, own: readonly string[]): Promise<SpeakerProfile['roles']> =>
  (
    await sql(
      `SELECT r.role, r.belongs, r.first, r.last, r.statement, r.document, b.record
       FROM entity_roles r JOIN document_bodies b ON b.document = r.document
       WHERE r.entity = $1 ORDER BY r.last DESC, r.role, r.belongs`,
      own,
    )
  ).map((row) => ({
    role: restored(row.role as string),
    of: row.belongs === '' ? null : restored(row.belongs as string),
    from: row.first === '' ? null : (row.first as string),
    to: row.last === '' ? null : (row.last as string),
    evidence: {
      statement: row.statement as string,
      document: row.document as string,
      title: fromJson<{ title: string | null }>(row.record).title,
    },
  }))

const principalsOf = async (sql: Sql, own: readonly string[]): Promise<SpeakerProfile['speaksFor']> =>
  (
    await sql(
      `SELECT p.record, c.statements FROM
         (SELECT principal, count(*) AS statements FROM statements WHERE entity = $1 AND principal IS NOT NULL GROUP BY principal) c
       JOIN entities p ON p.id = c.principal ORDER BY c.statements DESC, p.id`,
      own,
    )
  ).map((row) => {
    const { id, name } = fromJson<Entity>(row.record)
    return { name, entity: id, statements: row.statements as number }
  })
