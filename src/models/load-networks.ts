/** Loads networks from their folders: weights, vocabulary, thresholds, and the word vectors that networks share. */
import { basename } from 'node:path'
import {
  ATTRIBUTION_LABELS,
  type AttributionNetwork,
  MENTION_LABELS,
  type Thresholds,
  UPOS_LABELS,
  type WordNetwork,
} from '../core/network.ts'
import { attributionNetwork } from './attribution-network.ts'
import { type WordVectors, wordVectors } from './form-encoder.ts'
import { type FormRows, formRows, type Vocabulary } from './form-rows.ts'
import { type Meta, modelFiles, undamaged } from './model-files.ts'
import { parseSafetensors } from './safetensors.ts'
import { Tensors } from './weights.ts'
import { wordIndex } from './word-index.ts'
import { wordNetwork } from './word-network.ts'

export { modelsFolder } from './model-files.ts'

const loadedVectors = new Map<string, WordVectors>()

/** A model's folder, read and compared with its digests. */
interface Parts {
  readonly meta: Meta
  /** After the folder and the digest of the weights. */
  readonly name: string
  readonly tensors: Tensors
  readonly rows: FormRows
  readonly vectors: WordVectors
}

/**
 * The network that tells parts of speech and mentions.
 * @param folder with `meta.json`, `network.safetensors` and `vocabulary.json`.
 * @param vectorsFolder with `meta.json`, `vectors.safetensors` and `words.txt`; read once however many networks use it.
 * @throws OnrecordError `model-missing` or `model-damaged`.
 */
export const loadWordNetwork = (folder: string, vectorsFolder: string): WordNetwork =>
  load(folder, vectorsFolder, ({ meta, name, tensors, rows, vectors }) => {
    checkLabels(meta, { upos: UPOS_LABELS, mention: MENTION_LABELS })
    return wordNetwork(name, tensors, rows, vectors)
  })

/**
 * The network that finds attributions; other parameters and errors as for `loadWordNetwork`.
 * @param words whose tags it will be given, if it reads tags: those of another network would mislead it.
 */
export const loadAttributionNetwork = (
  folder: string,
  vectorsFolder: string,
  words: WordNetwork | null,
): AttributionNetwork =>
  load(folder, vectorsFolder, ({ meta, name, tensors, rows, vectors }) => {
    checkLabels(meta, { attribution: ATTRIBUTION_LABELS })
    if (words !== null && meta.tagsOf !== undefined && !words.name.endsWith(digestStart(meta.tagsOf))) {
      throw new Error(`meta.json asks for the tags of other words than ${words.name}`)
    }
    return attributionNetwork({ name, thresholds: thresholdsOf(meta) }, tensors, rows, vectors)
  })

function load<Loaded>(folder: string, vectorsFolder: string, build: (parts: Parts) => Loaded): Loaded {
  const { meta, read } = modelFiles(folder)
  const weights = read('network.safetensors')
  const listed = read('vocabulary.json')
  const vectors = loadVectors(vectorsFolder)
  return undamaged(folder, () =>
    build({
      meta,
      name: `${basename(folder)}-${digestStart(meta.files?.['network.safetensors'])}`,
      tensors: new Tensors(parseSafetensors(weights)),
      rows: rowsOf(String(meta.files?.['vocabulary.json']), listed, vectors),
      vectors,
    }),
  )
}

/** Digest of a vocabulary → what looks forms up in it: the networks of a tier have the same one. */
const loadedRows = new WeakMap<WordVectors, Map<string, FormRows>>()

function rowsOf(digest: string, vocabulary: Buffer, vectors: WordVectors): FormRows {
  const known = loadedRows.get(vectors) ?? new Map<string, FormRows>()
  loadedRows.set(vectors, known)
  let rows = known.get(digest)
  if (rows === undefined) {
    rows = formRows(JSON.parse(vocabulary.toString()) as Vocabulary, vectors.index)
    known.set(digest, rows)
  }
  return rows
}

/** As much of a digest as a network's name tells. */
const digestStart = (digest: unknown): string => String(digest).slice(0, 8)

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

/** @throws Error when the columns of a head are not those that the stages read. */
function checkLabels({ labels = {} }: Meta, expected: Readonly<Record<string, readonly string[]>>): void {
  for (const [head, names] of Object.entries(expected)) {
    if (String(labels[head]) !== String(names)) throw new Error(`meta.json has other labels for ${head}`)
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
