/** What a person types into a search box → an FTS5 expression; every input is valid and none is an operator. */
import { searchable } from './fold.ts'

export interface SearchQuery {
  /** FTS5 expression of what must occur; null when the query only excludes. */
  readonly match: string | null
  /** FTS5 expression of what must not occur; null when nothing is excluded. */
  readonly exclude: string | null
}

interface Term {
  readonly text: string
  readonly excluded: boolean
  readonly prefix: boolean
}

/** What the index keeps of a text: letters, digits, marks and private-use characters (see `tokenizer` in migrations.ts). */
const wordCharacter = /[\p{L}\p{N}\p{Mn}\p{Mc}\p{Co}]/u

const quotationMark = /["“”„]/

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
  const terms = termsOf(query).filter((term) => wordCharacter.test(searchable(term.text)))
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

function termsOf(query: string): Term[] {
  const terms: Term[] = []
  let at = 0
  while (at < query.length) {
    if (isSpace(query[at]!)) {
      at++
      continue
    }
    const excluded = query[at] === '-'
    const start = excluded ? at + 1 : at
    const close = quotationMark.test(query[start] ?? '') ? nextQuotationMark(query, start + 1) : -1
    if (close >= 0) {
      terms.push({ text: query.slice(start + 1, close), excluded, prefix: false })
      at = close + 1
      continue
    }
    const end = endOfWord(query, quotationMark.test(query[start] ?? '') ? start + 1 : start)
    const word = query.slice(start, end)
    terms.push({ text: word, excluded, prefix: word.endsWith('*') })
    at = Math.max(end, at + 1)
  }
  return terms
}

function nextQuotationMark(query: string, from: number): number {
  for (let at = from; at < query.length; at++) if (quotationMark.test(query[at]!)) return at
  return -1
}

function endOfWord(query: string, from: number): number {
  let at = from
  while (at < query.length && !isSpace(query[at]!) && !quotationMark.test(query[at]!)) at++
  return at
}

const isSpace = (character: string): boolean => /\s/.test(character)

/** Always an FTS5 string, so that nothing in it is an operator. */
const expressionOf = (term: Term): string =>
  `"${searchable(term.text).replaceAll('"', ' ').replaceAll('\0', ' ')}"${term.prefix ? ' *' : ''}`
