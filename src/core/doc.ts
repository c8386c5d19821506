/** The `Doc`: a text that is never edited, plus named stand-off layers of spans, each added by one stage. */
import type { AboutReading, ActReading, Turn } from './doc-readings.ts'
import type { Span } from './span.ts'

export type * from './doc-readings.ts'

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

/** Of a date: the unit that the text itself gives. */
export type Precision = 'time' | 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'unknown'

/** A time expression, as TimeML's TIMEX3 has it. */
export interface Timex extends Span {
  /** `t1`, `t2`, … in text order. */
  readonly id: string
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /**
   * TIMEX3 value: `2022-12-28`, `2022-W51`, `2022-12-28TAF`, `2023-SP`, `202`, `P10M`, `XXXX-WXX-3`, `PAST_REF`. Without a year that
   * can be known: `--02-09` (ISO 8601), not `XXXX-02-09`.
   */
  readonly value: string
  /** TIMEX3 `mod`, for "early 2023", "nearly 10 months ago". */
  readonly mod: 'START' | 'MID' | 'END' | 'APPROX' | 'BEFORE' | 'AFTER' | 'LESS_THAN' | 'MORE_THAN' | null
  readonly precision: Precision
  /** What it is counted from: nothing but itself, the publication date, another expression of the text; `none` where that is unknown. */
  readonly anchor: 'explicit' | 'published' | 'narrative' | 'none'
  /** Id of the expression it is counted from, where `anchor` is `narrative`. */
  readonly from: string | null
  /** First and last day it can mean, ISO dates, both inclusive; null where that is open. Durations and sets have none. */
  readonly earliest: string | null
  readonly latest: string | null
}

/** How a text refers to a thing: by its name, by a noun phrase ("the minister"), by a pronoun. */
export type ReferenceForm = 'name' | 'nominal' | 'pronoun'

export interface Reference extends Span {
  readonly form: ReferenceForm
  /** Id of the mention that is the name in it, for names. */
  readonly mention: string | null
}

/** What a text says somebody is: "Foreign Minister" of "Russia"; each span a slice of one mention of it. */
export interface Title {
  /** "Foreign Minister", "spokesman", "doctor": without article and without what it belongs to. */
  readonly role: Span
  /** "Russian", "NATO", "the Kremlin": what it belongs to; null where the text does not say. */
  readonly of: Span | null
}

/** All references of one document to one thing (CoNLL-2012's chain; things referred to once are chains too). */
export interface Chain {
  /** `c1`, `c2`, … in the order of their first references. */
  readonly id: string
  /** Null where the text does not tell. */
  readonly kind: MentionKind | 'group' | null
  /** In text order; at least one. Noun phrases with all that belongs to them but relative clauses. */
  readonly references: readonly Reference[]
  /** The fullest name, without titles; null for what is never named. */
  readonly name: Span | null
  readonly titles: readonly Title[]
  /** By evidence in the text (pronouns, Mr, chairwoman); null without. */
  readonly gender: 'female' | 'male' | null
  readonly number: 'one' | 'many' | null
  /** Set where a pronoun or noun phrase may belong to several chains and so to none: who it may be, weights adding up to at most 1. */
  readonly candidates: readonly { readonly chain: string; readonly weight: number }[]
  /** 0 to 1: how sure it is that its references mean one thing. */
  readonly confidence: number
}

export type SpeakerKind = 'person' | 'organisation' | 'state' | 'group' | 'anonymous' | 'publication'
export type AddresseeKind = 'person' | 'organisation' | 'state' | 'group' | 'publication'
export type MediumKind =
  | 'broadcaster'
  | 'newspaper'
  | 'agency'
  | 'interview'
  | 'press-conference'
  | 'social'
  | 'document'
  | 'speech'
  | 'diplomatic-channel'
  | 'other'
export type RelayKind = SpeakerKind

/** Who is behind an attribution, as its source span and its chain tell; all spans are slices of this document. */
export interface SpeakerReading {
  /** What names the speaker: the fullest name of the chain; where there is none the source itself. */
  readonly name: Span
  readonly chain: string | null
  /** Null where the text does not tell. */
  readonly kind: SpeakerKind | null
  /** The role nearest to this attribution, from anywhere in the text. */
  readonly role: Span | null
  readonly of: Span | null
  /** "three US officials": 3. "Several": null. */
  readonly count: number | null
  /** "spokesman for the ministry", "Moscow": for whom they speak; a span, or an ISO 3166-1 country for capitals and buildings. */
  readonly speaksFor: {
    readonly span: Span | null
    readonly chain: string | null
    readonly country: string | null
  } | null
  /** "Germany, Britain and Italy": each; empty where the source is one. */
  readonly members: readonly { readonly span: Span; readonly chain: string | null; readonly kind: SpeakerKind | null }[]
  /** Why a source stays unnamed, in the words of the text: "who was not authorised to speak". */
  readonly reason: Span | null
  /** Who an unresolved "he" may be, as in `Chain`. */
  readonly candidates: readonly { readonly chain: string; readonly weight: number }[]
  readonly confidence: number
}

/** The speech event behind an attribution. */
export interface Utterance {
  /** Id of the attribution. */
  readonly attribution: string
  readonly speaker: SpeakerReading | null
  readonly addressee: { readonly span: Span; readonly chain: string | null; readonly kind: AddresseeKind | null } | null
  readonly medium: { readonly span: Span; readonly chain: string | null; readonly kind: MediumKind } | null
  /** When it was said; null where the text does not tell. Without an expression it is the day of the document: a transcript's. */
  readonly said: { readonly timex: string | null; readonly confidence: number } | null
  /** Outermost first, the publisher left out. `span` names the relay, `proof` is the phrase that shows it to be one. */
  readonly via: readonly {
    readonly span: Span
    readonly proof: Span
    readonly chain: string | null
    readonly kind: RelayKind
  }[]
}

export interface Layers {
  readonly blocks: readonly Block[]
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly words: Words
  readonly quotations: readonly Quotation[]
  readonly mentions: readonly Mention[]
  readonly attributions: readonly Attribution[]
  readonly timexes: readonly Timex[]
  readonly chains: readonly Chain[]
  readonly utterances: readonly Utterance[]
  readonly turns: readonly Turn[]
  readonly acts: readonly ActReading[]
  readonly subjects: readonly AboutReading[]
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
