/** Relays of a whole page: the agency of its dateline or byline, "Source: …", the page it is a copy of. */
import type { Block } from '../../doc.ts'
import { isOutlet } from '../../mention-lexicon.ts'
import { firstFrom, type Span } from '../../span.ts'
import { isAgency } from '../medium/outlet-kind.ts'
import { type Hop, isSame } from './hop.ts'
import { chainAt, type ReportDoc, type ReportView, reportView } from './report-view.ts'

/** Longest line that is a byline or a note on where a page comes from. */
const LONGEST = 120
/** Farthest into a line that "(Reuters)" of a dateline stands. */
const DATELINE = 60

interface Line extends Span {
  readonly text: string
}

/** A relay of all that stands between two places of the page. */
export interface PageRelay extends Span {
  readonly hop: Hop
}

/**
 * Relays of the whole page, notes on its source before the agency of its dateline. A page that is put together from several, each with
 * its own, has them for the part that each heads, or that each note ends.
 */
export function pageRelays(view: ReportView): PageRelay[] {
  const { blocks } = view.doc.layers
  const notes: Hop[] = []
  const heads: Hop[] = []
  for (const line of linesOf(view.doc.text)) {
    const kind = blockKindAt(blocks, line.start)
    if (kind === 'caption' || kind === 'boilerplate') continue
    const note = sourceNote(line)
    if (note !== null) notes.push(hopAt(view, note, line))
    const agency = datelineAgency(line) ?? bylineAgency(line, kind === 'byline')
    if (agency !== null) heads.push(hopAt(view, agency.span, agency.proof))
  }
  const end = view.doc.text.length
  return [
    ...parts(view, notes, (i) => ({ start: i === 0 ? 0 : notes[i - 1]!.proof.end, end: notes[i]!.proof.start })),
    ...parts(view, heads, (i) => ({ start: heads[i]!.proof.start, end: heads[i + 1]?.proof.start ?? end })),
  ]
}

/** One for the page where all name one agency, else one for each part. */
function parts(view: ReportView, hops: readonly Hop[], partOf: (index: number) => Span): PageRelay[] {
  const [first] = hops
  if (first === undefined) return []
  if (hops.every((hop) => isSame(view, hop, first))) return [{ hop: first, start: 0, end: view.doc.text.length }]
  return hops.map((hop, i) => ({ hop, ...partOf(i) }))
}

const hopAt = (view: ReportView, { start, end }: Span, proof: Span): Hop => ({
  span: { start, end },
  proof: { start: proof.start, end: proof.end },
  chain: chainAt(view, { start, end })?.id ?? null,
  kind: 'publication',
})

function blockKindAt(blocks: readonly Block[] | undefined, at: number): Block['kind'] | null {
  if (blocks === undefined) return null
  const block = blocks[firstFrom(blocks, at + 1) - 1]
  return block !== undefined && at < block.end ? block.kind : null
}

/** The beginnings of lines, no longer than what is looked for; without white space around them. */
function* linesOf(text: string): Generator<Line> {
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const stop = found < 0 ? text.length : found
    let from = start
    while (from < stop && text.charCodeAt(from) <= 0x20) from++
    const whole = stop - from <= LONGEST
    const end = whole ? stop : from + LONGEST
    const line = text.slice(from, end)
    const trimmedLine = whole ? line.trimEnd() : line
    if (line !== '') yield { start: from, end: from + trimmedLine.length, text: trimmedLine }
    start = stop + 1
  }
}

const isWhole = ({ text }: Line): boolean => text.length < LONGEST

/** "Source: TASS", alone in its line. */
function sourceNote(line: Line): Span | null {
  const label = /^sources?: {0,3}/i.exec(line.text)
  if (label === null || !isWhole(line)) return null
  const name = line.text.slice(label[0].length).replace(/[.\s]{1,9}$/, '')
  return isOutlet(name) || isAgency(name) ? at(line, label[0].length, name.length) : null
}

