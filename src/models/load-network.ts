/** Loads a network from its folder: weights, vocabulary, thresholds, and the word vectors that networks share. */
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ATTRIBUTION_LABELS, MENTION_LABELS, type Network, type Thresholds, UPOS_LABELS } from '../core/network.ts'
import { type Vocabulary, type WordVectors, wordVectors } from './form-encoder.ts'
import { jointNetwork } from './joint-network.ts'
import { type Meta, modelFiles, undamaged } from './model-files.ts'
import { parseSafetensors } from './safetensors.ts'
import { Tensors } from './weights.ts'
import { wordIndex } from './word-index.ts'

/** Where the package keeps its models: `<language>/<task>/`. */
export const modelsFolder = fileURLToPath(new URL('../../models/', import.meta.url))

const loadedVectors = new Map<string, WordVectors>()

/**
 * A network, ready to read; named after its folder and the digest of its weights.
 * @param folder with `meta.json`, `network.safetensors` and `vocabulary.json`.
 * @param vectorsFolder with `meta.json`, `vectors.safetensors` and `words.txt`; read once however many networks use it.
 * @throws OnrecordError `model-missing` or `model-damaged`.
 */
export function loadNetwork(folder: string, vectorsFolder: string): Network {
  const { meta, read } = modelFiles(folder)
  const weights = read('network.safetensors')
  const listed = read('vocabulary.json')
  const vectors = loadVectors(vectorsFolder)
  return undamaged(folder, () => {
    checkLabels(meta)
    const name = `${basename(folder)}-${String(meta.files?.['network.safetensors']).slice(0, 8)}`
    const vocabulary = JSON.parse(listed.toString()) as Vocabulary
    const about = { name, thresholds: thresholdsOf(meta) }
    return jointNetwork(about, new Tensors(parseSafetensors(weights)), vocabulary, vectors)
  })
}

function loadVectors(folder: string): WordVectors {
  let vectors = loadedVectors.get(folder)
  if (vectors === undefined) {
    const { read } = modelFiles(folder)
    const table = read('vectors.safetensors')
    const words = wordIndex(read('words.txt').toString())
    vectors = undamaged(folder, () => wordVectors(new Tensors(parseSafetensors(table)), words))
    loadedVectors.set(folder, vectors)
  }
  return vectors
}

const LABELS: Readonly<Record<string, readonly string[]>> = {
  upos: UPOS_LABELS,
  mention: MENTION_LABELS,
  attribution: ATTRIBUTION_LABELS,
}

/** @throws Error when the columns of a head are not those that the stages read. */
function checkLabels({ labels = {} }: Meta): void {
  for (const [head, names] of Object.entries(labels)) {
    if (String(names) !== String(LABELS[head])) throw new Error(`meta.json has other labels for ${head}`)
  }
}

/** @throws Error when one is missing. */
function thresholdsOf({ thresholds = {} }: Meta): Thresholds {
  const of = (role: string): number => {
    const threshold = thresholds[role]
    if (typeof threshold !== 'number') throw new Error(`meta.json has no threshold for ${role}`)
    return threshold
  }
  return { source: of('source'), cue: of('cue'), content: of('content') }
}
