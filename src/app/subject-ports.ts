/** What operations ask of a store about subjects, and what a subject of the user's own is. */
import type { Query } from '../core/query/query.ts'
import type { Page } from './ports.ts'

/** A subject that a user defined: what answers the query is about it, however long ago it was stored. */
export interface NamedQuery {
  readonly name: string
  readonly query: Query
}

/** How many statements something has, and over what time. */
export interface QueryTally {
  readonly statements: number
  /** First and last day on which one may have been said; null where none has a date. */
  readonly first: string | null
  readonly last: string | null
}

export interface SubjectRow extends QueryTally {
  readonly name: string
}

export interface SubjectFilter {
  /** Words of its name. */
  readonly text?: string | undefined
  /** 1 to 1000. */
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string | undefined
}

/** How subjects stand in a store; its part of the port `Store`. */
export interface SubjectStore {
  /** What the ledger's statements are about: most statements first, then by name. */
  listSubjects(filter: SubjectFilter): Promise<Page<SubjectRow>>
  tally(query: Query): Promise<QueryTally>
  /** Whether the statement of an id answers each of the queries. */
  answers(statement: string, queries: readonly Query[]): Promise<readonly boolean[]>
}
