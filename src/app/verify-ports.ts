/** What checking a quote asks of a store. */
import type { DocumentEntry } from './ports.ts'

export type Passage = Pick<DocumentEntry, 'document' | 'text' | 'blocks' | 'statements'>

export interface VerifyStore {
  /**
   * Documents whose text may hold these words, those that share most of the rarest first; never a scan of all.
   * @param words those that tell most, at most 24 are looked up
   * @param limit at most so many documents
   */
  passages(words: readonly string[], limit: number): Promise<readonly Passage[]>
}
