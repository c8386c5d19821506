/** Rules that start from a quotation: its cue before, after or between, or none at all. */
import type { Span } from '../span.ts'
import { hasVerb, skipAddressee, skipAdjuncts } from './adjuncts.ts'
import { type BlockView, isCapitalised, isWord, type QuotePart, type Range, spanOf, wordsIn } from './block-view.ts'
import { cueKey, record, type Work } from './candidate.ts'
import type { Cue } from './cue-finder.ts'
import { INVERTIBLE, sourceOf } from './cue-subject.ts'
import { nounPhraseFrom } from './phrase-after.ts'
import { canSpeak } from './phrase-shape.ts'
import { sentenceSubject } from './sentence-subject.ts'
import { subjectBefore } from './source-finder.ts'
import { COMPLEMENTIZERS } from './words.ts'

/** A quotation of at least so many words may stand alone; shorter ones are names, titles and scare quotes. */
export const FEWEST_FREE_WORDS = 6

interface Hit {
  readonly cue: Cue | Range | null
  readonly source: Range | readonly Span[] | null
  readonly rule: 'quote-then-cue' | 'cue-then-quote' | 'colon-quote'
  /** Token after the reporting clause, where a split quotation may go on. */
  readonly end: number
  /** Offset at which a clause begins that the quotation only closes; null where the quotation is all. */
  readonly lead: number | null
}

/** Finds the reporting clause of every quotation of a block. */
export function applyQuoteRules(work: Work, view: BlockView): void {
  const hits = hitsOf(work, view)
  for (let index = 0; index < view.quotes.length; index++) {
    const hit = hits[index]
    const quote = view.quotes[index]!
    if (hit === null || hit === undefined || work.usedQuotations.has(quote.quotation.id)) continue
    const content: Span[] = [...quote.quotation.spans]
    if (hit.lead !== null) content[0] = { start: hit.lead, end: content[0]!.end }
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

/** One reporting clause serves one quotation; “A,” he said, “b.” gives it to the first, and the second goes on. */
function hitsOf(work: Work, view: BlockView): (Hit | null)[] {
  const taken = new Set<number>()
  return view.quotes.map((quote) => {
    let hit = cueAfter(work, view, quote)
    const lead = hit === null ? null : leadBefore(work, view, quote)
    if (hit !== null) hit = lead === undefined ? null : { ...hit, lead }
    if (hit === null) {
      hit = cueBefore(work, view, quote)
      if (hit?.cue != null && taken.has(hit.cue.from)) hit = null
    }
    if (hit?.cue != null) {
      taken.add(hit.cue.from)
      rememberSource(work, view, hit)
    }
    return hit
  })
}

/** A later cue of the sentence ("…, said Lind, adding: “…”") asks for the source of this one. */
function rememberSource(work: Work, view: BlockView, { cue, source }: Hit): void {
  if (cue === null || !('verb' in cue) || source === null) return
  work.sources.set(cueKey(view, cue), 'from' in source ? [spanOf(view, source)] : source)
}

/**
 * Where the clause begins that a quotation closes ("The plan was “a disaster,” he said"); null when the quotation opens
 * its sentence, undefined when the words before it belong to something else.
 */
function leadBefore(work: Work, view: BlockView, quote: QuotePart): number | null | undefined {
  const sentence = view.sentences[view.sentenceOf[quote.from]!]!
  if (quote.part > 0 || sentence.from >= quote.from) return null
  let from = sentence.from
  while (from < quote.from && /^(but|and|yet|so|still|,|:|-|–|—|•|·)$/.test(view.lower[from]!)) from++
  if (from >= quote.from) return null
  // A speaker's label ("Lind: “No,” she said"), or a report of its own: the quotation stands alone.
  if (/^[:]$/.test(view.lower[quote.from - 1]!)) return null
  const cues = work.cues[view.index]![view.sentenceOf[quote.from]!]!
  if (cues.some((cue) => cue.to <= quote.from && cue.voice === 'active')) {
    return wordsIn(view, quote) >= FEWEST_FREE_WORDS ? null : undefined
  }
  for (let at = from; at < quote.from; at++) if (view.quoteOf[at]! >= 0) return null
  if (!hasVerb(view, from, quote.from) && !isWord(view, quote.from - 1)) return null
  return hasVerb(view, from, quote.from)
    ? view.tokens[from]!.start
    : wordsIn(view, quote) >= FEWEST_FREE_WORDS
      ? null
      : undefined
}

/** Does the quotation follow the reporting clause that ends at `end`, with nothing but marks and an adjunct between? */
function continues(view: BlockView, end: number, quote: QuotePart): boolean {
  if (quote.from < end) return false
  const gap = quote.from - end
  if (gap > 24) return false
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

export const lastInside = (view: BlockView, quote: QuotePart): string => view.lower[quote.to - 2] ?? ''

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
    return source && { cue: { from: at, to: at + 2 }, source, rule: 'quote-then-cue', end: source.to, lead: null }
  }
  const cue = cues.find((other) => other.from >= at && other.quote === -1 && other.voice !== 'passive')
  if (cue === undefined || !takesQuote(cue)) return null
  if (cue.from === at) {
    if (!INVERTIBLE.has(cue.entry.lemma)) return null
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
  return { cue, source, rule: 'quote-then-cue', end: nextComma, lead: null }
}

/** Token after what may follow a reporting clause, up to a comma, a quotation or the end of the sentence. */
function adjunctEnd(view: BlockView, from: number, sentence: Range, cues: readonly Cue[], own: Cue): number {
  for (let at = from; at < sentence.to; at++) {
    if (view.quoteOf[at]! >= 0) return at
    if (cues.some((cue) => cue !== own && cue.from === at)) return from
  }
  return sentence.to
}

const takesQuote = (cue: Cue): boolean => !cue.negated && cue.entry.frames.includes('q')

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
      return {
        cue,
        source: sourceOf(work, view, sentence, cue, before),
        rule: 'cue-then-quote',
        end: quote.to,
        lead: null,
      }
    }
  }
  if (mark !== ':' || words < 4 || view.block.kind === 'headline') return null
  const source = sentenceSubject(view, { from: sentence.from, to: at }) ?? speakerLabel(view, sentence, at)
  if (source !== null && !canSpeak(view, source, true)) return null
  return source && { cue: null, source, rule: 'colon-quote', end: quote.to, lead: null }
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
