/** Texts → what the index of words keeps of them, as literals of type tsvector. */
import { searchable } from '../../core/fold.ts'

const word = /[\p{L}\p{N}\p{Mn}\p{Mc}\p{Co}]+/gu

/** The words of a text with their positions. */
export const wordsOf = (text: string): string =>
  [...searchable(text).matchAll(word)].map(([found], at) => `'${found}':${at + 1}`).join(' ')

/** Title and text of a document, in parts: no part has more positions than the type can tell apart. */
export const documentWords = (title: string, text: string): string[] => [wordsOf(`${title} ${text}`)]
