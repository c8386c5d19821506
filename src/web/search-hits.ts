/** Where the words of a search occur in a text, so that a page can mark them by slicing. */
import { fold } from '../core/fold.ts'
import { searchTerms } from '../core/search-terms.ts'
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
  return searchTerms(query)
    .filter((term) => !term.excluded)
    .map((term) => ({ words: wordsOf(term.text).map((word) => word.folded), beginning: term.prefix }))
    .filter((term) => term.words.length > 0)
}

/** Runs of letters, digits, marks and invisible joiners; in scripts written without spaces every character by itself. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(word)) {
    words.push({ start: match.index, end: match.index + match[0].length, folded: fold(match[0]) })
  }
  return words.filter(({ folded }) => folded !== '')
}

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[[\p{L}\p{N}\p{M}\p{Co}\u00AD\u200C-\u200F\u2060\uFEFF]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+/gv
