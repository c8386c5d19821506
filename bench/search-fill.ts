/** Fills a ledger for the bench of search: the rows that adding the pages would leave, without links, many documents a transaction. */
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { LinkedEntity } from '../src/app/ports.ts'
import { isPostgresUrl } from '../src/store/postgres/database.ts'
import { entityValues } from '../src/store/postgres/entity-values.ts'
import { openPostgresStore } from '../src/store/postgres/postgres.ts'
import { putEntities } from '../src/store/postgres/put-entities.ts'
import { putSpeakerNames, putSubjects } from '../src/store/postgres/put-entry.ts'
import { putStatementsSql, statementParameters } from '../src/store/postgres/statement-rows.ts'
import { type EntryValues, valuesOf } from '../src/store/postgres/values-of.ts'
import { valuesOf as fileValuesOf, putEntry } from '../src/store/put-entry.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { type Searchable, SearchCorpus } from './search-corpus.ts'

/** Documents of one transaction. */
const BATCH = 250

export const fill = (ledger: string, documents: number): Promise<void> =>
  isPostgresUrl(ledger) ? fillPostgres(ledger, documents) : fillSqlite(ledger, documents)

async function fillSqlite(path: string, documents: number): Promise<void> {
  const store = openSqliteStore(path)
  await store.revision()
  await store.close()
  const db = new DatabaseSync(path)
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000')
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  for (const batch of batches(documents)) {
    db.exec('BEGIN')
    for (const { entry, links } of batch) putEntry(prepare, fileValuesOf(entry, links, null), null)
    db.exec('COMMIT')
  }
  db.close()
}

/** Indexes are made at the end: that takes a fraction of the time. */
async function fillPostgres(url: string, documents: number): Promise<void> {
  const store = openPostgresStore(url)
  await store.revision()
  await store.close()
  const address = new URL(url)
  const schema = address.searchParams.get('schema') ?? 'onrecord'
  address.searchParams.delete('schema')
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: address.toString(),
    options: `-c search_path=${schema} -c synchronous_commit=off -c maintenance_work_mem=512MB -c jit=off -c enable_nestloop=off -c client_min_messages=warning`,
  })
  await client.connect()
  const sql = async (text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows
  const indexes = await sql(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = $1
       AND tablename IN ('documents', 'document_words', 'statements') AND indexname NOT LIKE '%_pkey'`,
    [schema],
  )
  for (const { name } of indexes) await sql(`DROP INDEX ${name}`)
  const people = new Map<string, LinkedEntity>()
  for (const batch of batches(documents)) {
    for (const { links } of batch) for (const linked of links.entities) people.set(linked.entity.id, linked)
    const values = batch.map(({ entry, links }) => valuesOf(entry, links, null, null))
    await sql('BEGIN')
    await putBatch(sql, values)
    await sql('COMMIT')
  }
  for (const { definition } of indexes) await sql(definition as string)
  const { document } = new SearchCorpus().next().entry
  await putEntities(sql, schema, entityValues({ revision: 0, entities: [...people.values()] }, document, []))
  await sql('VACUUM ANALYZE documents, document_bodies, document_words, statements, subjects, speaker_names')
  await client.end()
}

type Run = Parameters<typeof putSubjects>[0]

async function putBatch(sql: Run, values: readonly EntryValues[]): Promise<void> {
  const columns = values[0]!.document.map((_, at) => values.map(({ document }) => document[at]!))
  await sql(
    `WITH rows AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::text[], $10::text[], $11::integer[], $12::text[], $13::text[], $14::text[], $15::text[], $16::bytea[], $17::bytea[])
         AS r (id, published, language, publisher, publisher_caseless, url, sha256, original, pipeline, added, statements,
           record, notices, blocks, text, sketch, bytes)
     ), added AS (
       INSERT INTO documents SELECT id, published, language, publisher, publisher_caseless, url, sha256, original, pipeline,
         added, statements FROM rows
     )
     INSERT INTO document_bodies SELECT id, record, notices, blocks, text, sketch, bytes FROM rows`,
    columns,
  )
  await sql(
    'INSERT INTO document_words SELECT id, 0, words::tsvector FROM unnest($1::text[], $2::text[]) AS w (id, words)',
    [values.map(({ id }) => id), values.map(({ words }) => words[0])],
  )
  // Ids of statements begin with their document's.
  await sql(`${putStatementsSql('(SELECT unnest($1::text[]) AS id)', 2)} WHERE d.id = split_part(s.id, '.', 1)`, [
    values.map(({ id }) => id),
    ...statementParameters(values.flatMap(({ statements }) => statements)),
  ])
  await putSubjects(sql, [
    ...new Map(values.flatMap(({ subjects }) => subjects).map((subject) => [subject.folded, subject])).values(),
  ])
  await putSpeakerNames(sql, [...new Set(values.flatMap(({ speakerNames }) => speakerNames))])
}

function* batches(documents: number): Generator<Searchable[]> {
  const corpus = new SearchCorpus()
  for (let left = documents; left > 0; left -= BATCH)
    yield Array.from({ length: Math.min(left, BATCH) }, () => corpus.next())
}
