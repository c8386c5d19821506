/** From forms to the gates' pre-activations of the lower LSTM layer, computed once for a form in a quotation state (and with a tag). */
import type { NetworkInput, QuotationState } from '../core/network.ts'
import { formCache } from './form-cache.ts'
import type { FormEncoder } from './form-encoder.ts'
import type { Kernel } from './kernel/kernel.ts'
import { type Placed, placeGates, placeMatrix, type Tensors } from './weights.ts'

/** Row of each quotation state in its table of embeddings. */
const STATES: Readonly<Record<QuotationState, number>> = { o: 1, b: 2, i: 3, u: 4 }
/** New forms that go through the layer together. */
const CHUNK = 32
/** Memory for what is kept. */
const CACHE_BYTES = 32 * 2 ** 20

export interface InputLayer {
  /** Bytes from a token's pre-activations for the forward direction to those for the backward one. */
  readonly backwardStep: number
  /** Writes where the pre-activations of the tokens from `first` up to `last` stand; they stay until the next call. */
  locate(input: NetworkInput, first: number, last: number, addresses: Int32Array): void
}

/** @param mostTokens that one call asks for. */
export function inputLayer(
  kernel: Kernel,
  tensors: Tensors,
  encoder: FormEncoder,
  units: number,
  mostTokens: number,
): InputLayer {
  const hidden = placeMatrix(kernel, tensors, 'input.weight', encoder.width, 'input.bias')
  const width = tensors.get('input.weight', 'I8', 2).shape[0]!
  const size = { units, columns: width }
  const forward = placeGates(kernel, tensors, 'lower.forward.input', size, 'lower.forward.bias', 1)
  const backward = placeGates(kernel, tensors, 'lower.backward.input', size, 'lower.backward.bias', 1)

  const gateBytes = 4 * units * 4
  const slotBytes = 2 * gateBytes
  const slots = Math.max(Math.floor(CACHE_BYTES / slotBytes), mostTokens + 1)
  const states = 1 + Math.max(...Object.values(STATES))
  const cache = formCache(slots)
  const kept = kernel.reserve(slots * slotBytes)

  const embedded = stage(kernel, hidden.pairs * 2)
  const lower = stage(kernel, hidden.blocks * 16)
  const outputs = kernel.reserve(CHUNK * 4)

  /** Computes what `fresh` slots are to hold; their embeddings stand in `embedded.floats`. */
  function compute(fresh: readonly number[]): void {
    const addresses = new Int32Array(kernel.memory.buffer, outputs, CHUNK)
    quantiseAll(embedded, fresh.length)
    for (let i = 0; i < fresh.length; i++) addresses[i] = lower.floats + i * lower.width * 4
    multiply(embedded, hidden, fresh.length)
    kernel.rectify(lower.floats, fresh.length * lower.width)
    quantiseAll(lower, fresh.length)
    for (const [gates, shift] of [
      [forward, 0],
      [backward, gateBytes],
    ] as const) {
      fresh.forEach((slot, i) => {
        addresses[i] = kept + slot * slotBytes + shift
      })
      multiply(lower, gates, fresh.length)
    }
  }

  function quantiseAll(from: Stage, count: number): void {
    const units = new Float32Array(kernel.memory.buffer, from.units, CHUNK)
    for (let i = 0; i < count; i++) {
      units[i] = kernel.quantise(from.floats + i * from.width * 4, from.width, from.integers + i * from.width * 2)
    }
  }

  function multiply(from: Stage, by: Placed, count: number): void {
    const { weights, scales, biases, blocks, pairs } = by
    kernel.dense(from.integers, from.width * 2, from.units, count, weights, scales, biases, blocks, pairs, outputs)
  }

  return {
    backwardStep: gateBytes,
    locate(input, first, last, addresses) {
      const fresh: number[] = []
      const embeddings = new Float32Array(kernel.memory.buffer, embedded.floats, CHUNK * embedded.width)
      if (encoder.tags > 0 && input.tags === undefined) throw new Error('a network that reads tags was given none')
      cache.beginBatch()
      for (let token = first; token < last; token++) {
        const form = input.forms[token]!
        const state = STATES[input.states[token]!]
        const tag = encoder.tags > 0 ? input.tags![token]! : 0
        const key = tag * states + state
        let slot = cache.find(form, key)
        if (slot === -1) {
          slot = cache.take(form, key)
          encoder.write(form, state, tag, embeddings, fresh.length * embedded.width)
          if (fresh.push(slot) === CHUNK) {
            compute(fresh)
            fresh.length = 0
          }
        }
        addresses[token - first] = kept + slot * slotBytes
      }
      if (fresh.length > 0) compute(fresh)
    },
  }
}

/** Vectors on their way: as floats, as integers, and what one unit of each is worth. */
interface Stage {
  readonly width: number
  readonly floats: number
  readonly integers: number
  readonly units: number
}

const stage = (kernel: Kernel, width: number): Stage => ({
  width,
  floats: kernel.reserve(CHUNK * width * 4),
  integers: kernel.reserve(CHUNK * width * 2),
  units: kernel.reserve(CHUNK * 4),
})
