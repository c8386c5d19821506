/** Roles of entities when the statements that show them are read anew: shown by others, or gone. */
import type { Statement } from '../../core/statement.ts'
import type { Sql } from './database.ts'
import { fromJson } from './read-entry.ts'
import { restored } from './storable.ts'
import type { EntryValues } from './values-of.ts'

interface ShownRole {
  readonly entity: string
  readonly role: string
  readonly belongs: string
  /** Id of the statement that shows it. */
  readonly statement: string
}

/** Statements that are opened to find one which still tells a role, the latest first. */
const MOST_OPENED = 200

/** Roles that statements of one document show. */
export async function shownRoles(sql: Sql, document: string): Promise<ShownRole[]> {
  const rows = await sql('SELECT entity, role, belongs, statement FROM entity_roles WHERE document = $1', [document])
  return rows as unknown as ShownRole[]
}

/**
 * A role that the new reading tells, too, is shown by its statement. Any other is shown by the last statement of the
 * ledger that still tells it; where there is none, nobody tells it any more.
 */
export async function settleRoles(sql: Sql, shown: readonly ShownRole[], values: EntryValues): Promise<void> {
  const keyOf = ({ entity, role, belongs }: Omit<ShownRole, 'statement'>): string => `${entity}\0${role}\0${belongs}`
  const told = new Map(values.entities.roles.map((role) => [keyOf(role), role.statement]))
  const isThere = new Set(values.statementIds)
  for (const each of shown) {
    const again = told.get(keyOf(each))
    if (again !== undefined && isThere.has(each.statement)) continue
    const next = again === undefined ? await lastTelling(sql, each) : { document: values.id, statement: again }
    const key = [each.entity, each.role, each.belongs]
    const where = 'WHERE entity = $1 AND role = $2 AND belongs = $3'
    if (next === null) await sql(`DELETE FROM entity_roles ${where}`, key)
    else
      await sql(`UPDATE entity_roles SET document = $4, statement = $5 ${where}`, [
        ...key,
        next.document,
        next.statement,
      ])
  }
}

async function lastTelling(
  sql: Sql,
  { entity, role, belongs }: ShownRole,
): Promise<{ readonly document: string; readonly statement: string } | null> {
  // The JSON is this program's own, so that a role stands in it in one way.
  const rows = await sql(
    `SELECT document, id, body FROM statements WHERE entity = $1 AND strpos(body, $2) > 0
     ORDER BY published DESC, document DESC, ord DESC LIMIT ${MOST_OPENED}`,
    [entity, `"role":${JSON.stringify(restored(role))}`],
  )
  const found = rows.find(({ body }) => {
    const { speaker } = fromJson<Statement>(body)
    return speaker?.role === restored(role) && (speaker.of ?? '') === restored(belongs)
  })
  return found === undefined ? null : { document: found.document as string, statement: found.id as string }
}
