/** What a person types into a search box → an FTS5 expression; every input is valid and none is an operator. */
import { searchable } from '../core/fold.ts'
import { type SearchTerm, searchTerms } from '../core/search-terms.ts'

export interface SearchQuery {
  /** FTS5 expression of what must occur; null when the query only excludes. */
  readonly match: string | null
  /** FTS5 expression of what must not occur; null when nothing is excluded. */
  readonly exclude: string | null
}

/** What the index keeps of a text: letters, digits, marks and private-use characters (see `tokenizer` in migrations.ts). */
const wordCharacter = /[\p{L}\p{N}\p{Mn}\p{Mc}\p{Co}]/u

/**
 * Reads words, "phrases", -exclusions and beginnings*.
 *
 * - White space parts words; all of them must occur, in any order. A word with punctuation inside is a phrase: `U.S.`
 * - A quotation mark (straight or curly) starts a phrase when another one follows; a lone one counts as white space.
 * - `-` excludes when it stands before a word or phrase and after white space. `*` counts at the end of a word only.
 * - What has no letter or digit is ignored; a query made of nothing else matches nothing.
 * - AND, OR, NOT, NEAR, `:`, `^`, `(`, `+` mean nothing.
 *
 * @returns null when the query is blank: nothing was asked for, so nothing is filtered.
 */
export function parseSearch(query: string): SearchQuery | null {
  if (query.trim() === '') return null
  const terms = searchTerms(query).filter((term) => wordCharacter.test(searchable(term.text)))
  const wanted = terms.filter((term) => !term.excluded).map(expressionOf)
  const unwanted = terms.filter((term) => term.excluded).map(expressionOf)
  if (terms.length === 0) return { match: nothing, exclude: null }
  return {
    match: wanted.length > 0 ? wanted.join(' AND ') : null,
    exclude: unwanted.length > 0 ? unwanted.join(' OR ') : null,
  }
}

/** An FTS5 string without a token in it matches no row. */
const nothing = '""'

/** Always an FTS5 string, so that nothing in it is an operator. */
const expressionOf = (term: SearchTerm): string =>
  `"${searchable(term.text).replaceAll('"', ' ').replaceAll('\0', ' ')}"${term.prefix ? ' *' : ''}`
