/** What operations ask of a store to keep a ledger whole: copies of it, a check of all it holds, and reading it anew. */
import type { ReadOutcome } from '../read/read-document.ts'
import type { DocumentEntry, EntityLinks } from './ports.ts'

/** Told now and then how much of all is done. */
export type Progress = (done: number, total: number) => void

export interface BackedUp {
  /** What the copy holds. */
  readonly documents: number
  readonly statements: number
  readonly bytes: number
}

/** What finding statements starts from. */
export type StoredPage = Omit<DocumentEntry, 'statements'>

/** Which pipeline read a document. */
export interface DocumentReading {
  readonly id: string
  readonly language: string
  /** Null where none read its language. */
  readonly pipeline: string | null
}

export interface ReadingsPage {
  readonly rows: readonly DocumentReading[]
  /** Pass as `after` to get the next page; null on the last. */
  readonly next: string | null
}

/** What became of a document's statements. */
export interface Replaced {
  readonly outcome: 'replaced'
  /** Statements that are there as before, maybe told otherwise; their ids. */
  readonly kept: number
  readonly added: number
  /** Ids of those that the new reading does not have. */
  readonly gone: readonly string[]
  /** Links that people confirmed or rejected and that went with one of their ends. */
  readonly decisionsLost: number
}

/**
 * What kind of thing is not as it was written. `structure`: pages of the file; `orphan`: rows that name others which are not
 * there; `unreadable`: rows or JSON; `digest`, `original`: a text or the bytes it came from; `slice`: a statement that is
 * not what its text says; `row`: columns that repeat what JSON says; `name`, `entity`: how names are found; `words`: a
 * full-text index; `keys`, `link`: how statements are linked.
 */
export type FaultCode =
  | 'structure'
  | 'orphan'
  | 'unreadable'
  | 'digest'
  | 'original'
  | 'slice'
  | 'row'
  | 'name'
  | 'entity'
  | 'words'
  | 'keys'
  | 'link'

/**
 * What makes it good: `repair`; the bytes that the document was read from, which are kept; finding its statements
 * anew; or nothing but a copy from before.
 */
export type Mend = 'repair' | 'reread' | 'reanalyse' | 'backup'

export interface Fault {
  readonly code: FaultCode
  /** A table, index, document, statement or entity, named. */
  readonly place: string
  readonly message: string
  readonly mend: Mend
  /** Id of the document that it is in; null where it is in none or where that is not known. */
  readonly document: string | null
}

export interface CheckOptions {
  /** Told of each fault as it is found. */
  found(fault: Fault): void
  readonly progress?: Progress | undefined
  /** Also every word of the full-text indexes and every key of the links, which takes the larger part of the time. */
  readonly isDeep: boolean
}

export interface Checked {
  readonly documents: number
  readonly statements: number
  readonly faults: number
  /** What is no fault, but has still to be done, in words. */
  readonly due: readonly string[]
  /** False where pages of the file are damaged: nothing should be written to it. */
  readonly isSound: boolean
}

/** What `repair` is to make good: kinds of faults, and documents whose rows are to follow from their JSON again. */
export interface RepairNeeds {
  readonly codes: ReadonlySet<FaultCode>
  readonly documents: readonly string[]
}

/** How a ledger is kept whole; its part of the port `Store`. */
export interface CareStore {
  /**
   * Writes a copy of the ledger as it is at one moment into a file that is not there yet, while others read and write.
   * Resolves when the copy has been read through and is on disk; else nothing is left of it.
   * @param progress may throw to give up
   * @throws OnrecordError `backup-exists`, `backup-failed`, `backup-elsewhere`.
   */
  backup(file: string, progress?: Progress): Promise<BackedUp>
  /** Holds everything against everything, as it is at one moment, while others read and write. */
  check(options: CheckOptions): Promise<Checked>
  /**
   * Makes good what follows from texts, records and statements, in one transaction.
   * @returns rows that named others which are not there, and were taken away
   */
  repair(needs: RepairNeeds, progress?: Progress): Promise<number>
  /** Puts a text back that is not what it was: only one whose document has the id that it would have by it. */
  restoreText(page: Pick<ReadOutcome, 'document' | 'text' | 'blocks'>): Promise<boolean>
  /** A document without its statements, which maybe cannot be read; null where the ledger does not have it. */
  getPage(id: string): Promise<StoredPage | null>
  /** Which pipeline read each document, in an order that does not change. @param limit 1 to 1000 */
  readings(limit: number, after?: string): Promise<ReadingsPage>
  /**
   * Puts the statements of `entry` in the place of those that its document has, in one transaction: also its blocks'
   * notices and pipeline, while its text and what is known of the page stay. Statements that are there already keep
   * their links; those of the others go. What people decided on stays where both statements do. Marks the ledger as
   * to be linked anew.
   * @param links as for `putDocument`; `outdated` (and nothing changed) where they add an entity and others have been
   * added since their revision; `unknown` where the ledger does not have the document
   */
  replaceStatements(entry: DocumentEntry, links: EntityLinks): Promise<Replaced | { outcome: 'outdated' | 'unknown' }>
  /** Whether statements have been replaced since all links were last found; `relink` sets it right. */
  isRelinkDue(): Promise<boolean>
}
