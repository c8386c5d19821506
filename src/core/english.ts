/** English, stage by stage: the table of contents of the language processing. */
import { actReader } from './act-reader.ts'
import { networkAttributor } from './attributions/network-attributor.ts'
import { networkSpans } from './attributions/network-spans.ts'
import { chainFinder } from './chain-finder.ts'
import { ruleAttributor } from './english/rule-attributor.ts'
import type { Lemmatizer } from './lemmatizer.ts'
import { mentionFinder } from './mention-finder.ts'
import type { AttributionNetwork, WordNetwork } from './network.ts'
import { type Pipeline, pipelineOf } from './pipeline.ts'
import { quotationFinder } from './quotation-finder.ts'
import { sentenceSplitter } from './sentence-splitter.ts'
import { onSpeakingPages } from './speaking-page.ts'
import { subjectReader } from './subject-reader.ts'
import { timexFinder } from './timex-finder.ts'
import { tokenizer } from './tokenizer.ts'
import { turnFinder } from './turn-finder.ts'
import { turnReader } from './turn-reader.ts'
import { withTurns } from './turns/turn-attributor.ts'
import { utteranceReader } from './utterance-reader.ts'
import { wordTagger } from './word-tagger.ts'

/** What the trained stages read with. */
export interface EnglishModels {
  readonly words: WordNetwork
  readonly attribution: AttributionNetwork
  readonly lemmaOf: Lemmatizer
}

type Found = 'blocks' | 'tokens' | 'sentences' | 'quotations' | 'attributions' | 'timexes' | 'acts' | 'turns'

/** The pipeline for English: works on the blocks a reader gives; without models the rules alone, which need no file. */
export const english = (models?: EnglishModels): Pipeline<'blocks', Found> =>
  models === undefined ? withRules() : withModels(models)

const upToQuotations = () =>
  pipelineOf('en', ['blocks']).then(turnFinder()).then(tokenizer()).then(sentenceSplitter('en')).then(quotationFinder())

const withRules = () =>
  upToQuotations().then(withTurns(ruleAttributor())).then(timexFinder()).then(turnReader()).then(actReader()).build()

const withModels = ({ words, attribution, lemmaOf }: EnglishModels) =>
  upToQuotations()
    .then({ ...wordTagger(words, lemmaOf), model: words.name })
    .then({ ...mentionFinder(words), model: words.name })
    .then({
      ...withTurns(onSpeakingPages(networkAttributor(networkSpans(attribution, words)))),
      model: attribution.name,
    })
    .then(timexFinder())
    .then(chainFinder())
    .then(utteranceReader())
    .then(actReader())
    .then(subjectReader())
    .build()
