/** Longest source, in tokens, that may go on to the end of its sentence. */
const LONGEST_TAIL = 24

/** "…, according to members who spoke with reporters afterwards": at the end of a sentence all the rest is the source. */
function toTheEnd(view: BlockView, sentence: Range, according: number, phrase: Range): Range {
  const end = sentenceEnd(view, sentence, phrase.to)
  if (according <= sentence.from + 3 || end - phrase.from > LONGEST_TAIL || view.quoteOf[according]! >= 0) return phrase
  if (/^(as|while|after|before|when|but|and|although|though|in|on|at)$/.test(view.lower[phrase.to] ?? '')) return phrase
  for (let at = phrase.to; at < end; at++) {
    if (!isWord(view, at) && view.lower[at] !== '-' && view.lower[at] !== "'s" && view.lower[at] !== '’s') return phrase
  }
  return { from: phrase.from, to: Math.max(phrase.to, end) }
}

/** "According to X, …" and "…, according to X". */
import type { Span } from '../span.ts'
import { type BlockView, isWord, type Range, wordsIn } from './block-view.ts'
import { record, type Work } from './candidate.ts'
import { contentStart, isSeparator, startsNewReport } from './clause-context.ts'
import { clauseEnd, contentOf, sentenceEnd } from './clause-end.ts'
import type { Cue } from './cue-finder.ts'
import { nounPhraseFrom } from './phrase-after.ts'

/** "according to plan", "according to the law": a measure, not a voice. */
const isStandard = (view: BlockView, source: Range): boolean =>
  /^(plan|plans|schedule|law|laws|size|age|taste|need|needs|rules|type|height|season|custom|tradition|whether|how|what|which)$/.test(
    view.lower[source.to - 1]!,
  ) && source.to - source.from <= 2

/** "According to X, …" and "…, according to X". */
export function applyAccordingTo(work: Work, view: BlockView, sentence: Range, cues: readonly Cue[]): void {
  for (let at = sentence.from; at + 1 < sentence.to; at++) {
    if (view.lower[at] !== 'according' || view.lower[at + 1] !== 'to') continue
    const inQuote = view.quoteOf[at]!
    const phrase = nounPhraseFrom(view, sentence, at + 2, true)
    const source = phrase === null ? null : toTheEnd(view, sentence, at, phrase)
    if (source === null || source.from !== at + 2 || isStandard(view, source)) continue
    if (work.usedCues.has(`${view.index}:${at}`)) continue
    const first = contentStart(view, sentence)
    let after = source.to
    while (after < sentence.to && view.lower[after] !== ',' && isWord(view, after)) after++
    const content: Span[] = []
    let lead = at
    if (isSeparator(view, lead - 1)) lead--
    if (lead > first && inQuote === -1) content.push(...contentOf(view, first, lead))
    const closes = after >= sentence.to - 1 || sentenceEnd(view, sentence, after) <= after
    const next = after + 1
    if (!closes && view.lower[after] === ',' && !(content.length > 0 && startsNewReport(view, next, cues))) {
      content.push(...contentOf(view, next, clauseEnd(view, sentence, next, cues, null)))
    }
    if (content.length === 0 || wordsIn(view, { from: sentence.from, to: sentence.to }) < 6) continue
    record(work, view, 'according-to', { source, cue: { from: at, to: at + 2 }, content })
  }
}
