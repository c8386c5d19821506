/** Passive reports: "it was reported that", "were told by the police that". */
import type { Range } from './block-view.ts'
import { record } from './candidate.ts'
import { type Context, complementizerAfter } from './clause-context.ts'
import { clauseEnd, contentOf } from './clause-end.ts'
import type { Cue } from './cue-finder.ts'
import { nounPhraseFrom } from './phrase-after.ts'
import { canSpeak } from './phrase-shape.ts'
import { subjectBefore } from './source-finder.ts'

/** "It was reported that", "was asked whether", "was announced by the ministry". */
export function passive(context: Context, cue: Cue): void {
  const { view, sentence, cues, work } = context
  if (cue.quote >= 0) return
  const subject = subjectBefore(view, sentence, cue.from)
  const impersonal = subject !== null && view.lower[subject.from] === 'it' && subject.to - subject.from === 1
  const asked = /^(ask|tell)$/.test(cue.entry.lemma)
  const that = complementizerAfter(view, sentence, cue.to, cue.to, cue)
  if (that !== -1 && (impersonal || asked) && cue.entry.frames.includes('t')) {
    const end = clauseEnd(view, sentence, that, cues, cue)
    record(work, view, 'passive', { source: null, cue, content: contentOf(view, that, Math.max(that, end)) })
    return
  }
  if (view.lower[cue.to] === 'by' && subject !== null && cue.entry.manner !== 'thought')
    passiveWithAgent(context, cue, subject)
}

/** "Residents were told by the police that …", "were urged by … to", "the plan was condemned by …". */
function passiveWithAgent(context: Context, cue: Cue, subject: Range): void {
  const { view, sentence, cues, work } = context
  const source = nounPhraseFrom(view, sentence, cue.to + 1, false)
  if (source === null || !canSpeak(view, source, true) || view.lower[subject.from] === 'this') return
  const next = view.lower[source.to] ?? ''
  const goesOn = next === 'that' || next === 'to' || (next === 'not' && view.lower[source.to + 1] === 'to')
  if (goesOn) {
    const end = clauseEnd(view, sentence, source.to, cues, cue)
    record(work, view, 'passive', { source, cue, content: contentOf(view, source.to, end) })
  } else if (/[nt]/.test(cue.entry.frames)) {
    record(work, view, 'passive', { source, cue, content: contentOf(view, subject.from, subject.to) })
  }
}
