/** Filters by act, polarity and subject → one query. */
import { foldName } from '../core/fold.ts'
import { parseQuery, QueryFault } from '../core/query/parse-query.ts'
import { allOf, fieldQuery, type Query } from '../core/query/query.ts'
import type { NamedQuery } from './ports.ts'

export interface AskedOf {
  /** Acts, parted by commas. */
  readonly act?: string | undefined
  readonly polarity?: string | undefined
  readonly about?: string | undefined
  /** In the language of queries. */
  readonly query?: string | undefined
}

/** @returns undefined where nothing is asked. */
export function askedQuery(
  { act, polarity, about, query }: AskedOf,
  subjects: readonly NamedQuery[] = [],
): Query | undefined {
  const parts: Query[] = []
  const acts = actsIn(act ?? '')
  if (acts.length > 0) parts.push(fieldQuery('act', ...acts))
  if (polarity) parts.push(fieldQuery('polarity', polarity))
  if (about?.trim()) parts.push(aboutQuery(about, subjects))
  if (query?.trim()) parts.push(parseQuery(query))
  return parts.length === 0 ? undefined : allOf(parts)
}

/** Why a text is no query, with the place; null where it is one, or nothing. */
export function queryFault(text: string): string | null {
  if (text.trim() === '') return null
  try {
    parseQuery(text)
    return null
  } catch (thrown) {
    if (!(thrown instanceof QueryFault)) throw thrown
    return `at character ${thrown.at + 1}: ${thrown.message}`
  }
}

/** A subject of the user's own by its name; else one of the ledger's, or words: the store knows which. */
export const aboutQuery = (about: string, subjects: readonly NamedQuery[] = []): Query =>
  userSubject(about, subjects)?.query ?? fieldQuery('about', about)

export const userSubject = (name: string, subjects: readonly NamedQuery[] = []): NamedQuery | null =>
  subjects.find((subject) => foldName(subject.name) === foldName(name)) ?? null

export const actsIn = (list: string): string[] =>
  list
    .split(',')
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== '')
