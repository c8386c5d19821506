/** What operations ask of a store to keep a ledger whole: copies of it, a check of all it holds, and reading it anew. */
import type { DocumentEntry, EntityLinks } from './ports.ts'

/** Told now and then how much of all is done. */
export type Progress = (done: number, total: number) => void

export interface BackedUp {
  /** What the copy holds. */
  readonly documents: number
  readonly statements: number
  readonly bytes: number
}

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

/** How a ledger is kept whole; its part of the port `Store`. */
export interface CareStore {
  /**
   * Writes a copy of the ledger as it is at one moment into a file that is not there yet, while others read and write.
   * Resolves when the copy has been read through and is on disk; else nothing is left of it.
   * @param progress may throw to give up
   * @throws OnrecordError `backup-exists`, `backup-failed`, `backup-elsewhere`.
   */
  backup(file: string, progress?: Progress): Promise<BackedUp>
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
