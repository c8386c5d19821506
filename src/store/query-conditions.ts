/** A query → conditions on `statements s`, worked out when it is asked: old and new statements answer it alike. */
import { caseless, foldName, searchable } from '../core/fold.ts'
import { type AboutTerm, aboutTerms, subjectNames } from '../core/query/about-terms.ts'
import type { Query, QueryField } from '../core/query/query.ts'
import { Conditions, entityCondition, saidCondition, speakerCondition } from './filters.ts'
import { entitiesMeant } from './speakers.ts'
import type { Prepare } from './sqlite.ts'

/** `s.` where the conditions are to find statements, `+s.` where they only test rows that something else brings. */
type Rows = 's.' | '+s.'

/** None where nothing is asked. */
export function queryCondition(prepare: Prepare, query: Query | undefined, s: Rows = 's.'): Conditions {
  const condition = new Conditions()
  if (query === undefined || (query.kind === 'all' && query.of.length === 0)) return condition
  const { sql, values } = compiled(prepare, query, s)
  condition.add(`(${sql})`, ...values)
  return condition
}

interface Sql {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

const NOTHING: Sql = { sql: 'FALSE', values: [] }

function compiled(prepare: Prepare, query: Query, s: Rows): Sql {
  const words = matchOf(query)
  if (words !== null) return contentMatch(words, s)
  switch (query.kind) {
    case 'text':
      return NOTHING
    case 'field':
      return fieldSql(prepare, query.field, query.values, s)
    case 'not':
      // What is not known is not so: a statement without an act is no denial.
      return wrapped(compiled(prepare, query.of, s), (sql) => `(${sql}) IS NOT TRUE`)
    case 'all':
    case 'any':
      return several(prepare, query, s)
  }
}

/** Parts that are words alone are looked up together. */
function several(prepare: Prepare, { kind, of }: Extract<Query, { kind: 'all' | 'any' }>, s: Rows): Sql {
  const matches = of.flatMap((part) => matchOf(part) ?? [])
  // Where something else finds few, acts only test them: SQLite would find all of an act first.
  const isFound = kind === 'all' && of.some((part) => isFinding(part))
  const parts = of
    .filter((part) => matchOf(part) === null)
    .map((part) => compiled(prepare, part, isFound && !isFinding(part) ? '+s.' : s))
  if (matches.length > 0) parts.unshift(contentMatch(joinedMatch(kind, matches), s))
  if (parts.length === 0) return { sql: kind === 'all' ? 'TRUE' : 'FALSE', values: [] }
  return {
    sql: parts.map(({ sql }) => `(${sql})`).join(kind === 'all' ? ' AND ' : ' OR '),
    values: parts.flatMap(({ values }) => values),
  }
}

const isFinding = (part: Query): boolean =>
  matchOf(part) !== null || (part.kind === 'field' && (part.field === 'about' || part.field === 'speaker'))

/** An FTS5 expression for what is made of words alone, without exclusions; null for the rest. */
function matchOf(query: Query): string | null {
  if (query.kind === 'text') return expressionOf(query.text, query.prefix)
  if (query.kind !== 'all' && query.kind !== 'any') return null
  const parts = query.of.map(matchOf)
  return parts.length === 0 || parts.includes(null) ? null : joinedMatch(query.kind, parts as string[])
}

const joinedMatch = (kind: 'all' | 'any', parts: readonly string[]): string =>
  parts.length === 1 ? parts[0]! : `(${parts.join(kind === 'all' ? ' AND ' : ' OR ')})`

const inContent = 'SELECT rowid FROM statement_search WHERE statement_search MATCH ?'

const contentMatch = (expression: string, s: Rows): Sql => ({
  sql: `${s}seq IN (${inContent})`,
  values: [ofContent(expression)],
})

const ofContent = (expression: string): string =>
  `{content} : ${expression.startsWith('(') ? expression : `(${expression})`}`

/** Always an FTS5 string, so that nothing in it is an operator. */
const expressionOf = (text: string, prefix: boolean): string =>
  `"${searchable(text).replaceAll('"', ' ').replaceAll('\0', ' ')}"${prefix ? ' *' : ''}`

function fieldSql(prepare: Prepare, field: QueryField, values: readonly string[], s: Rows): Sql {
  const [value] = values as [string]
  switch (field) {
    case 'act':
    case 'polarity':
    case 'form':
    case 'manner':
      return { sql: `${s}${field} IN (${values.map(() => '?').join(', ')})`, values }
    case 'about':
      return aboutSql(prepare, value, s)
    case 'speaker':
      return sqlOf(speakerCondition(value, entitiesMeant(prepare, value), s))
    case 'for':
      return sqlOf(entityCondition(`${s}principal`, entitiesMeant(prepare, value)))
    case 'publisher':
      return ofDocuments('publisher IN (SELECT seq FROM publishers WHERE caseless = ?)', s, caseless(value))
    case 'from':
      return ofDocuments('published >= ?', s, value)
    case 'to':
      // As in `addDocumentConditions`: the last day counts whole.
      return ofDocuments("published > '' AND published <= ?", s, `${value}~`)
    case 'said-from':
      return sqlOf(saidCondition(value, undefined, s))
    case 'said-to':
      return sqlOf(saidCondition(undefined, value, s))
  }
}

const ofDocuments = (condition: string, s: Rows, value: string): Sql => ({
  sql: `${s}document IN (SELECT seq FROM documents WHERE ${condition})`,
  values: [value],
})

/** Exported, as are the next, for the test that reads SQLite's plan. */
export const subjectsNamed = 'SELECT seq FROM subjects WHERE folded IN (SELECT value FROM json_each(?))'
export const underSubjects =
  'SELECT statement FROM statement_subjects WHERE subject IN (SELECT value FROM json_each(?))'
export const underWords =
  'SELECT statement FROM statement_subjects WHERE subject IN (SELECT rowid FROM subject_search WHERE subject_search MATCH ?)'

/** What is listed under the subject of this name; where there is none, what meets every word. */
function aboutSql(prepare: Prepare, about: string, s: Rows): Sql {
  const seqs = prepare(subjectsNamed)
    .all(JSON.stringify(subjectNames(about).map(foldName)))
    .map(({ seq }) => seq as number)
  if (seqs.length > 0) return { sql: `${s}seq IN (${underSubjects})`, values: [JSON.stringify(seqs)] }
  const terms = aboutTerms(about)
  if (terms.length === 0) return NOTHING
  const parts = terms.map((term) => termSql(term, s))
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) }
}

function termSql({ forms, prefix, excluded }: AboutTerm, s: Rows): Sql {
  const expression = joinedMatch(
    'any',
    forms.map((form) => expressionOf(form, prefix)),
  )
  const met = `${s}seq IN (${underWords} UNION ALL ${inContent})`
  return { sql: excluded ? `(${met}) IS NOT TRUE` : met, values: [expression, ofContent(expression)] }
}

const sqlOf = ({ parts, sql, values }: Conditions): Sql => (parts.length === 0 ? NOTHING : { sql, values })

const wrapped = ({ sql, values }: Sql, wrap: (sql: string) => string): Sql => ({ sql: wrap(sql), values })
