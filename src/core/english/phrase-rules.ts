/** Reports whose content is an infinitive or a noun phrase: "promised to", "urged X to", "denied the charge". */
import { skipAddressee, skipAdjuncts } from './adjuncts.ts'
import { type BlockView, isCapitalised, isWord, type Range, wordsIn } from './block-view.ts'
import { record } from './candidate.ts'
import type { Context } from './clause-context.ts'
import { clauseEnd, contentOf } from './clause-end.ts'
import type { Cue } from './cue-finder.ts'
import { speakerOf } from './cue-subject.ts'
import { canSpeak } from './phrase-shape.ts'
import { endOfTimePhrase } from './time-phrases.ts'
import { AUXILIARIES, COORDINATORS, CUE_ADVERBS, PREPOSITIONS, SUBORDINATORS } from './words.ts'

/** Infinitives and noun phrases. */
export function phrase(context: Context, cue: Cue): boolean {
  const { view, sentence } = context
  const { frames, particles, lemma } = cue.entry
  const next = skipAdverbs(view, cue.to, sentence)
  if (cue.negated && lemma === 'comment') return noComment(context, cue, next)
  if (asksForAnonymity(view, next, sentence)) return false
  if (frames.includes('i') || lemma === 'refuse') {
    const open = view.lower[next] === 'to' ? next : skipAdjuncts(view, next, sentence)
    if (view.lower[open] === 'to' && isWord(view, open + 1) && !isCapitalised(view, open + 1)) {
      return recordPhrase(context, cue, 'to-infinitive', open)
    }
  }
  if (frames.includes('o')) {
    const object = skipAddressee(view, next, sentence)
    const infinitive = view.lower[object] === 'not' ? object + 1 : object
    if (object > next && view.lower[infinitive] === 'to') return recordPhrase(context, cue, 'asked-to', next)
  }
  if (lemma === 'call' && !/^(for|on)$/.test(view.lower[next] ?? '')) return called(context, cue, next)
  if (!frames.includes('n')) return false
  const particle = particles.includes(view.lower[next] ?? '')
  if (!particle && NEEDS_PARTICLE.has(lemma)) return false
  const start = particle ? next + 1 : next
  if (!startsPhrase(view, start, sentence)) return false
  return recordPhrase(context, cue, 'noun-phrase', start, particle ? start : cue.to)
}

/** Records the phrase that begins at `from`; the cue ends at `cueEnd`. False when nobody is there who could say it. */
function recordPhrase(
  context: Context,
  cue: Cue,
  rule: 'to-infinitive' | 'asked-to' | 'noun-phrase',
  from: number,
  cueEnd = cue.to,
): boolean {
  const { view, sentence, cues, work } = context
  const source = speakerOf(context, cue)
  if (source === undefined || source === null) return false
  if ('from' in source && !canSpeak(view, source, true)) return false
  let end = phraseEnd(view, from, clauseEnd(view, sentence, from, cues, cue), cues, cue)
  if (rule === 'noun-phrase') end = withoutFinalTime(view, sentence, from, end)
  if (wordsIn(view, { from, to: end }) < 1) return false
  record(work, view, rule, { source, cue: { ...cue, to: cueEnd }, content: contentOf(view, from, end) })
  return true
}

/** "called for", "warned of": without their particle these verbs report nothing in a noun phrase. */
const NEEDS_PARTICLE = new Set('call warn caution appeal plead rule point rail apologize apologise'.split(' '))

/** "who asked not to be named": a condition of what is reported, not a report. */
function asksForAnonymity(view: BlockView, from: number, sentence: Range): boolean {
  for (let at = from; at < Math.min(sentence.to, from + 6); at++) {
    if (/^(named|identified|anonymous|anonymity|nameless|unnamed)$/.test(view.lower[at]!)) return true
  }
  return false
}

/** "ruled out a bailout on Thursday": when it was said, not what. */
function withoutFinalTime(view: BlockView, sentence: Range, from: number, end: number): number {
  for (let at = Math.max(from + 1, end - 4); at < end; at++) {
    if (/^(on|last|this|earlier)$/.test(view.lower[at]!) && endOfTimePhrase(view, at, sentence.to) >= end) return at
  }
  return end
}

/** "demanded bolder steps and requested permission": a second report with the same subject begins at "and". */
function phraseEnd(view: BlockView, from: number, end: number, cues: readonly Cue[], own: Cue): number {
  for (const cue of cues) {
    const joined = cue.from > from && cue.from < end && /^(and|but|or)$/.test(view.lower[cue.from - 1]!)
    const alike = cue.voice === own.voice && view.lower[cue.verb]!.slice(-2) === view.lower[own.verb]!.slice(-2)
    if (joined && alike && cue.quote === own.quote) return cue.from - 1
  }
  return end
}

function skipAdverbs(view: BlockView, at: number, sentence: Range): number {
  let index = at
  while (index < sentence.to && CUE_ADVERBS.has(view.lower[index]!)) index++
  return index
}

function startsPhrase(view: BlockView, at: number, sentence: Range): boolean {
  if (at >= sentence.to) return false
  if (view.quoteOf[at]! >= 0) return true
  const word = view.lower[at]!
  return (
    isWord(view, at) &&
    !PREPOSITIONS.has(word) &&
    !AUXILIARIES.has(word) &&
    !COORDINATORS.has(word) &&
    !SUBORDINATORS.has(word) &&
    !CUE_ADVERBS.has(word)
  )
}

/** "called the move “provocative”": only where a quotation is part of it, since police and meetings are called too. */
function called(context: Context, cue: Cue, next: number): boolean {
  const { view, sentence, cues, work } = context
  if (!startsPhrase(view, next, sentence)) return false
  const end = clauseEnd(view, sentence, next, cues, cue)
  let quoted = false
  for (let at = next; at < Math.min(end, sentence.to, next + 14); at++)
    quoted ||= view.quoteOf[at]! >= 0 && view.quoteOf[at] !== cue.quote
  if (!quoted) return false
  // "a group called the “Voices”": its name, not what it says.
  if (/^(a|an|what|something)$/.test(view.lower[cue.from - 2] ?? '')) return false
  const source = speakerOf(context, cue)
  if (source === undefined || source === null) return false
  record(work, view, 'called', { source, cue, content: contentOf(view, next, end) })
  return true
}

/** "would not comment on the report". */
function noComment(context: Context, cue: Cue, next: number): boolean {
  const { view, sentence, cues, work } = context
  const source = speakerOf(context, cue)
  if (source === undefined || source === null || view.lower[next] !== 'on') return false
  const end = clauseEnd(view, sentence, next, cues, cue)
  record(work, view, 'no-comment', { source, cue, content: contentOf(view, next, end) })
  return true
}
