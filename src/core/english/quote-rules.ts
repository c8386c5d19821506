/** Rules that start from a quotation: its cue before, after or between, or none at all. */
import type { Span } from '../span.ts'
import { skipAddressee, skipAdjuncts } from './adjuncts.ts'
import { type BlockView, isCapitalised, isWord, type QuotePart, type Range, wordsIn } from './block-view.ts'
import { cueKey, record, type Work } from './candidate.ts'
import type { Cue } from './cue-finder.ts'
import { canSpeak, nounPhraseFrom, sentenceSubject, subjectBefore } from './source-finder.ts'
import { COMPLEMENTIZERS } from './words.ts'

/** A quotation of at least so many words may stand alone; shorter ones are names, titles and scare quotes. */
const FEWEST_FREE_WORDS = 6

interface Hit {
  readonly cue: Cue | Range | null
  readonly source: Range | readonly Span[] | null
  readonly rule: 'quote-then-cue' | 'cue-then-quote' | 'colon-quote'
  /** Token after the reporting clause, where a split quotation may go on. */
  readonly end: number
}

/** Finds the reporting clause of every quotation of a block. */
export function applyQuoteRules(work: Work, view: BlockView): void {
  const hits = view.quotes.map((quote) => cueAfter(work, view, quote) ?? cueBefore(work, view, quote))
  for (let index = 0; index < view.quotes.length; index++) {
    const hit = hits[index]
    const quote = view.quotes[index]!
    if (hit === null || hit === undefined || work.usedQuotations.has(quote.quotation.id)) continue
    const content: Span[] = [...quote.quotation.spans]
    work.usedQuotations.add(quote.quotation.id)
    let end = hit.rule === 'quote-then-cue' ? hit.end : quote.to
    // “A,” he said. “B. C.”: what goes on without a cue of its own belongs to the same speech.
    for (let next = index + 1; next < view.quotes.length; next++) {
      const more = view.quotes[next]!
      if (hits[next] != null || !continues(view, end, more)) break
      content.push(...more.quotation.spans)
      work.usedQuotations.add(more.quotation.id)
      end = more.to
    }
    record(work, view, hit.rule, { source: hit.source, cue: hit.cue, content })
  }
}

/** Does the quotation follow the reporting clause that ends at `end`, with nothing but marks and an adjunct between? */
function continues(view: BlockView, end: number, quote: QuotePart): boolean {
  if (quote.from < end) return false
  const gap = quote.from - end
  if (gap > 14) return false
  for (let at = end; at < quote.from; at++) if (view.quoteOf[at]! >= 0) return false
  const before = view.lower[quote.from - 1] ?? ''
  const startsSentence = view.sentences[view.sentenceOf[quote.from]!]!.from === quote.from
  if (gap === 0) return true
  if (!startsSentence && before !== ',' && before !== ':' && before !== '.' && before !== '—' && before !== '–')
    return false
  // A sentence of somebody else in between breaks the speech off.
  const sameSentence = view.sentenceOf[end - 1] === view.sentenceOf[quote.from - 1]
  return sameSentence && (startsSentence || wordsIn(view, quote) >= 2)
}

const lastInside = (view: BlockView, quote: QuotePart): string => view.lower[quote.to - 2] ?? ''

function cueAfter(work: Work, view: BlockView, quote: QuotePart): Hit | null {
  let at = quote.to
  if (at >= view.tokens.length) return null
  const inner = lastInside(view, quote)
  const outer = view.lower[at]!
  const separated = outer === ',' || /^(—|–|-|--)$/.test(outer)
  if (separated) at++
  if (!separated && !/^[,!?…]|^\.\.\.$|^—$|^–$|^-$/.test(inner) && quote.quotation.balanced) {
    // Nothing but a full stop before the closing mark: a new sentence, and only a bare "He said." may belong to it.
    if (inner !== '.') return null
  }
  if (at >= view.tokens.length) return null
  const sentenceIndex = view.sentenceOf[at]!
  const sentence = view.sentences[sentenceIndex]!
  const cues = work.cues[view.index]![sentenceIndex]!
  if (view.lower[at] === 'according' && view.lower[at + 1] === 'to') {
    const source = nounPhraseFrom(view, sentence, at + 2, true)
    return source && { cue: { from: at, to: at + 2 }, source, rule: 'quote-then-cue', end: source.to }
  }
  const cue = cues.find((other) => other.from >= at && other.quote === -1 && other.voice !== 'passive')
  if (cue === undefined || !takesQuote(cue)) return null
  if (cue.from === at) {
    const source = nounPhraseFrom(view, sentence, cue.to, false)
    if (source === null && cue.voice === 'participle') return null
    return checkedHit(view, sentence, quote, cue, source, inner, cues)
  }
  const source = subjectBefore(view, { from: at, to: sentence.to }, cue.from)
  if (source === null || source.from > at + 1) return null
  return checkedHit(view, sentence, quote, cue, source, inner, cues)
}

