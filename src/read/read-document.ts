/** Bytes of one page → text, blocks and metadata. */
import type { Block } from '../core/doc.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'

export interface ReadSource {
  readonly bytes: Uint8Array
  /** Path as the user gave it; null for standard input. Names the page in messages; its ending hints at the format. */
  readonly file: string | null
  /** Given by the user; these win over what the page says. */
  readonly url?: string | null
  readonly published?: string | null
  readonly publisher?: string | null
  /** Bytes; above it the page is refused. Default 20 MB. */
  readonly maxBytes?: number
}

export interface ReadOutcome {
  readonly document: DocumentRecord
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
}

/**
 * Reads a page.
 * @throws OnrecordError `empty-file`, `file-too-large`, `not-text`, `no-text`.
 */
export function readDocument(source: ReadSource): ReadOutcome {
  throw new OnrecordError('no-text', { file: source.file ?? 'standard input' })
}
