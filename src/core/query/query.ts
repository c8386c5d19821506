/** What a query asks of statements, as plain JSON: words, fields, and how they are joined. */
import type { ActType, Form, Manner } from '../doc.ts'

export const ACT_TYPES = [
  'assertion',
  'denial',
  'commitment',
  'refusal',
  'threat',
  'demand',
  'permission',
  'prediction',
  'criticism',
  'support',
  'question',
  'no-comment',
  'opinion',
] as const satisfies readonly ActType[]

export const POLARITIES = ['positive', 'negative'] as const
const FORMS = ['direct', 'indirect', 'mixed'] as const satisfies readonly Form[]
const MANNERS = ['speech', 'writing', 'thought'] as const satisfies readonly Manner[]

/** What a field's value may be: one or more of a list, a name or words, or an ISO date. */
export type ValueKind = readonly string[] | 'words' | 'date'

export const QUERY_FIELDS = {
  act: ACT_TYPES,
  polarity: POLARITIES,
  about: 'words',
  speaker: 'words',
  for: 'words',
  publisher: 'words',
  form: FORMS,
  manner: MANNERS,
  from: 'date',
  to: 'date',
  'said-from': 'date',
  'said-to': 'date',
} as const satisfies Readonly<Record<string, ValueKind>>

export type QueryField = keyof typeof QUERY_FIELDS

/**
 * `text`: a word, or several that follow one another; with `prefix` the last is a beginning. `field`: one of `values`.
 * `all` and `any` have two parts or more where a parser made them; an `all` of none is everything.
 */
export type Query =
  | { readonly kind: 'text'; readonly text: string; readonly prefix: boolean }
  | { readonly kind: 'field'; readonly field: QueryField; readonly values: readonly string[] }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }

/** Asks for all that each of `queries` asks for. */
export function allOf(queries: readonly Query[]): Query {
  const parts = queries.flatMap((query) => (query.kind === 'all' ? query.of : [query]))
  return parts.length === 1 ? parts[0]! : { kind: 'all', of: parts }
}

export const fieldQuery = (field: QueryField, ...values: readonly string[]): Query => ({ kind: 'field', field, values })
