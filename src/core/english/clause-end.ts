/** Where a content clause ends: before the next report of the same sentence, a semicolon, or the sentence's last mark. */
import type { Span } from '../span.ts'
import { hasVerb } from './adjuncts.ts'
import { type BlockView, isWord, type Range, spanOf } from './block-view.ts'
import type { Cue } from './cue-finder.ts'
import { canSpeak } from './phrase-shape.ts'
import { subjectBefore } from './source-finder.ts'
import { PRONOUNS } from './words.ts'

const FINAL_MARKS = new Set(['.', ',', ';', ':', '–', '—', '-'])

/** The sentence without its final full stop; a quotation that begins inside and runs past it is taken along. */
export function sentenceEnd(view: BlockView, sentence: Range, start: number): number {
  let end = sentence.to
  const last = view.quoteOf[end - 1]!
  if (last >= 0) {
    const quote = view.quotes[last]!
    if (quote.from >= start) return Math.max(end, quote.to)
  }
  while (end > start && FINAL_MARKS.has(view.lower[end - 1]!)) end--
  return end
}

/**
 * Index after the content clause that begins at `start`.
 * @param cues cues of the sentence.
 * @param own the cue whose content this is.
 */
export function clauseEnd(
  view: BlockView,
  sentence: Range,
  start: number,
  cues: readonly Cue[],
  own: Cue | null,
): number {
  const limit = sentenceEnd(view, sentence, start)
  const quote = view.quoteOf[start - 1] ?? -1
  for (let at = start + 1; at < Math.min(limit, sentence.to); at++) {
    // Inside a quotation that begins in the content nothing of ours can end it.
    if (view.quoteOf[at] !== quote && view.quoteOf[at]! >= 0) continue
    if (view.quoteOf[at] !== quote) return at
    const word = view.lower[at]!
    if (word === ';') return at
    if (endsHere(view, sentence, start, at, cues, own) || isAside(view, at, sentence)) return trimEnd(view, start, at)
  }
  return trimEnd(view, start, limit)
}

/** " — a proposal he has made before": the reporter's own remark, behind the last dash of the sentence. */
function isAside(view: BlockView, at: number, sentence: Range): boolean {
  if (
    !/^(—|–|--)$/.test(view.lower[at]!) ||
    !/^(a|an|which|although|though|despite|one|something|words)$/.test(view.lower[at + 1] ?? '')
  )
    return false
  for (let later = at + 1; later < sentence.to; later++) if (/^(—|–|--)$/.test(view.lower[later]!)) return false
  return true
}

function endsHere(
  view: BlockView,
  sentence: Range,
  start: number,
  at: number,
  cues: readonly Cue[],
  own: Cue | null,
): boolean {
  const word = view.lower[at]!
  const isComma = word === ','
  const isDash = word === '—' || word === '–' || word === '-'
  if (!isComma && !isDash && word !== 'and' && word !== 'but') return false
  let next = at + 1
  if ((isComma || isDash) && (view.lower[next] === 'and' || view.lower[next] === 'but' || view.lower[next] === 'while'))
    next++
  if (isComma && view.lower[next] === 'according' && view.lower[next + 1] === 'to') return true
  if (isComma && view.lower[next] === 'as' && /^(did|do|does|was|were|had|has|have)$/.test(view.lower[next + 1] ?? ''))
    return true
  const cue = cues.find(
    (other) => other !== own && other.from >= next && other.from <= next + 14 && other.quote === view.quoteOf[at],
  )
  if (cue === undefined) return false
  if (cue.voice === 'participle')
    return isComma && cue.from === next && !/^(showing|finding|planning|knowing|reading)$/.test(view.lower[cue.verb]!)
  if (cue.from === next) return next > at + 1 || (!isComma && !isDash) ? isComma || introduces(view, cue) : false
  // A comma between the names of a list is no end: the clause before it must be one.
  if (isComma) return isWholeClause(view, start, at) && startsOtherReport(view, sentence, next, cue)
  // ", but he claimed", "and the ministry said": a new subject of one or a few words.
  const subject = view.lower[next]!
  return word === 'but' && cue.from <= next + 4 && (PRONOUNS.has(subject) || next < cue.from) && introduces(view, cue)
}

/** A list of names behind "that" is not yet a clause; an infinitive or a noun phrase may end anywhere. */
const isWholeClause = (view: BlockView, start: number, end: number): boolean =>
  !/^(that|whether|if)$/.test(view.lower[start]!) || hasVerb(view, start, end)

/** ", his lawyer insisted that …": the verb's subject begins right behind the comma, and something said follows. */
function startsOtherReport(view: BlockView, sentence: Range, at: number, cue: Cue): boolean {
  if (cue.voice !== 'active' || view.lower[cue.to] === ',' || cue.to >= sentence.to - 1) return false
  const subject = subjectBefore(view, { from: at, to: sentence.to }, cue.from)
  if (subject === null || subject.from > at + 1 || !canSpeak(view, subject)) return false
  return introduces(view, cue) || view.lower[at - 1] !== ','
}

/** Does something said follow, so that the verb reports and is no part of what is reported? */
function introduces(view: BlockView, cue: Cue): boolean {
  const next = view.lower[cue.to] ?? ''
  if (next === 'that' || next === 'whether' || next === ':' || next === 'to') return true
  if (view.quoteOf[cue.to]! >= 0 && view.quoteOf[cue.to] !== cue.quote) return true
  return /^(say|add|tell|call|warn|insist|stress|claim|argue|deny|refuse|decline)$/.test(cue.entry.lemma)
}

function trimEnd(view: BlockView, start: number, end: number): number {
  let at = end
  while (
    at > start &&
    !isWord(view, at - 1) &&
    FINAL_MARKS.has(view.lower[at - 1]!) &&
    view.quoteOf[at - 1] === view.quoteOf[start]
  )
    at--
  return at
}

/** Content spans of a range: its characters, without a closing mark whose partner stands before it. */
export function contentOf(view: BlockView, from: number, to: number): Span[] {
  const end = withoutClosingMark(view, from, to)
  return end > from ? [spanOf(view, { from, to: end })] : []
}

/** “He told me that it leaks,”: what he told ends before the comma. */
function withoutClosingMark(view: BlockView, from: number, to: number): number {
  const quote = view.quotes[view.quoteOf[from] ?? -1]
  const closes = quote?.quotation.balanced && from > quote.from && to === quote.to && !isWord(view, to - 1)
  if (!closes) return to
  let end = to - 1
  while (end > from && FINAL_MARKS.has(view.lower[end - 1]!)) end--
  return end
}
