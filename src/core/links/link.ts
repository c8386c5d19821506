/** What a link is: one statement beside another, how they relate, and the words that show it. */
import type { DocumentRecord } from '../document.ts'
import type { Span } from '../span.ts'
import type { Statement } from '../statement.ts'

/**
 * `same-utterance`: one speech event, reported twice. `renders`: a report's statement → the turn of a primary text that it
 * reports. `repeats`: another occasion or another speaker, the same claim. `series`: the same side makes the same move
 * about something else. `conflicts`: both cannot be so, or both cannot be meant.
 */
export const RELATIONS = ['same-utterance', 'renders', 'repeats', 'series', 'conflicts'] as const
export type Relation = (typeof RELATIONS)[number]

export const CONFLICT_TYPES = [
  'denies',
  'number-differs',
  'scope-differs',
  'reversal',
  'admission-after-denial',
  'commitment-broken-by-report',
] as const
export type ConflictType = (typeof CONFLICT_TYPES)[number]

/** How a report renders the words of the record. */
export const FIDELITIES = ['verbatim', 'trimmed', 'altered', 'paraphrase'] as const
export type Fidelity = (typeof FIDELITIES)[number]

/** A suggested link is a program's; people confirm or reject it. */
export type Level = 'suggested' | 'confirmed' | 'rejected'

/** Words of one of the two statements that bear on the link. */
export interface LinkEvidence {
  /** In the text of the document that has the statement. */
  readonly span: Span
  /** Id of the statement. */
  readonly of: string
  /** What these words do here: "only", "negation", "number"; one or a few words, shown beside them. */
  readonly note: string
}

/** How two statements relate, without which came first. */
export interface Relating {
  readonly relation: Relation
  /** Of a conflict, or the fidelity of a rendering; null for the others. */
  readonly type: ConflictType | Fidelity | null
  /** 0 to 1: how often such a link is right, as measured. */
  readonly confidence: number
  readonly because: readonly LinkEvidence[]
}

export interface Link extends Relating {
  /** Id of the later statement; of a rendering, the report's. */
  readonly from: string
  /** Id of the earlier one; of a rendering, the turn's. */
  readonly to: string
  readonly level: Level
}

/** All that linking looks at: links follow from the stored record alone, whenever they are made. */
export interface Linkable {
  readonly statement: Statement
  readonly document: Pick<DocumentRecord, 'id' | 'kind' | 'published' | 'publisher' | 'original'> &
    Partial<Pick<DocumentRecord, 'url'>>
}
