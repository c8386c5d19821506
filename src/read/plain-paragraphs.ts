/** Where the paragraphs of a plain text are: a line each, or runs of hard-wrapped lines put together. */
import { type Span, trimmed } from '../core/span.ts'

/** Hard-wrapped text has columns between these. */
const narrowest = 40
const widest = 100

interface TextLine extends Span {
  /** White space at the ends not counted. */
  readonly length: number
}

/** Trimmed, non-empty spans in text order. */
export function paragraphsOf(text: string): Span[] {
  const groups = groupsOf(text)
  const width = wrapWidth(text, groups)
  const paragraphs: Span[] = []
  for (const group of groups) {
    let start = 0
    group.forEach((line, i) => {
      const next = group[i + 1]
      if (width !== null && next !== undefined && isFull(text, line, next, width)) return
      paragraphs.push({ start: group[start]!.start, end: line.end })
      start = i + 1
    })
  }
  return paragraphs
}

/** Lines with text, trimmed, in runs between blank lines. */
function groupsOf(text: string): TextLine[][] {
  const groups: TextLine[][] = []
  let group: TextLine[] = []
  for (let at = 0; at <= text.length; ) {
    const end = endOfLine(text, at)
    const span = trimmed(text, { start: at, end })
    if (span.start < span.end) {
      group.push({ ...span, length: span.end - span.start })
    } else if (group.length > 0) {
      groups.push(group)
      group = []
    }
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  if (group.length > 0) groups.push(group)
  return groups
}

/** Line feed, carriage return, and the line and paragraph separators of Unicode end a line. */
function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || unit === 13 || unit === 0x0c || unit === 0x85 || unit === 0x2028 || unit === 0x2029) return at
    at++
  }
  return at
}

/** The column the text was wrapped at; null when its lines are paragraphs. */
function wrapWidth(text: string, groups: readonly TextLine[][]): number | null {
  const width = longestLine(groups)
  if (width === null || width < narrowest) return null
  let pairs = 0
  let full = 0
  let running = 0
  for (const group of groups) {
    for (let i = 0; i + 1 < group.length; i++) {
      const next = group[i + 1]!
      pairs++
      if (isFull(text, group[i]!, next, width)) full++
      // A line that goes on in small letters, or after none but a letter, shows that a sentence was broken.
      if (/[\p{Ll}\p{Lo}]/u.test(text[next.start]!) && !/[.!?…:;]/.test(text[group[i]!.end - 1]!)) running++
    }
  }
  return pairs > 0 && full * 10 >= pairs * 7 && running * 4 >= pairs ? width : null
}

/** One line in so many may be longer than the column: an address has no place where it could be broken. */
const overlong = 50

/** Headlines stand alone and are not wrapped by everybody: they tell nothing of the column. Null for a text of long lines. */
function longestLine(groups: readonly TextLine[][]): number | null {
  let width = 0
  let lines = 0
  let long = 0
  for (const group of groups) {
    if (group.length === 1) continue
    lines += group.length
    for (const { length } of group) {
      if (length > widest) long++
      else if (length > width) width = length
    }
  }
  return lines === 0 || long * overlong > lines ? null : width
}

/** Whether the next line's first word would not have fitted on this line. */
function isFull(text: string, line: TextLine, next: TextLine, width: number): boolean {
  let end = next.start
  while (end < next.end && end - next.start < 20 && text.charCodeAt(end) > 0x20) end++
  const noSpaces = /[\u3040-\u30ff\u3400-\u9fff]/.test(text[line.end - 1]!)
  return noSpaces ? line.length + 3 >= width : line.length + 1 + (end - next.start) > width
}
