/** Sources, cues and contents as the network sees them: the likely ones, and the best set of them. */
import type { AttributableDoc, FoundSpans, LabelledSpan, SpanFinder } from './attributions/labelled-span.ts'
import type { Network } from './network.ts'
import { readWithNetwork } from './network-reading.ts'
import { inTextOrder } from './span.ts'
import { chainOf, spanPosteriors } from './span-posteriors.ts'
import { bestSpans } from './span-schedule.ts'

/** Candidates less likely than this change nothing. */
const LEAST_CANDIDATE = 0.05

/** What `network` finds in the blocks that statements may come from, with its own thresholds. */
export function networkSpans(network: Network): SpanFinder {
  const chain = chainOf(network.crf)
  return (doc: AttributableDoc): FoundSpans => {
    const { blocks, tokens } = doc.layers
    const { output, paragraphs } = readWithNetwork(network, doc)
    const candidates: LabelledSpan[] = []
    const chosen: LabelledSpan[] = []
    let block = 0
    for (let p = 0; p + 1 < paragraphs.length; p++) {
      const [from, to] = [paragraphs[p]!, paragraphs[p + 1]!]
      while (blocks[block]!.end <= tokens[from]!.start) block++
      const { kind, lang } = blocks[block]!
      if (kind === 'boilerplate' || lang !== undefined) continue
      const likely = spanPosteriors(chain, output.attribution, from, to)
        .filter(({ posterior }) => posterior >= LEAST_CANDIDATE)
        .map((span) => ({ ...span, start: tokens[span.first]!.start, end: tokens[span.last]!.end }))
      chosen.push(...bestSpans(likely, network.thresholds))
      candidates.push(...likely.sort(inTextOrder))
    }
    return { chosen, candidates }
  }
}
