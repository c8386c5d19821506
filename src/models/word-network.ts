/** The network of words: an encoder and two linear heads, parts of speech and mentions. */
import { MENTION_LABELS, UPOS_LABELS, type WordNetwork, type WordScores } from '../core/network.ts'
import { CHUNK, copyColumns } from './chunks.ts'
import { type Encoder, encoder } from './encoder.ts'
import type { WordVectors } from './form-encoder.ts'
import type { FormRows } from './form-rows.ts'
import { type Kernel, newKernel } from './kernel/kernel.ts'
import { placeFloatMatrix, type Tensors } from './weights.ts'

const UPOS = UPOS_LABELS.length
const MENTIONS = MENTION_LABELS.length

/** @throws Error that names the tensor that is missing or does not fit. */
export function wordNetwork(name: string, tensors: Tensors, rows: FormRows, vectors: WordVectors): WordNetwork {
  const kernel = newKernel()
  const encode = encoder(kernel, tensors, rows, vectors)
  const readHeads = heads(kernel, tensors, encode)
  return {
    name,
    run(input) {
      const tokens = input.forms.length
      const scores = { upos: new Float32Array(tokens * UPOS), mentions: new Float32Array(tokens * MENTIONS) }
      encode.read(input, (from, count) => readHeads(from, count, scores))
      return scores
    },
  }
}

/** @returns writes the scores of a batch's `count` tokens from row `from` on. */
function heads(kernel: Kernel, tensors: Tensors, { hidden, columns }: Encoder) {
  const names = [
    { name: 'upos', rows: UPOS },
    { name: 'mention', rows: MENTIONS },
  ]
  const { weights, biases, blocks } = placeFloatMatrix(kernel, tensors, names, columns)
  const values = kernel.reserve((CHUNK + 1) * columns * 4)
  const address = kernel.reserve((CHUNK + 1) * blocks * 16 * 4)
  const step = blocks * 16

  return (from: number, count: number, { upos, mentions }: WordScores): void => {
    for (let start = 0; start < count; start += CHUNK) {
      const some = Math.min(CHUNK, count - start)
      kernel.widen(hidden.address + start * hidden.rowBytes, some * columns, values)
      kernel.denseFloat(values, columns, some, weights, biases, blocks, address)
      copyColumns(kernel, { address, step, column: 0 }, upos, UPOS, from + start, some)
      copyColumns(kernel, { address, step, column: UPOS }, mentions, MENTIONS, from + start, some)
    }
  }
}
