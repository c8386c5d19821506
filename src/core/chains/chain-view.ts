/** A document as the finding of chains sees it: columns over its tokens, so that every question is a look-up. */
import type { Doc, MentionKind, Upos } from '../doc.ts'
import type { Span } from '../span.ts'
import { covering, lowered, placed } from '../token-columns.ts'
import { formsOf } from '../token-forms.ts'
import type { NounKind } from './role-nouns.ts'

export type ChainDoc = Doc<'blocks' | 'tokens' | 'sentences' | 'words' | 'quotations' | 'mentions' | 'attributions'>

/** A mention, or a word that is the surname of one and was passed over: "Trump says" in a headline. */
export interface Name extends Span {
  /** Null for what is no mention. */
  readonly id: string | null
  readonly kind: MentionKind
}

export interface ChainView {
  readonly doc: ChainDoc
  readonly count: number
  /** As written. */
  readonly form: readonly string[]
  readonly lower: readonly string[]
  readonly lemma: readonly string[]
  readonly upos: readonly Upos[]
  /** The document's mentions, and behind them those that were passed over. */
  readonly names: readonly Name[]
  /** Index of the sentence, of the block, of the innermost quotation (-1 for none), of the name (-1 for none). */
  readonly sentence: Int32Array
  readonly block: Int32Array
  readonly quotation: Int32Array
  readonly mention: Int32Array
  /** Index of the innermost attribution whose source or content holds the token; -1 for none. */
  readonly sourceOf: Int32Array
  readonly contentOf: Int32Array
  /** What nouns mean and which words are countries, as far as asked. */
  readonly nounKinds: Map<string, NounKind | null>
  readonly countries: Map<string, string | null>
}

export function viewOf(doc: ChainDoc): ChainView {
  const { tokens, words, sentences, blocks, quotations, mentions, attributions } = doc.layers
  const form = formsOf(doc)
  const mention = covering(
    tokens,
    mentions.map((one) => [one]),
  )
  const names = [
    ...mentions,
    ...passedOver(
      tokens,
      form,
      words.upos,
      mention,
      mentions.length,
      mentions.map(({ kind }) => kind),
    ),
  ]
  return {
    doc,
    names,
    count: tokens.length,
    form,
    lower: lowered(form),
    lemma: words.lemma,
    upos: words.upos,
    sentence: placed(tokens, sentences),
    block: placed(tokens, blocks),
    quotation: covering(
      tokens,
      quotations.map(({ spans }) => spans),
    ),
    mention,
    sourceOf: covering(
      tokens,
      attributions.map(({ source }) => source),
    ),
    contentOf: covering(
      tokens,
      attributions.map(({ content }) => content),
    ),
    nounKinds: new Map(),
    countries: new Map(),
  }
}

/** Words outside all mentions that end a person's name elsewhere in the document; noted in `mention` too. */
function passedOver(
  tokens: readonly Span[],
  form: readonly string[],
  upos: readonly Upos[],
  mention: Int32Array,
  count: number,
  kinds: readonly MentionKind[],
): Name[] {
  const surnames = new Set<string>()
  for (let at = 0; at < form.length; at++) {
    const isLast = mention[at]! >= 0 && mention[at + 1] !== mention[at]
    if (isLast && kinds[mention[at]!] === 'person' && /^\p{Lu}\p{L}*\p{Ll}/u.test(form[at]!)) surnames.add(form[at]!)
  }
  const found: Name[] = []
  if (surnames.size === 0) return found
  for (let at = 0; at < form.length; at++) {
    // "Grant" may open a sentence as a verb.
    if ((upos[at] !== 'PROPN' && upos[at] !== 'NOUN') || mention[at]! >= 0 || !surnames.has(form[at]!)) continue
    mention[at] = count + found.length
    found.push({ ...tokens[at]!, id: null, kind: 'person' })
  }
  return found
}