function checkedHit(
  view: BlockView,
  sentence: Range,
  quote: QuotePart,
  cue: Cue,
  source: Range | null,
  inner: string,
  cues: readonly Cue[],
): Hit | null {
  const clauseEnd = Math.max(cue.to, source?.to ?? 0)
  if (inner === '.' && quote.quotation.balanced) {
    const rest = skipAdjuncts(view, skipAddressee(view, clauseEnd, sentence), sentence)
    if (sentence.from < quote.to ? false : rest < sentence.to - 1) return null
  }
  // “…,” the minister said that … : the clause after has its own content; the quotation belongs to another.
  if (COMPLEMENTIZERS.has(view.lower[clauseEnd] ?? '') && !/^(when|as|where|who)$/.test(view.lower[clauseEnd]!))
    return null
  const nextComma = adjunctEnd(view, clauseEnd, sentence, cues, cue)
  return { cue, source, rule: 'quote-then-cue', end: nextComma }
}

/** Token after what may follow a reporting clause, up to a comma, a quotation or the end of the sentence. */
function adjunctEnd(view: BlockView, from: number, sentence: Range, cues: readonly Cue[], own: Cue): number {
  for (let at = from; at < sentence.to; at++) {
    if (view.quoteOf[at]! >= 0) return at
    if (cues.some((cue) => cue !== own && cue.from === at)) return from
  }
  return sentence.to
}

const takesQuote = (cue: Cue): boolean =>
  cue.entry.frames.includes('q') || (cue.entry.frames.includes('t') && cue.entry.manner === 'speech')

function cueBefore(work: Work, view: BlockView, quote: QuotePart): Hit | null {
  if (quote.part > 0) return null
  const at = quote.from
  const sentenceIndex = view.sentenceOf[at]!
  const sentence = sentenceWithColon(view, sentenceIndex, at)
  if (sentence === null) return null
  const cues = work.cues[view.index]![view.sentenceOf[at - 1]!]!
  const mark = view.lower[at - 1]!
  const before = cues.filter(
    (other) => other.to <= at && other.quote === view.quoteOf[at - 1] && other.voice !== 'passive',
  )
  const cue = before.at(-1)
  const words = wordsIn(view, quote)
  if (
    cue !== undefined &&
    takesQuote(cue) &&
    !work.usedCues.has(cueKey(view, cue)) &&
    noQuoteBetween(view, cue.to, at)
  ) {
    const gap = at - cue.to
    const direct =
      mark === ':' || (mark === ',' && gap <= 16) || (gap === 0 && words >= 2) || isAddressee(view, cue, at, sentence)
    if (direct && standsAlone(view, quote, sentence, mark) && !hasComplementizer(view, cue.to, at)) {
      return { cue, source: sourceOf(work, view, sentence, cue, before), rule: 'cue-then-quote', end: quote.to }
    }
  }
  if (mark !== ':' || words < 4) return null
  const source = sentenceSubject(view, { from: sentence.from, to: at }) ?? speakerLabel(view, sentence, at)
  if (source !== null && !canSpeak(view, source, true)) return null
  return source && { cue: null, source, rule: 'colon-quote', end: quote.to }
}

/** The sentence in which the reporting clause before a quotation stands: the segmenter may cut after the colon. */
function sentenceWithColon(view: BlockView, index: number, at: number): Range | null {
  const sentence = view.sentences[index]!
  if (sentence.from < at) return sentence
  const before = view.sentences[index - 1]
  return before !== undefined && /^[:,]$/.test(view.lower[at - 1] ?? '') ? before : null
}

/** "Lind: “No.”" */
function speakerLabel(view: BlockView, sentence: Range, quoteStart: number): Range | null {
  const range = { from: sentence.from, to: quoteStart - 1 }
  return range.to > range.from && wordsIn(view, range) <= 6 && isCapitalised(view, range.from) ? range : null
}

function isAddressee(view: BlockView, cue: Cue, at: number, sentence: Range): boolean {
  if (!cue.entry.addressed || !isCapitalised(view, at + 1)) return false
  return skipAdjuncts(view, skipAddressee(view, cue.to, sentence), sentence) === at
}

/** A quotation that a sentence goes on after is part of a clause ("said the “special operation” was over"). */
function standsAlone(view: BlockView, quote: QuotePart, sentence: Range, mark: string): boolean {
  if (mark === ':') return true
  const next = view.lower[quote.to]
  if (next === undefined || quote.to >= sentence.to || !isWord(view, quote.to)) return true
  return /^[,.!?…]$/.test(lastInside(view, quote)) || next === 'and' || next === 'but'
}

