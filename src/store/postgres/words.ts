/** Texts → what the index of words keeps of them, as literals of type tsvector; what is looked for → literals of type tsquery. */
import { searchable } from '../../core/fold.ts'
import { searchTerms } from '../../core/search-terms.ts'

/** As SQLite's index has them (migrations.ts): letters, digits, marks and private-use characters. Nothing in them is an operator. */
const word = /[\p{L}\p{N}\p{Mn}\p{Mc}\p{Co}]+/gu

/** The type takes no word of more than 2,046 bytes, and no position beyond 16,383. */
const LONGEST_WORD = 500
const LAST_POSITION = 16_383
/** Words of a document that have a row together; its parts overlap, so that a phrase stands whole in one of them. */
const PART = 16_000
const OVERLAP = 40
/** Between title and text, so that no phrase reaches from one to the other. */
const GAP = 10
/** Characters of the words without position that a part has beside its own: the type takes a megabyte. */
const MOST_OTHERS = 300_000

const tokensOf = (text: string): string[] =>
  Array.from(searchable(text).matchAll(word), ([found]) => found.slice(0, LONGEST_WORD).toWellFormed())

/** The words of a text with their positions. @param first position of its first word. */
export const wordsOf = (text: string, first = 1): string => literalOf(tokensOf(text), first)

const literalOf = (tokens: readonly string[], first: number): string =>
  tokens.map((token, at) => `'${token}':${Math.min(first + at, LAST_POSITION)}`).join(' ')

/** Title and text of a document, in parts, each with all its words and the positions of its own. */
export function documentWords(title: string, text: string): string[] {
  const inTitle = tokensOf(title).slice(0, 1000)
  const inText = tokensOf(text)
  const titleWords = literalOf(inTitle, 1)
  const from = inTitle.length + GAP
  if (from + inText.length <= LAST_POSITION) return [`${titleWords} ${literalOf(inText, from)}`.trim()]
  const others = withoutPositions([...inTitle, ...inText])
  const parts: string[] = []
  for (let at = 0; at < inText.length; at += PART - OVERLAP) {
    const own = literalOf(inText.slice(at, at + PART - from), from)
    parts.push(`${at === 0 ? titleWords : ''} ${own} ${others}`.trim())
  }
  return parts
}

function withoutPositions(tokens: readonly string[]): string {
  const parts: string[] = []
  let characters = 0
  for (const token of new Set(tokens)) {
    characters += token.length
    if (characters > MOST_OTHERS) break
    parts.push(`'${token}'`)
  }
  return parts.join(' ')
}

/** What must and what must not occur, as literals of type tsquery. */
export interface WordsAsked {
  /** Null where the query only excludes. */
  readonly match: string | null
  /** Null where nothing is excluded. */
  readonly exclude: string | null
}

/**
 * Reads words, "phrases", -exclusions and beginnings* as `searchTerms` tells them apart; any input is valid.
 * @returns null where nothing was asked for; `nothing` where what was asked for has no letter or digit.
 */
export function parseSearch(query: string): WordsAsked | 'nothing' | null {
  if (query.trim() === '') return null
  const terms = searchTerms(query).flatMap(({ text, prefix, excluded }) => {
    const literal = phraseOf(text, prefix)
    return literal === null ? [] : [{ literal, excluded }]
  })
  if (terms.length === 0) return 'nothing'
  const wanted = terms.filter(({ excluded }) => !excluded).map(({ literal }) => literal)
  const unwanted = terms.filter(({ excluded }) => excluded).map(({ literal }) => literal)
  return {
    match: wanted.length > 0 ? wanted.join(' & ') : null,
    exclude: unwanted.length > 0 ? unwanted.join(' | ') : null,
  }
}

/**
 * Words that follow one another; null without a letter or digit.
 * @param prefix the last of them is a beginning. @param where `A` for words of contents alone
 */
export function phraseOf(text: string, prefix: boolean, where: '' | 'A' = ''): string | null {
  const tokens = tokensOf(text)
  if (tokens.length === 0) return null
  const last = tokens.length - 1
  const parts = tokens.map((token, at) => {
    const flags = `${prefix && at === last ? '*' : ''}${where}`
    return `'${token}'${flags === '' ? '' : `:${flags}`}`
  })
  return parts.length === 1 ? parts[0]! : `(${parts.join(' <-> ')})`
}
