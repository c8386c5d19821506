/** What is known about a document besides its text: the `document` part of the contract. */
import type { Span } from './span.ts'

export type DocumentKind = 'report' | 'transcript' | 'release'
export type PublishedFrom = 'json-ld' | 'meta' | 'text' | 'url' | 'given'

export interface DocumentRecord {
  /** `d-` and the first 16 hex digits of SHA-256 over url (or nothing), NUL, text. */
  readonly id: string
  readonly kind: DocumentKind
  /** Path as the user gave it; null for standard input. */
  readonly file: string | null
  readonly url: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  /** ISO 8601 date, as the page has it (no conversion between time zones). */
  readonly published: string | null
  readonly publishedFrom: PublishedFrom | null
  readonly modified: string | null
  /** BCP 47, or `und`. */
  readonly language: string
  /** Address (or name) of what the page says it copies. */
  readonly original: string | null
  /** SHA-256 of the raw bytes, hex. */
  readonly sha256: string
  /** UTF-16 code units of the text. */
  readonly chars: number
}

export type NoticeCode =
  | 'language-without-pipeline'
  | 'encoding-mismatch'
  | 'date-implausible'
  | 'nesting-flattened'
  | 'no-article'
  | 'headline-names-other-speaker'
  | 'quotation-unbalanced'
  | 'role-not-held'
  | 'weekday-mismatch'
  | 'date-questionable'
  | 'model-missing'
  | 'quotation-altered'
  | 'page-revised'
  | 'statement-revised'

/** Something a reader of the record should know about a document or one of its statements; shown in every door. */
export interface Notice {
  readonly code: NoticeCode
  readonly message: string
  /** Where in the text, if somewhere. */
  readonly span: Span | null
  /** Id of the statement it is about; null where it is about the document. */
  readonly statement: string | null
}
