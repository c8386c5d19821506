/** Whose words a cue reports: its own subject, one it shares, or nobody that the text names. */
import type { Span } from '../span.ts'
import type { BlockView, Range } from './block-view.ts'
import { cueKey, type Work } from './candidate.ts'
import type { Context } from './clause-context.ts'
import type { Cue } from './cue-finder.ts'
import { nounPhraseFrom } from './phrase-after.ts'
import { canSpeak } from './phrase-shape.ts'
import { sentenceSubject } from './sentence-subject.ts'
import { subjectBefore } from './source-finder.ts'
import { PREPOSITIONS, SUBORDINATORS } from './words.ts'

/** The cue's speaker; null where nobody is named, undefined where the find should be dropped. */
export function speakerOf(context: Context, cue: Cue): Range | readonly Span[] | null | undefined {
  const { work, view, sentence, cues } = context
  const source = sourceOf(work, view, sentence, cue, cues)
  if (source === null) return cue.from === sentence.from && cue.quote < 0 && cue.voice === 'active' ? null : undefined
  if (!('from' in source)) return source
  if (cue.voice === 'participle' && !canSpeak(view, source, true)) return undefined
  // "if he says that …": nobody has said it.
  if (/^(if|unless|whether)$/.test(view.lower[source.from - 1] ?? '')) return undefined
  // "those who said …": a class of people, picked out by what they say; nobody in particular said it.
  if (view.lower[source.from] === 'who' && view.lower[source.from - 1] !== ',') return undefined
  if (/^states?$/.test(view.lower[cue.verb]!) && (view.lower[cue.to] !== 'that' || !isOneThing(view, source)))
    return undefined
  // Inside somebody's quotation "I think" and "we hope" are his own words, not a report.
  if (/^(i|we|you|there)$/.test(view.lower[source.from]!) && source.to - source.from === 1) return undefined
  if (cue.quote >= 0 && (cue.entry.manner === 'thought' || /^(it|who)$/.test(view.lower[source.from]!)))
    return undefined
  if (cue.entry.manner === 'thought' && !canSpeak(view, source)) return undefined
  if (
    isBaseForm(view, cue) &&
    (!takesBaseForm(view, source) || /^(and|or|but|,)$/.test(view.lower[cue.from - 1] ?? ''))
  )
    return undefined
  return source
}

/** "the report states that", not "the 35 states that": one speaker, and no list before it. */
function isOneThing(view: BlockView, source: Range): boolean {
  const last = view.lower[source.to - 1]!
  return !/s$|^\d|^other$|^swing$/.test(last) && view.lower[source.to] !== ','
}

export const isBaseForm = (view: BlockView, cue: Cue): boolean =>
  view.lower[cue.verb] === cue.entry.lemma && cue.from === cue.verb && cue.entry.lemma !== 'read'

/** "officials say", "they claim", not "the minister say": else the form is a noun or an infinitive. */
export function takesBaseForm(view: BlockView, source: Range): boolean {
  const last = view.lower[source.to - 1]!
  for (let at = source.from; at < source.to; at++) {
    if (/^(they|we|i|you|many|some|most|few|others|people|police|and|who|both)$/.test(view.lower[at]!)) return true
    if (/^(close|familiar)$/.test(view.lower[at]!) && at > source.from) return /s$|people/.test(view.lower[at - 1]!)
    if (/^(heard|hear|saw|watched)$/.test(view.lower[source.from - 1] ?? '')) return true
    if (PREPOSITIONS.has(view.lower[at]!) && at > source.from)
      return /s$/.test(view.lower[at - 1]!) || /^(people|men|women)$/.test(view.lower[at - 1]!)
  }
  return /s$|people|men$|women$|police|media/.test(last)
}

/** Verbs that may stand before their subject. */
export const INVERTIBLE = new Set(
  'say add ask reply write report announce note explain argue warn insist declare claim state continue conclude respond answer observe remark recall exclaim shout joke tweet complain quip'.split(
    ' ',
  ),
)

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
    // "Said Dorothy Bell, who knew him: …"; but of "Asked whether …" nobody is named.
    if (cue.from === sentence.from) {
      return INVERTIBLE.has(cue.entry.lemma) ? nounPhraseFrom(view, sentence, cue.to, false) : null
    }
  }
  const others = before.filter((other) => other !== cue && other.to <= cue.from && other.quote === cue.quote)
  others.reverse()
  for (const other of others) {
    const shared = work.sources.get(cueKey(view, other))
    if (shared !== undefined && shared.length > 0) return shared
  }
  for (const other of others) {
    const subject = other.voice === 'active' ? subjectBefore(view, sentence, other.from) : null
    // The subject of "if Osk agreed" is not that of the main clause.
    if (subject !== null && !SUBORDINATORS.has(view.lower[subject.from - 1] ?? '')) return subject
  }
  return sentenceSubject(view, { from: sentence.from, to: cue.from })
}
