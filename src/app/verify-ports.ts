/** What checking a quote asks of a store. */
import type { DocumentEntry } from './ports.ts'

export type Passage = Pick<DocumentEntry, 'document' | 'text' | 'blocks' | 'statements'>

/** What a quotation may be found by. Words are compared as in `listDocuments`; nothing in them is an operator. */
export interface Lookup {
  /** Phrases that stand together in a text that has the quotation word for word. */
  readonly whole: readonly string[]
  /** Pieces of which one that has it altered has some. */
  readonly pieces: readonly string[]
  /** Words that tell most first. */
  readonly words: readonly string[]
}

export interface VerifyStore {
  /**
   * Documents whose text may hold the quotation, the likeliest first; from an index, never by a scan of all.
   * @param limit at most so many documents
   */
  passages(lookup: Lookup, limit: number): Promise<readonly Passage[]>
}
