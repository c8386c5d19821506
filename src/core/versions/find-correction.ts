/** What a page says of its own change: the first note that the earlier version does not have. */
import { foldName } from '../fold.ts'
import { overlaps, type Span, trimmed } from '../span.ts'
import { correctionRows } from './correction-rows.ts'
import type { Correction, Version } from './version-changes.ts'

/** Code units of a line that are looked at, and of a note that are shown. */
const LOOKED = 2000
const SHOWN = 400

/** Notes stand outside what people are reported to have said: "this story has been changed" may be a quotation. */
export function newCorrection(before: Version, after: Version): Correction | null {
  const known = new Set(correctionsIn(before).map(({ text }) => foldName(text)))
  return correctionsIn(after).find(({ text }) => !known.has(foldName(text))) ?? null
}

/** In the order of the text; of a line that several rows find, one. */
export function correctionsIn({ text, statements }: Version): Correction[] {
  const found: Correction[] = []
  for (const line of linesOf(text)) {
    const correction = correctionIn(text, line)
    if (correction === null) continue
    const isQuoted = statements.some(({ content }) => content.spans.some((span) => overlaps(span, correction.span)))
    if (!isQuoted) found.push(correction)
  }
  return found
}

function* linesOf(text: string): Generator<Span, void, undefined> {
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const line = trimmed(text, { start, end })
    if (line.start < line.end) yield { start: line.start, end: Math.min(line.end, line.start + LOOKED) }
    start = end + 1
  }
}

function correctionIn(text: string, line: Span): Correction | null {
  for (const start of beginningsIn(text, line)) {
    const stretch = text.slice(start, line.end)
    for (const { name, pattern, inside } of correctionRows) {
      if (start > line.start && !inside) continue
      if (!pattern.test(stretch)) continue
      const end = Math.min(line.end, start + SHOWN)
      return { text: text.slice(start, end), span: { start, end }, rule: name }
    }
  }
  return null
}

/** Where the line begins, and each sentence in it: behind a mark that ends one and a space. */
function* beginningsIn(text: string, { start, end }: Span): Generator<number, void, undefined> {
  yield start
  for (let at = start + 1; at < end; at++) {
    if (text[at - 1] === ' ' && ENDS.has(text[at - 2] ?? '') && text[at] !== ' ') yield at
  }
}

const ENDS: ReadonlySet<string> = new Set(['.', ':', '!', '?', ')', '*', '–', '—'])
