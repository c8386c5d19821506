/** The entities of one document → their rows: themselves once, names, keys, roles and publishers as they come. */
import type { Sql } from './database.ts'
import type { EntityValues, NewEntity } from './entity-values.ts'
import { lockEntities } from './locks.ts'

/** Numbers are given out under the lock of entities, so that a higher one is never there before a lower one. */
export async function revisionOf(sql: Sql): Promise<number> {
  const [row] = await sql('SELECT coalesce(max(seq), 0) AS last FROM entities')
  return row!.last as number
}

/**
 * The last of a document's writes, because of the lock: only who adds an entity takes it, and no longer than to the end.
 * @returns false, having written nothing, where an entity of the ledger's own would be added although another one of its
 * name has been since it was told apart from those that were there.
 */
export async function putEntities(sql: Sql, schema: string, values: EntityValues): Promise<boolean> {
  if (values.entities.length === 0) return true
  let added = await missing(sql, values.entities)
  if (added.length > 0) {
    await lockEntities(sql, schema)
    added = await missing(sql, added)
    if (await isOutdated(sql, values.revision, added)) return false
  }
  const named = await sql(putSql, parametersOf(values, added))
  const isNew = new Set(named.map(({ entity, name }) => `${entity}\0${name}`))
  const keys = [
    ...added.flatMap((entity) => entity.keys().map((key) => [key, entity.id] as const)),
    ...values.names
      .filter(({ entity, name }) => isNew.has(`${entity}\0${name}`))
      .flatMap((name) => name.keys().map((key) => [key, name.entity] as const)),
  ]
  if (keys.length > 0) {
    await sql(
      `INSERT INTO entity_keys (key, entity) SELECT DISTINCT key, entity FROM unnest($1::text[], $2::text[]) AS k (key, entity)
       ORDER BY key, entity ON CONFLICT DO NOTHING`,
      [keys.map(([key]) => key), keys.map(([, entity]) => entity)],
    )
  }
  return true
}

async function missing(sql: Sql, entities: readonly NewEntity[]): Promise<readonly NewEntity[]> {
  const rows = await sql('SELECT id FROM entities WHERE id = ANY ($1)', [entities.map(({ id }) => id)])
  const there = new Set(rows.map(({ id }) => id))
  return entities.filter(({ id }) => !there.has(id))
}

/** Those that have been added meanwhile under other names do not count: who was looked for under these is still not there. */
async function isOutdated(sql: Sql, revision: number, added: readonly NewEntity[]): Promise<boolean> {
  const keys = added.filter(({ id }) => id.startsWith('e-')).flatMap((entity) => entity.wholeKeys())
  if (keys.length === 0) return false
  const last = await revisionOf(sql)
  // A number from after the last one is another ledger's.
  if (revision >= last) return revision > last
  const rows = await sql(
    `SELECT 1 FROM entity_keys k JOIN entities e ON e.id = k.entity WHERE k.key = ANY ($1) AND e.seq > $2 LIMIT 1`,
    [keys, revision],
  )
  return rows.length > 0
}

/**
 * The statement that shows a role is the latest, like the date beside it; '' is before every date. A row that would stay as
 * it is is not touched: many documents tell the same of the same people.
 */
const putSql = `WITH new_entities AS (
    INSERT INTO entities (id, record)
    SELECT id, record FROM unnest($1::text[], $2::text[]) AS e (id, record) ON CONFLICT DO NOTHING
  ), new_publishers AS (
    INSERT INTO entity_publishers (entity, publisher)
    SELECT e.id, $4 FROM unnest($3::text[]) AS e (id) WHERE $4::text IS NOT NULL
      AND NOT EXISTS (SELECT FROM entity_publishers p WHERE p.entity = e.id AND p.publisher = $4)
    ON CONFLICT DO NOTHING
  ), new_roles AS (
    INSERT INTO entity_roles AS r (entity, role, belongs, first, last, document, statement)
    SELECT n.entity, n.role, n.belongs, n.first, n.last, $8, n.statement
    FROM unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[])
      AS n (entity, role, belongs, first, last, statement)
    WHERE NOT EXISTS (SELECT FROM entity_roles k WHERE k.entity = n.entity AND k.role = n.role AND k.belongs = n.belongs
      AND k.last >= n.last AND (n.first = '' OR (k.first <> '' AND k.first <= n.first)))
    ON CONFLICT (entity, md5(role), md5(belongs)) DO UPDATE SET
      first = CASE WHEN r.first = '' THEN excluded.first WHEN excluded.first = '' THEN r.first
        ELSE least(r.first, excluded.first) END,
      document = CASE WHEN excluded.last > r.last THEN excluded.document ELSE r.document END,
      statement = CASE WHEN excluded.last > r.last THEN excluded.statement ELSE r.statement END,
      last = greatest(r.last, excluded.last)
  )
  INSERT INTO entity_names (entity, name, folded)
  SELECT n.entity, n.name, n.folded FROM unnest($5::text[], $6::text[], $7::text[]) AS n (entity, name, folded)
  WHERE NOT EXISTS (SELECT FROM entity_names k WHERE k.entity = n.entity AND k.name = n.name)
  ON CONFLICT DO NOTHING RETURNING entity, name`

const parametersOf = ({ document, publisher, entities, names, roles }: EntityValues, added: readonly NewEntity[]) => [
  added.map(({ id }) => id),
  added.map(({ record }) => record),
  entities.map(({ id }) => id),
  publisher,
  names.map(({ entity }) => entity),
  names.map(({ name }) => name),
  names.map(({ folded }) => folded),
  document,
  roles.map(({ entity }) => entity),
  roles.map(({ role }) => role),
  roles.map(({ belongs }) => belongs),
  roles.map(({ first }) => first),
  roles.map(({ last }) => last),
  roles.map(({ statement }) => statement),
]
