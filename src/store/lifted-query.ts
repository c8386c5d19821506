/** What a query asks of documents, taken out of it: a list goes by it as by any filter on documents. */
import { caseless } from '../core/fold.ts'
import { allOf, type Query } from '../core/query/query.ts'
import { Conditions } from './filters.ts'

export interface LiftedQuery {
  /** On `documents d`; all must hold. */
  readonly onDocuments: Conditions
  /** What is left to ask of statements. */
  readonly rest: Query | undefined
}

/** Only what must hold in any case can be taken out. */
export function liftedQuery(query: Query | undefined): LiftedQuery {
  const onDocuments = new Conditions()
  if (query === undefined) return { onDocuments, rest: undefined }
  const rest = (query.kind === 'all' ? query.of : [query]).filter((part) => !isLifted(part, onDocuments))
  return { onDocuments, rest: rest.length === 0 ? undefined : allOf(rest) }
}

function isLifted(part: Query, onDocuments: Conditions): boolean {
  if (part.kind !== 'field') return false
  const [value] = part.values as [string]
  switch (part.field) {
    case 'publisher':
      onDocuments.add('d.publisher IN (SELECT seq FROM publishers WHERE caseless = ?)', caseless(value))
      return true
    case 'from':
      onDocuments.add('d.published >= ?', value)
      return true
    case 'to':
      onDocuments.add("d.published > '' AND d.published <= ?", `${value}~`)
      return true
    default:
      return false
  }
}
