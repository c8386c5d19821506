/** Rows of the embeddings → the network's input vector. */
import { WORD_TAGS } from '../core/network.ts'
import { FIRST, type FormRows } from './form-rows.ts'
import { floatsOf, type Tensor } from './safetensors.ts'
import type { Tensors } from './weights.ts'
import type { WordIndex } from './word-index.ts'

/** Frozen word vectors, shared by networks. */
export interface WordVectors {
  readonly index: WordIndex
  readonly table: Table
}

/** Rows of int8 values, each with what one unit of it is worth. */
interface Table {
  readonly values: Int8Array
  readonly scales: Float32Array
  readonly width: number
}

export interface FormEncoder {
  /** Length of the input vector. */
  readonly width: number
  /** Number of different tags; 0 when the network reads none. */
  readonly tags: number
  /** Writes the embeddings of a form in a quotation state and with a tag one after the other, from index `at` on. */
  write(form: string, state: number, tag: number, into: Float32Array, at: number): void
}

/** @throws Error when a table is missing or does not fit the vocabulary. */
export function formEncoder(tensors: Tensors, rows: FormRows, vectors: WordVectors): FormEncoder {
  const { sizes } = rows
  const ofForm = [
    vectors.table,
    embeddings(tensors, 'word', sizes.words),
    embeddings(tensors, 'shape', sizes.shapes),
    embeddings(tensors, 'suffix', sizes.suffixes),
    embeddings(tensors, 'ending', sizes.endings),
    embeddings(tensors, 'beginning', sizes.beginnings),
  ]
  const ofState = embeddings(tensors, 'quote', QUOTE_ROWS)
  const ofTag = tensors.has('tag') ? embeddings(tensors, 'tag', WORD_TAGS) : null
  return {
    width: [...ofForm, ofState, ...(ofTag === null ? [] : [ofTag])].reduce((sum, { width }) => sum + width, 0),
    tags: ofTag === null ? 0 : WORD_TAGS,
    write(form, state, tag, into, start) {
      const formRows = rows.of(form)
      let at = start
      for (let i = 0; i < ofForm.length; i++) at = writeRow(ofForm[i]!, formRows[i]!, into, at)
      at = writeRow(ofState, state, into, at)
      if (ofTag !== null) writeRow(ofTag, tag, into, at)
    },
  }
}

/** Row 0 pads; then one for each quotation state. */
const QUOTE_ROWS = 5

/** @returns the index after the last value. */
function writeRow({ values, scales, width }: Table, row: number, into: Float32Array, at: number): number {
  const scale = scales[row]!
  for (let column = 0; column < width; column++) into[at + column] = values[row * width + column]! * scale
  return at + width
}

function embeddings(tensors: Tensors, name: string, rows: number): Table {
  const tensor = tensors.get(name, 'I8', 2)
  if (tensor.shape[0] !== rows) throw new Error(`${name}: ${tensor.shape[0]} rows where the vocabulary needs ${rows}`)
  return tableOf(tensor, tensors.floats(`${name}.scale`, rows))
}

/** @param tensor int8, of two dimensions. */
const tableOf = (tensor: Tensor, scales: Float32Array): Table => ({
  values: new Int8Array(tensor.bytes.buffer, tensor.bytes.byteOffset, tensor.bytes.length),
  scales,
  width: tensor.shape[1]!,
})

/** @throws Error when there are not two more rows than words. */
export function wordVectors(tensors: Tensors, index: WordIndex): WordVectors {
  const tensor = tensors.get('vectors', 'I8', 2)
  if (tensor.shape[0] !== index.size + FIRST) {
    throw new Error(`vectors: ${tensor.shape[0]} rows where ${index.size} words need ${index.size + FIRST}`)
  }
  return { index, table: tableOf(tensor, floatsOf(tensors.get('vectors.scale', 'F32', 1))) }
}
