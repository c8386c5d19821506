/** Plain text → blocks: the text stays as it is, every block is a span into it. */
import type { Block, BlockKind } from '../core/doc.ts'
import { type Span, sliceOf } from '../core/span.ts'
import { furnitureOf, isProse, originalNamedIn } from './furniture.ts'
import { authorsInByline, dateLine, isStrayDescription } from './line-roles.ts'
import { paragraphsOf } from './plain-paragraphs.ts'

export interface PlainPage {
  readonly blocks: readonly Block[]
  readonly title: string | null
  readonly authors: readonly string[]
  /** ISO date of the only date line, or null. */
  readonly published: string | null
  readonly original: string | null
}

/** A headline is no longer than this. */
const longestHeadline = 220

interface Line {
  readonly span: Span
  readonly text: string
  kind: BlockKind
}

/** Splits `text` into blocks and reads off what the page says of itself. */
export function readPlainText(text: string): PlainPage {
  const lines: Line[] = paragraphsOf(text).map((span) => ({ span, text: sliceOf(text, span), kind: 'paragraph' }))
  markFurniture(lines)
  const headline = markHeadline(lines)
  const head = headOf(lines)
  const authors: string[] = []
  const dates = new Set<string>()
  for (const line of head) {
    const found = dateLine(line.text)
    const names = found === null ? authorsInByline(line.text) : []
    if (found !== null) line.kind = 'dateline'
    else if (names.length > 0) line.kind = 'byline'
    else if (isStrayDescription(line.text)) line.kind = 'caption'
    authors.push(...names)
    // "Published June 20, updated June 21": the first date of a line is the publication.
    if (found !== null) dates.add(found[0]!.iso)
  }
  markStandfirst(lines, headline)
  const originals = lines.map((line) => originalNamedIn(line.text)).filter((named) => named !== null)
  return {
    blocks: lines.map(({ span, kind }) => ({ ...span, kind })),
    title: headline === null ? null : headline.text.replace(/\s+/g, ' '),
    authors: [...new Set(authors)],
    published: dates.size === 1 ? [...dates][0]! : null,
    original: originals[0] ?? null,
  }
}

function markFurniture(lines: readonly Line[]): void {
  let inList = false
  for (const line of lines) {
    const row = furnitureOf(line.text)
    if (row !== null) {
      line.kind = 'boilerplate'
      inList = row.scope === 'list' || inList
    } else if (isProse(line.text)) {
      inList = false
    } else if (inList) {
      line.kind = 'boilerplate'
    }
  }
}

/**
 * The first line that is neither furniture, date nor byline, when it is short and something follows it. One that ends
 * like a sentence must be borne out by being repeated: many texts simply begin with a short paragraph.
 */
function markHeadline(lines: readonly Line[]): Line | null {
  for (const line of lines.slice(0, 4)) if (isReleaseMark(line.text)) line.kind = 'dateline'
  const candidates = lines.filter((line) => line.kind !== 'boilerplate' && line.kind !== 'dateline')
  const at = candidates.findIndex((line) => dateLine(line.text) === null && authorsInByline(line.text).length === 0)
  const first = candidates[at]
  if (first === undefined || at > 3 || first.text.length > longestHeadline || at + 1 >= candidates.length) return null
  const repeats = lines.filter((line) => line !== first && line.text.includes(first.text))
  if (/[.,;:…]$/.test(first.text) && repeats.length === 0) return null
  first.kind = 'headline'
  for (const line of repeats) {
    if (line.text === first.text) line.kind = 'boilerplate'
  }
  return first
}

/** "FOR IMMEDIATE RELEASE", and a date with the number of the release: what stands above the headline of a press release. */
const isReleaseMark = (line: string): boolean =>
  /^(?:for immediate release|press release|news release|media release|media advisory|statement for the press|embargoed\b.{0,60})[:.]?$/i.test(
    line,
  ) || /^.{0,40}\n?\s?(?:press |news )?release (?:no\.? ?)?[\d-]{1,12}$/i.test(line)

/** The lines before the second paragraph of prose that are still undecided: where date and byline stand. */
function headOf(lines: readonly Line[]): Line[] {
  const head: Line[] = []
  let prose = 0
  for (const line of lines) {
    if (line.kind !== 'headline' && isProse(line.text)) prose++
    if (prose === 2) break
    if (line.kind === 'paragraph' && line.text.length <= 200) head.push(line)
  }
  return head
}

/** A first paragraph that comes again further down, but for how it begins, is the standfirst. */
function markStandfirst(lines: readonly Line[], headline: Line | null): void {
  if (headline === null) return
  const body = lines.filter((line) => line.kind === 'paragraph')
  const first = body[0]
  if (first === undefined || first.text.length < 40 || first.text.length > 400) return
  const repeated = first.text.slice(Math.floor(first.text.length / 4))
  if (body.slice(1).some((line) => line.text.includes(repeated))) first.kind = 'standfirst'
}
