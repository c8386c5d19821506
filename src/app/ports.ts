/** What operations need from the outside world: the store, the reader, the pipelines, the clock. */
import type { Block, LayerName } from '../core/doc.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Query } from '../core/query/query.ts'
import type { Entity, Register } from '../core/register/register.ts'
import type { Statement } from '../core/statement.ts'
import type { ReadOutcome, ReadSource } from '../read/read-document.ts'
import type { CareStore } from './care-ports.ts'
import type { Extraction } from './extract-document.ts'
import type { Facets } from './facet-ports.ts'
import type { FollowStore } from './fetch-ports.ts'
import type { LinkStore } from './link-ports.ts'
import type { SourceStore } from './source-ports.ts'
import type { SpeakerKey, SpeakerStore } from './speaker-ports.ts'
import type { NamedQuery, SubjectStore } from './subject-ports.ts'
import type { VerifyStore } from './verify-ports.ts'
import type { VersionStore } from './version-ports.ts'

export type {
  BackedUp,
  CareStore,
  Checked,
  CheckOptions,
  DocumentReading,
  Fault,
  FaultCode,
  Mend,
  Progress,
  ReadingsPage,
  RepairNeeds,
  Replaced,
  StoredPage,
} from './care-ports.ts'
export { type FacetCount, type FacetName, type Facets, MOST_FACETS } from './facet-ports.ts'
export type { FollowState, FollowStore } from './fetch-ports.ts'
export type { LinkFilter, LinkRow, LinkStore, Relinked } from './link-ports.ts'
export type { CopyRow, OutletNames, OutletTallies, PublisherRow, RelayRow, SourceStore } from './source-ports.ts'
export type {
  NamedCount,
  SpeakerFilter,
  SpeakerKey,
  SpeakerProfile,
  SpeakerRow,
  SpeakerStore,
} from './speaker-ports.ts'
export { COUNTED_PARTIES, MOST_NAMED } from './speaker-ports.ts'
export type { NamedQuery, QueryTally, SubjectFilter, SubjectRow, SubjectStore } from './subject-ports.ts'
export type { Lookup, Passage, VerifyStore } from './verify-ports.ts'
export type { ChangedFilter, ChangedPage, VersionRow, VersionStore } from './version-ports.ts'

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
  /**
   * Part of the speaker's name (case and diacritics do not count), or an entity: by id, or by any name or spelling that the
   * ledger knows it by. Finds what the entity said under whatever name, and groups of which it is named as a member.
   */
  readonly speaker?: string | undefined
  /** For whom they speak, told in the same ways: "Russia" finds what the Kremlin's spokesman said. */
  readonly speaksFor?: string | undefined
  /** ISO dates, both inclusive: statements that may have been made between them. What has no date of its own is left out. */
  readonly saidFrom?: string | undefined
  readonly saidTo?: string | undefined
  readonly form?: string | undefined
  readonly manner?: string | undefined
  /** Only statements of this document. */
  readonly document?: string | undefined
  /** Acts, subjects and all else that can be asked in the language of queries. */
  readonly query?: Query | undefined
  readonly sort?: StatementSort | undefined
}

/** Latest publication first (the default), first publication first, or latest said first; what has no date comes last in each. */
export type StatementSort = 'newest' | 'oldest' | 'said'

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

/** What an entity of the ledger is known by: all that tells it from others of its name. */
export interface KnownEntity {
  readonly entity: Entity
  /** As texts had them. */
  readonly roles: readonly { readonly role: string; readonly of: string | null }[]
  /** Publishers that named it. */
  readonly publishers: readonly string[]
}

export interface KnownEntities {
  /** Grows with every entity that is added: see `EntityLinks`. */
  readonly revision: number
  readonly byKey: ReadonlyMap<string, readonly KnownEntity[]>
}

/** One entity that statements of a document name, with what this document tells of it. */
export interface LinkedEntity {
  readonly entity: Entity
  /** Names that this document has for it. */
  readonly names: readonly string[]
  readonly roles: readonly RoleEvidence[]
}

export interface RoleEvidence {
  readonly role: string
  readonly of: string | null
  /** ISO date of which the text tells it; null where that is not known. */
  readonly at: string | null
  /** Id of a statement that shows it. */
  readonly statement: string
}

