/** One document with all it has → its rows and index entries, in one transaction of few round trips. */
import type { Sql } from './database.ts'
import type { Linking } from './linking.ts'
import { putEntities } from './put-entities.ts'
import { putStatementsSql, statementParameters } from './statement-rows.ts'
import type { EntryValues, SubjectName, Value } from './values-of.ts'

/** Thrown so that what has been written of the document is taken back. */
export class Outdated extends Error {}

export const isOutdated = (thrown: unknown): boolean => thrown instanceof Outdated

/**
 * Writes `values` unless a document of its id is there. What other programs may wait for is written last, and by all in the
 * same order: links, subjects, entities.
 * @param maybeDone whether this may be what has stored it
 */
export async function putEntry(
  sql: Sql,
  schema: string,
  values: EntryValues,
  linking: Linking | null,
  maybeDone: boolean,
): Promise<'stored' | 'already-stored'> {
  const [row] = await sql(putDocumentSql, [
    ...values.document,
    values.words.map((_, part) => part),
    values.words,
    ...statementParameters(values.statements),
  ])
  if (row!.added === 0) return maybeDone && (await isOwn(sql, values)) ? 'stored' : 'already-stored'
  await linking?.put(sql, values.links)
  await putSubjects(sql, values.subjects)
  await putSpeakerNames(sql, values.speakerNames)
  if (!(await putEntities(sql, schema, values.entities))) throw new Outdated()
  return 'stored'
}

/** Whether it was this program that stored it a moment ago, and lost the server before it was told. */
async function isOwn(sql: Sql, { id, added }: EntryValues): Promise<boolean> {
  const rows = await sql('SELECT FROM documents WHERE id = $1 AND added = $2', [id, added])
  return rows.length > 0
}

export async function putSubjects(sql: Sql, subjects: readonly SubjectName[]): Promise<void> {
  if (subjects.length === 0) return
  const columns: Value[][] = [
    subjects.map(({ folded }) => folded),
    subjects.map(({ name }) => name),
    subjects.map(({ words }) => words),
  ]
  await sql(putSubjectsSql, columns)
}

/** Of several spellings the first by code points, whichever came first. Most are there already. */
const putSubjectsSql = `INSERT INTO subjects AS k (folded, name, words)
  SELECT n.folded, n.name, n.words::tsvector FROM unnest($1::text[], $2::text[], $3::text[]) AS n (folded, name, words)
  WHERE NOT EXISTS (SELECT FROM subjects k WHERE k.folded = n.folded AND k.name <= n.name COLLATE "C")
  ON CONFLICT (folded) DO UPDATE SET name = least(k.name, excluded.name)`

/** In one order, so that no two writers wait for each other. */
export async function putSpeakerNames(sql: Sql, folded: readonly string[]): Promise<void> {
  if (folded.length === 0) return
  await sql(
    `INSERT INTO speaker_names (folded) SELECT n.folded FROM unnest($1::text[]) AS n (folded)
     WHERE NOT EXISTS (SELECT FROM speaker_names k WHERE k.folded = n.folded)
     ORDER BY n.folded COLLATE "C" ON CONFLICT DO NOTHING`,
    [folded],
  )
}

const putDocumentSql = `WITH added AS (
    INSERT INTO documents (id, published, language, publisher, publisher_caseless, url, sha256, original, pipeline, added, statements)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING RETURNING id
  ), bodies AS (
    INSERT INTO document_bodies (document, record, notices, blocks, text, sketch, bytes)
    SELECT id, $12, $13, $14, $15, $16, $17 FROM added
  ), parts AS (
    INSERT INTO document_words (document, part, words)
    SELECT added.id, w.part, w.words::tsvector FROM added, unnest($18::integer[], $19::text[]) AS w (part, words)
  ), rows AS (${putStatementsSql('added', 20)})
  SELECT count(*)::integer AS added FROM added`
