/** What a person types into a search box → words, phrases, exclusions and beginnings; every input is valid. */

export interface SearchTerm {
  /** As typed, without quotation marks and the leading `-`. */
  readonly text: string
  readonly excluded: boolean
  readonly prefix: boolean
}

const quotationMark = /["“”„]/

/**
 * Reads words, "phrases", -exclusions and beginnings*.
 *
 * - White space parts words. A word with punctuation inside counts as a phrase: `U.S.`
 * - A quotation mark (straight or curly) starts a phrase when another one follows; a lone one counts as white space.
 * - `-` excludes when it stands before a word or phrase and after white space. `*` counts at the end of a word only.
 * - AND, OR, NOT, NEAR, `:`, `^`, `(`, `+` mean nothing.
 */
export function searchTerms(query: string): SearchTerm[] {
  const terms: SearchTerm[] = []
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
