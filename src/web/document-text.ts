/** A document's text as an article: every character in its place, the parts of its statements marked. */
import type { Block } from '../core/doc.ts'
import { type Mark, type Segment, toSegments } from '../core/segments.ts'
import { hullOf, lengthOf, type Span, sliceOf, trimmed } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import { type Html, html } from './html.ts'
import { fragmentOf } from './query.ts'
import { counted, langTag } from './wording.ts'

/** A statement with the number it goes by on its page: 1 for the first in the text. */
export interface NumberedStatement {
  readonly number: number
  readonly statement: Statement
}

/** Statements in text order of their contents. */
export const numbered = (statements: readonly Statement[]): NumberedStatement[] =>
  [...statements].sort((a, b) => startOf(a) - startOf(b)).map((statement, index) => ({ number: index + 1, statement }))

const startOf = (statement: Statement): number => statement.content.spans[0]?.start ?? 0

/** What a page shows as one element: a block, or text that no block holds. */
interface Part extends Span {
  readonly kind: Block['kind'] | 'loose'
  readonly lang: string
  /** Whether white space in it is more than single spaces, so that it has to be shown as it stands. */
  readonly spaced: boolean
}

/**
 * Lays out the text. Each part's element has `data-start` and `data-end`, and its text content is exactly that slice;
 * only white space between parts is left out.
 * @param range what of the text is laid out; cut between blocks.
 */
export function documentText(
  text: string,
  blocks: readonly Block[],
  statements: readonly NumberedStatement[],
  language: string,
  range: Span = { start: 0, end: text.length },
): Html {
  const inked = ink(text, statements)
  const parts = partsIn(text, blocks, language, range)
  let titled = false
  const out: Html[] = []
  for (let i = 0; i < parts.length; ) {
    const run = runFrom(parts, i)
    i += run.length
    const [first] = run
    if (first!.kind === 'boilerplate') out.push(furniture(run, inked))
    else if (first!.kind === 'list-item') out.push(list(run, text, inked))
    else {
      out.push(element(first!, titled, inked))
      titled ||= first!.kind === 'headline'
    }
  }
  return html`${out}${inked.rest()}`
}

/** Blocks in text order, clipped so that none overlaps, with parts of their own for text between them. */
function partsIn(text: string, blocks: readonly Block[], language: string, range: Span): Part[] {
  const parts: Part[] = []
  let at = range.start
  const addGap = (end: number): void => {
    const span = trimmed(text, { start: at, end })
    if (lengthOf(span) > 0) parts.push({ ...span, kind: 'loose', lang: language, spaced: spaced(text, span) })
  }
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(block.start, at)
    const end = Math.min(block.end, range.end)
    if (start >= end) continue
    addGap(start)
    parts.push({ start, end, kind: block.kind, lang: block.lang ?? language, spaced: spaced(text, { start, end }) })
    at = end
  }
  addGap(range.end)
  return parts
}

/** Where no space would be lost it may collapse at the end of a line, so that no mark sticks out into the margin. */
const spaced = (text: string, span: Span): boolean => /^\s|\s\s|[\t\v\f]/.test(sliceOf(text, span))

/** Neighbouring list items make one list, neighbouring boilerplate one fold; everything else stands alone. */
function runFrom(parts: readonly Part[], from: number): Part[] {
  const { kind } = parts[from]!
  if (kind !== 'boilerplate' && kind !== 'list-item') return [parts[from]!]
  let to = from + 1
  while (to < parts.length && parts[to]!.kind === kind) to++
  return parts.slice(from, to)
}

function element(part: Part, titled: boolean, inked: Ink): Html {
  const inner = inked.render(part)
  const at = attributes(part)
  switch (part.kind) {
    case 'headline':
      return titled ? html`<h2 ${at}>${inner}</h2>\n` : html`<h1 ${at}>${inner}</h1>\n`
    case 'quote':
      return html`<blockquote ${at}>${inner}</blockquote>\n`
    default:
      return html`<p ${at}>${inner}</p>\n`
  }
}

const list = (run: readonly Part[], text: string, inked: Ink): Html =>
  html`<ul>${run.map((part) => {
    const bulleted = /^[\p{Pd}\p{So}•·*‣◦▪]/u.test(text.slice(part.start, part.start + 2))
    return html`<li ${attributes(part)}${bulleted && html` data-bulleted`}>${inked.render(part)}</li>\n`
  })}</ul>\n`

const furniture = (run: readonly Part[], inked: Ink): Html =>
  html`<details class="furniture"><summary>${counted(run.length, 'part')} of the page around the article</summary>
${run.map((part) => html`<p ${attributes(part)}>${inked.render(part)}</p>\n`)}</details>\n`

const attributes = ({ start, end, kind, lang, spaced }: Part): Html =>
  html`class="block ${kind}" id="b${start}" data-start="${start}" data-end="${end}" lang="${langTag(lang)}" dir="auto"${spaced && html` data-spaced`}`

