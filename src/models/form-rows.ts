/** Token forms → rows of the tables of embeddings, by what the vocabularies list. */
import { beginningOf, endOf, folded, lastPartOf, shapeOf } from '../core/network-features.ts'
import { formCache } from './form-cache.ts'
import type { WordIndex } from './word-index.ts'

/** What stands at row `i + 2` of each table of embeddings: row 0 pads in training, row 1 stands for what is not listed. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly shapes: readonly string[]
  readonly suffixes: readonly string[]
  readonly endings: readonly string[]
  readonly beginnings: readonly string[]
}

const UNKNOWN = 1
/** Row of what is listed first. */
export const FIRST = 2

/** Forms whose rows are remembered: what one network looks up, the other asks for soon after. */
const REMEMBERED = 4096

export interface FormRows {
  /** Rows that each table needs. */
  readonly sizes: Readonly<Record<keyof Vocabulary, number>>
  /** Rows of a form in the tables of word vectors, words, shapes, suffixes, endings and beginnings. */
  of(form: string): readonly number[]
}

/** @param index the words that have a vector. */
export function formRows(vocabulary: Vocabulary, index: WordIndex): FormRows {
  const words = listed(vocabulary.words)
  const shapes = listed(vocabulary.shapes)
  const suffixes = listed(vocabulary.suffixes)
  const endings = listed(vocabulary.endings)
  const beginnings = listed(vocabulary.beginnings)
  const cache = formCache(REMEMBERED)
  const remembered: (readonly number[])[] = []

  function lookUp(form: string): readonly number[] {
    const word = folded(form)
    return [
      vectorRow(word, index),
      words.get(word) ?? UNKNOWN,
      shapes.get(shapeOf(form)) ?? UNKNOWN,
      suffixes.get(endOf(word, 3)) ?? UNKNOWN,
      endings.get(endOf(word, 2)) ?? UNKNOWN,
      beginnings.get(beginningOf(word, 3)) ?? UNKNOWN,
    ]
  }

  return {
    sizes: {
      words: words.size + FIRST,
      shapes: shapes.size + FIRST,
      suffixes: suffixes.size + FIRST,
      endings: endings.size + FIRST,
      beginnings: beginnings.size + FIRST,
    },
    of(form) {
      cache.beginBatch()
      const known = cache.find(form, 0)
      if (known !== -1) return remembered[known]!
      const rows = lookUp(form)
      remembered[cache.take(form, 0)] = rows
      return rows
    },
  }
}

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
