/** What intake gives: pages one after the other, each with what its container tells of it, and what could not be read. */
import type { OnrecordError } from '../../core/errors.ts'
import type { PageFormat } from '../detect-format.ts'

/** What a container, or whoever fetched the page, tells of it. What the user says wins; the page itself comes last. */
export interface PageFacts {
  readonly url?: string | null
  /** A day, like 2024-06-21. */
  readonly published?: string | null
  readonly publisher?: string | null
  readonly title?: string | null
  readonly authors?: readonly string[]
  /** BCP 47. */
  readonly language?: string | null
  /** Encoding named beside the page, as by the HTTP header: counts where the page does not tell. */
  readonly charset?: string | null
  /** Where it is known beforehand. */
  readonly format?: PageFormat
}

export interface Page {
  readonly bytes: Uint8Array
  /** How messages call it: a path, or a path and what tells the page from others there. */
  readonly name: string
  /** Path of the file it stands in, as the user gave it; null for standard input. */
  readonly file: string | null
  readonly facts: PageFacts
}

/** A page, or one thing that should have been one. */
export type Intake = { readonly page: Page } | { readonly name: string; readonly failed: OnrecordError }

export type PageSource = AsyncIterable<Intake>

/** What a source is told, and tells besides its pages. */
export interface IntakeContext {
  /** A page larger than this, unpacked, is refused. */
  readonly maxBytes: number
  /** Counts what is no page and was not meant to be one: "request records", "images". */
  passedOver(what: string): void
  /** One line for people: something was left out of a page. */
  note(line: string): void
  /** Gets the page behind an address that a list names without its text; absent where nothing may be fetched. */
  readonly fetched?: (url: string, facts: PageFacts) => PageSource
}
