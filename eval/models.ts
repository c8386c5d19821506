/** The models that ship, for the evaluations that measure them by themselves. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Lemmatizer } from '../src/core/lemmatizer.ts'
import type { Network } from '../src/core/network.ts'
import { loadLemmas } from '../src/models/load-lemmas.ts'
import { loadNetwork, modelsFolder } from '../src/models/load-network.ts'

/** The network of the English pipeline; null in a checkout without one. */
export function shippedNetwork(task = 'tagger'): Network | null {
  const folder = join(modelsFolder, 'en', task)
  return existsSync(folder) ? loadNetwork(folder, join(modelsFolder, 'en/word-vectors')) : null
}

export const shippedLemmas = (): Lemmatizer => loadLemmas(join(modelsFolder, 'en/lemmas'))
