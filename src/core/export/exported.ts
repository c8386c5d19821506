/** What every export is made from: one document's text with some or all of its statements. */
import type { DocumentRecord } from '../document.ts'
import type { Statement } from '../statement.ts'

export interface Exported {
  readonly document: DocumentRecord
  /** The document's text, into which every span points. */
  readonly text: string
  /** In text order. */
  readonly statements: readonly Statement[]
}

/** A name for a document or statement that no server has to answer. */
export const urnOf = (id: string): string => `urn:onrecord:${id}`
