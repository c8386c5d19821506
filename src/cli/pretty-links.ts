/** Links for human eyes on a terminal: both passages with the words that matter marked, never more certain than they are. */
import type { LinkRow, StatementRow } from '../app/ports.ts'
import type { Link, LinkEvidence } from '../core/links/link.ts'
import { relationWords, typeWords } from '../core/links/link-words.ts'
import { type MarkedPiece, markedPieces } from '../core/links/marked.ts'
import { saidWhen } from './said-when.ts'
import { clipped, type Paint, visible } from './visible.ts'

/** Characters of a passage that are shown at most, and of what stands before its first marked word. */
const LONGEST = 400
const BEFORE = 120

export const prettyLinks = (rows: readonly LinkRow[], paint: Paint, columns: number): string =>
  rows.map((row) => `${prettyLink(row, paint, columns).join('\n')}\n`).join('\n')

/** The later statement, how it relates, the earlier one. */
function prettyLink({ link, from, to }: LinkRow, paint: Paint, columns: number): string[] {
  return [
    ...passage(from, link.because, paint, columns),
    `  ${paint.bold(relationWords(link))}${typed(link)} ${paint.dim(`· ${standing(link)}`)}`,
    ...passage(to, link.because, paint, columns),
  ]
}

/**
 * The other end of a link as seen from one statement.
 * @param own the statement, where its words that the link rests on are to be shown, too
 */
export function prettyOther(
  link: Link,
  other: StatementRow,
  own: StatementRow | null,
  paint: Paint,
  columns: number,
): string[] {
  const isLater = link.from === other.statement.id
  const words = isLater ? turned[link.relation]?.[Number(link.level === 'confirmed')] : undefined
  return [
    `  ${paint.bold(words ?? relationWords(link))}${typed(link)} ${paint.dim(`· ${standing(link)}`)}`,
    ...passage(other, link.because, paint, columns),
    ...(own !== null && TWO_SIDED.has(link.relation)
      ? ['  against', ...passage(own, link.because, paint, columns)]
      : []),
  ]
}

/** Relations that rest on words of both that differ. */
const TWO_SIDED: ReadonlySet<Link['relation']> = new Set(['renders', 'conflicts'])

/** Relations that read differently from the other end: as suggested, as confirmed. */
const turned: Partial<Record<Link['relation'], readonly [string, string]>> = {
  renders: ['seems to be reported by', 'is reported by'],
}

const typed = (link: Link): string => {
  const words = typeWords(link)
  return words === null ? '' : ` (${words})`
}

const standing = ({ level, confidence }: Link): string => `${level}, ${Math.round(100 * confidence)} %`

function passage(
  { statement, document }: StatementRow,
  because: readonly LinkEvidence[],
  paint: Paint,
  columns: number,
) {
  const { speaker, said, content, id } = statement
  const head = [speaker?.name ?? 'speaker not named', saidWhen(said), document.publisher, id]
  const words = windowOf(markedPieces(id, content, because))
  return [
    `  ${visible(head.filter((part) => part !== null).join(' · '))}`,
    ...wrappedPieces(words, Math.max(20, columns - 6)).map(
      (line) => `    ${line.map((piece) => shown(piece, paint)).join('')}`,
    ),
    ...notesOf(words).map((note) => `    ${paint.dim(note)}`),
  ]
}

/** In brackets where there is no colour to mark with. */
function shown({ text, isMarked }: MarkedPiece, paint: Paint): string {
  if (!isMarked) return visible(text)
  const painted = paint.accent(visible(text))
  return painted === visible(text) ? `[${painted}]` : painted
}

/** Notes that add nothing to the marks. */
const TOLD_BY_MARKS: ReadonlySet<string> = new Set(['', 'same', 'differs', 'put in', 'left out'])

function notesOf(pieces: readonly MarkedPiece[]): string[] {
  const notes = pieces.filter(({ isMarked, note }) => isMarked && !TOLD_BY_MARKS.has(note))
  if (notes.length === 0) return []
  return [notes.map(({ text, note }) => `“${clipped(visible(text), 40)}”: ${visible(note)}`).join('; ')]
}

/** Of a long passage what stands around its first marked word. */
function windowOf(pieces: readonly MarkedPiece[]): MarkedPiece[] {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0)
  if (length <= LONGEST) return [...pieces]
  const first = pieces.findIndex(({ isMarked }) => isMarked)
  const at = pieces.slice(0, Math.max(0, first)).reduce((sum, { text }) => sum + text.length, 0)
  const start = Math.max(0, Math.min(at - BEFORE, length - LONGEST))
  const cut: MarkedPiece[] = start > 0 ? [plain('… ')] : []
  let offset = 0
  for (const piece of pieces) {
    const from = Math.max(0, start - offset)
    const to = Math.min(piece.text.length, start + LONGEST - offset)
    if (from < to) cut.push({ ...piece, text: piece.text.slice(from, to).toWellFormed() })
    offset += piece.text.length
  }
  return start + LONGEST < length ? [...cut, plain(' …')] : cut
}

const plain = (text: string): MarkedPiece => ({ text, isMarked: false, note: '' })

/** Breaks at spaces of what is not marked, so that lines are no longer than `width` where words allow it. */
function wrappedPieces(pieces: readonly MarkedPiece[], width: number): MarkedPiece[][] {
  const lines: MarkedPiece[][] = [[]]
  let length = 0
  for (const piece of pieces) {
    for (const word of piece.isMarked ? [piece.text] : piece.text.split(/(?<=\s)/)) {
      if (length > 0 && length + word.trimEnd().length > width) {
        lines.push([])
        length = 0
      }
      lines.at(-1)!.push({ ...piece, text: word })
      length += word.length
    }
  }
  return lines
}
