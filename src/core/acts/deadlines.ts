/** The deadline of what is promised, demanded, threatened: the time expression behind "by", "within", "no later than". */
import type { ActType, Timex } from '../doc.ts'
import { firstFrom, type Span } from '../span.ts'
import { type ActDoc, type ActView, wordOf } from './act-view.ts'

/** What only tells how things are has no deadline: "by Friday four trains had arrived". */
const WITHOUT: ReadonlySet<ActType> = new Set(['assertion', 'denial', 'no-comment', 'question', 'criticism'])
/** Between the preposition and the time: "by the end of June", "by next Friday". */
const BETWEEN = new Set([
  'the',
  'end',
  'of',
  'early',
  'late',
  'next',
  'this',
  'mid',
  'middle',
  'start',
  'beginning',
  'about',
  'around',
  '-',
  'close',
])

/** Id of the first such expression in or right behind the content; null where there is none. */
export function deadlineOf(doc: ActDoc, view: ActView, type: ActType, isNegative: boolean): string | null {
  if (WITHOUT.has(type)) return null
  const { timexes } = doc.layers
  for (const span of view.attribution.content) {
    for (let at = firstFrom(timexes, span.start); at < timexes.length && timexes[at]!.start < span.end; at++) {
      if (isDeadline(doc, span, timexes[at]!, isNegative, view)) return timexes[at]!.id
    }
  }
  return null
}

function isDeadline(doc: ActDoc, content: Span, timex: Timex, isNegative: boolean, view: ActView): boolean {
  // "within days" is no day that anybody could be held to.
  if (timex.type === 'SET' || timex.value.includes('X')) return false
  const words = wordsBefore(doc, timex, Math.min(content.start, view.content.start))
  const inside = wordOf(doc.text.slice(timex.start, timex.end)).split(/\s+/, 3)
  if (inside[0] === 'within' || inside[0] === 'by') return true
  let at = words.length - 1
  while (at >= 0 && BETWEEN.has(words[at]!)) at--
  const [second = '', first = ''] = [words[at], words[at - 1]]
  if (second === 'by') return !/^(past|passed|gone)$/.test(first)
  if (second === 'within') return timex.type === 'DURATION' || timex.type === 'DATE'
  if (second === 'than') return first === 'later'
  if (second === 'before') return !isNegative
  return (
    second === 'until' &&
    view.cueWords.some((word) => word === 'gave' || word === 'give' || word === 'given' || word === 'gives')
  )
}

function wordsBefore({ text, layers: { tokens } }: ActDoc, span: Span, from: number): string[] {
  const last = firstFrom(tokens, span.start)
  return tokens
    .slice(Math.max(0, last - 8), last)
    .filter(({ start }) => start >= from)
    .map(({ start, end }) => wordOf(text.slice(start, end)))
}
