/** Sources, cues and contents as the network sees them: the likely ones, and the best set of them. */
import type { AttributableDoc, FoundSpans, LabelledSpan, SpanFinder } from './attributions/labelled-span.ts'
import type { Network } from './network.ts'
import { readWithNetwork } from './network-reading.ts'
import { inTextOrder } from './span.ts'
import { chainOf, type LikelySpan, spanPosteriors } from './span-posteriors.ts'
import { bestSpans, type Thresholds } from './span-schedule.ts'

/** @param thresholds tuned with the network. */
export function networkSpans(network: Network, thresholds: Thresholds): SpanFinder {
  const chain = chainOf(network.crf)
  return (doc: AttributableDoc): FoundSpans => {
    const { tokens } = doc.layers
    const { output, paragraphs } = readWithNetwork(network, doc)
    const labelled = (span: LikelySpan): LabelledSpan => ({
      ...span,
      start: tokens[span.first]!.start,
      end: tokens[span.last]!.end,
    })
    const candidates: LabelledSpan[] = []
    const chosen: LabelledSpan[] = []
    for (let p = 0; p + 1 < paragraphs.length; p++) {
      const likely = spanPosteriors(chain, output.attribution, paragraphs[p]!, paragraphs[p + 1]!)
      candidates.push(...likely.map(labelled).sort(inTextOrder))
      chosen.push(...bestSpans(likely, thresholds).map(labelled))
    }
    return { chosen, candidates }
  }
}
