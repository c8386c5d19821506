/** A document as addressee, medium and relays are read from it: columns over its tokens, made once. */
import type { Attribution, Chain, Doc, MentionKind, RelayKind, Upos } from '../../doc.ts'
import { firstFrom, type Span } from '../../span.ts'
import { covering, lowered, placed } from '../../token-columns.ts'
import { formsOf } from '../../token-forms.ts'
import { addOutlets, namedAsOutlet } from '../medium/known-outlets.ts'

export type ReportDoc = Doc<'tokens' | 'sentences' | 'words' | 'mentions' | 'attributions'>

/** Who is behind an attribution, where somebody has read it already. */
export interface KnownSpeaker {
  readonly name: Span
  readonly chain: string | null
  readonly kind: RelayKind
}

export interface Name extends Span {
  readonly kind: MentionKind
}

export interface ReportView {
  readonly doc: ReportDoc
  readonly count: number
  /** As written; in lower case with straight apostrophes. */
  readonly form: readonly string[]
  readonly lower: readonly string[]
  readonly lemma: readonly string[]
  readonly upos: readonly Upos[]
  /** Index of the sentence; of the name in `names`, -1 for none. */
  readonly sentence: Int32Array
  readonly mention: Int32Array
  /** The mentions of the document, and outlets that it knows none for. */
  readonly names: readonly Name[]
  /** Index of the attribution whose content is the innermost to hold the token; -1 for none. */
  readonly contentOf: Int32Array
  /** Index of the attribution whose cue the token belongs to; -1 for none. */
  readonly cueOf: Int32Array
  /** First token of each sentence, and the number of tokens at the end. */
  readonly sentenceFrom: Int32Array
  readonly indexOf: ReadonlyMap<Attribution, number>
  /** Chains by the end of their references. */
  readonly chains: ReadonlyMap<number, readonly { readonly start: number; readonly chain: Chain }[]>
  readonly speakerOf: (attribution: Attribution) => KnownSpeaker | null
}

/** @param speakerOf who is behind an attribution, where that has been read; the names of relays come from there. */
export function reportView(
  doc: ReportDoc,
  speakerOf: (attribution: Attribution) => KnownSpeaker | null = () => null,
): ReportView {
  const { tokens, words, sentences, mentions, attributions, chains } = doc.layers
  const form = formsOf(doc)
  const ends = new Map<number, { start: number; chain: Chain }[]>()
  for (const chain of chains ?? []) {
    for (const { start, end } of chain.references) {
      const known = ends.get(end)
      if (known === undefined) ends.set(end, [{ start, chain }])
      else known.push({ start, chain })
    }
  }
  const mention = covering(
    tokens,
    mentions.map((one) => [one]),
  )
  const names = [
    ...mentions.map((one) => namedAsOutlet(doc.text, one)),
    ...addOutlets(doc.text, tokens, mentions, mention),
  ]
  return {
    doc,
    count: tokens.length,
    form,
    lower: lowered(form),
    lemma: words.lemma,
    upos: words.upos,
    sentence: placed(tokens, sentences),
    mention,
    names,
    contentOf: covering(
      tokens,
      attributions.map(({ content }) => content),
    ),
    cueOf: covering(
      tokens,
      attributions.map(({ cue }) => cue),
    ),
    sentenceFrom: Int32Array.from([...sentences.map(({ start }) => firstFrom(tokens, start)), tokens.length]),
    indexOf: new Map(attributions.map((attribution, index) => [attribution, index])),
    chains: ends,
    speakerOf,
  }
}

/** Index after the last token of `span`. */
export const afterToken = ({ doc }: ReportView, span: Span): number => firstFrom(doc.layers.tokens, span.end)

/** The chain with a reference that ends where `span` ends, the one nearest in length: "Biden" in "President Biden". */
export function chainAt({ chains, doc }: ReportView, span: Span): Chain | null {
  let best: { start: number; chain: Chain } | null = null
  for (const found of chains.get(span.end) ?? []) {
    // "Channel One Russia" is not Russia.
    if (
      found.chain.kind === 'place' &&
      IN_NAME.test(doc.text.slice(Math.max(span.start, found.start - 20), found.start))
    ) {
      continue
    }
    if (best === null || Math.abs(found.start - span.start) < Math.abs(best.start - span.start)) best = found
  }
  return best?.chain ?? null
}

/** A capital or a number before the last word of a name, and nothing between. */
const IN_NAME = /(?:^| )(?:\p{Lu}[\p{L}.]*|\d+) $/u
