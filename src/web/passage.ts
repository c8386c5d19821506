/** A stretch of a document around some words, the words marked: always slices, with what was cut told by an ellipsis. */
import type { Block } from '../core/doc.ts'
import { hullOf, overlaps, type Span } from '../core/span.ts'
import { type Html, html } from './html.ts'

/** UTF-16 units of a passage on either side of the words, unless the block ends before. */
const AROUND = 240

export type MarkKind = 'content' | 'cue' | 'source' | 'proof'

export interface PassageMark extends Span {
  readonly kind: MarkKind
}

/** The blocks that `span` touches, cut to what stands near it. */
export function stretchAround(text: string, blocks: readonly Block[], span: Span, around = AROUND): Span {
  const touched = blocks.filter((block) => overlaps(block, span))
  const hull = hullOf(touched.length > 0 ? touched : [span])!
  const start = Math.max(hull.start, span.start - around)
  const end = Math.min(hull.end, span.end + around)
  return {
    start: start === hull.start ? start : wordStart(text, start),
    end: end === hull.end ? end : wordEnd(text, end),
  }
}

const wordStart = (text: string, at: number): number => {
  const space = text.slice(at, at + 40).search(/\s/)
  return space < 0 ? whole(text, at) : at + space + 1
}

const wordEnd = (text: string, at: number): number => {
  const space = text.slice(Math.max(0, at - 40), at).search(/\s\S*$/)
  return space < 0 ? whole(text, at) : Math.max(0, at - 40) + space
}

/** Not between the halves of a surrogate pair. */
const whole = (text: string, at: number): number =>
  text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff ? at - 1 : at

/** `text.slice(stretch)` with marks; of marks that overlap the first one given wins. */
export function markedPassage(text: string, stretch: Span, marks: readonly PassageMark[]): Html {
  const kinds = new Map<number, MarkKind>()
  const edges = new Set([stretch.start, stretch.end])
  for (const { start, end } of marks) for (const edge of [start, end]) if (inside(stretch, edge)) edges.add(edge)
  const sorted = [...edges].sort((a, b) => a - b)
  for (const at of sorted) {
    const mark = marks.find(({ start, end }) => start <= at && at < end)
    if (mark !== undefined) kinds.set(at, mark.kind)
  }
  return html`${stretch.start > 0 && html`<span class="cut">… </span>`}${sorted.slice(0, -1).map((at, index) => {
    const piece = text.slice(at, sorted[index + 1]!)
    const kind = kinds.get(at)
    return kind === undefined ? piece : html`<mark class="${CLASSES[kind]}">${piece}</mark>`
  })}${stretch.end < text.length && html`<span class="cut"> …</span>`}`
}

const inside = ({ start, end }: Span, at: number): boolean => start <= at && at <= end

const CLASSES: Readonly<Record<MarkKind, string>> = {
  content: 'lane-1',
  cue: 'cue',
  source: 'source',
  proof: 'proof',
}
