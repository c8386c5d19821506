/** Fits the confidence of finds by logistic regression and writes the table that the attributor reads. */
import { writeFileSync } from 'node:fs'
import { confidenceFeatures } from '../../src/core/attributions/confidence.ts'
import { judgedFinds } from './judged-finds.ts'

const STEPS = 3000
const RATE = 0.5
/** Pull of every weight to nothing. */
const DECAY = 0.002

const [, , articlesFile, dumpFile] = process.argv
if (articlesFile === undefined || dumpFile === undefined) {
  console.error('usage: node train/relations/fit-confidence.ts ARTICLES.jsonl.gz DUMP.jsonl')
  process.exit(2)
}
const judged = (await judgedFinds(articlesFile, dumpFile)).filter(({ find, nested }) => find.belief !== null && !nested)
const rows = judged.map(({ find, form, right }) => ({ features: confidenceFeatures(find, form), right: right ? 1 : 0 }))
const weights = fit()
const lines = Object.entries(weights).map(
  ([name, weight]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${Number(weight.toFixed(3))},`,
)
const table = `/** What each feature of a find is worth to its confidence; written by train/relations/fit-confidence.ts, not by hand. */

export const CONFIDENCE_WEIGHTS: Readonly<Record<string, number>> = {
${lines.join('\n')}
}
`
writeFileSync(new URL('../../src/core/attributions/confidence-weights.ts', import.meta.url), table)
console.log(`${rows.length} finds, ${lines.length} weights → src/core/attributions/confidence-weights.ts`)

/** Gradient descent over all rows, from nothing. */
function fit(): Record<string, number> {
  const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].sort()
  const weights: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]))
  for (let step = 0; step < STEPS; step++) {
    const slope: Record<string, number> = {}
    for (const { features, right } of rows) {
      let score = 0
      for (const [name, value] of Object.entries(features)) score += value * weights[name]!
      const error = right - 1 / (1 + Math.exp(-score))
      for (const [name, value] of Object.entries(features)) slope[name] = (slope[name] ?? 0) + error * value
    }
    for (const name of names) weights[name]! += (RATE / 4) * ((slope[name] ?? 0) / rows.length - DECAY * weights[name]!)
  }
  return weights
}
