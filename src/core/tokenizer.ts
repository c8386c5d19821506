/** Text → tokens, close to the Penn Treebank's: clitics apart, abbreviations and hyphenated words whole. */
import { classOf, DIGIT, isDigit, isLetter, isWordPart, LETTER, MARK, SPACE, widthOf } from './characters.ts'
import type { Token } from './doc.ts'
import type { Stage } from './stage.ts'

export const tokenizer = (): Stage<'blocks', 'tokens'> => ({
  name: 'tokenizer',
  version: 1,
  needs: ['blocks'],
  gives: 'tokens',
  run: (doc) => {
    const tokens: Token[] = []
    for (const block of doc.layers.blocks) tokenize(doc.text, block.start, block.end, tokens)
    return tokens
  },
})

const APOSTROPHES = "'’"

/** Appends the tokens of `text` between `start` (inclusive) and `end` (exclusive); linear in the length. */
export function tokenize(text: string, start: number, end: number, into: Token[]): void {
  let at = start
  while (at < end) {
    const codePoint = text.codePointAt(at)!
    const kind = classOf(codePoint)
    if ((kind & SPACE) !== 0) {
      at += widthOf(codePoint)
    } else if ((kind & (LETTER | DIGIT)) !== 0) {
      const wordEnd = endOfWord(text, at, end)
      pushWord(text, at, wordEnd, into)
      at = wordEnd
    } else {
      const tokenEnd = endOfSymbol(text, at, end, codePoint)
      into.push({ start: at, end: tokenEnd })
      at = tokenEnd
    }
  }
}

function endOfWord(text: string, start: number, end: number): number {
  let at = start
  while (at < end) {
    const codePoint = text.codePointAt(at)!
    if (isWordPart(codePoint)) at += widthOf(codePoint)
    else if (joins(text, at, end, start)) at += 1
    else break
  }
  // "U.S." and "a.m." keep their last full stop: a letter between two stops.
  if (at < end && text[at] === '.' && at - start >= 2 && text[at - 2] === '.') at += 1
  return Math.min(at, end)
}

/** Does the character at `at` hold together the word parts on both sides? */
function joins(text: string, at: number, end: number, start: number): boolean {
  if (at + 1 >= end) return false
  const char = text[at]!
  const next = text.codePointAt(at + 1)!
  if (char === '-' || char === '‐' || char === '‑' || APOSTROPHES.includes(char)) return isWordPart(next)
  if (char === '.') {
    // Decimal points, and full stops between single letters: "3.5", "U.S". A domain name holds together too.
    if (isDigit(text.charCodeAt(at - 1))) return isDigit(next)
    return (
      isLetter(next) &&
      (at - start === 1 || text[at - 2] === '.' || !isSentenceStart(text, at + 1) || isDegree(text, start, at, end))
    )
  }
  if (char === ',' || char === ':') return isDigit(text.charCodeAt(at - 1)) && isDigit(next)
  if (char === '&') return at - start <= 2 && isLetter(next)
  return char === '_' || char === '@'
}

/** "end.Next": a missing space; the stop belongs to no word when a capital follows. */
const isSentenceStart = (text: string, at: number): boolean => {
  const char = text[at]!
  return char !== char.toLowerCase()
}

/** "Ph.D.": one capital between two stops. */
const isDegree = (text: string, start: number, at: number, end: number): boolean =>
  at - start <= 3 && at + 2 < end && text[at + 2] === '.'

const CLITICS = new Set(['s', 'm', 'd', 're', 've', 'll'])

/** Splits "Lavrov's", "don't" and "we'll" into word and clitic; pushes other words whole. */
function pushWord(text: string, start: number, end: number, into: Token[]): void {
  const cut = cliticStart(text, start, end)
  if (cut > start) into.push({ start, end: cut })
  into.push({ start: cut, end })
}

function cliticStart(text: string, start: number, end: number): number {
  for (let at = Math.max(start + 1, end - 3); at < end - 1; at++) {
    if (!APOSTROPHES.includes(text[at]!)) continue
    const tail = text.slice(at + 1, end).toLowerCase()
    if (CLITICS.has(tail)) return at
    if (tail === 't' && at - 1 > start && text[at - 1]!.toLowerCase() === 'n') return at - 1
  }
  return start
}

/** Runs of one mark ("...", "--", "!!") are one token; a symbol takes its combining marks along. */
function endOfSymbol(text: string, start: number, end: number, codePoint: number): number {
  let at = start + widthOf(codePoint)
  // '' and ``, the typewriter's quotation marks, and ‘‘ and ’’, which some set for them, are one mark each.
  if (
    (codePoint === 0x27 || codePoint === 0x60 || codePoint === 0x2018 || codePoint === 0x2019) &&
    at < end &&
    text.charCodeAt(at) === codePoint
  )
    return at + 1
  if (codePoint === 0x2e || codePoint === 0x2d || codePoint === 0x21 || codePoint === 0x3f) {
    while (at < end && text.charCodeAt(at) === codePoint) at += 1
    return at
  }
  while (at < end) {
    const next = text.codePointAt(at)!
    if ((classOf(next) & MARK) === 0) break
    at += widthOf(next)
  }
  return Math.min(at, end)
}
