/** What publishers have in the ledger, and how their pages lean on one another. */
import type { CopyRow, OutletNames, OutletTallies, PublisherRow, RelayRow } from '../../app/ports.ts'
import type { Entity } from '../../core/register/register.ts'
import type { Row, Sql } from './database.ts'
import { fromJson } from './read-entry.ts'
import { indexed, restored, storable } from './storable.ts'

export async function readPublishers(sql: Sql): Promise<PublisherRow[]> {
  const rows = await sql(
    `SELECT publisher, count(*) AS documents, sum(statements) AS statements, min(nullif(published, '')) AS earliest,
       max(nullif(published, '')) AS latest
     FROM documents WHERE publisher IS NOT NULL GROUP BY publisher ORDER BY statements DESC, publisher`,
  )
  return rows.map((row) => ({
    name: restored(row.publisher as string),
    documents: row.documents as number,
    statements: row.statements as number,
    first: row.earliest as string | null,
    last: row.latest as string | null,
  }))
}

export async function readRelays(sql: Sql): Promise<RelayRow[]> {
  const rows = await sql(
    `SELECT outlet AS name, count(*) AS statements FROM statements s, unnest(s.outlets) AS outlet WHERE s.outlets <> '{}'
     GROUP BY outlet ORDER BY statements DESC, outlet COLLATE "C"`,
  )
  return rows.map(relayRow)
}

export async function readOutletTallies(sql: Sql, names: OutletNames, most: number): Promise<OutletTallies> {
  const publishers = names.publishers.map(storable)
  const relays = names.relays.map(indexed)
  const through = await sql(
    `SELECT outlet AS name, count(*) AS statements FROM statements s, unnest(s.outlets) AS outlet
     WHERE s.publisher = ANY ($1) AND s.outlets <> '{}' GROUP BY outlet ORDER BY statements DESC, outlet COLLATE "C" LIMIT $2`,
    [publishers, most],
  )
  const relayedBy = await sql(
    `SELECT s.publisher AS name, count(*) AS statements FROM statements s
     WHERE s.outlets && $1 AND s.outlets <> '{}' AND (s.publisher IS NULL OR s.publisher <> ALL ($2))
     GROUP BY s.publisher ORDER BY statements DESC, s.publisher NULLS FIRST LIMIT $3`,
    [relays, publishers, most],
  )
  const copies = await sql(
    `SELECT d.id, d.original, (SELECT o.publisher FROM documents o WHERE o.url = d.original ORDER BY o.added, o.id LIMIT 1) AS name
     FROM documents d WHERE d.publisher = ANY ($1) AND d.original IS NOT NULL ORDER BY d.published DESC, d.id LIMIT $2`,
    [publishers, most],
  )
  const copiedBy = await sql(
    `SELECT o.id, o.original, o.publisher AS name FROM documents d JOIN documents o ON o.original = d.url
     WHERE d.publisher = ANY ($1) AND (o.publisher IS NULL OR o.publisher <> ALL ($1))
     ORDER BY o.published DESC, o.id LIMIT $2`,
    [publishers, most],
  )
  return {
    quoted: await quotedBy(sql, publishers, most),
    through: through.map(relayRow),
    relayedBy: relayedBy.map(({ name, statements }) => ({ name: nameOrNull(name), statements: statements as number })),
    copies: copies.map(copyRow),
    copiedBy: copiedBy.map(copyRow),
  }
}

export async function readShared(sql: Sql, publishers: readonly string[], most: number): Promise<string[]> {
  const rows = await sql(
    `SELECT s.id FROM statements s WHERE s.publisher = ANY ($1) AND EXISTS (
       SELECT FROM (SELECT earlier AS other, relation, level FROM links WHERE later = s.id
         UNION ALL SELECT later, relation, level FROM links WHERE earlier = s.id) l
       JOIN documents o ON o.id = split_part(l.other, '.', 1)
       WHERE l.relation = 'same-utterance' AND l.level <> 'rejected' AND (o.publisher IS NULL OR o.publisher <> ALL ($1)))
     ORDER BY s.published DESC, s.document, s.ord LIMIT $2`,
    [publishers.map(storable), most],
  )
  return rows.map(({ id }) => id as string)
}

/** One entity has many names in texts: what is said under all of them is counted together. */
async function quotedBy(sql: Sql, publishers: readonly string[], most: number): Promise<OutletTallies['quoted']> {
  const rows = await sql(
    `SELECT s.entity, CASE WHEN s.entity IS NULL THEN s.speaker END AS name, count(*) AS statements FROM statements s
     WHERE s.publisher = ANY ($1) AND s.speaker IS NOT NULL GROUP BY 1, 2 ORDER BY statements DESC, 1, 2 LIMIT $2`,
    [publishers, most],
  )
  const ids = rows.flatMap(({ entity }) => (entity === null ? [] : [entity as string]))
  const records = await sql('SELECT id, record FROM entities WHERE id = ANY ($1)', [ids])
  const names = new Map(records.map(({ id, record }) => [id, fromJson<Entity>(record).name]))
  return rows
    .map(({ entity, name, statements }) => ({
      name: entity === null ? restored(name as string) : names.get(entity as string)!,
      entity: entity as string | null,
      statements: statements as number,
    }))
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
}

const nameOrNull = (name: unknown): string | null => (name === null ? null : restored(name as string))

const relayRow = ({ name, statements }: Row): RelayRow => ({
  name: restored(name as string),
  statements: statements as number,
})

const copyRow = ({ id, original, name }: Row): CopyRow => ({
  document: id as string,
  original: restored(original as string),
  publisher: nameOrNull(name),
})
