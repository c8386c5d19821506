/** What operations need from the outside world: the store, the reader, the pipelines, the clock. */
import type { Block, LayerName } from '../core/doc.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Statement } from '../core/statement.ts'
import type { ReadOutcome, ReadSource } from '../read/read-document.ts'
import type { Extraction } from './extract-document.ts'

/** One document as the ledger keeps it. */
export interface DocumentEntry {
  readonly document: DocumentRecord
  readonly text: string
  readonly blocks: readonly Block[]
  readonly statements: readonly Statement[]
  readonly notices: readonly Notice[]
  /** What made the statements: `Pipeline.version`, or null where no pipeline read the language. */
  readonly pipeline: string | null
  /** ISO 8601 instant at which it was added. */
  readonly added: string
}

export interface DocumentFilter {
  /** Words to find in title and text; see `Store.listDocuments`. */
  readonly text?: string | undefined
  readonly publisher?: string | undefined
  readonly language?: string | undefined
  /** ISO dates, both inclusive, held against the publication date. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** 1 to 1000. */
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string | undefined
}

export interface StatementFilter extends DocumentFilter {
  /** Part of the speaker's name; case and diacritics do not count. */
  readonly speaker?: string | undefined
  readonly form?: string | undefined
  readonly manner?: string | undefined
  /** Only statements of this document. */
  readonly document?: string | undefined
}

export interface DocumentRow {
  readonly document: DocumentRecord
  readonly statements: number
  readonly notices: readonly Notice[]
  readonly added: string
}

export interface StatementRow {
  readonly statement: Statement
  readonly document: DocumentRecord
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Rows that match in all, whatever the limit. */
  readonly total: number
  /** Pass as `after` to get the next page; null on the last. */
  readonly next: string | null
}

/** Distinct values and how many statements each has, most first; what the filters of the ledger page offer. */
export interface LedgerSummary {
  readonly documents: number
  readonly statements: number
  readonly publishers: readonly { readonly name: string; readonly statements: number }[]
  readonly speakers: readonly { readonly name: string; readonly statements: number }[]
  readonly languages: readonly { readonly name: string; readonly documents: number }[]
  /** First and last publication date known. */
  readonly from: string | null
  readonly to: string | null
}

/** One run of `add` over a batch. */
export interface RunRecord {
  readonly id: number
  readonly started: string
  readonly finished: string | null
  readonly stored: number
  readonly already: number
  readonly failed: number
}

/** Where the record is kept. Every method may throw an `OnrecordError` of the ledger's part of the table. */
export interface Store {
  /**
   * Id of the document read from the same bytes under this address, or under any when none is given (a page may name its
   * own): spares reading it again.
   */
  findByDigest(sha256: string, url: string | null): Promise<string | null>
  /** One transaction: the document with all it has, or nothing. Resolves only when it is on disk. */
  putDocument(entry: DocumentEntry): Promise<'stored' | 'already-stored'>
  getDocument(id: string): Promise<DocumentEntry | null>
  getStatement(id: string): Promise<StatementRow | null>
  /**
   * Newest publication first, undated last, then by id.
   * `text`: every word must occur (case and diacritics do not count); "…" asks for a phrase, -word excludes, word* takes
   * a beginning. No other syntax; any input is valid.
   */
  listDocuments(filter: DocumentFilter): Promise<Page<DocumentRow>>
  /** Newest publication first, undated last; inside a document in text order. `text` is looked up in content and speaker. */
  listStatements(filter: StatementFilter): Promise<Page<StatementRow>>
  summary(): Promise<LedgerSummary>
  startRun(started: string): Promise<number>
  finishRun(run: RunRecord): Promise<void>
  close(): Promise<void>
}

/** Reads pages and finds their statements, maybe several at once. */
export interface Extractor {
  /** How many pages keep it busy: a caller with many asks for so many before the first is done, and for no more. */
  readonly atOnce: number
  /** Rejects with an `OnrecordError` when the page cannot be read; other pages are not touched by that. */
  extract(source: ReadSource): Promise<Extraction>
  /** Ends what it started; pages that are not done are rejected. */
  close(): Promise<void>
}

/** What an operation may use; the composition root fills it, tests fill it by hand. */
export interface Deps {
  readonly store: Store
  /** Bytes → text, blocks, metadata. */
  readonly read: (source: ReadSource) => ReadOutcome
  /** The pipeline for a language, or null where there is none. */
  readonly pipelineFor: (language: string) => Pipeline<LayerName, LayerName> | null
  readonly extractor: Extractor
  /** The time of the clock, for `added`; never used to date a text. */
  readonly now: () => Date
}
