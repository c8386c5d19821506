/** The network of attributions: an encoder, one more layer and the emissions of a CRF. */
import { ATTRIBUTION_LABELS, type AttributionNetwork } from '../core/network.ts'
import { CHUNK, copyColumns, placeAddresses } from './chunks.ts'
import { type Encoder, encoder } from './encoder.ts'
import type { WordVectors } from './form-encoder.ts'
import type { FormRows } from './form-rows.ts'
import { type Kernel, newKernel } from './kernel/kernel.ts'
import { floatsOf } from './safetensors.ts'
import { HIDDEN_UNIT, placeFloatMatrix, placeFloats, placeMatrix, type Tensors } from './weights.ts'

const LABELS = ATTRIBUTION_LABELS.length

/** What a network is apart from its weights. */
type About = Pick<AttributionNetwork, 'name' | 'thresholds'>

/** @throws Error that names the tensor that is missing or does not fit. */
export function attributionNetwork(
  about: About,
  tensors: Tensors,
  rows: FormRows,
  vectors: WordVectors,
): AttributionNetwork {
  const kernel = newKernel()
  const encode = encoder(kernel, tensors, rows, vectors)
  const readHead = head(kernel, tensors, encode)
  return {
    ...about,
    readsTags: tensors.has('tag'),
    crf: {
      transitions: floatsOf(tensors.matrix('crf.transitions', 'F32', LABELS, LABELS)),
      start: tensors.floats('crf.start', LABELS),
    },
    run(input) {
      const attribution = new Float32Array(input.forms.length * LABELS)
      encode.read(input, (from, count) => readHead(from, count, attribution))
      return { attribution }
    },
  }
}

/** @returns writes the emissions of a batch's `count` tokens from row `from` on. */
function head(kernel: Kernel, tensors: Tensors, { hidden, columns }: Encoder) {
  const relation = placeMatrix(kernel, tensors, 'attribution.hidden.weight', columns, 'attribution.hidden.bias')
  const width = tensors.get('attribution.hidden.weight', 'I8', 2).shape[0]!
  if (width % 16 !== 0) throw new Error(`attribution.hidden.weight: ${width} rows, not a multiple of 16`)
  const roles = placeFloatMatrix(kernel, tensors, [{ name: 'attribution', rows: LABELS }], width)
  const values = kernel.reserve((CHUNK + 1) * width * 4)
  const address = kernel.reserve((CHUNK + 1) * roles.blocks * 16 * 4)
  const hiddenUnits = placeFloats(kernel, new Float32Array(CHUNK).fill(HIDDEN_UNIT))
  const outputs = placeAddresses(kernel, values, width * 4)
  const results = { address, step: roles.blocks * 16, column: 0 }

  return (from: number, count: number, emissions: Float32Array): void => {
    for (let start = 0; start < count; start += CHUNK) {
      const some = Math.min(CHUNK, count - start)
      const rows = hidden.address + start * hidden.rowBytes
      const { weights, scales, biases, blocks, pairs } = relation
      kernel.dense(rows, hidden.rowBytes, hiddenUnits, some, weights, scales, biases, blocks, pairs, outputs)
      kernel.rectify(values, some * width)
      kernel.denseFloat(values, width, some, roles.weights, roles.biases, roles.blocks, address)
      copyColumns(kernel, results, emissions, LABELS, from + start, some)
    }
  }
}
