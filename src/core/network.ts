/** The networks as the stages see them: tokens in, matrices of scores out, one row a token. */

/** UPOS (Universal Dependencies v2), in the order of the columns of `WordScores.upos`. */
export const UPOS_LABELS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const

/** BIO over the kinds of mention, in the order of the columns of `WordScores.mentions`. */
export const MENTION_LABELS = [
  'O',
  'B-person',
  'I-person',
  'B-organisation',
  'I-organisation',
  'B-place',
  'I-place',
  'B-publication',
  'I-publication',
  'B-product',
  'I-product',
  'B-event',
  'I-event',
] as const

/** BIO over source, cue and content, in the order of the columns of `AttributionScores.attribution`. */
export const ATTRIBUTION_LABELS = ['O', 'B-S', 'I-S', 'B-C', 'I-C', 'B-Q', 'I-Q'] as const

/** `o` outside, `b` first token inside, `i` inside, `u` inside a quotation without a partner. */
export type QuotationState = 'o' | 'b' | 'i' | 'u'

/** A network reads no paragraph of more forms than this. */
export const LONGEST_PARAGRAPH = 1000

export interface NetworkInput {
  /** Surface forms, as sliced from the text. */
  readonly forms: readonly string[]
  /** One a form. */
  readonly states: readonly QuotationState[]
  /**
   * What is read at a time: paragraph `p` holds the forms from `paragraphs[p]` up to, not including, `paragraphs[p + 1]`.
   * The first is 0, the last `forms.length`; none is longer than `LONGEST_PARAGRAPH`.
   */
  readonly paragraphs: readonly number[]
  /** One a form, below `WORD_TAGS`, as `wordTags` makes them; for a network that reads what another said of the words. */
  readonly tags?: Uint8Array
}

/** Number of pairs of a part of speech and a mention label. */
export const WORD_TAGS = UPOS_LABELS.length * MENTION_LABELS.length

/**
 * A loaded network. Scores are those before any normalisation, row-major; row `i` belongs to `forms[i]`, whatever its paragraph.
 * A paragraph's scores depend on nothing outside the paragraph, and are the same on every machine.
 */
export interface Network<Scores> {
  /** Name and version for the pipeline's record of what made a layer. */
  readonly name: string
  run(input: NetworkInput): Scores
}

export interface WordScores {
  /** Rows of `UPOS_LABELS.length`. */
  readonly upos: Float32Array
  /** Rows of `MENTION_LABELS.length`. */
  readonly mentions: Float32Array
}

/** Reads what each word is: its part of speech, and whether it belongs to a name. */
export type WordNetwork = Network<WordScores>

export interface AttributionScores {
  /** Rows of `ATTRIBUTION_LABELS.length`: the emissions of the CRF. */
  readonly attribution: Float32Array
}

/** A linear chain over `ATTRIBUTION_LABELS`. */
export interface Crf {
  /** `transitions[from * labels + to]`; moves that BIO forbids score -10,000. */
  readonly transitions: Float32Array
  /** Scores of the first token's labels. */
  readonly start: Float32Array
}

/** Posteriors below which a span of a role is not worth choosing, tuned with the network. */
export type Thresholds = Readonly<Record<'source' | 'cue' | 'content', number>>

/** Reads who says what: sources, cues and contents. */
export interface AttributionNetwork extends Network<AttributionScores> {
  readonly crf: Crf
  readonly thresholds: Thresholds
  /** Whether it reads the tags of a network of words. */
  readonly readsTags: boolean
}

/** The best part of speech and the best mention label of each token, as one number: part × number of mention labels + label. */
export function wordTags({ upos, mentions }: WordScores): Uint8Array {
  const tags = new Uint8Array(upos.length / UPOS_LABELS.length)
  for (let row = 0; row < tags.length; row++) {
    const part = bestColumn(upos, row, UPOS_LABELS.length)
    tags[row] = part * MENTION_LABELS.length + bestColumn(mentions, row, MENTION_LABELS.length)
  }
  return tags
}

/** The column of a row with the highest score; of equal ones the first. */
export function bestColumn(scores: Float32Array, row: number, columns: number): number {
  const first = row * columns
  let best = 0
  for (let column = 1; column < columns; column++) if (scores[first + column]! > scores[first + best]!) best = column
  return best
}
