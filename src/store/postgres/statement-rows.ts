/** The statements of one document → their rows. */
import type { DocumentEntry } from '../../app/ports.ts'
import { caseless, foldName } from '../../core/fold.ts'
import { isDated } from '../../core/is-dated.ts'
import type { Said, Statement } from '../../core/statement.ts'
import { indexed, storable } from './storable.ts'
import type { Value } from './values-of.ts'
import { wordsOf } from './words.ts'

/** Columns in the order of the values of a row. */
const columns = [
  'ord',
  'id',
  'added',
  'published',
  'publisher',
  'publisher_caseless',
  'language',
  'form',
  'manner',
  'act',
  'polarity',
  'speaker',
  'speaker_folded',
  'entity',
  'principal',
  'members',
  'said_from',
  'said_to',
  'subjects',
  'outlets',
  'content_words',
  'speaker_words',
  'body',
] as const
/** There are no arrays of arrays of different lengths: each row's comes as the text of one. */
const arrays: ReadonlySet<string> = new Set(['members', 'subjects', 'outlets'])

const stored = columns.filter((name) => !name.endsWith('_words'))

/**
 * All rows of a document in one statement, whose parameters are columns.
 * @param documents a table expression with one row at most, whose `id` the document's is
 * @param first number of the first parameter
 */
export const putStatementsSql = (documents: string, first: number): string => `
  INSERT INTO statements (document, ${stored.join(', ')}, words)
  SELECT d.id, ${stored.map((name) => (arrays.has(name) ? `s.${name}::text[]` : `s.${name}`)).join(', ')},
    setweight(s.content_words::tsvector, 'A') || setweight(s.speaker_words::tsvector, 'B')
  FROM ${documents} AS d, unnest(${columns
    .map((name, index) => `$${first + index}::${name === 'ord' ? 'integer' : 'text'}[]`)
    .join(', ')}) AS s (${columns.join(', ')})`

export const statementParameters = (rows: readonly (readonly Value[])[]): Value[][] =>
  columns.map((_, column) => rows.map((row) => row[column]!))

export function statementRow({ document, added }: DocumentEntry, statement: Statement, ord: number): Value[] {
  const { speaker } = statement
  const name = speaker?.name ?? null
  return [
    ord,
    storable(statement.id),
    added,
    document.published ?? '',
    orNull(document.publisher),
    document.publisher === null ? null : indexed(caseless(document.publisher)),
    document.language,
    statement.form,
    statement.manner,
    statement.act.type,
    statement.act.polarity,
    orNull(name),
    name === null ? null : indexed(foldName(name)),
    orNull(speaker?.entity ?? null),
    orNull(speaker?.speaksFor?.entity ?? null),
    textArray(speaker?.members.flatMap(({ entity }) => entity ?? []) ?? []),
    ...saidRange(statement.said),
    textArray(statement.about.map(foldName)),
    textArray(outletNames(statement)),
    wordsOf(statement.content.text),
    // Behind a gap, so that no phrase reaches from what is said to who says it.
    wordsOf(name ?? '', 10),
    JSON.stringify(statement),
  ]
}

export const orNull = (text: string | null): string | null => (text === null ? null : storable(text))

/** An array as text. */
const textArray = (texts: readonly string[]): string =>
  `{${[...new Set(texts)].map((text) => `"${indexed(text).replace(/["\\]/g, '\\$&')}"`).join(',')}}`

/** Open ends sort before and after every date. */
const saidRange = (said: Said): readonly [string | null, string | null] =>
  isDated(said) ? [said.earliest ?? '', said.latest ?? '~'] : [null, null]

/** Names of the outlets that relayed a statement; persons are none. */
const outletNames = ({ via }: Statement): string[] =>
  via.flatMap(({ kind, name }) => (kind === 'publication' ? [name] : []))
