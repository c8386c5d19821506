/** English, stage by stage: the table of contents of the language processing. */
import { ruleAttributor } from './english/rule-attributor.ts'
import { pipelineOf } from './pipeline.ts'
import { quotationFinder } from './quotation-finder.ts'
import { sentenceSplitter } from './sentence-splitter.ts'
import { tokenizer } from './tokenizer.ts'

/** The pipeline for English: works on the blocks a reader gives, needs no model and no download. */
export const english = () =>
  pipelineOf('en', ['blocks'])
    .then(tokenizer())
    .then(sentenceSplitter('en'))
    .then(quotationFinder())
    .then(ruleAttributor())
    .build()
