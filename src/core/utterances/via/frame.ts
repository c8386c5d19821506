/** The part of a sentence in which an attribution says to whom, where and through whom: all but what is said. */
import type { Attribution } from '../../doc.ts'
import { equalSpans, type Span } from '../../span.ts'
import { firstToken } from '../../token-columns.ts'
import { citingAt, REPORTS } from './relay-verbs.ts'
import { remembered } from './remembered.ts'
import { afterToken, type ReportView } from './report-view.ts'

export interface Frame {
  readonly attribution: Attribution
  readonly index: number
  /** Tokens of its sentence, from and up to, exclusive. */
  readonly from: number
  readonly to: number
  /** First token of the cue and the one after it; equal where there is none. */
  readonly cueFrom: number
  readonly cueTo: number
  /** First token of the source and the one after it; equal where there is none. */
  readonly sourceFrom: number
  readonly sourceTo: number
  /** The attribution in whose content it stands, -1 for none. */
  readonly level: number
}

/** Longest sentence looked at: a text without full stops is no reason to read all of it for each of its attributions. */
const REACH = 120

/** Null where the attribution has neither cue nor source. */
export const frameOf = remembered((view: ReportView, attribution: Attribution): Frame | null => {
  const { cue, source } = attribution
  const anchor = cue[0] ?? source[0]
  if (anchor === undefined) return null
  const at = firstToken(view, anchor)
  if (at >= view.count) return null
  const sentence = view.sentence[at]!
  const cueSpan = cue[0] === undefined ? null : { start: cue[0].start, end: cue.at(-1)!.end }
  const cueTo = cueSpan === null ? at : Math.min(afterToken(view, cueSpan), at + REACH)
  const sourceFrom = source[0] === undefined ? at : firstToken(view, source[0])
  const sourceTo = source[0] === undefined ? at : afterToken(view, source.at(-1)!)
  const cueFrom = reportingBefore(view, at, sourceTo)
  return {
    attribution,
    index: view.indexOf.get(attribution) ?? -1,
    from: Math.max(view.sentenceFrom[sentence]!, at - REACH),
    to: Math.min(view.sentenceFrom[sentence + 1]!, Math.max(cueTo, at) + REACH),
    cueFrom,
    cueTo,
    sourceFrom,
    sourceTo,
    level: view.contentOf[at]!,
  }
})

/** "Politico reported, citing …", "Peskin told journalists, stating that …": the verb that says where and to whom, before the cue. */
function reportingBefore(view: ReportView, at: number, sourceTo: number): number {
  const cites = citingAt(view.lower, at) > 0
  if (!cites && !view.lower[at]!.endsWith('ing')) return at
  for (let i = at - 1; i >= sourceTo && i > at - 16; i--) {
    if (view.contentOf[i] !== view.contentOf[at]) return at
    if (view.upos[i] !== 'VERB') continue
    return REPORTS.has(view.lemma[i]!) && (cites || view.cueOf[i]! < 0) ? i : at
  }
  return at
}

/** Does the token stand in the frame: not in what is said, and not in a sentence above or below it? */
export const isFramed = (view: ReportView, { level }: Frame, at: number): boolean => view.contentOf[at] === level

export const isSource = ({ sourceFrom, sourceTo }: Frame, at: number): boolean => at >= sourceFrom && at < sourceTo

/** Does `at` belong to this attribution, and to none of the others of its sentence? The nearest cue before it has it, else the first. */
export function isOwn(view: ReportView, frame: Frame, at: number): boolean {
  for (let i = at; i >= frame.from; i--) {
    const other = view.cueOf[i]!
    if (other >= 0 && view.contentOf[i] === frame.level) return isSameSaying(view, frame, other)
  }
  for (let i = at; i < frame.to; i++) {
    const other = view.cueOf[i]!
    if (other >= 0 && view.contentOf[i] === frame.level) return isSameSaying(view, frame, other)
  }
  return true
}

/** Cues that go on with what was just being said: "…, adding that". */
const CONTINUING = new Set(['add', 'continue', 'go'])

/** Itself, or "told …, adding that …": one occasion, two attributions of one source. */
export function isSameSaying(view: ReportView, { index, cueFrom, attribution }: Frame, other: number): boolean {
  if (other === index) return true
  const first = view.doc.layers.attributions[other]!
  if (!sameSpans(first.source, attribution.source)) return false
  const otherFrom = first.cue[0] === undefined ? -1 : firstToken(view, first.cue[0])
  return otherFrom < cueFrom && (view.lower[cueFrom]!.endsWith('ing') || CONTINUING.has(view.lemma[cueFrom]!))
}

const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length > 0 && a.length === b.length && a.every((span, i) => equalSpans(span, b[i]!))

/** "told reporters that …, adding that …": the frame of the first, where another goes on with it; null where none does. */
export function firstOfSaying(view: ReportView, frame: Frame): Frame | null {
  for (let at = frame.from; at < frame.cueFrom; at++) {
    const other = view.cueOf[at]!
    if (other < 0 || other === frame.index || view.contentOf[at] !== frame.level) continue
    if (isSameSaying(view, frame, other)) return frameOf(view, view.doc.layers.attributions[other]!)
  }
  return null
}
