/** Loads a network from its folder, after checking every file against the digest that was written when it was made. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OnrecordError } from '../core/errors.ts'
import type { Network } from '../core/network.ts'
import { type Vocabulary, type WordVectors, wordVectors } from './form-encoder.ts'
import { jointNetwork } from './joint-network.ts'
import { parseSafetensors } from './safetensors.ts'
import { Tensors } from './weights.ts'

/** Where the package keeps its models: `<language>/<task>/`. */
export const modelsFolder = fileURLToPath(new URL('../../models/', import.meta.url))

const loadedVectors = new Map<string, WordVectors>()

/**
 * A network, ready to read.
 * @param folder with `meta.json`, `network.safetensors` and `vocabulary.json`.
 * @param vectorsFolder with `meta.json`, `vectors.safetensors` and `words.txt`; read once however many networks use it.
 * @throws OnrecordError `model-missing` or `model-damaged`.
 */
export function loadNetwork(folder: string, vectorsFolder: string): Network {
  const files = modelFiles(folder)
  const weights = files.read('network.safetensors')
  const listed = files.read('vocabulary.json')
  const vectors = loadVectors(vectorsFolder)
  return undamaged(folder, () => {
    const vocabulary = JSON.parse(listed.toString()) as Vocabulary
    const name = `${basename(folder)}-${hash('sha256', weights).slice(0, 8)}`
    return jointNetwork(name, new Tensors(parseSafetensors(weights)), vocabulary, vectors)
  })
}

function loadVectors(folder: string): WordVectors {
  let vectors = loadedVectors.get(folder)
  if (vectors === undefined) {
    const files = modelFiles(folder)
    const table = files.read('vectors.safetensors')
    const words = files.read('words.txt').toString().trimEnd().split('\n')
    vectors = undamaged(folder, () => wordVectors(new Tensors(parseSafetensors(table)), words))
    loadedVectors.set(folder, vectors)
  }
  return vectors
}

/** Reads files of a model's folder, each of which `meta.json` must list with its digest. */
export function modelFiles(folder: string): { read(name: string): Buffer } {
  const meta = readModelFile(folder, 'meta.json')
  const { files } = undamaged(folder, () => JSON.parse(meta.toString()) as { files?: Record<string, unknown> })
  return {
    read(name) {
      const bytes = readModelFile(folder, name)
      const expected = files?.[name]
      if (hash('sha256', bytes) === expected) return bytes
      const reason = expected === undefined ? `meta.json does not list ${name}` : `${name} has another digest`
      throw new OnrecordError('model-damaged', { model: folder, reason })
    },
  }
}

function readModelFile(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name))
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw new OnrecordError('model-missing', { file: join(folder, name), reason }, { cause: cause as Error })
  }
}

/** What `build` returns; that it cannot be built is the files' fault. */
export function undamaged<Built>(folder: string, build: () => Built): Built {
  try {
    return build()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new OnrecordError('model-damaged', { model: folder, reason }, { cause })
  }
}
