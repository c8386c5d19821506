/** What the methods of the client take: the names that the API has. */

export interface ListQuery {
  readonly text?: string
  /** 1 to 1000; where every row is asked for, it does not count. */
  readonly limit?: number
  /** `next` of the page before. */
  readonly after?: string
}

export interface DocumentQuery extends ListQuery {
  readonly publisher?: string
  readonly language?: string
  /** ISO dates, both inclusive. */
  readonly from?: string
  readonly to?: string
}

/** Pages that changed; `from` and `to` are days on which the later version was added. */
export type ChangeQuery = Omit<DocumentQuery, 'text' | 'language'>

export interface StatementQuery extends DocumentQuery {
  readonly speaker?: string
  readonly 'speaks-for'?: string
  readonly 'said-from'?: string
  readonly 'said-to'?: string
  readonly form?: 'direct' | 'indirect' | 'mixed'
  readonly manner?: 'speech' | 'writing' | 'thought'
  readonly document?: string
  readonly act?: string
  readonly polarity?: 'positive' | 'negative'
  readonly about?: string
  readonly query?: string
  readonly sort?: 'newest' | 'oldest' | 'said'
}

export type FacetQuery = Omit<StatementQuery, 'limit' | 'after' | 'sort'>

export interface LinkQuery extends Omit<ListQuery, 'text'> {
  readonly relation?: 'same-utterance' | 'renders' | 'repeats' | 'series' | 'conflicts'
  readonly type?: string
  readonly level?: 'suggested' | 'confirmed' | 'rejected' | 'standing'
  readonly statement?: string
  readonly document?: string
  readonly speaker?: string
}

/** A speaker, a subject, or both. */
export interface TimelineQuery {
  readonly speaker?: string
  readonly about?: string
  readonly from?: string
  readonly to?: string
  readonly limit?: number
}

export interface QuoteQuery {
  readonly quote: string
  readonly speaker?: string
  readonly document?: string
  readonly publisher?: string
}

export interface GivenFacts {
  readonly url?: string
  readonly published?: string
  readonly publisher?: string
}
