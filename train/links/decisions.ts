/** What the chance of a repetition is fitted on: pairs for development that no guard keeps apart, and statements of different topics. */

import { type PairSet, readPairs } from '../../eval/link-pairs.ts'
import { pageOf, pagesReader } from '../../eval/link-reading.ts'
import { shippedModels } from '../../eval/models.ts'
import { type LinkableView, linkableView } from '../../src/core/links/linkable-view.ts'
import { compare } from '../../src/core/links/relate/compare.ts'
import { differencesOf } from '../../src/core/links/relate/guards.ts'
import { mayRepeat } from '../../src/core/links/relate/repeat-chance.ts'
import { nearFeatures, plainFeatures } from '../../src/core/links/relate/repeat-features.ts'
import { relate } from '../../src/core/links/relate.ts'
import { lazyWordVectors } from '../../src/models/load-word-vectors.ts'
import { modelsFolder } from '../../src/models/model-files.ts'
import type { Example } from './logistic.ts'

export interface RepeatDecision extends Example {
  /** Is it found without the chance? */
  readonly byRules: boolean
  /** Pairs of one group are fitted or judged together. */
  readonly group: number
  readonly name: string
}

const SETS: readonly PairSet[] = ['dev', 'more']
const vectors = lazyWordVectors(`${modelsFolder}en/word-vectors`)()

export async function repeatDecisions(): Promise<RepeatDecision[]> {
  const read = pagesReader(shippedModels('full')!)
  const all: RepeatDecision[] = []
  for (const set of SETS) {
    const pairs = readPairs(set)
    const items = await read(pairs.flatMap(({ id, a, b }) => [pageOf(a, `${id} a`), pageOf(b, `${id} b`)]))
    const views = items.map(linkableView)
    for (const [one, a] of views.entries()) {
      for (let other = one + 1; other < views.length; other++) {
        const [pair, next] = [pairs[one >> 1]!, pairs[other >> 1]!]
        if (pair !== next && pair.topic === next.topic) continue
        const isRepeat = pair === next && (pair.relation === 'repeats' || pair.relation === 'same-utterance')
        const group = pair === next ? one >> 1 : one + other
        const decision = decisionOf(a, views[other]!, isRepeat, group)
        if (decision !== null) all.push(decision)
      }
    }
  }
  return all
}

function decisionOf(a: LinkableView, b: LinkableView, isRepeat: boolean, group: number): RepeatDecision | null {
  const comparison = compare(a, b)
  if (comparison === null || comparison.weight < LEAST) return null
  const found = relate(a, b)
  if (found?.relation === 'conflicts') return null
  const differences = differencesOf(comparison)
  const byRules = found?.relation === 'repeats' || found?.relation === 'same-utterance'
  if (!byRules && !mayRepeat(comparison, differences)) return null
  const features = [...plainFeatures(comparison, differences, vectors), ...nearFeatures(comparison, vectors)]
  return { features, isRepeat, byRules, group, name: `${a.text} | ${b.text}` }
}

/** As in `relate`. */
const LEAST = 0.7
