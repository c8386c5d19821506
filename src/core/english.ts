/** English, stage by stage: the table of contents of the language processing. */
import { networkAttributor } from './attributions/network-attributor.ts'
import { networkSpans } from './attributions/network-spans.ts'
import { ruleAttributor } from './english/rule-attributor.ts'
import type { Lemmatizer } from './lemmatizer.ts'
import { mentionFinder } from './mention-finder.ts'
import type { Network } from './network.ts'
import { type Pipeline, pipelineOf } from './pipeline.ts'
import { quotationFinder } from './quotation-finder.ts'
import { sentenceSplitter } from './sentence-splitter.ts'
import { onSpeakingPages } from './speaking-page.ts'
import { tokenizer } from './tokenizer.ts'
import { wordTagger } from './word-tagger.ts'

/** What the trained stages read with. */
export interface EnglishModels {
  readonly network: Network
  readonly lemmaOf: Lemmatizer
}

type Found = 'blocks' | 'tokens' | 'sentences' | 'quotations' | 'attributions'

/** The pipeline for English: works on the blocks a reader gives; without models the rules alone, which need no file. */
export const english = (models?: EnglishModels): Pipeline<'blocks', Found> =>
  models === undefined ? withRules() : withModels(models)

const upToQuotations = () =>
  pipelineOf('en', ['blocks']).then(tokenizer()).then(sentenceSplitter('en')).then(quotationFinder())

const withRules = () => upToQuotations().then(ruleAttributor()).build()

const withModels = ({ network, lemmaOf }: EnglishModels) => {
  const model = network.name
  return upToQuotations()
    .then({ ...wordTagger(network, lemmaOf), model })
    .then({ ...mentionFinder(network), model })
    .then({ ...onSpeakingPages(networkAttributor(networkSpans(network))), model })
    .build()
}
