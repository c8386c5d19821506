/** From forms to hidden values: embeddings and one or two bidirectional LSTM layers; the kernel does the arithmetic. */
import { LONGEST_PARAGRAPH, type NetworkInput } from '../core/network.ts'
import { formEncoder, type WordVectors } from './form-encoder.ts'
import type { FormRows } from './form-rows.ts'
import { inputLayer } from './input-layer.ts'
import type { Kernel } from './kernel/kernel.ts'
import { lanesOf, type Stretch } from './lanes.ts'
import { type Direction, type Hidden, recurrentLayers } from './recurrent-layer.ts'
import { HIDDEN_UNIT, placeFloats, placeGates, type Tensors } from './weights.ts'

/** Tokens whose layers are in memory at once; a paragraph is never cut. */
const BATCH = 1536

export interface Encoder {
  /** Values of a token: forward and backward of the lower layer, then of the upper one, if there is one. */
  readonly columns: number
  readonly hidden: Hidden
  /** Tells `onBatch` of `count` tokens from `from` on, whose hidden values stand in the first rows of `hidden` until it returns. */
  read(input: NetworkInput, onBatch: (from: number, count: number) => void): void
}

/** Two layers where the file has an upper one. */
export function encoder(kernel: Kernel, tensors: Tensors, rows: FormRows, vectors: WordVectors): Encoder {
  const lowerUnits = unitsOf(tensors, 'lower')
  const upperUnits = tensors.has('upper.forward.recurrent') ? unitsOf(tensors, 'upper') : 0
  const columns = 2 * (lowerUnits + upperUnits)
  const rowBytes = 2 * columns
  const hidden: Hidden = { address: kernel.reserve(BATCH * rowBytes), rowBytes }
  const input = inputLayer(kernel, tensors, formEncoder(tensors, rows, vectors), lowerUnits, BATCH)
  const recurrent = recurrentLayers(kernel, hidden, Math.max(lowerUnits, upperUnits), BATCH)
  const lower = directions(kernel, tensors, 'lower', lowerUnits, 0)
  const readUpper = upperUnits === 0 ? null : upperLayer()

  function upperLayer(): (lanes: Stretch[][], count: number) => void {
    const upper = directions(kernel, tensors, 'upper', upperUnits, 4 * lowerUnits)
    const gatesFor = upperInput(kernel, tensors, hidden, lowerUnits, upperUnits)
    return (lanes, count) => {
      recurrent.run(upper.forward, lanes, gatesFor('forward', count), 0)
      recurrent.run(upper.backward, lanes, gatesFor('backward', count), 0)
    }
  }

  const gates = new Int32Array(BATCH)

  function readBatch(given: NetworkInput, from: number, count: number, paragraphs: Stretch[]): void {
    input.locate(given, from, from + count, gates)
    const lanes = lanesOf(paragraphs)
    recurrent.run(lower.forward, lanes, gates, 0)
    recurrent.run(lower.backward, lanes, gates, input.backwardStep)
    readUpper?.(lanes, count)
  }

  return {
    columns,
    hidden,
    read(given, onBatch) {
      for (const { from, count, paragraphs } of batchesOf(given.paragraphs)) {
        readBatch(given, from, count, paragraphs)
        onBatch(from, count)
      }
    },
  }
}

const unitsOf = (tensors: Tensors, layer: string): number =>
  tensors.get(`${layer}.forward.recurrent`, 'I8', 2).shape[1]!

/** @param column where in a row of hidden values the layer's begin, in bytes. */
function directions(
  kernel: Kernel,
  tensors: Tensors,
  layer: string,
  units: number,
  column: number,
): { readonly forward: Direction; readonly backward: Direction } {
  const recurrent = (side: string) =>
    placeGates(kernel, tensors, `${layer}.${side}.recurrent`, { units, columns: units }, null, HIDDEN_UNIT)
  return {
    forward: { units, recurrent: recurrent('forward'), backwards: false, column },
    backward: { units, recurrent: recurrent('backward'), backwards: true, column: column + 2 * units },
  }
}

/** From the lower layer's hidden values to the pre-activations of the upper one, one direction at a time. */
function upperInput(kernel: Kernel, tensors: Tensors, hidden: Hidden, lowerUnits: number, units: number) {
  const size = { units, columns: 2 * lowerUnits }
  const matrices = {
    forward: placeGates(kernel, tensors, 'upper.forward.input', size, 'upper.forward.bias', HIDDEN_UNIT),
    backward: placeGates(kernel, tensors, 'upper.backward.input', size, 'upper.backward.bias', HIDDEN_UNIT),
  }
  const rowBytes = 4 * units * 4
  const rows = kernel.reserve(BATCH * rowBytes)
  const addresses = Int32Array.from({ length: BATCH }, (_, token) => rows + token * rowBytes)
  const outputs = kernel.reserve(addresses.length * 4)
  new Int32Array(kernel.memory.buffer, outputs, addresses.length).set(addresses)
  const ones = placeFloats(kernel, new Float32Array(BATCH).fill(1))
  /** Addresses of the pre-activations of the first `count` tokens; the same for both directions, so one after the other. */
  return (side: 'forward' | 'backward', count: number): Int32Array => {
    const { weights, scales, biases, blocks, pairs } = matrices[side]
    kernel.dense(hidden.address, hidden.rowBytes, ones, count, weights, scales, biases, blocks, pairs, outputs)
    return addresses
  }
}

interface Batch {
  readonly from: number
  readonly count: number
  /** Token indexes from the batch's first on. */
  readonly paragraphs: Stretch[]
}

/**
 * Whole paragraphs that are in memory together.
 * @throws RangeError when one is longer than `LONGEST_PARAGRAPH`.
 */
function batchesOf(starts: readonly number[]): Batch[] {
  const batches: Batch[] = []
  let paragraphs: Stretch[] = []
  let from = 0
  const end = (at: number): void => {
    if (at > from) batches.push({ from, count: at - from, paragraphs })
    paragraphs = []
    from = at
  }
  for (let p = 0; p + 1 < starts.length; p++) {
    const [first, last] = [starts[p]!, starts[p + 1]!]
    if (last - first > LONGEST_PARAGRAPH) throw new RangeError(`a paragraph of ${last - first} tokens`)
    if (last - from > BATCH) end(first)
    if (last > first) paragraphs.push({ first: first - from, last: last - from })
  }
  end(starts.at(-1) ?? 0)
  return batches
}
