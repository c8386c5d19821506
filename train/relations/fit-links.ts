/** Fits the weights of the linker on annotated articles and writes them as the table that the linker reads. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { probabilities } from '../../src/core/attributions/linker.ts'
import { type Decision, decisionsOf } from './choices.ts'

const EPOCHS = 8
const RATE = 0.3
/** Pull of every weight to nothing, a step. */
const DECAY = 2e-5
/** Features of fewer choices say nothing that holds elsewhere. */
const FEWEST = 20

const [, , trainFile, devFile] = process.argv
if (trainFile === undefined || devFile === undefined) {
  console.error('usage: node train/relations/fit-links.ts TRAIN.jsonl.gz DEV.jsonl.gz')
  process.exit(2)
}
const table = new URL('../../src/core/attributions/link-weights.ts', import.meta.url)
const weights = fit(await decisionsOf(trainFile, true))
for (const file of [trainFile, devFile]) report(file, await decisionsOf(file, false))
writeFileSync(table, sourceOf(weights))
console.log(`${Object.keys(weights).length} weights → ${join('src/core/attributions', 'link-weights.ts')}`)

/** Multinomial logistic regression by AdaGrad, one decision at a time in the order of the file. */
function fit(decisions: readonly Decision[]): Record<string, number> {
  const weights: Record<string, number> = Object.fromEntries([...frequent(decisions)].map((name) => [name, 0]))
  const squares: Record<string, number> = {}
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { choices, right } of decisions) {
      const shares = sharesOf(choices, weights)
      const rightShare = shares.reduce((sum, share, index) => sum + (right.has(index) ? share : 0), 0)
      for (const [index, features] of choices.entries()) {
        const error = (right.has(index) ? shares[index]! / rightShare : 0) - shares[index]!
        for (const name of features) {
          if (!(name in weights)) continue
          const step = error - DECAY * weights[name]!
          squares[name] = (squares[name] ?? 1e-8) + step * step
          weights[name]! += (RATE * step) / Math.sqrt(squares[name])
        }
      }
    }
  }
  return weights
}

function sharesOf(choices: Decision['choices'], weights: Readonly<Record<string, number>>): number[] {
  return probabilities(choices.map((features) => features.reduce((sum, name) => sum + (weights[name] ?? 0), 0)))
}

function frequent(decisions: readonly Decision[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { choices } of decisions) {
    for (const name of choices.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= FEWEST).map(([name]) => name))
}

function report(file: string, decisions: readonly Decision[]): void {
  for (const role of ['content', 'cue'] as const) {
    const own = decisions.filter((decision) => decision.role === role)
    const right = own.filter(({ choices, right }) => {
      const shares = sharesOf(choices, weights)
      return right.has(shares.indexOf(Math.max(...shares)))
    })
    console.log(
      `${file} ${role}: ${right.length} of ${own.length} right, ${((100 * right.length) / own.length).toFixed(1)} %`,
    )
  }
}

function sourceOf(weights: Readonly<Record<string, number>>): string {
  const rows = Object.entries(weights)
    .map(([name, weight]) => [name, Number(weight.toFixed(2))] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight},`)
  return [
    '/** What each feature of a link is worth; written by train/relations/fit-links.ts, not by hand. */',
    "import type { LinkWeights } from './linker.ts'",
    '',
    'export const LINK_WEIGHTS: LinkWeights = {',
    ...rows,
    '}',
    '',
  ].join('\n')
}
