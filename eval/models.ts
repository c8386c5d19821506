/** The models that ship, for the evaluations that measure them by themselves. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { EnglishModels } from '../src/core/english.ts'
import type { Lemmatizer } from '../src/core/lemmatizer.ts'
import type { WordNetwork } from '../src/core/network.ts'
import { loadLemmas } from '../src/models/load-lemmas.ts'
import { loadWordNetwork, modelsFolder } from '../src/models/load-networks.ts'
import { englishModels } from '../src/runtime/pipelines.ts'

const english = join(modelsFolder, 'en')

/** What the English pipeline of a tier reads with; null in a checkout without trained networks. */
export const shippedModels = (tier: 'full' | 'fast'): EnglishModels | null =>
  existsSync(join(english, 'attribution')) ? englishModels(tier, english) : null

/** The network that reads words, of the full tier; null in a checkout without one. */
export function shippedWords(): WordNetwork | null {
  const folder = join(english, 'words')
  return existsSync(folder) ? loadWordNetwork(folder, join(english, 'word-vectors')) : null
}

export const shippedLemmas = (): Lemmatizer => loadLemmas(join(english, 'lemmas'))