interface Ink {
  /** The marked text of a part; parts must be asked for in text order. */
  render(part: Part): Html[]
  /** References to statements whose content lies in no part. */
  rest(): Html[]
}

/** Walks the segments of the whole text once, however many parts it has. */
function ink(text: string, statements: readonly NumberedStatement[]): Ink {
  const byId = new Map(statements.map((entry) => [entry.statement.id, entry]))
  const lanes = lanesOf(statements)
  const segments = toSegments(text.length, marksOf(statements))
  let segment = 0
  let reference = 0

  const referencesUpTo = (offset: number): Html[] => {
    const due: Html[] = []
    while (reference < statements.length && startOf(statements[reference]!.statement) <= offset) {
      due.push(referenceTo(statements[reference++]!))
    }
    return due
  }

  return {
    render(part) {
      const out: Html[] = []
      while (segment < segments.length && segments[segment]!.end <= part.start) segment++
      // The last segment may go on in the next part, so it is looked at again there.
      for (let i = segment; i < segments.length && segments[i]!.start < part.end; i++) {
        const { start, end, marks } = segments[i]!
        const from = Math.max(start, part.start)
        const slice = wholeCharacters(text, { start: from, end: Math.min(end, part.end) })
        if (marks.length === 0) out.push(html`${slice}`)
        else out.push(html`${referencesUpTo(from)}${marked(slice, marks, byId, lanes)}`)
      }
      return out
    },
    rest: () => referencesUpTo(Number.POSITIVE_INFINITY),
  }
}

const marksOf = (statements: readonly NumberedStatement[]): Mark[] =>
  statements.flatMap(({ statement }) =>
    (['source', 'cue', 'content'] as const).flatMap((role) =>
      statement[role].spans.map(({ start, end }) => ({ start, end, role, statement: statement.id })),
    ),
  )

/** The number before a content: visible by style sheet only, so that the text stays the document's. */
const referenceTo = ({ number, statement }: NumberedStatement): Html =>
  html`<a class="ref" id="${`s=${statement.id}`}" href="#${fragmentOf(statement.id)}" data-n="${number}" aria-label="Statement ${number}, ${statement.speaker?.name ?? 'speaker not named'}"></a>`

/** `data-m="3s 5c"`: the statements a segment belongs to and as what, the one a pointer means first. */
function marked(
  slice: string,
  marks: Segment['marks'],
  byId: ReadonlyMap<string, NumberedStatement>,
  lanes: ReadonlyMap<string, number>,
): Html {
  const ordered = [...marks].sort((a, b) => rank(a) - rank(b) || lengthOf(a) - lengthOf(b))
  const codes = ordered.map((mark) => `${byId.get(mark.statement)!.number}${codeOf[mark.role]}`)
  const contents = marks.filter((mark) => mark.role === 'content').map((mark) => lanes.get(mark.statement)!)
  const classes = new Set([
    ...ordered.filter((mark) => mark.role !== 'content').map((mark) => mark.role),
    ...contents.map((lane) => `lane-${lane}`),
  ])
  return html`<mark class="${[...classes].join(' ')}" data-m="${codes.join(' ')}">${slice}</mark>`
}

const codeOf = { source: 's', cue: 'v', content: 'c' } as const

const rank = (mark: Mark): number => (mark.role === 'content' ? 1 : 0)

/** Contents that overlap are underlined on different lines: 1, 2 or 3 (the third is shared beyond that depth). */
function lanesOf(statements: readonly NumberedStatement[]): Map<string, number> {
  const lanes = new Map<string, number>()
  const busyUntil = [0, 0, 0]
  const hulls = statements.map(({ statement }) => ({ id: statement.id, hull: hullOf(statement.content.spans) }))
  hulls.sort((a, b) => (a.hull?.start ?? 0) - (b.hull?.start ?? 0) || (b.hull?.end ?? 0) - (a.hull?.end ?? 0))
  for (const { id, hull } of hulls) {
    if (hull === null) continue
    const free = busyUntil.findIndex((end) => end <= hull.start)
    const lane = free === -1 ? 2 : free
    busyUntil[lane] = Math.max(busyUntil[lane]!, hull.end)
    lanes.set(id, lane + 1)
  }
  return lanes
}

/** The slice, widened or narrowed so that a surrogate pair is never torn between two elements: it goes to the first. */
function wholeCharacters(text: string, { start, end }: Span): string {
  return sliceOf(text, {
    start: splitsPair(text, start) ? start + 1 : start,
    end: splitsPair(text, end) ? end + 1 : end,
  })
}

const splitsPair = (text: string, at: number): boolean =>
  at > 0 &&
  at < text.length &&
  (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 &&
  (text.charCodeAt(at) & 0xfc00) === 0xdc00
