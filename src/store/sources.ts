/** What publishers have in the ledger, and how their pages lean on one another. */
import type { CopyRow, OutletNames, OutletTallies, PublisherRow, RelayRow } from '../app/ports.ts'
import type { Entity } from '../core/register/register.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'
import { restored, storable } from './storable.ts'

/** The first value of each is a list of numbers of publishers or outlets as JSON; a test looks at how SQLite answers them. */
export const sourcesSql = {
  quoted: `SELECT s.entity, s.speaker, count(*) AS statements FROM documents d CROSS JOIN statements s ON s.document = d.seq
    WHERE d.publisher IN (SELECT value FROM json_each(?)) AND s.speaker IS NOT NULL GROUP BY s.entity, s.speaker`,
  through: `SELECT o.name, count(*) AS statements FROM documents d CROSS JOIN statements s ON s.document = d.seq
    CROSS JOIN statement_outlets v ON v.statement = s.seq CROSS JOIN outlets o ON o.seq = v.outlet
    WHERE d.publisher IN (SELECT value FROM json_each(?)) GROUP BY o.seq ORDER BY statements DESC, o.name LIMIT ?`,
  relayedBy: `SELECT p.name, count(DISTINCT v.statement) AS statements FROM statement_outlets v
    CROSS JOIN statements s ON s.seq = v.statement CROSS JOIN documents d ON d.seq = s.document
    LEFT JOIN publishers p ON p.seq = d.publisher
    WHERE v.outlet IN (SELECT value FROM json_each(?))
      AND (d.publisher IS NULL OR d.publisher NOT IN (SELECT value FROM json_each(?)))
    GROUP BY p.seq ORDER BY statements DESC, p.name LIMIT ?`,
  copies: `SELECT d.id, c.original, p.name FROM documents d CROSS JOIN document_copies c ON c.document = d.seq
    LEFT JOIN document_bodies b ON b.seq = (SELECT seq FROM document_bodies WHERE url = c.original ORDER BY seq LIMIT 1)
    LEFT JOIN documents o ON o.seq = b.seq LEFT JOIN publishers p ON p.seq = o.publisher
    WHERE d.publisher IN (SELECT value FROM json_each(?)) ORDER BY d.published DESC, d.id LIMIT ?`,
  copiedBy: `SELECT o.id, c.original, p.name FROM documents d CROSS JOIN document_bodies b ON b.seq = d.seq
    CROSS JOIN document_copies c ON c.original = b.url CROSS JOIN documents o ON o.seq = c.document
    LEFT JOIN publishers p ON p.seq = o.publisher
    WHERE d.publisher IN (SELECT value FROM json_each(?))
      AND (o.publisher IS NULL OR o.publisher NOT IN (SELECT value FROM json_each(?)))
    ORDER BY o.published DESC, o.id LIMIT ?`,
  shared: `SELECT s.id FROM documents d CROSS JOIN statements s ON s.document = d.seq
    WHERE d.publisher IN (SELECT value FROM json_each(?1)) AND EXISTS (
      SELECT 1 FROM (SELECT earlier AS other, relation, level FROM links WHERE later = s.seq
        UNION ALL SELECT later, relation, level FROM links WHERE earlier = s.seq) l
      CROSS JOIN statements t ON t.seq = l.other CROSS JOIN documents o ON o.seq = t.document
      WHERE l.relation = 'same-utterance' AND l.level <> 'rejected'
        AND (o.publisher IS NULL OR o.publisher NOT IN (SELECT value FROM json_each(?1))))
    ORDER BY d.published DESC, d.id, s.ord LIMIT ?2`,
} as const

export const readPublishers = (prepare: Prepare): PublisherRow[] =>
  prepare(
    `SELECT p.name, count(*) AS documents, sum(d.statements) AS statements, min(nullif(d.published, '')) AS earliest,
       max(nullif(d.published, '')) AS latest
     FROM documents d JOIN publishers p ON p.seq = d.publisher GROUP BY p.seq ORDER BY statements DESC, p.name`,
  )
    .all()
    .map((row) => ({
      name: restored(row.name),
      documents: row.documents as number,
      statements: row.statements as number,
      first: row.earliest as string | null,
      last: row.latest as string | null,
    }))

export const readRelays = (prepare: Prepare): RelayRow[] =>
  prepare(
    `SELECT o.name, c.statements FROM (SELECT outlet, count(*) AS statements FROM statement_outlets GROUP BY outlet) c
     JOIN outlets o ON o.seq = c.outlet ORDER BY c.statements DESC, o.name`,
  )
    .all()
    .map(relayRow)

export function readOutletTallies(prepare: Prepare, names: OutletNames, most: number): OutletTallies {
  const publishers = seqsOf(prepare, 'publishers', names.publishers)
  const outlets = seqsOf(prepare, 'outlets', names.relays)
  return {
    quoted: quotedBy(prepare, publishers, most),
    through: prepare(sourcesSql.through).all(publishers, most).map(relayRow),
    relayedBy: prepare(sourcesSql.relayedBy)
      .all(outlets, publishers, most)
      .map(({ name, statements }) => ({ name: nameOrNull(name), statements: statements as number })),
    copies: prepare(sourcesSql.copies).all(publishers, most).map(copyRow),
    copiedBy: prepare(sourcesSql.copiedBy).all(publishers, publishers, most).map(copyRow),
  }
}

export const readShared = (prepare: Prepare, publishers: readonly string[], most: number): string[] =>
  prepare(sourcesSql.shared)
    .all(seqsOf(prepare, 'publishers', publishers), most)
    .map(({ id }) => id as string)

/** Numbers of those that the ledger has, as JSON. */
function seqsOf(prepare: Prepare, table: 'publishers' | 'outlets', names: readonly string[]): string {
  const find = prepare(`SELECT seq FROM ${table} WHERE name = ?`)
  return JSON.stringify(names.flatMap((name) => (find.get(storable(name))?.seq as number | undefined) ?? []))
}

/** One entity has many names in texts: what is said under all of them is counted together. */
function quotedBy(prepare: Prepare, publishers: string, most: number): OutletTallies['quoted'] {
  const counts = new Map<string, { entity: number | null; speaker: number; statements: number }>()
  for (const row of prepare(sourcesSql.quoted).all(publishers)) {
    const { entity, speaker, statements } = row as { entity: number | null; speaker: number; statements: number }
    const key = entity === null ? `name ${speaker}` : `entity ${entity}`
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { entity, speaker, statements })
    else known.statements += statements
  }
  const first = [...counts.values()].sort((a, b) => b.statements - a.statements || a.speaker - b.speaker).slice(0, most)
  return first
    .map(({ entity, speaker, statements }) => ({ ...named(prepare, entity, speaker), statements }))
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
}

function named(prepare: Prepare, entity: number | null, speaker: number): { name: string; entity: string | null } {
  if (entity === null) {
    const { name } = prepare('SELECT name FROM speakers WHERE seq = ?').get(speaker)!
    return { name: restored(name), entity: null }
  }
  const { id, name } = fromJson<Entity>(prepare('SELECT record FROM entities WHERE seq = ?').get(entity)!.record)
  return { name, entity: id }
}

const nameOrNull = (name: unknown): string | null => (name === null ? null : restored(name))

const relayRow = ({ name, statements }: Record<string, unknown>): RelayRow => ({
  name: restored(name),
  statements: statements as number,
})

const copyRow = ({ id, original, name }: Record<string, unknown>): CopyRow => ({
  document: id as string,
  original: restored(original),
  publisher: nameOrNull(name),
})
