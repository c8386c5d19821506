/** One run of each network for a document, shared by all stages that read its scores. */

import type { Doc, Token } from './doc.ts'
import type { Network, NetworkInput } from './network.ts'
import { quotationStates } from './quotation-states.ts'
import { firstFrom } from './span.ts'
import { formsOf } from './token-forms.ts'

/** Row `i` of every matrix of `scores` belongs to token `i` of the document's `tokens` layer. */
export interface NetworkReading<Scores> {
  readonly scores: Scores
  /** What was read at a time: paragraph `p` holds the tokens from `paragraphs[p]` up to, not including, `paragraphs[p + 1]`. */
  readonly paragraphs: readonly number[]
}

export type ReadableDoc = Doc<'blocks' | 'tokens' | 'sentences' | 'quotations'>

/** A block of more tokens is cut at the ends of sentences … */
const LONG = 400
/** … and a sentence that is longer than this, anywhere. */
const LONGEST = 600

/** What networks read of a document, and what they have made of it. */
interface Known {
  readonly input: NetworkInput
  readonly scores: Map<object, unknown>
}

const documents = new WeakMap<readonly Token[], Known>()

/**
 * The scores of every token of `doc`, blocks of all kinds; computed once for a tokens layer and a network.
 * @param tagsOf gives the tags of the words, for a network that reads them.
 */
export function readWithNetwork<Scores>(
  network: Network<Scores>,
  doc: ReadableDoc,
  tagsOf?: () => Uint8Array,
): NetworkReading<Scores> {
  const { tokens } = doc.layers
  let known = documents.get(tokens)
  if (known === undefined) {
    known = { input: inputOf(doc), scores: new Map() }
    documents.set(tokens, known)
  }
  const { input, scores } = known
  if (!scores.has(network))
    scores.set(network, network.run(tagsOf === undefined ? input : { ...input, tags: tagsOf() }))
  return { scores: scores.get(network) as Scores, paragraphs: input.paragraphs }
}

function inputOf(doc: ReadableDoc): NetworkInput {
  const { tokens, quotations } = doc.layers
  return {
    forms: formsOf(doc),
    states: quotationStates(tokens, quotations),
    paragraphs: paragraphsOf(doc),
  }
}

/** Token indexes where a paragraph begins, and the number of tokens: a block, or a part of a long one. */
export function paragraphsOf(doc: ReadableDoc): number[] {
  const { blocks, tokens, sentences } = doc.layers
  const starts = [0]
  const cut = (at: number): void => {
    if (at > starts.at(-1)!) starts.push(at)
  }
  for (const block of blocks) {
    const first = firstFrom(tokens, block.start)
    const last = firstFrom(tokens, block.end)
    cut(first)
    if (last - first > LONG) cutLong(first, last, tokens, sentences, cut)
    cut(last)
  }
  cut(tokens.length)
  return starts
}

/** Cuts before each sentence that would make its paragraph longer than `LONG` tokens. */
function cutLong(
  first: number,
  last: number,
  tokens: readonly Token[],
  sentences: readonly Token[],
  cut: (at: number) => void,
): void {
  let begin = first
  let sentence = firstFrom(sentences, tokens[first]!.start)
  while (begin < last) {
    // The furthest sentence end within reach; without one the text is cut where it is longest.
    let end = -1
    for (; sentence < sentences.length; sentence++) {
      const next = Math.min(last, firstFrom(tokens, sentences[sentence]!.end))
      if (next - begin > (end === -1 ? LONGEST : LONG)) break
      if (next > begin) end = next
      if (next === last) break
    }
    begin = end === -1 ? Math.min(last, begin + LONGEST) : end
    cut(begin)
  }
}
