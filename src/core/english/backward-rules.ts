/** Reports whose content stands before the cue, around it, or in the relative clause it interrupts. */
import { hasVerb, skipAddressee, skipAdjuncts } from './adjuncts.ts'
import { type BlockView, isWord, type Range, wordsIn } from './block-view.ts'
import { record } from './candidate.ts'
import { type Context, contentStart, isSeparator, startsNewReport } from './clause-context.ts'
import { clauseEnd, contentOf } from './clause-end.ts'
import type { Cue } from './cue-finder.ts'
import { INVERTIBLE, isBaseForm, takesBaseForm } from './cue-subject.ts'
import { nounPhraseFrom } from './phrase-after.ts'
import { canSpeak } from './phrase-shape.ts'
import { subjectBefore } from './source-finder.ts'
import { AUXILIARIES, COMMON_VERBS, PREPOSITIONS, SUBORDINATORS } from './words.ts'

/** "The bridge had fallen, said Ann Lee of the harbour office, who …": a clause before the comma, a name behind the verb. */
export function isInverted({ view, sentence }: Context, cue: Cue): boolean {
  if (!isSeparator(view, cue.from - 1) || !INVERTIBLE.has(cue.entry.lemma) || cue.quote >= 0 || cue.from !== cue.verb)
    return false
  if (!hasVerb(view, contentStart(view, sentence), cue.from - 1)) return false
  const source = nounPhraseFrom(view, sentence, cue.to, false)
  if (source === null || source.from !== cue.to || !canSpeak(view, source, true)) return false
  const next = view.lower[source.to] ?? '.'
  return (
    source.to >= sentence.to - 1 ||
    !isWord(view, source.to) ||
    PREPOSITIONS.has(next) ||
    /^(when|while|as|who)$/.test(next)
  )
}

/** "missiles that the ministry says were shot down": the report stands inside a relative clause. */
export function relative(context: Context, cue: Cue): boolean {
  const { view, sentence, cues, work } = context
  if (cue.voice !== 'active' || cue.quote >= 0 || !cue.entry.frames.includes('b')) return false
  const source = subjectBefore(view, sentence, cue.from)
  if (source === null || !/^(that|which|who)$/.test(view.lower[source.from - 1] ?? '') || !canSpeak(view, source))
    return false
  if (!AUXILIARIES.has(view.lower[cue.to] ?? '')) return false
  const end = clauseEnd(view, sentence, cue.to, cues, cue)
  record(work, view, 'relative-clause', { source, cue, content: contentOf(view, cue.to, end) })
  return true
}

/** The clause before the cue, or around it: "The dam is safe, engineers said". */
export function backward(context: Context, cue: Cue): boolean {
  const { view, sentence, cues, work } = context
  if (cue.voice !== 'active' || !/[qtb]/.test(cue.entry.frames) || cue.entry.manner === 'writing') return false
  if (cue.quote >= 0) return false
  let source = subjectBefore(view, sentence, cue.from)
  let before: number
  let after: number
  const inverted = source === null || !isSeparator(view, source.from - 1) || isInverted(context, cue)
  if (!inverted) {
    before = source!.from - 1
    after = cue.to
  } else {
    if (!isSeparator(view, cue.from - 1) || !INVERTIBLE.has(cue.entry.lemma)) return false
    source = nounPhraseFrom(view, sentence, cue.to, false)
    if (source === null || source.from !== cue.to) return false
    before = cue.from - 1
    after = source.to
  }
  if (source === null || /^(i|you|we|who|which|it)$/.test(view.lower[source.from]!)) return false
  if (before <= sentence.from || !canSpeak(view, source)) return false
  if (!inverted && isBaseForm(view, cue) && !takesBaseForm(view, source)) return false
  if (cue.entry.addressed) after = skipAddressee(view, after, sentence)
  after = skipAdjuncts(view, after, sentence)
  const rest = view.lower[after] ?? '.'
  const from = contentStart(view, sentence)
  const first = { from, to: before }
  if (view.quoteOf[before - 1] !== cue.quote) {
    // Quotation marks right before the comma: the quotation rules have looked at it.
    if (view.quotes[view.quoteOf[before - 1]!]?.from === from) return false
  }
  if (wordsIn(view, first) < 2 || SUBORDINATORS.has(view.lower[from]!) || isBusy(context, first)) return false
  const closes = after >= sentence.to || !isWord(view, after)
  if (!closes && !/^(after|before|when|as|while|during|in|at|on|with|following|amid|citing)$/.test(rest)) return false
  const goesOn =
    rest === ',' &&
    wordsIn(view, { from: after + 1, to: sentence.to }) >= 2 &&
    !startsNewReport(view, after + 1, cues) &&
    (!hasVerb(view, from, before) || resumes(view, after + 1))
  if (!goesOn) {
    if (!hasVerb(view, from, before)) return false
    record(work, view, 'trailing-cue', { source, cue, content: contentOf(view, from, before) })
    return true
  }
  const end = clauseEnd(view, sentence, after + 1, cues, cue)
  const content = [...contentOf(view, from, before), ...contentOf(view, after + 1, end)]
  record(work, view, 'inserted-cue', { source, cue, content })
  return true
}

/** After an inserted report the clause goes on with its verb or another part of its own. */
const resumes = (view: BlockView, at: number): boolean => {
  const word = view.lower[at] ?? ''
  return (
    AUXILIARIES.has(word) ||
    COMMON_VERBS.has(word) ||
    word === 'to' ||
    word === 'not' ||
    word === 'because' ||
    word === 'unless'
  )
}

/** Is the stretch before the cue taken by another report? */
function isBusy({ work, view }: Context, range: Range): boolean {
  for (let at = range.from; at < range.to; at++) if (work.covered[view.index]![at] === 1) return true
  return false
}
