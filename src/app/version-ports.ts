/** What operations ask of a store about versions: the documents of one address, in the order in which they were added. */
import type { DocumentRecord } from '../core/document.ts'
import type { Page } from './ports.ts'

/** One document of an address. */
export interface VersionRow {
  readonly document: DocumentRecord
  readonly statements: number
  readonly added: string
}

/** An address that has several documents. */
export interface ChangedPage {
  readonly url: string
  /** How many in all. */
  readonly versions: number
  /** The latest version that the filter asks for, and the one before it. */
  readonly latest: VersionRow
  /** Its id. */
  readonly previous: string
}

export interface ChangedFilter {
  /** Of the later version, as in `DocumentFilter`. */
  readonly publisher?: string | undefined
  /** ISO dates, both inclusive: days on which the later version was added, in UTC. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** 1 to 1000. */
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string | undefined
}

/** Its part of the port `Store`. Nothing is stored for it: versions are the documents of one url, by `added`, then by id. */
export interface VersionStore {
  /**
   * All versions of a page, the first the first. A document without an address is the only one of its own.
   * @param page id of one of its documents, or the address; nothing is found for what the ledger does not have.
   */
  versionsOf(page: string): Promise<readonly VersionRow[]>
  /** Addresses of which a version was added after the first: the latest added first, then by id from the last. */
  changedPages(filter: ChangedFilter): Promise<Page<ChangedPage>>
}
