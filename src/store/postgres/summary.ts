/** How much the ledger holds, and whose words. */
import type { LedgerSummary } from '../../app/ports.ts'
import type { Row, Sql } from './database.ts'
import { restored } from './storable.ts'

export async function readSummary(sql: Sql): Promise<LedgerSummary> {
  const [all] = await sql(
    `SELECT count(*) AS documents, coalesce(sum(statements), 0) AS statements, min(nullif(published, '')) AS earliest,
       max(nullif(published, '')) AS latest FROM documents`,
  )
  const publishers = await sql(
    `SELECT publisher AS name, sum(statements) AS statements FROM documents WHERE publisher IS NOT NULL
     GROUP BY publisher ORDER BY statements DESC, publisher`,
  )
  const speakers = await sql(
    `SELECT speaker AS name, count(*) AS statements FROM statements WHERE speaker IS NOT NULL
     GROUP BY speaker ORDER BY statements DESC, speaker`,
  )
  const languages = await sql(
    'SELECT language AS name, count(*) AS documents FROM documents GROUP BY language ORDER BY documents DESC, language COLLATE "C"',
  )
  const counted = ({ name, statements }: Row) => ({
    name: restored(name as string),
    statements: statements as number,
  })
  return {
    documents: all!.documents as number,
    statements: all!.statements as number,
    publishers: publishers.map(counted),
    speakers: speakers.map(counted),
    languages: languages.map(({ name, documents }) => ({
      name: restored(name as string),
      documents: documents as number,
    })),
    from: all!.earliest as string | null,
    to: all!.latest as string | null,
  }
}
