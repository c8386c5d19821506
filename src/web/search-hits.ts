/** Where the words of a search occur in a text, so that a page can mark them by slicing. */
import type { Span } from '../core/span.ts'

interface Word extends Span {
  readonly folded: string
}

/** A run of words to find one after another; the last may be only a beginning. */
interface Term {
  readonly words: readonly string[]
  readonly beginning: boolean
}

/**
 * Spans of `text` that answer `query`, in text order, not overlapping. Reads the query as the store does: every word counts, "…"
 * is a phrase, -word is not looked for, word* is a beginning; case and diacritics do not count.
 */
export function searchHits(text: string, query: string): Span[] {
  const terms = termsOf(query)
  if (terms.length === 0) return []
  const words = wordsOf(text)
  const hits: Span[] = []
  let from = 0
  while (from < words.length) {
    let length = 0
    for (const term of terms) {
      if (term.words.length > length && matches(term, words, from)) length = term.words.length
    }
    if (length > 0) hits.push({ start: words[from]!.start, end: words[from + length - 1]!.end })
    from += Math.max(1, length)
  }
  return hits
}

function matches(term: Term, words: readonly Word[], from: number): boolean {
  const last = term.words.length - 1
  return term.words.every((wanted, offset) => {
    const found = words[from + offset]?.folded
    if (found === undefined) return false
    return offset === last && term.beginning ? found.startsWith(wanted) : found === wanted
  })
}

function termsOf(query: string): Term[] {
  const terms: Term[] = []
  let at = 0
  while (at < query.length) {
    if (isBlank(query[at]!)) {
      at++
      continue
    }
    const excluded = query[at] === '-'
    if (excluded) at++
    const phrase = query[at] === '"'
    const begin = phrase ? at + 1 : at
    let end = begin
    while (end < query.length && (phrase ? query[end] !== '"' : !isBlank(query[end]!) && query[end] !== '"')) end++
    const after = phrase && end < query.length ? end + 1 : end
    const words = wordsOf(query.slice(begin, end)).map((word) => word.folded)
    const beginning = query[after] === '*' || (!phrase && query[end - 1] === '*')
    if (!excluded && words.length > 0) terms.push({ words, beginning })
    at = Math.max(after, at + 1)
  }
  return terms
}

const isBlank = (character: string): boolean => /\s/.test(character)

/** Letters, digits and the marks on them, in runs; one character class, so linear. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    words.push({ start: match.index, end: match.index + match[0].length, folded: fold(match[0]) })
  }
  return words
}

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
