/** Token forms → rows of the embeddings → the network's input vector. */
import { WORD_TAGS } from '../core/network.ts'
import { beginningOf, endOf, folded, lastPartOf, shapeOf } from '../core/network-features.ts'
import { floatsOf, type Tensor } from './safetensors.ts'
import type { Tensors } from './weights.ts'
import type { WordIndex } from './word-index.ts'

/** Frozen word vectors, shared by networks. */
export interface WordVectors {
  readonly index: WordIndex
  readonly table: Table
}

/** What stands at row `i + 2` of each table of embeddings: row 0 pads in training, row 1 stands for what is not listed. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly shapes: readonly string[]
  readonly suffixes: readonly string[]
  readonly endings: readonly string[]
  readonly beginnings: readonly string[]
}

/** Rows of int8 values, each with what one unit of it is worth. */
interface Table {
  readonly values: Int8Array
  readonly scales: Float32Array
  readonly width: number
}

const UNKNOWN = 1
const FIRST = 2

export interface FormEncoder {
  /** Length of the input vector. */
  readonly width: number
  /** Number of different tags; 0 when the network reads none. */
  readonly tags: number
  /** Rows of the tables, in the order of the input vector, but for the last: those of the quotation state and of the tag. */
  rowsOf(form: string): number[]
  /** Writes the embeddings that `rows` name one after the other, from index `at` on. */
  write(rows: readonly number[], into: Float32Array, at: number): void
}

/** @throws Error when a table is missing or does not fit the vocabulary. */
export function formEncoder(tensors: Tensors, vocabulary: Vocabulary, vectors: WordVectors): FormEncoder {
  const words = listed(vocabulary.words)
  const shapes = listed(vocabulary.shapes)
  const suffixes = listed(vocabulary.suffixes)
  const endings = listed(vocabulary.endings)
  const beginnings = listed(vocabulary.beginnings)
  const tables = [
    vectors.table,
    embeddings(tensors, 'word', words.size + FIRST),
    embeddings(tensors, 'shape', shapes.size + FIRST),
    embeddings(tensors, 'suffix', suffixes.size + FIRST),
    embeddings(tensors, 'ending', endings.size + FIRST),
    embeddings(tensors, 'beginning', beginnings.size + FIRST),
    embeddings(tensors, 'quote', QUOTE_ROWS),
    ...(tensors.has('tag') ? [embeddings(tensors, 'tag', WORD_TAGS)] : []),
  ]
  return {
    tags: tensors.has('tag') ? WORD_TAGS : 0,
    width: tables.reduce((sum, { width }) => sum + width, 0),
    rowsOf(form) {
      const word = folded(form)
      return [
        vectorRow(word, vectors.index),
        words.get(word) ?? UNKNOWN,
        shapes.get(shapeOf(form)) ?? UNKNOWN,
        suffixes.get(endOf(word, 3)) ?? UNKNOWN,
        endings.get(endOf(word, 2)) ?? UNKNOWN,
        beginnings.get(beginningOf(word, 3)) ?? UNKNOWN,
      ]
    },
    write(rows, into, start) {
      let at = start
      tables.forEach(({ values, scales, width }, index) => {
        const row = rows[index]!
        const scale = scales[row]!
        for (let column = 0; column < width; column++) into[at++] = values[row * width + column]! * scale
      })
    },
  }
}

/** Row 0 pads; then one for each quotation state. */
const QUOTE_ROWS = 5

/** A hyphenated word that has no vector takes that of its last part. */
function vectorRow(word: string, index: WordIndex): number {
  let line = index.lineOf(word)
  const part = lastPartOf(word)
  if (line === -1 && part !== null) line = index.lineOf(part)
  return line === -1 ? UNKNOWN : line + FIRST
}

function listed(names: readonly string[]): Map<string, number> {
  const rows = new Map<string, number>()
  for (let index = 0; index < names.length; index++) rows.set(names[index]!, index + FIRST)
  return rows
}

function embeddings(tensors: Tensors, name: string, rows: number): Table {
  const tensor = tensors.get(name, 'I8', 2)
  if (tensor.shape[0] !== rows) throw new Error(`${name}: ${tensor.shape[0]} rows where the vocabulary needs ${rows}`)
  return tableOf(tensor, tensors.floats(`${name}.scale`, rows))
}

/** @param tensor int8, of two dimensions. */
export const tableOf = (tensor: Tensor, scales: Float32Array): Table => ({
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
