/** The pipelines that `evaluate attribution` measures: with the network that ships, with a network's spans from a file, with rules. */
import { networkAttributor } from '../src/core/attributions/network-attributor.ts'
import { english } from '../src/core/english.ts'
import { pipelineOf } from '../src/core/pipeline.ts'
import { quotationFinder } from '../src/core/quotation-finder.ts'
import { sentenceSplitter } from '../src/core/sentence-splitter.ts'
import { tokenizer } from '../src/core/tokenizer.ts'
import type { ArticlePipeline } from './attribution-articles.ts'
import { readDump, spansOfDump } from './attribution-dump.ts'
import { shippedModels } from './models.ts'

/** `full`, `fast`: the networks of that tier; `rules`: none. */
export type Model = 'full' | 'fast' | 'rules'

/** The pipeline with the networks of a tier; with the rules alone where the checkout has none. */
export function pipelineWith(model: Model): ArticlePipeline {
  return english((model === 'rules' ? null : shippedModels(model)) ?? undefined)
}

/** For each article that a dump of a network's spans holds, the pipeline with these; null for others. */
export function pipelinesOverDump(file: string): (name: string) => ArticlePipeline | null {
  const dump = readDump(file)
  return (name) => {
    const paragraphs = dump.get(name)
    return paragraphs === undefined
      ? null
      : pipelineOf('en', ['blocks'])
          .then(tokenizer())
          .then(sentenceSplitter('en'))
          .then(quotationFinder())
          .then(networkAttributor((doc) => spansOfDump(doc, paragraphs)))
          .build()
  }
}
