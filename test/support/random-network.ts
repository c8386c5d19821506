/** Networks of random weights in the form of the files that ship, for tests and benches of the arithmetic. */
import { seeded } from '../../bench/corpus.ts'
import { ATTRIBUTION_LABELS, MENTION_LABELS, type Network, UPOS_LABELS } from '../../src/core/network.ts'
import { type Vocabulary, wordVectors } from '../../src/models/form-encoder.ts'
import { jointNetwork } from '../../src/models/joint-network.ts'
import { parseSafetensors } from '../../src/models/safetensors.ts'
import { Tensors } from '../../src/models/weights.ts'
import { wordIndex } from '../../src/models/word-index.ts'

export interface Sizes {
  readonly input: number
  /** Units of each LSTM layer in one direction. */
  readonly units: number
  readonly hidden: number
}

export const standardSizes: Sizes = { input: 160, units: 128, hidden: 128 }
export const fastSizes: Sizes = { input: 96, units: 64, hidden: 64 }

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

/** A network of the given sizes that knows `words`; the same seed gives the same weights. */
export function randomNetwork(sizes: Sizes, words: readonly string[], seed = 1): Network {
  const random = seeded(seed)
  const tensors = new Map<string, { shape: readonly number[]; values: Values }>()
  const bytes = (name: string, rows: number, columns: number, most: number): void => {
    const values = Int8Array.from({ length: rows * columns }, () => Math.round((random() * 2 - 1) * 127))
    const scales = Float32Array.from({ length: rows }, () => (most * (0.5 + random() / 2)) / 127)
    tensors.set(name, { shape: [rows, columns], values })
    tensors.set(`${name}.scale`, { shape: [rows], values: scales })
  }
  const floats = (name: string, shape: readonly number[], most: number): void => {
    const length = shape.reduce((product, each) => product * each, 1)
    tensors.set(name, { shape, values: Float32Array.from({ length }, () => (random() * 2 - 1) * most) })
  }
  const { input, units, hidden } = sizes
  const vocabulary: Vocabulary = {
    words: words.slice(0, Math.ceil(words.length / 2)),
    shapes: ['Xxx', 'xx', '99', 'X', '.'],
    suffixes: ['ing', 'ion', 'the', 'aid'],
    endings: ['ng', 'ed', 'id', 'he'],
    beginnings: ['the', 'sai', 'wor'],
  }
  bytes('vectors', words.length + 2, 100, 0.6)
  bytes('word', vocabulary.words.length + 2, 32, 0.6)
  bytes('shape', vocabulary.shapes.length + 2, 12, 0.6)
  bytes('suffix', vocabulary.suffixes.length + 2, 16, 0.6)
  bytes('ending', vocabulary.endings.length + 2, 8, 0.6)
  bytes('beginning', vocabulary.beginnings.length + 2, 12, 0.6)
  bytes('quote', 5, 8, 0.6)
  bytes('input.weight', input, 188, 0.25)
  floats('input.bias', [input], 0.2)
  for (const [layer, columns] of [
    ['lower', input],
    ['upper', 2 * units],
  ] as const) {
    for (const side of ['forward', 'backward']) {
      bytes(`${layer}.${side}.input`, 4 * units, columns, 0.25)
      bytes(`${layer}.${side}.recurrent`, 4 * units, units, 0.25)
      floats(`${layer}.${side}.bias`, [4 * units], 0.3)
    }
  }
  bytes('attribution.hidden.weight', hidden, 4 * units, 0.2)
  floats('attribution.hidden.bias', [hidden], 0.2)
  floats('attribution.weight', [ATTRIBUTION_LABELS.length, hidden], 0.3)
  floats('attribution.bias', [ATTRIBUTION_LABELS.length], 0.3)
  floats('upos.weight', [UPOS_LABELS.length, 4 * units], 0.2)
  floats('upos.bias', [UPOS_LABELS.length], 0.2)
  floats('mention.weight', [MENTION_LABELS.length, 4 * units], 0.2)
  floats('mention.bias', [MENTION_LABELS.length], 0.2)
  floats('crf.transitions', [ATTRIBUTION_LABELS.length, ATTRIBUTION_LABELS.length], 1)
  floats('crf.start', [ATTRIBUTION_LABELS.length], 1)
  const parsed = new Tensors(parseSafetensors(toSafetensors(tensors)))
  return jointNetwork(
    { name: 'random', thresholds: { source: 0.5, cue: 0.5, content: 0.5 } },
    parsed,
    vocabulary,
    wordVectors(parsed, wordIndex(words.map((word) => `${word}\n`).join(''))),
  )
}
