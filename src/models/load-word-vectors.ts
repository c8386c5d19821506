/** Loads word vectors for comparing words, when something is first compared: who only reads a ledger does not wait for them. */
import type { WordVectors } from '../core/wording/likeness.ts'
import { modelFiles, undamaged } from './model-files.ts'
import { parseSafetensors } from './safetensors.ts'
import { wordIndex } from './word-index.ts'

/** Rows before the first word's: one pads in training, one stands for what is not listed. */
const FIRST = 2

/**
 * What loads the vectors at the first call and keeps them.
 * @param folder with `meta.json`, `vectors.safetensors` and `words.txt`.
 * @returns throws OnrecordError `model-missing` or `model-damaged`, at each call until they are there.
 */
export function lazyWordVectors(folder: string): () => WordVectors {
  let loaded: WordVectors | null = null
  return () => {
    loaded ??= loadWordVectors(folder)
    return loaded
  }
}

function loadWordVectors(folder: string): WordVectors {
  const { read } = modelFiles(folder)
  const file = read('vectors.safetensors')
  const { size, lineOf } = wordIndex(read('words.txt').toString())
  return undamaged(folder, () => {
    const tensor = parseSafetensors(file).get('vectors')
    if (tensor?.dtype !== 'I8' || tensor.shape.length !== 2) throw new Error('vectors: no matrix of I8')
    const [rows, width] = tensor.shape as [number, number]
    if (rows !== size + FIRST) throw new Error(`vectors: ${rows} rows where ${size} words need ${size + FIRST}`)
    const values = new Int8Array(tensor.bytes.buffer, tensor.bytes.byteOffset, tensor.bytes.length)
    return { numberOf: lineOf, cosine: cosineOfRows(values.subarray(FIRST * width), width) }
  })
}

/** The scale of a row falls out of a cosine. */
function cosineOfRows(values: Int8Array, width: number): (one: number, other: number) => number {
  /** 0 until it is asked for. */
  const lengths = new Float64Array(values.length / width)

  function product(one: number, other: number): number {
    let sum = 0
    for (let at = one * width, beside = other * width, end = at + width; at < end; at++, beside++) {
      sum += values[at]! * values[beside]!
    }
    return sum
  }

  function lengthOf(row: number): number {
    if (lengths[row] === 0) lengths[row] = Math.sqrt(product(row, row)) || 1
    return lengths[row]!
  }

  return (one, other) => product(one, other) / (lengthOf(one) * lengthOf(other))
}
