/** Writes src/core/acts/confidence.ts: how often each kind of evidence is right, on folds 0 to 3 and PLOVER's even numbers. */
import { writeFileSync } from 'node:fs'
import { evaluateVerdicts } from '../../eval/acts.ts'
import { pipelineWith } from '../../eval/attribution-pipelines.ts'

/** What a kind of evidence is believed to be right before it has been seen, and how many items that counts for. */
const PRIOR = 0.75
const WEIGHT = 8
/** Each sentence of PLOVER counts for three: our own were written together with the rows, and real news is farther off. */
const FOREIGN = 3

/** Where no cue tells, real news is farther from our own sentences than the measured share says. */
const UNTOLD = 0.85

const target = new URL('../../src/core/acts/confidence.ts', import.meta.url)
const verdicts = await evaluateVerdicts(process.argv[2] ?? '../shared/data', pipelineWith('rules'))
const counts = new Map<string, { right: number; of: number }>()
for (const { by, expected, given, isForeign } of verdicts) {
  // PLOVER has no mere assertions, so it cannot tell how often the default is right.
  if (isForeign && by === 'nothing') continue
  const times = isForeign ? FOREIGN : 1
  for (const key of new Set([by, by.split(':')[0]!])) {
    const count = counts.get(key) ?? { right: 0, of: 0 }
    count.of += times
    if (expected === given) count.right += times
    counts.set(key, count)
  }
}
const shareOf = (key: string, prior: number): number => {
  const { right, of } = counts.get(key)!
  return (right + WEIGHT * prior) / (of + WEIGHT)
}
const rows = [...counts.keys()].sort().map((key) => {
  const group = key.split(':')[0]!
  const share = key === group ? shareOf(key, PRIOR) : shareOf(key, shareOf(group, PRIOR))
  return `  '${key}': ${Math.min(group === 'cue' ? 0.95 : UNTOLD, share).toFixed(2)},`
})
writeFileSync(
  target,
  `/** How often a reading of each kind of evidence is right; written by train/acts/fit-confidence.ts, not by hand. */

/** Evidence as \`ActEvidence.by\` names it, or its kind before the colon. */
export const CONFIDENCE: Readonly<Record<string, number>> = {
${rows.join('\n')}
}

/** 0 to 1; what no sentence of the fitting rests on is believed as far as anything unseen. */
export const confidenceOf = (by: string): number => CONFIDENCE[by] ?? CONFIDENCE[by.split(':')[0]!] ?? ${PRIOR}
`,
)
console.log(`${verdicts.length} readings, ${rows.length} kinds of evidence`)
