/** The `Doc`: a text that is never edited, plus named stand-off layers of spans, each added by one stage. */
import type { Span } from './span.ts'

export type BlockKind =
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'paragraph'
  | 'quote'
  | 'list-item'
  | 'caption'
  | 'boilerplate'

export interface Block extends Span {
  readonly kind: BlockKind
  /** BCP 47; present only where the block's language differs from the document's. */
  readonly lang?: string
}

export type Token = Span
export type Sentence = Span

export type QuotationStyle = 'double' | 'single' | 'guillemet' | 'low-high' | 'corner' | 'block'

/** What stands between quotation marks, or in a quoted block; says nothing of who. */
export interface Quotation {
  readonly id: string
  /** One span a paragraph, marks included. */
  readonly spans: readonly Span[]
  readonly style: QuotationStyle
  /** False when a mark has no partner and the end was inferred from the block. */
  readonly balanced: boolean
}

/** Universal Dependencies v2. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** The one layer in columns: entry `i` of each belongs to token `i`. */
export interface Words {
  readonly upos: readonly Upos[]
  /** Dictionary forms: `say` for "said", `not` for "n't". */
  readonly lemma: readonly string[]
}

/** `product` holds weapons, vehicles and programs; `publication` newspapers, agencies, broadcasters, and what people post on. */
export type MentionKind = 'person' | 'organisation' | 'place' | 'publication' | 'product' | 'event'

/** A reference to a thing by its name: titles, articles and a trailing 's stand outside, but for "The Hague". */
export interface Mention extends Span {
  /** `m1`, `m2`, … in text order. */
  readonly id: string
  readonly kind: MentionKind
}

export type Form = 'direct' | 'indirect' | 'mixed'
export type Manner = 'speech' | 'writing' | 'thought'

/** The relation source – cue – content in one text (PARC 3.0, PolNeAR). */
export interface Attribution {
  readonly id: string
  readonly form: Form
  readonly manner: Manner
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  /** At least one; quotation marks and a leading "that" belong to the content, as in PolNeAR. */
  readonly content: readonly Span[]
  /** Name of the rule or model that found it. */
  readonly by: string
  /** 0 to 1: how often what `by` finds is right, as measured. */
  readonly confidence: number
}

export interface Layers {
  readonly blocks: readonly Block[]
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly words: Words
  readonly quotations: readonly Quotation[]
  readonly mentions: readonly Mention[]
  readonly attributions: readonly Attribution[]
}

export type LayerName = keyof Layers

export interface Doc<Has extends LayerName = never> {
  /** Never edited: every offset in every layer points into it. */
  readonly text: string
  /** BCP 47. */
  readonly lang: string
  /** ISO 8601 date, what "yesterday" is counted from; null when unknown. */
  readonly dct: string | null
  readonly layers: Pick<Layers, Has> & Partial<Layers>
}
