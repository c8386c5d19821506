/** A query → a condition on `statements s`, worked out when it is asked: old and new statements answer it alike. */
import { caseless, foldName } from '../../core/fold.ts'
import { type AboutTerm, aboutTerms, subjectNames } from '../../core/query/about-terms.ts'
import type { Query, QueryField } from '../../core/query/query.ts'
import type { Sql } from './database.ts'
import { entitiesMeant, spokenBy } from './spoken-by.ts'
import { indexed, storable } from './storable.ts'
import { phraseOf } from './words.ts'

type Bind = (value: unknown) => string

/** Null where nothing is asked. @param bind gives the place of a value. */
export async function queryCondition(sql: Sql, query: Query | undefined, bind: Bind): Promise<string | null> {
  if (query === undefined || (query.kind === 'all' && query.of.length === 0)) return null
  return compiled(sql, query, bind)
}

async function compiled(sql: Sql, query: Query, bind: Bind): Promise<string> {
  const words = wordsIn(query)
  if (words !== null) return `s.words @@ ${bind(words)}::tsquery`
  switch (query.kind) {
    case 'text':
      return 'FALSE'
    case 'field':
      return fieldCondition(sql, query.field, query.values, bind)
    case 'not':
      // What is not known is not so: a statement without an act is no denial.
      return `(${await compiled(sql, query.of, bind)}) IS NOT TRUE`
    case 'all':
    case 'any':
      return several(sql, query, bind)
  }
}

/** Parts that are words alone are looked up together. */
async function several(sql: Sql, { kind, of }: Extract<Query, { kind: 'all' | 'any' }>, bind: Bind): Promise<string> {
  const words = of.flatMap((part) => wordsIn(part) ?? [])
  const parts = words.length === 0 ? [] : [`s.words @@ ${bind(joinedWords(kind, words))}::tsquery`]
  for (const part of of) if (wordsIn(part) === null) parts.push(await compiled(sql, part, bind))
  if (parts.length === 0) return kind === 'all' ? 'TRUE' : 'FALSE'
  return parts.map((part) => `(${part})`).join(kind === 'all' ? ' AND ' : ' OR ')
}

/** What is made of words of contents alone, without exclusions, as one literal; null for the rest. */
function wordsIn(query: Query): string | null {
  if (query.kind === 'text') return phraseOf(query.text, query.prefix, 'A')
  if (query.kind !== 'all' && query.kind !== 'any') return null
  const parts = query.of.map(wordsIn)
  return parts.length === 0 || parts.includes(null) ? null : joinedWords(query.kind, parts as string[])
}

const joinedWords = (kind: 'all' | 'any', parts: readonly string[]): string =>
  `(${parts.join(kind === 'all' ? ' & ' : ' | ')})`

async function fieldCondition(sql: Sql, field: QueryField, values: readonly string[], bind: Bind): Promise<string> {
  const [value] = values as [string]
  switch (field) {
    case 'act':
    case 'polarity':
    case 'form':
    case 'manner':
      return `s.${field} = ANY (${bind(values.map(storable))})`
    case 'about':
      return aboutCondition(sql, value, bind)
    case 'speaker':
      return (await spokenBy(sql, value, bind)) ?? 'FALSE'
    case 'for': {
      const meant = await entitiesMeant(sql, value)
      return meant === null ? 'FALSE' : `s.principal = ANY (${bind(meant)})`
    }
    case 'publisher':
      return `s.publisher_caseless = ${bind(indexed(caseless(value)))}`
    case 'from':
      return `s.published >= ${bind(storable(value))}`
    case 'to':
      // The last day counts whole.
      return `s.published > '' AND s.published <= ${bind(storable(`${value}~`))}`
    case 'said-from':
      return `s.said_to >= ${bind(storable(value))} AND s.said_from IS NOT NULL`
    case 'said-to':
      return `s.said_from <= ${bind(storable(`${value}~`))} AND s.said_from IS NOT NULL`
  }
}

/** What is listed under the subject of this name; where there is none, what meets every word. */
async function aboutCondition(sql: Sql, about: string, bind: Bind): Promise<string> {
  const names = subjectNames(about).map((name) => indexed(foldName(name)))
  const listed = await sql('SELECT folded FROM subjects WHERE folded = ANY ($1)', [names])
  if (listed.length > 0) return `s.subjects && ${bind(listed.map(({ folded }) => folded))}::text[]`
  const terms = aboutTerms(about)
  return terms.length === 0 ? 'FALSE' : terms.map((term) => termCondition(term, bind)).join(' AND ')
}

function termCondition({ forms, prefix, excluded }: AboutTerm, bind: Bind): string {
  const phrases = (where: '' | 'A'): string => forms.flatMap((form) => phraseOf(form, prefix, where) ?? []).join(' | ')
  if (phrases('') === '') return excluded ? 'TRUE' : 'FALSE'
  const subjects = `SELECT coalesce(array_agg(folded), '{}') FROM subjects WHERE words @@ ${bind(phrases(''))}::tsquery`
  const met = `(s.subjects && (${subjects}) OR s.words @@ ${bind(phrases('A'))}::tsquery)`
  return excluded ? `${met} IS NOT TRUE` : met
}
