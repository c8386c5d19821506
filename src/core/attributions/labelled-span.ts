/** A span with a role but no relation yet: what a network that gives each token one role finds in a text. */
import type { Doc } from '../doc.ts'
import type { Span } from '../span.ts'

export type Role = 'source' | 'cue' | 'content'

export interface LabelledSpan extends Span {
  readonly role: Role
  /** Index of its first token in the document's `tokens` layer. */
  readonly first: number
  /** Index of its last token, inclusive. */
  readonly last: number
  /** Probability of exactly this span in this role, 0 to 1. */
  readonly posterior: number
}

/** The layers an attributor reads. */
export type AttributableDoc = Doc<'blocks' | 'tokens' | 'sentences' | 'quotations'>

export interface FoundSpans {
  /** The best set: in text order, none overlapping another, none over the end of a block. */
  readonly chosen: readonly LabelledSpan[]
  /** Every span that is likely enough to be looked at again, chosen or not, in text order. */
  readonly candidates: readonly LabelledSpan[]
}

/** What a model finds in a document. */
export type SpanFinder = (doc: AttributableDoc) => FoundSpans
