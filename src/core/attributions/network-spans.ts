/** Sources, cues and contents as the network sees them: the likely ones, and the best set of them. */
import { type AttributionNetwork, type WordNetwork, wordTags } from '../network.ts'
import { readWithNetwork } from '../network-reading.ts'
import { inTextOrder } from '../span.ts'
import { chainOf, type LikelySpan, spanPosteriors } from '../span-posteriors.ts'
import { bestSpans } from '../span-schedule.ts'
import type { LabelledSpan, SpanFinder } from './labelled-span.ts'

/**
 * What `network` finds in a document, with its own thresholds; each network reads the document once for all stages.
 * @param words whose tags `network` reads, if it reads any.
 */
export function networkSpans(network: AttributionNetwork, words: WordNetwork): SpanFinder {
  const chain = chainOf(network.crf)
  return (doc) => {
    const { tokens } = doc.layers
    const tagsOf = network.readsTags ? () => wordTags(readWithNetwork(words, doc).scores) : undefined
    const { scores, paragraphs } = readWithNetwork(network, doc, tagsOf)
    const labelled = (span: LikelySpan): LabelledSpan => ({
      ...span,
      start: tokens[span.first]!.start,
      end: tokens[span.last]!.end,
    })
    const candidates: LabelledSpan[] = []
    const chosen: LabelledSpan[] = []
    for (let p = 0; p + 1 < paragraphs.length; p++) {
      const likely = spanPosteriors(chain, scores.attribution, paragraphs[p]!, paragraphs[p + 1]!)
      for (const span of likely.map(labelled).sort(inTextOrder)) candidates.push(span)
      for (const span of bestSpans(likely, network.thresholds)) chosen.push(labelled(span))
    }
    return { chosen, candidates }
  }
}
