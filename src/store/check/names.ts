/** Names and entities held against what is derived from them: folded forms, keys, records, words. */
import { caseless, foldName, searchable } from '../../core/fold.ts'
import { ledgerKeys } from '../../core/ledger-keys.ts'
import type { Entity } from '../../core/register/register.ts'
import type { Prepare } from '../sqlite.ts'
import { restored } from '../storable.ts'
import { faultOf, type Tell } from './fault.ts'

/** Tables of names, each with the column that filters compare and how it follows from the name. */
export const nameTables = [
  { table: 'publishers', column: 'caseless', derive: caseless },
  { table: 'speakers', column: 'folded', derive: foldName },
  { table: 'subjects', column: 'folded', derive: foldName },
] as const

export function checkNames(prepare: Prepare, tell: Tell): void {
  for (const { table, column, derive } of nameTables) {
    let wrong = 0
    for (const row of prepare(`SELECT name, ${column} AS compared FROM ${table}`).iterate()) {
      if (derive(restored(row.name)).toWellFormed() !== row.compared) wrong++
    }
    if (wrong > 0) {
      tell(
        faultOf(
          'name',
          `table ${table}`,
          `${wrong} of its names ${wrong === 1 ? 'is' : 'are'} not compared as they should be (${column})`,
          'repair',
        ),
      )
    }
  }
}

/** Names and what the index of subjects should have of them. */
export function* subjectWords(prepare: Prepare): Generator<readonly [seq: number, words: string]> {
  for (const { seq, name } of prepare('SELECT seq, name FROM subjects ORDER BY seq').iterate()) {
    yield [seq as number, searchable(restored(name))]
  }
}

export function checkEntities(prepare: Prepare, tell: Tell): void {
  let expectedKeys = 0
  for (const { seq, id, record } of prepare('SELECT seq, id, record FROM entities').iterate()) {
    const place = `entity ${id}`
    const entity = entityOf(record)
    if (entity === null || entity.id !== id) {
      tell(faultOf('unreadable', place, 'its record cannot be read, or is that of another', 'backup'))
      continue
    }
    const expected = [...keysOf(prepare, seq as number, entity)]
    expectedKeys += expected.length
    const missing = expected.filter((key) => !isKept(prepare, key, seq as number)).length
    if (missing > 0) tell(faultOf('entity', place, `is not found by ${missing} of the keys of its names`, 'repair'))
    expectedKeys -= missing
  }
  const { keys } = prepare('SELECT count(*) AS keys FROM entity_keys').get() as { keys: number }
  if (keys > expectedKeys) {
    tell(faultOf('entity', 'table entity_keys', `${keys - expectedKeys} of its keys belong to no name`, 'repair'))
  }
}

const isKept = (prepare: Prepare, key: string, entity: number): boolean =>
  prepare('SELECT 1 FROM entity_keys WHERE key = ? AND entity = ?').get(key, entity) !== undefined

/** Keys of all names that texts and the register have for an entity. */
export function keysOf(prepare: Prepare, seq: number, entity: Entity): Set<string> {
  const sql = 'SELECT p.name FROM entity_names n JOIN speakers p ON p.seq = n.name WHERE n.entity = ?'
  const names = prepare(sql)
    .all(seq)
    .map(({ name }) => restored(name))
  return new Set(
    [entity.name, ...entity.names, ...names]
      .flatMap((name) => ledgerKeys(name, entity.kind))
      .map((key) => key.toWellFormed()),
  )
}

export function entityOf(record: unknown): Entity | null {
  try {
    const entity = JSON.parse(String(record)) as Entity
    return typeof entity.name === 'string' && Array.isArray(entity.names) ? entity : null
  } catch {
    return null
  }
}
