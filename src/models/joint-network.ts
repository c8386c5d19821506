/** The joint network: embeddings, two bidirectional LSTM layers, three heads; the kernel does the arithmetic. */
import {
  ATTRIBUTION_LABELS,
  LONGEST_PARAGRAPH,
  MENTION_LABELS,
  type Network,
  type NetworkInput,
  type NetworkOutput,
  UPOS_LABELS,
} from '../core/network.ts'
import { formEncoder, type Vocabulary, type WordVectors } from './form-encoder.ts'
import { inputLayer } from './input-layer.ts'
import { type Kernel, newKernel } from './kernel/kernel.ts'
import { lanesOf, type Stretch } from './lanes.ts'
import { type Hidden, recurrentLayers } from './recurrent-layer.ts'
import { floatsOf } from './safetensors.ts'
import {
  HIDDEN_UNIT,
  type Placed,
  placeFloatMatrix,
  placeFloats,
  placeGates,
  placeMatrix,
  type Tensors,
} from './weights.ts'

/** Tokens whose layers are in memory at once; a paragraph is never cut. */
const BATCH = 1536
/** Tokens that go through the heads at a time. */
const CHUNK = 64

const UPOS = UPOS_LABELS.length
const MENTIONS = MENTION_LABELS.length
const ATTRIBUTION = ATTRIBUTION_LABELS.length

/** What a network is apart from its weights. */
type About = Pick<Network, 'name' | 'thresholds'>

/** @throws Error that names the tensor that is missing or does not fit. */
export function jointNetwork(about: About, tensors: Tensors, vocabulary: Vocabulary, vectors: WordVectors): Network {
  const kernel = newKernel()
  const units = tensors.get('lower.forward.recurrent', 'I8', 2).shape[1]!
  const hidden: Hidden = { address: kernel.reserve((BATCH + 1) * 8 * units), rowBytes: 8 * units }
  const input = inputLayer(kernel, tensors, formEncoder(tensors, vocabulary, vectors), units, BATCH)
  const upper = upperInput(kernel, tensors, hidden, units)
  const recurrent = recurrentLayers(kernel, hidden, units, BATCH)
  const direction = (layer: string, side: string, place: number) => ({
    recurrent: placeGates(kernel, tensors, `${layer}.${side}.recurrent`, { units, columns: units }, null, HIDDEN_UNIT),
    backwards: side === 'backward',
    column: place * 2 * units,
  })
  const lowerForward = direction('lower', 'forward', 0)
  const lowerBackward = direction('lower', 'backward', 1)
  const upperForward = direction('upper', 'forward', 2)
  const upperBackward = direction('upper', 'backward', 3)
  const readHeads = heads(kernel, tensors, hidden, units)
  const gates = new Int32Array(BATCH)

  /** Reads `paragraphs`, `count` tokens from `from` on. */
  function readBatch(
    given: NetworkInput,
    from: number,
    count: number,
    paragraphs: Stretch[],
    output: NetworkOutput,
  ): void {
    input.locate(given, from, from + count, gates)
    const lanes = lanesOf(paragraphs)
    recurrent.run(lowerForward, lanes, gates, 0)
    recurrent.run(lowerBackward, lanes, gates, input.backwardStep)
    recurrent.run(upperForward, lanes, upper.gates('forward', count), 0)
    recurrent.run(upperBackward, lanes, upper.gates('backward', count), 0)
    readHeads(from, count, output)
  }

  return {
    ...about,
    crf: {
      transitions: floatsOf(tensors.matrix('crf.transitions', 'F32', ATTRIBUTION, ATTRIBUTION)),
      start: tensors.floats('crf.start', ATTRIBUTION),
    },
    run(given) {
      const tokens = given.forms.length
      const output = {
        upos: new Float32Array(tokens * UPOS),
        mentions: new Float32Array(tokens * MENTIONS),
        attribution: new Float32Array(tokens * ATTRIBUTION),
      }
      let paragraphs: Stretch[] = []
      let from = 0
      for (let p = 0; p + 1 < given.paragraphs.length; p++) {
        const [first, last] = [given.paragraphs[p]!, given.paragraphs[p + 1]!]
        if (last - first > LONGEST_PARAGRAPH) throw new RangeError(`a paragraph of ${last - first} tokens`)
        if (last - from > BATCH) {
          readBatch(given, from, first - from, paragraphs, output)
          paragraphs = []
          from = first
        }
        if (last > first) paragraphs.push({ first: first - from, last: last - from })
      }
      if (tokens > from) readBatch(given, from, tokens - from, paragraphs, output)
      return output
    },
  }
}

