/** Which characters can open or close a quotation, and what the surroundings of an ambiguous one say. */
import { classOf, codePointBefore, DIGIT, isLetter, isWordPart, SPACE } from './characters.ts'
import type { QuotationStyle } from './doc.ts'

export type MarkStyle = Exclude<QuotationStyle, 'block'>
export type Direction = 'open' | 'close' | 'either'

export interface QuoteMark {
  readonly at: number
  /** Code units: `''` and ``` `` ``` are two. */
  readonly length: number
  readonly style: MarkStyle
  readonly direction: Direction
}

/**
 * The quotation marks of `text` between `start` and `end`, apostrophes left out.
 * Direction comes from the glyph where it tells (“ ” „ « »), else from the neighbours; `either` where neither tells.
 */
export function quoteMarksIn(text: string, start: number, end: number): QuoteMark[] {
  const marks: QuoteMark[] = []
  for (let at = start; at < end; at++) {
    const mark = markAt(text, at, start, end)
    if (mark === null) continue
    marks.push(mark)
    at += mark.length - 1
  }
  return marks
}

function markAt(text: string, at: number, start: number, end: number): QuoteMark | null {
  const char = text[at]!
  switch (char) {
    case '"':
    case '＂':
      return isInchMark(text, at, start)
        ? null
        : { at, length: 1, style: 'double', direction: lean(text, at, 1, start, end) }
    case '“':
      // Closes „…“ in German and Czech: the pairing decides.
      return { at, length: 1, style: 'double', direction: 'open' }
    case '”':
      return { at, length: 1, style: 'double', direction: 'close' }
    case '„':
    case '‟':
      return { at, length: 1, style: 'low-high', direction: 'open' }
    case '«':
    case '‹':
      return { at, length: 1, style: 'guillemet', direction: 'open' }
    case '»':
    case '›':
      return { at, length: 1, style: 'guillemet', direction: 'close' }
    case '「':
    case '『':
      return { at, length: 1, style: 'corner', direction: 'open' }
    case '」':
    case '』':
      return { at, length: 1, style: 'corner', direction: 'close' }
    case '‘':
      if (text[at + 1] === '‘' && at + 1 < end) return { at, length: 2, style: 'double', direction: 'open' }
      return isElision(text, at, end) ? null : { at, length: 1, style: 'single', direction: 'open' }
    case '‚':
      return isElision(text, at, end) ? null : { at, length: 1, style: 'single', direction: 'open' }
    case '`':
    case "'":
    case '’':
      return apostropheOrMark(text, at, start, end)
    default:
      return null
  }
}

/** `'` and `’` are marks only at the edge of a word; doubled they are the typewriter's double mark. */
function apostropheOrMark(text: string, at: number, start: number, end: number): QuoteMark | null {
  const char = text[at]!
  if (text[at + 1] === char && at + 1 < end) {
    return {
      at,
      length: 2,
      style: 'double',
      direction: char === '`' ? 'open' : char === '’' ? 'close' : lean(text, at, 2, start, end),
    }
  }
  if (char === '`') return null
  const before = at > start ? codePointBefore(text, at) : -1
  const after = at + 1 < end ? text.codePointAt(at + 1)! : -1
  const wordBefore = before !== -1 && isWordPart(before)
  const wordAfter = after !== -1 && isWordPart(after)
  if (wordBefore && wordAfter) return null
  if (!wordBefore && wordAfter) {
    const opens = before === -1 || (classOf(before) & SPACE) !== 0 || '("“[—–-«'.includes(String.fromCodePoint(before))
    if (char === '’' || !opens || isElision(text, at, end)) return null
    return { at, length: 1, style: 'single', direction: 'open' }
  }
  // A possessive plural ("the workers' demands") looks the same as a closing mark: only an open one claims it.
  return { at, length: 1, style: 'single', direction: 'close' }
}

/** '90s, ’tis, 'em: an apostrophe that stands for what was left out. */
function isElision(text: string, at: number, end: number): boolean {
  const after = text.codePointAt(at + 1) ?? 0
  if ((classOf(after) & DIGIT) !== 0) {
    let last = at + 1
    while (last < end && last < at + 5 && (classOf(text.charCodeAt(last)) & DIGIT) !== 0) last++
    return last - at === 3
  }
  let last = at + 1
  while (last < end && last < at + 8 && isLetter(text.charCodeAt(last))) last++
  return ELISIONS.has(text.slice(at + 1, last).toLowerCase())
}

const ELISIONS = new Set('tis twas em til cause bout cos n round neath'.split(' '))

/** 6'2" and 5'11": one or two digits between a foot mark and this one. */
function isInchMark(text: string, at: number, start: number): boolean {
  let first = at
  while (first > start && first > at - 2 && (classOf(text.charCodeAt(first - 1)) & DIGIT) !== 0) first--
  return (
    first < at && first - 1 > start && (text[first - 1] === "'" || text[first - 1] === '’' || text[first - 1] === '′')
  )
}

/** What the neighbours say of a mark whose glyph does not tell. */
function lean(text: string, at: number, length: number, start: number, end: number): Direction {
  const before = at > start ? codePointBefore(text, at) : -1
  const after = at + length < end ? text.codePointAt(at + length)! : -1
  const openBefore =
    before === -1 || (classOf(before) & SPACE) !== 0 || "([{—–-/‘'“".includes(String.fromCodePoint(before))
  const closeAfter =
    after === -1 || (classOf(after) & SPACE) !== 0 || ")]},.;:!?—–-/’'”…".includes(String.fromCodePoint(after))
  if (openBefore && !closeAfter) return 'open'
  if (closeAfter && !openBefore) return 'close'
  if (before === -1) return 'open'
  if (after === -1) return 'close'
  return 'either'
}
