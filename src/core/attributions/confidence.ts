/** How sure an attribution is: the probability, as measured, that an annotator has it too. */
import type { Form } from '../doc.ts'
import type { RuleName } from '../english/rule-table.ts'
import { CONFIDENCE_WEIGHTS } from './confidence-weights.ts'
import type { Find } from './find.ts'
import { RULE_ACCEPTANCE } from './rule-acceptance.ts'

/** Feature → value: `certain` parts are log odds, the rest 1 where they hold. */
export type ConfidenceFeatures = Readonly<Record<string, number>>

/** What a find that the network had a part in is judged by. */
export function confidenceFeatures({ belief, source, cue, content, standing }: Find, form: Form): ConfidenceFeatures {
  const { origin, ...certain } = belief!
  return {
    any: 1,
    ...Object.fromEntries(Object.entries(certain).map(([name, probability]) => [name, logOdds(probability)])),
    [origin]: 1,
    [form]: 1,
    ...(standing === null ? {} : { [standing]: 1 }),
    ...(source.length === 0 ? { 'no source': 1 } : {}),
    ...(cue.length === 0 ? { 'no cue': 1 } : {}),
    ...(content.length > 1 ? { split: 1 } : {}),
  }
}

const logOdds = (probability: number): number => {
  const clipped = Math.min(0.99, Math.max(0.01, probability))
  return Math.log(clipped / (1 - clipped))
}

/** 0 to 1, in hundredths. A rule's own find has what the table of rules says. */
export function confidenceOf(find: Find, form: Form): number {
  if (find.belief === null) return RULE_ACCEPTANCE[find.rule!.by as RuleName]?.[find.standing!] ?? find.rule!.confidence
  let score = 0
  for (const [name, value] of Object.entries(confidenceFeatures(find, form))) {
    score += value * (CONFIDENCE_WEIGHTS[name] ?? 0)
  }
  return Math.round(100 / (1 + Math.exp(-score))) / 100
}
