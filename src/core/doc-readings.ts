/** Layers about what is said: its act, what it is about, and the turns of a primary text. */
import type { MediumKind } from './doc.ts'
import type { Span } from './span.ts'

/** What kind of move a statement makes. */
export type ActType =
  | 'assertion'
  | 'denial'
  | 'commitment'
  | 'refusal'
  | 'threat'
  | 'demand'
  | 'permission'
  | 'prediction'
  | 'criticism'
  | 'support'
  | 'question'
  | 'no-comment'
  | 'opinion'

/** The act of one attribution; exactly one for each. */
export interface ActReading {
  /** Id of the attribution. */
  readonly attribution: string
  readonly type: ActType
  /** Negative: what is promised is not to do, what is demanded is to stop, what is said is that something is not. */
  readonly polarity: 'positive' | 'negative'
  /** "if the United States approves their delivery", "until Zelensky accepted": the clause with its conjunction; empty for none. */
  readonly condition: readonly Span[]
  /** Id of the expression by which it is to happen; null where none is told. */
  readonly deadline: string | null
  /** 0 to 1: how often such a reading is right, as measured. */
  readonly confidence: number
}

export type SubjectKind = 'state' | 'person' | 'organisation' | 'place' | 'product' | 'event' | 'topic'

/** One thing that a statement is about. */
export interface Subject {
  /** Where the content names it first. */
  readonly span: Span
  readonly kind: SubjectKind
  /** What it is listed under wherever it is named: "Ukraine" for "Ukrainian soil", "Patriot" for "Patriots", "troops" for "servicemen". */
  readonly name: string
  readonly chain: string | null
}

/** What the content of one attribution is about, the most important first. */
export interface AboutReading {
  /** Id of the attribution. */
  readonly attribution: string
  readonly subjects: readonly Subject[]
}

/** What one speaker says in a primary text until somebody else speaks: a turn of a transcript, or a release of one voice. */
export interface Turn {
  /** `u1`, `u2`, … in text order. */
  readonly id: string
  /** "MR. KIRBY:", with its colon; null where the title alone tells who speaks. */
  readonly label: Span | null
  /** What names the speaker most fully, often in the title; null for a nameless one ("Q"). */
  readonly name: Span | null
  readonly role: Span | null
  readonly of: Span | null
  /** What is said, stage directions left out: "(Laughter.)", "[applause]". At least one span. */
  readonly spans: readonly Span[]
  readonly kind: 'turn' | 'question' | 'text'
  /** "Press Briefing", "Remarks": the words of the title that tell where it was said; null where none do. */
  readonly medium: { readonly span: Span; readonly kind: MediumKind } | null
}
