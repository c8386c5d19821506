/** What operations ask of a store about outlets: what they publish, whom they quote, what they take from one another. */

/** A publisher by the very name that documents have. */
export interface PublisherRow {
  readonly name: string
  readonly documents: number
  readonly statements: number
  /** First and last publication date known. */
  readonly first: string | null
  readonly last: string | null
}

/** An outlet by the very name under which texts say that it relayed something. */
export interface RelayRow {
  readonly name: string
  readonly statements: number
}

/** One outlet, by all the names that mean it. */
export interface OutletNames {
  /** As documents name their publisher. */
  readonly publishers: readonly string[]
  /** As texts name whom they have something from. */
  readonly relays: readonly string[]
}

export interface OutletTallies {
  /** Whom its documents quote, by entity where one is known; most statements first. */
  readonly quoted: readonly { readonly name: string; readonly entity: string | null; readonly statements: number }[]
  /** Outlets through which its statements came, most first. */
  readonly through: readonly RelayRow[]
  /** Publishers of statements elsewhere that came through it, most first; null where a page names none. */
  readonly relayedBy: readonly { readonly name: string | null; readonly statements: number }[]
  /** Its documents that say of which page they are a copy. */
  readonly copies: readonly CopyRow[]
  /** Documents elsewhere that say that they are copies of one of its own. */
  readonly copiedBy: readonly CopyRow[]
}

export interface CopyRow {
  /** Id of the document that is a copy. */
  readonly document: string
  /** The address or name it gives. */
  readonly original: string
  /** Publisher of the other one: of the original where the ledger has it, or of the copy; null where that is not known. */
  readonly publisher: string | null
}

/** Its part of the port `Store`. */
export interface SourceStore {
  /** All publishers; most statements first, then by name. */
  publishers(): Promise<readonly PublisherRow[]>
  /** All outlets that texts name as relays; most statements first, then by name. */
  relays(): Promise<readonly RelayRow[]>
  /** @param most rows of each list at most. */
  outletTallies(names: OutletNames, most: number): Promise<OutletTallies>
  /**
   * Ids of its statements that other publishers report as well (by links of one utterance that nobody rejected), those of
   * the latest documents first.
   * @param most ids at most.
   */
  sharedStatements(publishers: readonly string[], most: number): Promise<readonly string[]>
}
