/** Where a saying is described: the prepositions and participles that hang on its cue, before and after it. */
import { type Frame, isFramed, isOwn, isSource } from './frame.ts'
import type { ReportView } from './report-view.ts'

/** Behind these begins another event than the saying. */
const STOPS = new Set(
  'who whom whose which that because when while after before following amid despite as if where although though since until unless but ; : once whether so than why how'.split(
    ' ',
  ),
)

/** Participles that go on about the saying itself. */
const TRANSPARENT = new Set(
  'speaking talking writing testifying appearing replying addressing telling briefing assuring asked pressed published aired broadcast released posted recorded taped conducted scheduled issued sent delivered given posting appearing calling dated shared carried obtained airing viewed read provided distributed emailed'.split(
    ' ',
  ),
)

/** Tokens that are prepositions or participles of the saying, in text order. */
export function adjunctsOf(view: ReportView, frame: Frame): number[] {
  return [...before(view, frame), ...after(view, frame)]
}

function after(view: ReportView, frame: Frame): number[] {
  const found: number[] = []
  for (let at = frame.cueFrom; at < frame.to; at++) {
    if (isSource(frame, at)) continue
    if (!isFramed(view, frame, at)) {
      // What is said may stand between: "We stay," he said, "and wait," in a call.
      if (at > frame.cueFrom && isFramed(view, frame, at - 1) && isClosed(view, at - 1)) return found
      continue
    }
    if (isEnd(view, frame, at)) return found
    if (isStart(view, at) && isOwn(view, frame, at)) found.push(at)
  }
  return found
}

/** Another sentence of the page goes on inside the same one of ours: bullets, dashes. */
const isClosed = ({ lower }: ReportView, at: number): boolean => lower[at] === '.' || lower[at] === ';'

function isEnd(view: ReportView, frame: Frame, at: number): boolean {
  const { lower, upos, cueOf } = view
  if (at < frame.cueTo) return false
  const cue = cueOf[at]!
  if (cue >= 0 && cue !== frame.index) return true
  if (STOPS.has(lower[at]!)) return lower[at] !== ':' || at > frame.cueTo + 1
  if (upos[at] === 'AUX') return true
  return upos[at] === 'VERB' && !TRANSPARENT.has(lower[at]!)
}

const isStart = ({ upos, lower }: ReportView, at: number): boolean =>
  upos[at] === 'ADP' || upos[at] === 'SCONJ' || lower[at] === 'to' || TRANSPARENT.has(lower[at]!)

/** At the beginning of the sentence, behind a comma, and right behind the source. */
function before(view: ReportView, frame: Frame): number[] {
  const subject = Math.min(frame.sourceFrom, frame.cueFrom)
  const found: number[] = []
  for (let at = frame.from; at < frame.cueFrom; at++) {
    if (isSource(frame, at) || !isFramed(view, frame, at)) continue
    const opens = at === frame.from || at === frame.sourceTo || opensAfter(view, frame, at - 1)
    if (!opens || !isStart(view, at)) continue
    const part = segment(view, frame, at)
    if (at < subject && hasVerb(view, frame, part.to, subject)) continue
    found.push(...part.starts)
    at = Math.max(at, part.to - 1)
  }
  return found
}

/** Behind a comma, a mark, or the "Also" of "Also during the speech". */
const opensAfter = (view: ReportView, frame: Frame, before: number): boolean =>
  view.lower[before] === ',' ||
  isMark(view.lower[before]!) ||
  (before === frame.from && (view.upos[before] === 'ADV' || view.upos[before] === 'CCONJ'))

const isMark = (word: string): boolean => word === '"' || word === '”' || word === '—' || word === '–' || word === '-'

function segment(view: ReportView, frame: Frame, from: number): { starts: number[]; to: number } {
  const starts: number[] = []
  let at = from
  for (; at < frame.cueFrom; at++) {
    if (isSource(frame, at) || !isFramed(view, frame, at)) break
    const word = view.lower[at]!
    if (word === ',' || STOPS.has(word) || view.upos[at] === 'AUX') break
    if (view.upos[at] === 'VERB' && !TRANSPARENT.has(word)) break
    if (isStart(view, at) && isOwn(view, frame, at)) starts.push(at)
  }
  return { starts, to: at }
}

/** "In a speech he attacked Lund, who said …": the speech is not Lund's. */
function hasVerb(view: ReportView, frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (isFramed(view, frame, at) && (view.upos[at] === 'VERB' || view.upos[at] === 'AUX')) return true
  }
  return false
}
