/** The paragraph after a colon as the content of a report that ends its own: the network reads one paragraph at a time. */
import { CUE_NOUNS, cueForms } from '../english/cue-lexicon.ts'
import { firstFrom, hullOf, type Span, sliceOf } from '../span.ts'
import type { AttributableDoc } from './labelled-span.ts'
import type { OpenCue } from './relation.ts'

/** Most tokens between a report and the colon: "She wrote to the council in May:" */
const LONGEST_TAIL = 8
/** Fewest tokens that are a content. */
const SHORTEST = 4

/**
 * "Rand added:" and, in the next paragraph, what she added: the quotation that it begins with, else all of it. Null where no
 * speaker stands in the sentence that the colon ends, or the cue is no word of speech.
 */
export function nextParagraphs(doc: AttributableDoc): (open: OpenCue) => Span | null {
  let parts: readonly Span[] | undefined
  return (open) => {
    const paragraph = nextParagraph(doc, open)
    if (paragraph === null) return null
    parts ??= doc.layers.quotations.flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start || b.end - a.end)
    const opening = parts[firstFrom(parts, paragraph.start)]
    return opening?.start === paragraph.start ? opening : paragraph
  }
}

function nextParagraph({ text, layers }: AttributableDoc, { cue, source }: OpenCue): Span | null {
  const { blocks, tokens } = layers
  if (!speaks(sliceOf(text, cue))) return null
  const [own, next] = [blocks[cue.block]!, blocks[cue.block + 1]]
  if (source === null || source.block !== cue.block || next === undefined || !isReadOn(next.kind, next.lang))
    return null
  const last = firstFrom(tokens, own.end) - 1
  if (last - Math.max(cue.last, source.last) > LONGEST_TAIL || sliceOf(text, tokens[last]!) !== ':') return null
  if (source.sentence !== cue.sentence || layers.sentences[cue.sentence]!.end < tokens[last]!.end) return null
  const [from, to] = [last + 1, firstFrom(tokens, next.end) - 1]
  return to - from + 1 < SHORTEST ? null : hullOf([tokens[from]!, tokens[to]!])
}

/** Has the cue a word of speech or writing, verb or noun? "What we know:" announces no words of ours. */
function speaks(cue: string): boolean {
  const manners = cue
    .toLowerCase()
    .split(/[^a-z]/)
    .map((word) => cueForms.get(word)?.verb.manner ?? CUE_NOUNS.get(word))
  return manners.some((manner) => manner === 'speech' || manner === 'writing')
}

const isReadOn = (kind: string, lang: string | undefined): boolean =>
  lang === undefined && (kind === 'paragraph' || kind === 'quote')
