/** One run of the network for a document, shared by all stages that read its scores. */
import type { Doc, Token } from './doc.ts'
import type { Network, NetworkOutput } from './network.ts'
import { firstFrom, quotationStates } from './quotation-states.ts'

/** Row `i` of every matrix of `output` belongs to token `i` of the document's `tokens` layer. */
export interface NetworkReading {
  readonly output: NetworkOutput
  /** What was read at a time: paragraph `p` holds the tokens from `paragraphs[p]` up to, not including, `paragraphs[p + 1]`. */
  readonly paragraphs: readonly number[]
}

export type ReadableDoc = Doc<'blocks' | 'tokens' | 'sentences' | 'quotations'>

/** A block of more tokens is cut at the ends of sentences … */
const LONG = 400
/** … and a sentence that is longer than this, anywhere. */
const LONGEST = 600

const readings = new WeakMap<readonly Token[], Map<Network, NetworkReading>>()

/** The scores of every token of `doc`, blocks of all kinds; computed once for a tokens layer and a network. */
export function readWithNetwork(network: Network, doc: ReadableDoc): NetworkReading {
  const { tokens } = doc.layers
  let known = readings.get(tokens)
  if (known === undefined) {
    known = new Map()
    readings.set(tokens, known)
  }
  let reading = known.get(network)
  if (reading === undefined) {
    const paragraphs = paragraphsOf(doc)
    const forms = tokens.map((token) => doc.text.slice(token.start, token.end))
    const output = network.run({ forms, states: quotationStates(tokens, doc.layers.quotations), paragraphs })
    reading = { output, paragraphs }
    known.set(network, reading)
  }
  return reading
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
