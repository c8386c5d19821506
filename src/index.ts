/** onrecord as a library: read a page and find who said what, in one call. */
import { type Extraction, extractDocument } from './app/extract-document.ts'
import { perform } from './app/perform.ts'
import { readingDeps } from './runtime/reading.ts'
import type { Model } from './runtime/settings.ts'

export type { Extraction } from './app/extract-document.ts'
export type { DocumentRecord, Notice } from './core/document.ts'
export { OnrecordError } from './core/errors.ts'
export type { Statement } from './core/statement.ts'

/** What may be told about a page besides its bytes or text. */
export interface ExtractOptions {
  /** Names the page in messages; its ending hints at the format. */
  readonly file?: string
  readonly url?: string
  /** ISO date; wins over what the page says. */
  readonly published?: string
  readonly publisher?: string
  /** Default `full`; where its files are missing the rules stand in, as `Extraction.pipeline` tells. */
  readonly model?: Model
}

/**
 * Finds the statements of one page.
 * @param page raw bytes, or a string of text or HTML.
 * @throws OnrecordError `empty-file`, `file-too-large`, `not-text`, `no-text`, `invalid-input`.
 */
export function extract(page: Uint8Array | string, options: ExtractOptions = {}): Promise<Extraction> {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page
  const { file = null, url = null, published = null, publisher = null, model } = options
  return perform(extractDocument, readingDeps(model === undefined ? {} : { model }), {
    bytes,
    file,
    url,
    published,
    publisher,
  })
}