/** "OSLO (Reuters) - ", "KYIV, Ukraine (AP) —", "MOSCOW, March 3. /TASS/.": an agency behind a place, set off from the text. */
function datelineAgency(line: Line): { span: Span; proof: Span } | null {
  return enclosedAgency(line, '(', ')', /^(?:[-–—]|--)/) ?? enclosedAgency(line, '/', '/', /^[.\-–—]/)
}

function enclosedAgency(
  line: Line,
  opener: string,
  closer: string,
  behind: RegExp,
): { span: Span; proof: Span } | null {
  const open = line.text.indexOf(opener)
  const close = line.text.indexOf(closer, open + 1)
  if (open < 0 || open > DATELINE || close < 0 || close > open + 30) return null
  const name = line.text.slice(open + 1, close)
  const rest = line.text.slice(close + 1).trimStart()
  if (!isAgency(name) || !behind.test(rest) || !isPlace(line.text.slice(0, open))) return null
  return { span: at(line, open + 1, name.length), proof: at(line, 0, close + 1) }
}

/** Empty, or names in capitals or with a capital: "NEW YORK, March 3". */
function isPlace(before: string): boolean {
  const words = before.split(/[\s,./]+/).filter((word) => word !== '')
  return words.length <= 7 && words.every((word) => /^[\p{Lu}\d]/u.test(word) || /^(?:de|la|of|the|and|al)$/.test(word))
}

/** "By Agence France-Presse", "By Ida Moe, Associated Press"; without "By" in bylines only: it may be who took a picture. */
function bylineAgency(line: Line, isByline: boolean): { span: Span; proof: Span } | null {
  if (!isWhole(line)) return null
  const by = /^(?:by|from) {1,3}/i.exec(line.text)
  const parts = line.text.split(/[,|/;•·]| - | – | — | for | and /)
  let offset = 0
  for (const part of parts) {
    const found = line.text.indexOf(part, offset)
    offset = found + part.length
    const lead = part.length - part.trimStart().length
    const prefix = found === 0 && by !== null ? by[0].length : lead
    const article = /^the /i.test(part.slice(prefix)) ? 4 : 0
    const name = part
      .slice(prefix + article)
      .trimEnd()
      .replace(/ staff$/i, '')
    const start = found + prefix + article
    if (name === '' || !isAgency(name)) continue
    if (by !== null || isByline) return { span: at(line, start, name.length), proof: line }
  }
  return null
}

const at = (line: Line, offset: number, length: number): Span => ({
  start: line.start + offset,
  end: line.start + offset + length,
})

/** Words that say where a page was first: "Original: …", "Originally published at …", "Source: …", "Read the original …". */
const ORIGINAL =
  /^(?:read the )?(?:original(?:ly published)?|source|via|first published|this (?:article|story) (?:was )?(?:first|originally))\b/i

/**
 * The page that this one is a copy or translation of, as the outermost relay; null where no line of the text proves it.
 * @param original address of that page, as the reader found it.
 */
export function originalRelay(doc: ReportDoc, original: string | null, view: ReportView = reportView(doc)): Hop | null {
  const host = original === null ? null : hostOf(original)
  if (host === null) return null
  for (const line of linesOf(doc.text)) {
    if (!ORIGINAL.test(line.text)) continue
    const found = line.text.toLowerCase().indexOf(host)
    const span = at(line, found, host.length)
    if (found < 0 || doc.text.slice(span.start, span.end).toLowerCase() !== host) continue
    return {
      span,
      proof: { start: line.start, end: line.end },
      chain: chainAt(view, span)?.id ?? null,
      kind: 'publication',
    }
  }
  return null
}

/** "example.org" of "https://www.example.org/a": what a reader would call the site. */
function hostOf(address: string): string | null {
  const host = address
    .toLowerCase()
    .replace(/^[a-z]{2,8}:\/\//, '')
    .split(/[/?#:]/, 1)[0]!
    .replace(/^www\./, '')
  return host.includes('.') ? host : null
}
