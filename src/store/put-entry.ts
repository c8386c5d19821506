/** One document with all it has → its rows and index entries. */
import { deflateRawSync } from 'node:zlib'
import type { DocumentEntry, EntityLinks } from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import { caseless, searchable } from '../core/fold.ts'
import { isDated } from '../core/is-dated.ts'
import type { Said, Statement } from '../core/statement.ts'
import { addsToOutdated, type LinkValues, linkValues, putEntities, putRoles } from './put-entities.ts'
import { type LinkableValues, type Linking, linkableValues, putSketch } from './put-links.ts'
import { outletNames, putOriginal, putOutlets } from './put-outlets.ts'
import { insert, type Name, nameOf, speakerSeq, type Value } from './put-rows.ts'
import { putSubjects, type SubjectName, subjectNames } from './put-subjects.ts'
import type { Prepare } from './sqlite.ts'
import { storable } from './storable.ts'

export interface StatementValues {
  readonly row: readonly Value[]
  readonly speaker: Name | null
  readonly body: string
  readonly index: readonly Value[]
  /** Ids of entities, as are members. */
  readonly entity: string | null
  readonly principal: string | null
  readonly members: readonly string[]
  readonly subjects: readonly SubjectName[]
  readonly outlets: readonly (string | Uint8Array)[]
}

/** An entry as column values. Folding and JSON take longer than inserting: they are done before the ledger is locked. */
export interface EntryValues {
  readonly id: string
  readonly row: readonly Value[]
  readonly publisher: Name | null
  readonly body: readonly Value[]
  readonly index: readonly Value[]
  readonly statements: readonly StatementValues[]
  readonly links: LinkValues
  readonly linkable: LinkableValues
  /** The page that it says it is a copy of. */
  readonly copyOf: string | Uint8Array | null
  /** Deflated. */
  readonly original: Uint8Array | null
}

export function valuesOf(
  entry: DocumentEntry,
  links: EntityLinks,
  linking: Linking | null,
  original: Uint8Array | null = null,
): EntryValues {
  const { document, text, statements } = entry
  const { publisher, url } = document
  return {
    id: document.id,
    row: [document.id, document.published ?? '', document.language, statements.length],
    publisher: publisher === null ? null : { name: storable(publisher), compared: caseless(publisher) },
    body: [
      document.sha256,
      url === null ? null : storable(url),
      entry.added,
      entry.pipeline,
      JSON.stringify(document),
      JSON.stringify(entry.notices),
      JSON.stringify(entry.blocks),
      storable(text),
    ],
    index: [searchable(document.title ?? ''), searchable(text)],
    statements: statements.map(statementValues),
    links: linkValues(links),
    linkable: linkableValues(entry, linking),
    copyOf: document.original === null ? null : storable(document.original),
    original: original === null ? null : deflateRawSync(original),
  }
}

function statementValues(statement: Statement, ord: number): StatementValues {
  const name = statement.speaker?.name ?? null
  return {
    row: [
      ord,
      statement.form,
      statement.manner,
      statement.id,
      ...saidRange(statement.said),
      statement.act.type,
      statement.act.polarity,
    ],
    speaker: name === null ? null : nameOf(name),
    body: JSON.stringify(statement),
    index: [searchable(statement.content.text), searchable(name ?? '')],
    entity: statement.speaker?.entity ?? null,
    principal: statement.speaker?.speaksFor?.entity ?? null,
    members: statement.speaker?.members.flatMap(({ entity }) => entity ?? []) ?? [],
    subjects: subjectNames(statement.about),
    outlets: outletNames(statement),
  }
}

/** Open ends sort before and after every date. */
const saidRange = (said: Said): readonly [string | null, string | null] =>
  isDated(said) ? [said.earliest ?? '', said.latest ?? '~'] : [null, null]

export const isStored = (prepare: Prepare, id: string): boolean =>
  prepare('SELECT 1 FROM documents WHERE id = ?').get(id) !== undefined

