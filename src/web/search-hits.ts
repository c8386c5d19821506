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
    const opens = isQuotationMark(query[at])
    const close = opens ? endOf(query, at + 1, isQuotationMark) : query.length
    const phrase = close < query.length
    // A lone quotation mark means nothing; what follows it is a word like any other.
    const start = opens ? at + 1 : at
    const end = phrase ? close : endOf(query, start, (character) => isBlank(character) || isQuotationMark(character))
    const words = wordsOf(query.slice(start, end)).map((word) => word.folded)
    if (!excluded && words.length > 0) terms.push({ words, beginning: !phrase && query[end - 1] === '*' })
    at = phrase ? close + 1 : Math.max(end, at + 1)
  }
  return terms
}

const isBlank = (character: string): boolean => /\s/.test(character)

const isQuotationMark = (character: string | undefined): boolean => character !== undefined && /["“”„]/.test(character)

/** The first offset from `from` on whose character `stops`; the length of the text where none does. */
function endOf(text: string, from: number, stops: (character: string) => boolean): number {
  let at = from
  while (at < text.length && !stops(text[at]!)) at++
  return at
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

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200C-\u200F\u2060\uFEFF\u0640]/gu, '')
    .toLowerCase()
    .replace(/[ßςłøđħıæœ]/g, (letter) => variants[letter]!)

/** Letters that people type without their stroke or dot, though Unicode does not take them apart. */
const variants: Readonly<Record<string, string>> = {
  ß: 'ss',
  ς: 'σ',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
}
