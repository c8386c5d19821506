/** Quotations that no cue claimed: the speaker is the one who spoke last, or is not named. */
import type { Span } from '../span.ts'
import { type BlockView, isCapitalised, type QuotePart, type Range, spanOf, wordsIn } from './block-view.ts'
import { type Candidate, record, type Work } from './candidate.ts'
import { canSpeak } from './phrase-shape.ts'
import { FEWEST_FREE_WORDS, lastInside } from './quote-rules.ts'
import type { RuleName } from './rule-table.ts'
import { sentenceSubject } from './sentence-subject.ts'
import { subjectBefore } from './source-finder.ts'
import { isSpeakingNoun } from './words.ts'

/** Quotations that no cue claimed: the speaker is the one who spoke last, or is not named. */
export function applyFloatingRule(work: Work, view: BlockView): void {
  for (const quote of view.quotes) {
    if (work.usedQuotations.has(quote.quotation.id) || view.block.kind === 'headline') continue
    if (quote.part > 0 || wordsIn(view, quote) < FEWEST_FREE_WORDS || !isWholeSentence(view, quote)) continue
    if (work.covered[view.index]![quote.from] === 1) continue
    if (view.block.kind === 'quote' && !isIntroduced(work, view)) continue
    const source = lastSpeaker(work, view, quote)
    if (source === null && !fillsBlock(view, quote)) continue
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

/** A quoted block may be a summary, a poem or a box: only a colon or a report right before it makes it speech. */
function isIntroduced(work: Work, view: BlockView): boolean {
  const before = work.views[view.index - 1]
  if (before === undefined || before.block.kind === 'headline') return false
  return (
    before.lower.at(-1) === ':' ||
    (before.block.kind === 'quote' && work.found[before.index]!.length > 0) ||
    /^[“"„«‘']/.test(view.lower[0] ?? '')
  )
}

const fillsBlock = (view: BlockView, quote: QuotePart): boolean =>
  quote.from === 0 && wordsIn(view, { from: quote.to, to: view.tokens.length }) === 0

/** Who spoke last: the sentence before names somebody, or the nearest report in this block or the one before does. */
function lastSpeaker(work: Work, view: BlockView, quote: QuotePart): Range | readonly Span[] | null {
  const nearest = nearestReport(work, view, quote)
  const before = view.sentences[view.sentenceOf[quote.from]! - 1]
  if (before !== undefined && (nearest === null || nearest.view !== view.index)) {
    const subject = sentenceSubject(view, before)
    if (subject !== null && isPlainSpeaker(view, subject)) return subject
  }
  const blockBefore = work.views[view.index - 1]
  if (quote.from === 0 && blockBefore !== undefined && blockBefore.lower.at(-1) === ':') {
    const subject = introducedBy(work, blockBefore)
    return subject !== null && isPlainSpeaker(blockBefore, subject) ? [spanOf(blockBefore, subject)] : null
  }
  return nearest?.source ?? null
}

/** "Lind", "She", "The harbour minister": nothing a misread sentence would give. */
function isPlainSpeaker(view: BlockView, range: Range): boolean {
  if (range.to - range.from === 1 && /^(he|she|they)$/.test(view.lower[range.from]!)) return true
  if (range.to - range.from > 6 || !canSpeak(view, range, true)) return false
  return isSpeakingNoun(view.lower[range.to - 1]!) || (range.to - range.from > 1 && isCapitalised(view, range.to - 1))
}

/** The subject of a paragraph that ends in a colon. */
function introducedBy(work: Work, view: BlockView): Range | null {
  const sentence = view.sentences.at(-1)!
  const cue = work.cues[view.index]!.at(-1)!.at(-1)
  return cue === undefined ? sentenceSubject(view, sentence) : subjectBefore(view, sentence, cue.from)
}

/** Rules whose finds are speech that may go on; who is criticised or promised something is not about to be quoted. */
const SPEAKS_ON: ReadonlySet<RuleName> = new Set([
  'quote-then-cue',
  'cue-then-quote',
  'colon-quote',
  'floating-quote',
  'that-clause',
  'bare-clause',
  'participle',
  'trailing-cue',
  'inserted-cue',
  'dash-after-block',
  'according-to',
] as const)

/** How many finds back a floating quotation may look for its speaker. */
const LOOK_BACK = 40

function nearestReport(work: Work, view: BlockView, quote: QuotePart): Candidate | null {
  let nearest: Candidate | null = null
  for (const index of [view.index, view.index - 1]) {
    for (const other of (work.found[index] ?? []).slice(-LOOK_BACK)) {
      const end = other.content.at(-1)!.end
      if (other.source.length === 0 || !SPEAKS_ON.has(other.rule) || end > quote.span.start) continue
      if (nearest === null || end > nearest.content.at(-1)!.end) nearest = other
    }
  }
  return nearest
}