/** Writes `values` unless a document of its id is there. Call inside a write transaction. */
export function putEntry(
  prepare: Prepare,
  values: EntryValues,
  linking: Linking | null,
): 'stored' | 'already-stored' | 'outdated' {
  if (isStored(prepare, values.id)) return 'already-stored'
  if (addsToOutdated(prepare, values.links)) return 'outdated'
  const publisher = values.publisher === null ? null : publisherSeq(prepare, values.publisher)
  const seq = insert(
    prepare,
    'INSERT INTO documents (id, published, language, statements, publisher) VALUES (?, ?, ?, ?, ?)',
    [...values.row, publisher],
  )
  insert(
    prepare,
    `INSERT INTO document_bodies (seq, sha256, url, added, pipeline, record, notices, blocks, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [seq, ...values.body],
  )
  insert(prepare, 'INSERT INTO document_search (rowid, title, text) VALUES (?, ?, ?)', [seq, ...values.index])
  const entities = putEntities(prepare, values.links, publisher)
  const statements = new Map<string, number>()
  for (const statement of values.statements) {
    statements.set(statement.row[3] as string, putStatement(prepare, seq, statement, entities))
  }
  putRoles(prepare, values.links, entities, statements)
  if (values.original !== null)
    insert(prepare, 'INSERT INTO document_originals (document, bytes) VALUES (?, ?)', [seq, values.original])
  putOriginal(prepare, seq, values.copyOf)
  putSketch(prepare, seq, values.linkable.sketch)
  linking?.put(prepare, values.linkable, [...statements.values()])
  return 'stored'
}

/** The columns of a statement's row, but for its number and document. */
export function rowOf(
  prepare: Prepare,
  values: StatementValues,
  entities: ReadonlyMap<string, number>,
): { readonly columns: readonly string[]; readonly values: readonly Value[] } {
  const speaker = values.speaker === null ? null : speakerSeq(prepare, values.speaker)
  const entity = entityIn(entities, values.entity)
  return {
    columns: [...COLUMNS, 'speaker', 'entity', 'principal'],
    values: [...values.row, speaker, entity, entityIn(entities, values.principal)],
  }
}

/** In the order of `StatementValues.row`. */
const COLUMNS = ['ord', 'form', 'manner', 'id', 'said_from', 'said_to', 'act', 'polarity']

function entityIn(entities: ReadonlyMap<string, number>, id: string | null): number | null {
  const entity = id === null ? null : entities.get(id)
  if (entity === undefined) throw new OnrecordError('bug', { reason: `no link tells what the entity ${id} is` })
  return entity
}

/** @returns the number of its row. */
export function putStatement(
  prepare: Prepare,
  document: number,
  values: StatementValues,
  entities: ReadonlyMap<string, number>,
): number {
  const { columns, values: row } = rowOf(prepare, values, entities)
  const sql = `INSERT INTO statements (${columns.join(', ')}, document) VALUES (${columns.map(() => '?').join(', ')}, ?)`
  const seq = insert(prepare, sql, [...row, document])
  insert(prepare, 'INSERT INTO statement_bodies (seq, body) VALUES (?, ?)', [seq, values.body])
  insert(prepare, 'INSERT INTO statement_search (rowid, content, speaker) VALUES (?, ?, ?)', [seq, ...values.index])
  putSatellites(prepare, seq, values, entities)
  return seq
}

/** Rows of other tables that tell of a statement: members of a group, subjects, outlets. */
export function putSatellites(
  prepare: Prepare,
  statement: number,
  values: StatementValues,
  entities: ReadonlyMap<string, number>,
): void {
  for (const member of values.members) {
    insert(prepare, 'INSERT OR IGNORE INTO statement_members (entity, statement) VALUES (?, ?)', [
      entityIn(entities, member),
      statement,
    ])
  }
  putSubjects(prepare, statement, values.subjects)
  putOutlets(prepare, statement, values.outlets)
}

export function publisherSeq(prepare: Prepare, { name, compared }: Name): number {
  const known = prepare('SELECT seq FROM publishers WHERE name = ?').get(name)
  if (known !== undefined) return known.seq as number
  return insert(prepare, 'INSERT INTO publishers (name, caseless) VALUES (?, ?)', [name, compared])
}
