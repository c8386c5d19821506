/** Filters as an address has them: known names in one order, nothing empty. */

/** Names the ledger page understands, in the order in which they stand in its addresses. */
export const statementQueryNames = [
  'text',
  'speaker',
  'speaks-for',
  'act',
  'polarity',
  'about',
  'publisher',
  'language',
  'form',
  'manner',
  'said-from',
  'said-to',
  'from',
  'to',
  'document',
  'query',
  'sort',
  'limit',
  'after',
] as const

export const documentQueryNames = ['text', 'publisher', 'language', 'from', 'to', 'limit', 'after'] as const

/** Names of `/api/v1/subjects`. */
export const subjectQueryNames = ['text', 'limit', 'after'] as const

/** Names of `/api/v1/timeline`. */
export const timelineQueryNames = ['speaker', 'about', 'from', 'to', 'limit'] as const

/** Names of `/api/v1/links`. */
export const linkQueryNames = [
  'relation',
  'type',
  'level',
  'statement',
  'document',
  'speaker',
  'limit',
  'after',
] as const

/** Names of `/api/v1/verify`. */
export const verifyQueryNames = ['quote', 'speaker', 'document', 'publisher'] as const

/** How the ledger page looks; nothing that the API knows. */
export const VIEWS = ['reading', 'compact'] as const

export type QueryName = (typeof statementQueryNames)[number] | 'view'
export type Query = Readonly<Partial<Record<QueryName, string>>>

/** Names that narrow what is listed, unlike those that only turn its pages. */
export const narrowing = (name: QueryName): boolean => !['limit', 'after', 'sort', 'view'].includes(name)

/** Takes the first value of every known name that has one; blank values count as absent, as a form sends them so. */
export function queryOf<Name extends string>(
  params: URLSearchParams,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const query: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = params.getAll(name).find((candidate) => candidate.trim() !== '')
    if (value !== undefined) query[name] = value
  }
  return query
}

/** `/?speaker=Orlova&form=direct`; `changes` replaces values, null removes one. Changing a filter starts at page one. */
export function addressOf(
  path: string,
  query: Query,
  changes: Readonly<Partial<Record<QueryName, string | null>>> = {},
): string {
  const params = new URLSearchParams()
  for (const name of [...statementQueryNames, 'view'] as const) {
    if (name === 'after' && Object.keys(changes).length > 0 && changes.after === undefined) continue
    const value = name in changes ? changes[name] : query[name]
    if (value !== null && value !== undefined) params.set(name, value)
  }
  const search = params.toString()
  return search === '' ? path : `${path}?${search}`
}

/** The query less some of its names. */
export const without = (query: Query, ...names: readonly QueryName[]): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => !(names as readonly string[]).includes(name)))

export const documentAddress = (id: string): string => `/documents/${encodeURIComponent(id)}`

/** @param speaker an entity's id, or a name. */
export const speakerAddress = (speaker: string): string => `/speakers/${encodeURIComponent(speaker)}`

export const subjectAddress = (name: string): string => `/subjects/${encodeURIComponent(name)}`

/** The page of a statement: all that is known of it. */
export const statementPageAddress = (id: string): string => `/statements/${encodeURIComponent(id)}`

/** Where a statement stands in its document: the fragment lights it. */
export const statementAddress = (documentId: string, id: string): string =>
  `${documentAddress(documentId)}#${fragmentOf(id)}`

export const fragmentOf = (id: string): string => `s=${encodeURIComponent(id)}`
