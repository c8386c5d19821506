/** Fits the chance that two statements are one claim in other words, on our own pairs for development, and writes its weights. */
import { writeFileSync } from 'node:fs'
import { NEAR_FEATURES, PLAIN_FEATURES } from '../../src/core/links/relate/repeat-features.ts'
import { repeatDecisions } from './decisions.ts'
import { chanceOf, fit, type Weights } from './logistic.ts'

const FOLDS = 10

const decisions = await repeatDecisions()
console.log(`${decisions.length} pairs, ${decisions.filter(({ isRepeat }) => isRepeat).length} of them repeat`)
crossValidate()
writeFileSync(new URL('../../src/core/links/relate/repeat-weights.ts', import.meta.url), sourceOf(fit(decisions)))

/** Of each threshold what would be offered, each pair judged by weights fitted without those of its fold. */
function crossValidate(): void {
  const folds = Array.from({ length: FOLDS }, (_, fold) => fit(decisions.filter((each) => each.group % FOLDS !== fold)))
  const judged = decisions.map((each) => ({ ...each, chance: chanceOf(folds[each.group % FOLDS]!, each.features) }))
  const loss = judged.reduce((sum, { chance, isRepeat }) => sum - Math.log(isRepeat ? chance : 1 - chance), 0)
  console.log(`cross-validated loss ${(loss / judged.length).toFixed(4)} a pair`)
  for (const least of [0.4, 0.5, 0.55, 0.6, 0.7]) {
    const found = judged.filter(({ chance, byRules }) => byRules || chance >= least)
    const right = found.filter(({ isRepeat }) => isRepeat).length
    const gold = judged.filter(({ isRepeat }) => isRepeat).length
    const percent = (share: number): string => (100 * share).toFixed(1)
    console.log(
      `from ${least}: P ${percent(right / found.length)}  R ${percent(right / gold)} of those that may, F1 ${percent((2 * right) / (found.length + gold))}`,
    )
  }
  if (!process.argv.includes('--faults')) return
  for (const { chance, isRepeat, byRules, name } of judged.sort((a, b) => b.chance - a.chance)) {
    if (chance >= 0.4 !== isRepeat)
      console.log(`${isRepeat ? '+' : '-'} ${chance.toFixed(2)} ${byRules ? 'found ' : ''}${name}`)
  }
}

function sourceOf({ bias, weights }: Weights): string {
  const rows = (values: readonly number[], names: readonly string[]): string[] =>
    names.map((name, index) => `  ${Number(values[index]!.toFixed(2))}, // ${name}`)
  const count = PLAIN_FEATURES.length
  return [
    '/** What tells of one claim in other words, fitted on link-pairs.dev and link-pairs.more (our own); written by train/links/fit-repeats.ts, not by hand. */',
    `export const REPEAT_BIAS = ${bias.toFixed(2)}`,
    '',
    '/** In the order of `PLAIN_FEATURES`. */',
    'export const PLAIN_WEIGHTS: readonly number[] = [',
    ...rows(weights.slice(0, count), PLAIN_FEATURES),
    ']',
    '',
    '/** In the order of `NEAR_FEATURES`. */',
    'export const NEAR_WEIGHTS: readonly number[] = [',
    ...rows(weights.slice(count), NEAR_FEATURES),
    ']',
    '',
  ].join('\n')
}
