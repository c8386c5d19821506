/** Networks of random weights in the form of the files that ship, for tests and benches of the arithmetic. */
import { seeded } from '../../bench/corpus.ts'
import {
  ATTRIBUTION_LABELS,
  type AttributionNetwork,
  MENTION_LABELS,
  UPOS_LABELS,
  WORD_TAGS,
  type WordNetwork,
} from '../../src/core/network.ts'
import { attributionNetwork } from '../../src/models/attribution-network.ts'
import { type WordVectors, wordVectors } from '../../src/models/form-encoder.ts'
import { formRows, type Vocabulary } from '../../src/models/form-rows.ts'
import { parseSafetensors } from '../../src/models/safetensors.ts'
import { Tensors } from '../../src/models/weights.ts'
import { wordIndex } from '../../src/models/word-index.ts'
import { wordNetwork } from '../../src/models/word-network.ts'

export interface Sizes {
  readonly input: number
  /** Units of the lower LSTM layer in one direction. */
  readonly lower: number
  readonly upper: number
  readonly hidden: number
}

export const standardSizes: Sizes = { input: 160, lower: 128, upper: 128, hidden: 128 }
export const fastSizes: Sizes = { input: 96, lower: 64, upper: 48, hidden: 64 }

type Values = Int8Array | Float32Array

/** A safetensors file of `tensors`. */
export function toSafetensors(tensors: ReadonlyMap<string, { shape: readonly number[]; values: Values }>): Uint8Array {
  let length = 0
  const header: Record<string, unknown> = {}
  for (const [name, { shape, values }] of tensors) {
    const dtype = values instanceof Int8Array ? 'I8' : 'F32'
    header[name] = { dtype, shape, data_offsets: [length, length + values.byteLength] }
    length += values.byteLength
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const file = new Uint8Array(8 + head.length + length)
  new DataView(file.buffer).setBigUint64(0, BigInt(head.length), true)
  file.set(head, 8)
  let at = 8 + head.length
  for (const { values } of tensors.values()) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
    at += values.byteLength
  }
  return file
}

/** Tensors of random values by name; the same seed gives the same. */
class RandomTensors {
  private readonly byName = new Map<string, { shape: readonly number[]; values: Values }>()
  private readonly random: () => number

  constructor(seed: number) {
    this.random = seeded(seed)
  }

  bytes(name: string, rows: number, columns: number, most: number): void {
    const { random } = this
    const values = Int8Array.from({ length: rows * columns }, () => Math.round((random() * 2 - 1) * 127))
    const scales = Float32Array.from({ length: rows }, () => (most * (0.5 + random() / 2)) / 127)
    this.byName.set(name, { shape: [rows, columns], values })
    this.byName.set(`${name}.scale`, { shape: [rows], values: scales })
  }

  floats(name: string, shape: readonly number[], most: number): void {
    const length = shape.reduce((product, each) => product * each, 1)
    this.byName.set(name, { shape, values: Float32Array.from({ length }, () => (this.random() * 2 - 1) * most) })
  }

  layer(name: string, columns: number, units: number): void {
    for (const side of ['forward', 'backward']) {
      this.bytes(`${name}.${side}.input`, 4 * units, columns, 0.25)
      this.bytes(`${name}.${side}.recurrent`, 4 * units, units, 0.25)
      this.floats(`${name}.${side}.bias`, [4 * units], 0.3)
    }
  }

  /** As `src/models` reads them from a file. */
  parsed(): Tensors {
    return new Tensors(parseSafetensors(toSafetensors(this.byName)))
  }
}

/** Adds the embeddings and the lower layer of a network that knows `words`. */
function addLower(tensors: RandomTensors, { input, lower }: Sizes, words: readonly string[], tagWidth = 0): Vocabulary {
  const vocabulary = {
    words: words.slice(0, Math.ceil(words.length / 2)),
    shapes: ['Xxx', 'xx', '99', 'X', '.'],
    suffixes: ['ing', 'ion', 'the', 'aid'],
    endings: ['ng', 'ed', 'id', 'he'],
    beginnings: ['the', 'sai', 'wor'],
  }
  tensors.bytes('vectors', words.length + 2, 100, 0.6)
  tensors.bytes('word', vocabulary.words.length + 2, 32, 0.6)
  tensors.bytes('shape', vocabulary.shapes.length + 2, 12, 0.6)
  tensors.bytes('suffix', vocabulary.suffixes.length + 2, 16, 0.6)
  tensors.bytes('ending', vocabulary.endings.length + 2, 8, 0.6)
  tensors.bytes('beginning', vocabulary.beginnings.length + 2, 12, 0.6)
  tensors.bytes('quote', 5, 8, 0.6)
  if (tagWidth > 0) tensors.bytes('tag', WORD_TAGS, tagWidth, 0.6)
  tensors.bytes('input.weight', input, 188 + tagWidth, 0.25)
  tensors.floats('input.bias', [input], 0.2)
  tensors.layer('lower', input, lower)
  return vocabulary
}

const vectorsOf = (tensors: Tensors, words: readonly string[]): WordVectors =>
  wordVectors(tensors, wordIndex(words.map((word) => `${word}\n`).join('')))

/** A network of the lower layer's sizes that knows `words`; the same seed gives the same weights. */
export function randomWordNetwork(sizes: Sizes, words: readonly string[], seed = 1): WordNetwork {
  const tensors = new RandomTensors(seed)
  const vocabulary = addLower(tensors, sizes, words)
  for (const [head, { length }] of [
    ['upos', UPOS_LABELS],
    ['mention', MENTION_LABELS],
  ] as const) {
    tensors.floats(`${head}.weight`, [length, 2 * sizes.lower], 0.2)
    tensors.floats(`${head}.bias`, [length], 0.2)
  }
  const parsed = tensors.parsed()
  const vectors = vectorsOf(parsed, words)
  return wordNetwork('random', parsed, formRows(vocabulary, vectors.index), vectors)
}

/** A network of the given sizes that knows `words`; the same seed gives the same weights. With `tagWidth` it reads tags. */
export function randomAttributionNetwork(
  sizes: Sizes,
  words: readonly string[],
  seed = 1,
  tagWidth = 0,
): AttributionNetwork {
  const { lower, upper, hidden } = sizes
  const labels = ATTRIBUTION_LABELS.length
  const tensors = new RandomTensors(seed)
  const vocabulary = addLower(tensors, sizes, words, tagWidth)
  tensors.layer('upper', 2 * lower, upper)
  tensors.bytes('attribution.hidden.weight', hidden, 2 * (lower + upper), 0.2)
  tensors.floats('attribution.hidden.bias', [hidden], 0.2)
  tensors.floats('attribution.weight', [labels, hidden], 0.3)
  tensors.floats('attribution.bias', [labels], 0.3)
  tensors.floats('crf.transitions', [labels, labels], 1)
  tensors.floats('crf.start', [labels], 1)
  const parsed = tensors.parsed()
  const about = { name: 'random', thresholds: { source: 0.5, cue: 0.5, content: 0.5 } }
  const vectors = vectorsOf(parsed, words)
  return attributionNetwork(about, parsed, formRows(vocabulary, vectors.index), vectors)
}
