/** Roles of entities when the statements that show them are read anew: shown by others, or gone. */
import type { Statement } from '../core/statement.ts'
import { entitySeq, type LinkValues } from './put-entities.ts'
import type { Value } from './put-rows.ts'
import type { Prepare } from './sqlite.ts'
import { restored } from './storable.ts'

interface ShownRole {
  readonly entity: number
  readonly role: Value
  readonly belongs: Value
  /** Number of the statement that shows it. */
  readonly statement: number
}

/** Roles that statements of one document show. */
export function shownRoles(
  prepare: Prepare,
  statements: readonly { readonly seq: number; readonly statement: Statement | null }[],
): ShownRole[] {
  const seqs = new Set(statements.map(({ seq }) => seq))
  const entities = new Set(statements.flatMap(({ statement }) => (statement === null ? [] : entityIds(statement))))
  return [...entities].flatMap((id) => {
    const seq = entitySeq(prepare, id)
    const rows =
      seq === null ? [] : prepare('SELECT entity, role, belongs, statement FROM entity_roles WHERE entity = ?').all(seq)
    return (rows as unknown as ShownRole[]).filter(({ statement }) => seqs.has(statement))
  })
}

const entityIds = ({ speaker, addressee, medium, via }: Statement): string[] =>
  [speaker?.entity, speaker?.speaksFor?.entity, ...(speaker?.members ?? []).map(({ entity }) => entity)]
    .concat([addressee?.entity, medium?.entity, ...via.map(({ entity }) => entity)])
    .filter((id) => typeof id === 'string')

/**
 * A role that the new reading tells, too, is shown by its statement. Any other is shown by the last statement of the
 * ledger that still tells it; where there is none, nobody tells it any more.
 */
export function settleRoles(
  prepare: Prepare,
  shown: readonly ShownRole[],
  { links }: LinkValues,
  entities: ReadonlyMap<string, number>,
  seqs: ReadonlyMap<string, number>,
): void {
  const keyOf = (entity: number, role: Value, belongs: Value): string =>
    JSON.stringify([entity, restored(role), restored(belongs)])
  const told = new Map<string, number>()
  for (const { entity, roles } of links) {
    for (const { row, statement } of roles) {
      const seq = seqs.get(statement)
      if (seq !== undefined) told.set(keyOf(entities.get(entity.id)!, row[0]!, row[1]!), seq)
    }
  }
  const isThere = new Set(seqs.values())
  for (const { entity, role, belongs, statement } of shown) {
    const again = told.get(keyOf(entity, role, belongs))
    if (again !== undefined && isThere.has(statement)) continue
    const next = again ?? lastTelling(prepare, entity, role, belongs)
    const where = 'WHERE entity = ? AND role = ? AND belongs = ?'
    if (next === null) prepare(`DELETE FROM entity_roles ${where}`).run(entity, role, belongs)
    else prepare(`UPDATE entity_roles SET statement = ? ${where}`).run(next, entity, role, belongs)
  }
}

function lastTelling(prepare: Prepare, entity: number, role: Value, belongs: Value): number | null {
  const row = prepare(
    `SELECT s.seq FROM statements s JOIN statement_bodies b ON b.seq = s.seq
     WHERE s.entity = ? AND json_extract(b.body, '$.speaker.role') = ? AND ifnull(json_extract(b.body, '$.speaker.of'), '') = ?
     ORDER BY s.seq DESC LIMIT 1`,
  ).get(entity, restored(role), restored(belongs))
  return row === undefined ? null : (row.seq as number)
}
