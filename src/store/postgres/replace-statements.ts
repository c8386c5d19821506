/** The statements of one document in the place of those that a former pipeline found in it. */
import type { Replaced } from '../../app/ports.ts'
import type { DocumentRecord } from '../../core/document.ts'
import type { Linkable } from '../../core/links/link.ts'
import type { Linker } from '../../core/links/linker.ts'
import type { Statement } from '../../core/statement.ts'
import { keysFor } from '../put-renderings.ts'
import { keyedViewOf } from '../viewed-statements.ts'
import type { Sql } from './database.ts'
import { lockLinks } from './locks.ts'
import { putEntities } from './put-entities.ts'
import { Outdated, putSpeakerNames, putSubjects } from './put-entry.ts'
import { fromJson } from './read-entry.ts'
import { markRelinkDue } from './readings.ts'
import { settleRoles, shownRoles } from './settle-roles.ts'
import { putStatementsSql, statementParameters } from './statement-rows.ts'
import type { EntryValues } from './values-of.ts'

interface Old {
  readonly id: string
  /** Null where what it held cannot be read. */
  readonly statement: Statement | null
}

/**
 * Rows are known by ids: links of a statement that is found again, and what people decided on them, stand.
 * @throws what `isOutdated` knows
 */
export async function replaceStatements(
  sql: Sql,
  schema: string,
  values: EntryValues,
  linker: Linker | null,
): Promise<Replaced | { outcome: 'unknown' }> {
  await lockLinks(sql, schema)
  const [document] = await sql(
    'SELECT b.record FROM documents d JOIN document_bodies b ON b.document = d.id WHERE d.id = $1 FOR UPDATE OF d',
    [values.id],
  )
  if (document === undefined) return { outcome: 'unknown' }
  const rows = await sql('SELECT id, body FROM statements WHERE document = $1 ORDER BY ord', [values.id])
  const old: Old[] = rows.map(({ id, body }) => ({ id: id as string, statement: parsed(body) }))
  const ids = new Set(values.statementIds)
  const gone = old.filter(({ id }) => !ids.has(id))
  const roles = await shownRoles(sql, values.id)
  await sql('DELETE FROM statements WHERE document = $1', [values.id])
  await sql(putSql, [values.id, ...statementParameters(values.statements)])
  const decisionsLost = await removeLinks(sql, gone, fromJson<DocumentRecord>(document.record), linker)
  await sql(
    `WITH body AS (UPDATE document_bodies SET notices = $2 WHERE document = $1)
     UPDATE documents SET statements = $3, pipeline = $4 WHERE id = $1`,
    [values.id, values.notices, values.statements.length, values.pipeline],
  )
  await markRelinkDue(sql)
  await putSubjects(sql, values.subjects)
  await putSpeakerNames(sql, values.speakerNames)
  if (!(await putEntities(sql, schema, values.entities))) throw new Outdated()
  await settleRoles(sql, roles, values)
  const kept = old.length - gone.length
  return {
    outcome: 'replaced',
    kept,
    added: values.statements.length - kept,
    gone: gone.map(({ id }) => id),
    decisionsLost,
  }
}

const putSql = putStatementsSql('(SELECT $1::text AS id)', 2)

function parsed(body: unknown): Statement | null {
  try {
    return fromJson<Statement>(body)
  } catch {
    return null
  }
}

/**
 * What is kept under keys of another linker stays there until all is linked anew, and is passed over.
 * @returns how many links that people had decided on went with one of their ends.
 */
async function removeLinks(
  sql: Sql,
  gone: readonly Old[],
  document: DocumentRecord,
  linker: Linker | null,
): Promise<number> {
  if (gone.length === 0) return 0
  const removed = await sql('DELETE FROM links WHERE later = ANY ($1) OR earlier = ANY ($1) RETURNING level', [
    gone.map(({ id }) => id),
  ])
  const items = gone.flatMap(({ statement }): Linkable[] => (statement === null ? [] : [{ statement, document }]))
  if (linker !== null) await removeKeys(sql, linker, items)
  return removed.filter(({ level }) => level !== 'suggested').length
}

async function removeKeys(sql: Sql, linker: Linker, items: readonly Linkable[]): Promise<void> {
  const keys = items.flatMap((item) => {
    const { place, id, keys } = keyedViewOf(linker, item)
    return keys.map((key) => ({ key, place, id }))
  })
  await sql(
    `DELETE FROM link_keys k USING unnest($1::bigint[], $2::bigint[], $3::text[]) AS g (key, place, statement)
     WHERE k.key = g.key AND k.place = g.place AND k.statement = g.statement`,
    [keys.map(({ key }) => key), keys.map(({ place }) => place), keys.map(({ id }) => id)],
  )
  const { renderer } = linker
  if (renderer === undefined) return
  const turnKeys = items.flatMap((item) => keysFor(renderer, item).map((key) => ({ key, id: item.statement.id })))
  await sql(
    `DELETE FROM turn_keys k USING unnest($1::bigint[], $2::text[]) AS g (key, statement)
     WHERE k.key = g.key AND k.statement = g.statement`,
    [turnKeys.map(({ key }) => key), turnKeys.map(({ id }) => id)],
  )
}
