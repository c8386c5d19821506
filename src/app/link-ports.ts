/** What operations ask of a store about links. */
import type { Link } from '../core/links/link.ts'
import type { Page, StatementRow } from './ports.ts'

export interface LinkFilter {
  readonly relation?: string | undefined
  readonly type?: string | undefined
  /** `standing` for whatever nobody rejected. */
  readonly level?: string | undefined
  /** Id of a statement at either end. */
  readonly statement?: string | undefined
  /** Id of a document that one of the ends stands in. */
  readonly document?: string | undefined
  /** Who speaks at either end: as the filter of the same name for statements. */
  readonly speaker?: string | undefined
  /** 1 to 1000. */
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string | undefined
}

/** A link with both its ends. */
export interface LinkRow {
  readonly link: Link
  readonly from: StatementRow
  readonly to: StatementRow
}

export interface Relinked {
  readonly statements: number
  readonly links: number
}

/** How links stand in a store; its part of the port `Store`. */
export interface LinkStore {
  /** The latest statement first, by day of saying; no other order of links tells anything. */
  links(filter: LinkFilter): Promise<Page<LinkRow>>
  /** How many links a filter finds of each type, null among them; `type`, `limit` and `after` of the filter do not count. */
  linkTypes(filter: LinkFilter): Promise<ReadonlyMap<string | null, number>>
  /** All links that have one of these statements at either end, rejected ones too; each once, at most 10,000. */
  linksOf(statements: readonly string[]): Promise<readonly Link[]>
  /**
   * Finds all links anew, in one transaction; what people confirmed or rejected stays as they left it.
   * @param progress told now and then how many statements of all are done
   */
  relink(progress?: (done: number, total: number) => void): Promise<Relinked>
  /** Sketches of documents' texts (min-hash.ts), by id; those that are not in the ledger are left out. */
  sketches(documents: readonly string[]): Promise<ReadonlyMap<string, Uint32Array>>
}