/** From the lower layer's hidden values to the pre-activations of the upper one, one direction at a time. */
function upperInput(kernel: Kernel, tensors: Tensors, hidden: Hidden, units: number) {
  const size = { units, columns: 2 * units }
  const matrices = {
    forward: placeGates(kernel, tensors, 'upper.forward.input', size, 'upper.forward.bias', HIDDEN_UNIT),
    backward: placeGates(kernel, tensors, 'upper.backward.input', size, 'upper.backward.bias', HIDDEN_UNIT),
  }
  const rowBytes = 4 * units * 4
  const rows = kernel.reserve((BATCH + 1) * rowBytes)
  const addresses = Int32Array.from({ length: BATCH + 1 }, (_, token) => rows + token * rowBytes)
  const outputs = kernel.reserve(addresses.length * 4)
  new Int32Array(kernel.memory.buffer, outputs, addresses.length).set(addresses)
  const ones = placeFloats(kernel, new Float32Array(BATCH + 1).fill(1))
  return {
    /** Addresses of the pre-activations of the first `count` tokens; the same for both directions, so one after the other. */
    gates(side: 'forward' | 'backward', count: number): Int32Array {
      const { weights, scales, biases, blocks, pairs } = matrices[side]
      const { address, rowBytes } = hidden
      kernel.dense(address, rowBytes, ones, count, weights, scales, biases, blocks, pairs, outputs)
      return addresses
    },
  }
}

/** From the hidden values of both layers to scores. */
function heads(kernel: Kernel, tensors: Tensors, hidden: Hidden, units: number) {
  const columns = 4 * units
  const relation: Placed = placeMatrix(kernel, tensors, 'attribution.hidden.weight', columns, 'attribution.hidden.bias')
  const relationWidth = tensors.get('attribution.hidden.weight', 'I8', 2).shape[0]!
  if (relationWidth % 16 !== 0)
    throw new Error(`attribution.hidden.weight: ${relationWidth} rows, not a multiple of 16`)
  const roles = placeFloatMatrix(kernel, tensors, [{ name: 'attribution', rows: ATTRIBUTION }], relationWidth)
  const words = placeFloatMatrix(
    kernel,
    tensors,
    [
      { name: 'upos', rows: UPOS },
      { name: 'mention', rows: MENTIONS },
    ],
    columns,
  )
  const values = kernel.reserve((CHUNK + 1) * Math.max(columns, relationWidth) * 4)
  const results = kernel.reserve((CHUNK + 1) * Math.max(roles.blocks, words.blocks) * 16 * 4)
  const hiddenUnits = placeFloats(kernel, new Float32Array(CHUNK + 1).fill(HIDDEN_UNIT))
  const outputs = placeAddresses(kernel, values, relationWidth * 4)

  /** Writes the scores of the batch's `count` tokens from row `from` of `output` on. */
  return (from: number, count: number, output: NetworkOutput): void => {
    const scores = new Float32Array(kernel.memory.buffer, results)
    for (let start = 0; start < count; start += CHUNK) {
      const some = Math.min(CHUNK, count - start)
      const rows = hidden.address + start * hidden.rowBytes
      const { weights, scales, biases, blocks, pairs } = relation
      kernel.dense(rows, hidden.rowBytes, hiddenUnits, some, weights, scales, biases, blocks, pairs, outputs)
      kernel.rectify(values, some * relationWidth)
      kernel.denseFloat(values, relationWidth, some, roles.weights, roles.biases, roles.blocks, results)
      copyColumns(scores, roles.blocks * 16, 0, output.attribution, ATTRIBUTION, from + start, some)
      kernel.widen(rows, some * columns, values)
      kernel.denseFloat(values, columns, some, words.weights, words.biases, words.blocks, results)
      copyColumns(scores, words.blocks * 16, 0, output.upos, UPOS, from + start, some)
      copyColumns(scores, words.blocks * 16, UPOS, output.mentions, MENTIONS, from + start, some)
    }
  }
}

/** A table of addresses for a chunk and one more, `step` bytes apart. @returns where it stands. */
function placeAddresses(kernel: Kernel, first: number, step: number): number {
  const table = kernel.reserve((CHUNK + 1) * 4)
  new Int32Array(kernel.memory.buffer, table, CHUNK + 1).set(
    Array.from({ length: CHUNK + 1 }, (_, i) => first + i * step),
  )
  return table
}

/** Columns from `column` on of `rows` rows that are `step` floats apart, to the rows of `to` from row `at` on. */
function copyColumns(
  from: Float32Array,
  step: number,
  column: number,
  to: Float32Array,
  width: number,
  at: number,
  rows: number,
): void {
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < width; i++) to[(at + row) * width + i] = from[row * step + column + i]!
  }
}