function hasComplementizer(view: BlockView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (view.lower[at] === 'that' || view.lower[at] === 'whether') return true
  return false
}

function noQuoteBetween(view: BlockView, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (view.quoteOf[at]! >= 0 && view.quoteOf[at] !== view.quoteOf[to - 1]) return false
  return true
}

/** A cue's subject: its own, that of the verb it is joined to, or the sentence's. */
export function sourceOf(
  work: Work,
  view: BlockView,
  sentence: Range,
  cue: Cue,
  before: readonly Cue[],
): Range | readonly Span[] | null {
  if (cue.voice !== 'participle') {
    const own = subjectBefore(view, sentence, cue.from)
    if (own !== null) return own
    // "Asked whether …", at the head of a sentence: nobody is named.
    if (cue.from === sentence.from) return null
  }
  const others = before.filter((other) => other !== cue && other.to <= cue.from && other.quote === cue.quote)
  for (const other of others.reverse()) {
    const shared = work.sources.get(cueKey(view, other))
    if (shared !== undefined && shared.length > 0) return shared
    if (other.voice === 'active') {
      const subject = subjectBefore(view, sentence, other.from)
      if (subject !== null) return subject
    }
  }
  return sentenceSubject(view, { from: sentence.from, to: cue.from })
}

/** Quotations that no cue claimed: the speaker is the one who spoke last, or is not named. */
export function applyFloatingRule(work: Work, view: BlockView): void {
  for (const quote of view.quotes) {
    if (work.usedQuotations.has(quote.quotation.id) || view.block.kind === 'headline') continue
    if (quote.part > 0 || wordsIn(view, quote) < FEWEST_FREE_WORDS || !isWholeSentence(view, quote)) continue
    if (
      work.found.some((other) =>
        other.content.some((span) => span.start <= quote.span.start && quote.span.end <= span.end),
      )
    )
      continue
    const source = lastSpeaker(work, view, quote)
    if (source === null && view.block.kind !== 'quote' && !fillsBlock(view, quote)) continue
    work.usedQuotations.add(quote.quotation.id)
    record(work, view, 'floating-quote', { source, cue: null, content: quote.quotation.spans })
  }
}

/** Does it begin and end where sentences do? */
function isWholeSentence(view: BlockView, quote: QuotePart): boolean {
  if (quote.quotation.style === 'block') return true
  const starts = view.sentences[view.sentenceOf[quote.from]!]!.from === quote.from
  return (
    starts &&
    (quote.to >= view.tokens.length ||
      view.sentenceOf[quote.to] !== view.sentenceOf[quote.from] ||
      /^[.!?…]$/.test(lastInside(view, quote)))
  )
}

const fillsBlock = (view: BlockView, quote: QuotePart): boolean =>
  quote.from === 0 && wordsIn(view, { from: quote.to, to: view.tokens.length }) === 0

/** The source of the nearest quotation or report before, in this block or the one before; else the sentence before names one. */
function lastSpeaker(work: Work, view: BlockView, quote: QuotePart): Range | readonly Span[] | null {
  let nearest: readonly Span[] | null = null
  let nearestAt = -1
  for (const other of work.found) {
    const end = other.content.at(-1)!.end
    if (
      other.view < view.index - 1 ||
      other.view > view.index ||
      other.source.length === 0 ||
      other.manner === 'thought'
    )
      continue
    if (end <= quote.span.start && end > nearestAt) {
      nearest = other.source
      nearestAt = end
    }
  }
  const sentenceBefore = view.sentences[view.sentenceOf[quote.from]! - 1]
  if (sentenceBefore !== undefined && nearestAt < view.tokens[sentenceBefore.from]!.start) {
    const subject = sentenceSubject(view, sentenceBefore)
    if (subject !== null && canSpeak(view, subject, true)) return subject
  }
  const blockBefore = work.views[view.index - 1]
  if (quote.from === 0 && blockBefore !== undefined && blockBefore.lower.at(-1) === ':') {
    const sentence = blockBefore.sentences.at(-1)!
    const cue = work.cues[blockBefore.index]!.at(-1)!.at(-1)
    const subject =
      cue === undefined ? sentenceSubject(blockBefore, sentence) : subjectBefore(blockBefore, sentence, cue.from)
    if (subject !== null) {
      const first = blockBefore.tokens[subject.from]!
      return [{ start: first.start, end: blockBefore.tokens[subject.to - 1]!.end }]
    }
  }
  return nearest
}