/** The entities that a document's statements name; all of them, whether or not the ledger has them yet. */
export interface EntityLinks {
  /** Of the `KnownEntities` they were told apart with: where the ledger has learned of others since, it has to be done again. */
  readonly revision: number
  readonly entities: readonly LinkedEntity[]
}

export interface TimelineFilter {
  /** Null for whoever spoke. */
  readonly speaker: SpeakerKey | null
  /** Entities whose voice counts as the speaker's: what is said for them is in it too. */
  readonly voiceOf?: readonly string[] | undefined
  readonly query?: Query | undefined
  /** ISO dates, both inclusive, held against the time of saying; with one of them, what is undated is left out. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** 1 to 1000, of each list. */
  readonly limit: number
}

export interface TimelineRows {
  /** In order of saying, the first first. */
  readonly dated: readonly StatementRow[]
  readonly datedTotal: number
  /** When they were made is not known; in order of publication. */
  readonly undated: readonly StatementRow[]
  readonly undatedTotal: number
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
export interface Store
  extends FollowStore,
    LinkStore,
    SpeakerStore,
    SubjectStore,
    VerifyStore,
    SourceStore,
    CareStore,
    VersionStore {
  /**
   * Id of the document read from the same bytes under this address, or under any when none is given (a page may name its
   * own): spares reading it again.
   */
  findByDigest(sha256: string, url: string | null): Promise<string | null>
  /**
   * One transaction: the document with all it has, or nothing. Resolves only when it is on disk.
   * @param links the entities its statements name; `outdated` (and nothing stored) where they add one and others have been
   * added since their revision.
   * @param original the bytes it was read from, kept as they are.
   * @param applied told when this store sees it; then it may wait for others, and be on disk with them after `flush`.
   */
  putDocument(
    entry: DocumentEntry,
    links?: EntityLinks,
    original?: Uint8Array,
    applied?: () => void,
  ): Promise<'stored' | 'already-stored' | 'outdated'>
  /** Puts on disk what waits for others; whoever put it is told. */
  flush(): Promise<void>
  /** The bytes a document was read from; null where the ledger does not have them. */
  getOriginal(id: string): Promise<Uint8Array | null>
  /** Entities of the ledger by the keys of their names (ledger-keys.ts), from an index. Keys that none has are left out. */
  knownEntities(keys: readonly string[]): Promise<KnownEntities>
  getDocument(id: string): Promise<DocumentEntry | null>
  getStatement(id: string): Promise<StatementRow | null>
  /**
   * Newest publication first, undated last, then by id.
   * `text`: every word must occur (case and diacritics do not count); "…" asks for a phrase, -word excludes, word* takes
   * a beginning. No other syntax; any input is valid.
   */
  listDocuments(filter: DocumentFilter): Promise<Page<DocumentRow>>
  /** As `sort` says; inside a document in text order. `text` is looked up in content and speaker. */
  listStatements(filter: StatementFilter): Promise<Page<StatementRow>>
  /** What the statements that a filter finds have, counted over the `atMost` of them that were stored last. */
  facets(filter: StatementFilter, atMost: number): Promise<Facets>
  timeline(filter: TimelineFilter): Promise<TimelineRows>
  summary(): Promise<LedgerSummary>
  /** Another text after every write, whoever wrote; means nothing to another `Store` or after this one is closed. */
  revision(): Promise<string>
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
  /** Finds the statements of a page that was read before: its text and blocks stay as they are. */
  analyse(page: ReadOutcome): Promise<Extraction>
  /** Ends what it started; pages that are not done are rejected. */
  close(): Promise<void>
}

export interface ReadingPipeline extends Pipeline<LayerName, LayerName> {
  /** Told of every document it reads: a model that is missing, say. */
  readonly notices?: readonly Notice[]
}

/** What an operation may use; the composition root fills it, tests fill it by hand. */
export interface Deps {
  readonly store: Store
  /** Bytes → text, blocks, metadata. */
  readonly read: (source: ReadSource) => ReadOutcome
  /** The pipeline for a language, or null where there is none. */
  readonly pipelineFor: (language: string) => ReadingPipeline | null
  /** People, states, organisations and outlets known beforehand. */
  readonly register: Register
  /** Subjects of the user's own; none where it is not set. */
  readonly subjects?: readonly NamedQuery[] | undefined
  readonly extractor: Extractor
  /** The time of the clock, for `added`; never used to date a text. */
  readonly now: () => Date
}
