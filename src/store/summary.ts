/** How much the ledger holds, and whose words. */
import type { LedgerSummary } from '../app/ports.ts'
import type { Prepare } from './sqlite.ts'
import { restored } from './storable.ts'

export function readSummary(prepare: Prepare): LedgerSummary {
  const all = prepare(
    `SELECT count(*) AS documents, sum(statements) AS statements, min(nullif(published, '')) AS earliest,
       max(nullif(published, '')) AS latest FROM documents`,
  ).get()!
  const publishers = prepare(
    `SELECT p.name, sum(d.statements) AS statements FROM documents d JOIN publishers p ON p.seq = d.publisher
     GROUP BY p.seq ORDER BY statements DESC, p.name`,
  ).all()
  const speakers = prepare(
    `SELECT p.name, c.statements FROM
       (SELECT speaker, count(*) AS statements FROM statements WHERE speaker IS NOT NULL GROUP BY speaker) c
     JOIN speakers p ON p.seq = c.speaker ORDER BY c.statements DESC, p.name`,
  ).all()
  const languages = prepare(
    'SELECT language AS name, count(*) AS documents FROM documents GROUP BY language ORDER BY documents DESC, language',
  ).all()
  return {
    documents: all.documents as number,
    statements: (all.statements as number | null) ?? 0,
    publishers: publishers.map((row) => ({ name: restored(row.name), statements: row.statements as number })),
    speakers: speakers.map((row) => ({ name: restored(row.name), statements: row.statements as number })),
    languages: languages.map((row) => ({ name: row.name as string, documents: row.documents as number })),
    from: all.earliest as string | null,
    to: all.latest as string | null,
  }
}
