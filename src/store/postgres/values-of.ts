/** One document with all it has → column values. Folding and JSON take longer than inserting: they are done before anything is locked. */
import { deflateRawSync } from 'node:zlib'
import type { DocumentEntry, EntityLinks } from '../../app/ports.ts'
import { OnrecordError } from '../../core/errors.ts'
import { caseless, foldName } from '../../core/fold.ts'
import { sketchOf } from '../../core/links/min-hash.ts'
import type { Statement } from '../../core/statement.ts'
import { bytesOf } from '../sketches.ts'
import { type EntityValues, entityValues } from './entity-values.ts'
import type { Linking, LinkValues } from './linking.ts'
import { orNull, statementRow } from './statement-rows.ts'
import { indexed, storable } from './storable.ts'
import { documentWords, wordsOf } from './words.ts'

export type Value = string | number | Uint8Array | null

export interface SubjectName {
  readonly folded: string
  readonly name: string
  /** As the index of words has it. */
  readonly words: string
}

export interface EntryValues {
  readonly id: string
  readonly added: string
  readonly pipeline: string | null
  /** JSON. */
  readonly notices: string
  /** In the order of `putDocumentSql`. */
  readonly document: readonly Value[]
  /** Index entries of its text, part by part. */
  readonly words: readonly string[]
  /** As `putStatementsSql` takes them. */
  readonly statements: readonly (readonly Value[])[]
  readonly statementIds: readonly string[]
  /** In order, each once. */
  readonly subjects: readonly SubjectName[]
  /** Folded. */
  readonly speakerNames: readonly string[]
  readonly entities: EntityValues
  readonly links: LinkValues
}

export function valuesOf(
  entry: DocumentEntry,
  links: EntityLinks,
  linking: Linking | null,
  original: Uint8Array | null,
): EntryValues {
  const { document, text, statements } = entry
  refuseUnknown(statements, links)
  return {
    id: document.id,
    added: entry.added,
    pipeline: orNull(entry.pipeline),
    notices: JSON.stringify(entry.notices),
    document: [
      document.id,
      document.published ?? '',
      document.language,
      orNull(document.publisher),
      document.publisher === null ? null : indexed(caseless(document.publisher)),
      orNull(document.url),
      document.sha256,
      orNull(document.original),
      orNull(entry.pipeline),
      entry.added,
      statements.length,
      JSON.stringify(document),
      JSON.stringify(entry.notices),
      JSON.stringify(entry.blocks),
      storable(text),
      bytesOf(sketchOf(text)),
      original === null ? null : deflateRawSync(original),
    ],
    words: documentWords(document.title ?? '', text),
    statements: statements.map((statement, ord) => statementRow(entry, statement, ord)),
    statementIds: statements.map(({ id }) => storable(id)),
    subjects: subjectNames(statements.flatMap(({ about }) => about)),
    speakerNames: [
      ...new Set(statements.flatMap(({ speaker }) => (speaker === null ? [] : indexed(foldName(speaker.name))))),
    ],
    entities: entityValues(links, document, statements),
    links: linking?.valuesOf(entry) ?? { keyed: [], turnKeys: [] },
  }
}

/** Spellings that differ in case or accents alone are one subject. */
function subjectNames(names: readonly string[]): SubjectName[] {
  const byFolded = new Map<string, SubjectName>()
  for (const name of names) {
    const folded = indexed(foldName(name))
    if (!byFolded.has(folded)) byFolded.set(folded, { folded, name: storable(name), words: wordsOf(name) })
  }
  return [...byFolded.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1))
}

/** An entity without a link would be an id that nobody can ever name. */
function refuseUnknown(statements: readonly Statement[], links: EntityLinks): void {
  const told = new Set(links.entities.map(({ entity }) => entity.id))
  for (const { speaker } of statements) {
    const named = [speaker?.entity, speaker?.speaksFor?.entity, ...(speaker?.members ?? []).map(({ entity }) => entity)]
    const unknown = named.find((id) => typeof id === 'string' && !told.has(id))
    if (unknown !== undefined) throw new OnrecordError('bug', { reason: `no link tells what the entity ${unknown} is` })
  }
}
