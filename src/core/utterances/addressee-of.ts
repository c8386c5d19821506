/** To whom an attribution was said, by the structure of its sentence; never somebody who is only spoken of. */
import type { Attribution, Utterance } from '../doc.ts'
import { TIME_NOUNS, WEEKDAYS } from '../english/words.ts'
import { overlaps } from '../span.ts'
import { firstToken, spanOf } from '../token-columns.ts'
import { ADDRESSED_NOUNS, PARTICIPLES, RECIPIENT_VERBS } from './addressee/recipient-verbs.ts'
import { adjunctsOf } from './via/adjuncts.ts'
import { type Frame, firstOfSaying, frameOf, isFramed, isSource } from './via/frame.ts'
import { listenerOf } from './via/party-kind.ts'
import { namingSpan, type Phrase, phraseAt } from './via/phrase-at.ts'
import { remembered } from './via/remembered.ts'
import { afterToken, chainAt, type ReportDoc, type ReportView, reportView } from './via/report-view.ts'

export type Addressee = NonNullable<Utterance['addressee']>

/**
 * The one addressed; null where the text does not tell.
 * @param view of the same document, made once for all of its attributions.
 */
export function addresseeOf(
  doc: ReportDoc,
  attribution: Attribution,
  view: ReportView = reportView(doc),
): Addressee | null {
  const phrase = addressedPhrase(view, attribution)
  if (phrase === null) return null
  const span = namingSpan(view, phrase)
  return { span, chain: chainAt(view, span)?.id ?? null, kind: listenerOf(view, phrase)!.kind }
}

/** The noun phrase that names the one addressed, outlets among them. */
export const addressedPhrase = remembered((view: ReportView, attribution: Attribution): Phrase | null => {
  const frame = frameOf(view, attribution)
  if (frame === null) return null
  const own = ownPhrase(view, frame)
  if (own !== null) return own
  const first = firstOfSaying(view, frame)
  return first === null ? null : ownPhrase(view, first)
})

const ownPhrase = (view: ReportView, frame: Frame): Phrase | null =>
  objectOf(view, frame) ?? passiveSubjectOf(view, frame) ?? besideCue(view, frame)

/** "told reporters": what stands right behind the verb. */
function objectOf(view: ReportView, frame: Frame): Phrase | null {
  for (let at = frame.cueFrom; at < frame.cueTo; at++) {
    const frames = RECIPIENT_VERBS.get(view.lemma[at]!)
    if (frames === undefined || (!frames.has('object') && !frames.has('controlled'))) continue
    if (isPassive(view, frame, at)) continue
    let next = at + 1
    while (next < frame.to && view.upos[next] === 'ADV') next++
    if (view.lemma[at] === 'call' && !CALL_ON.has(view.lower[next++] ?? '')) continue
    const phrase = somebodyAt(view, frame, next)
    if (
      phrase !== null &&
      isAddressee(view, frame, phrase) &&
      (isOutside(view, frame, phrase) || isControlled(view, frame, phrase))
    )
      return phrase
  }
  return null
}

const CALL_ON = new Set(['on', 'upon'])

/** The phrase at a token, up to where the content begins; the outlet alone of "told the BBC's Any Answers". */
function somebodyAt(view: ReportView, frame: Frame, from: number): Phrase | null {
  let limit = from
  if (from < frame.to && isFramed(view, frame, from)) {
    while (limit < frame.to && isFramed(view, frame, limit)) limit++
  } else limit = frame.to
  const phrase = phraseAt(view, from, limit)
  if (phrase === null || (listenerOf(view, phrase) !== null && !isProgramme(view, phrase))) return phrase
  const owner = phrase.owners.find(({ kind }) => kind === 'publication')
  const end = owner === undefined ? from : afterToken(view, owner)
  return end > from && end < phrase.to ? phraseAt(view, from, end) : phrase
}

/** "BBC Radio 4's Westminster Hour", "the Guardian newspaper": what an outlet makes, or is, stands for the outlet. */
const isProgramme = (view: ReportView, phrase: Phrase): boolean =>
  phrase.name === null
    ? view.upos[phrase.head] === 'PROPN' || listenerOf(view, phrase)?.kind === 'publication'
    : phrase.name.kind !== 'person' && phrase.name.kind !== 'publication'

/** Nobody tells himself, and gatherings of the press are places rather than people. */
function isAddressee(view: ReportView, frame: Frame, phrase: Phrase): boolean {
  for (let at = phrase.from; at < phrase.to; at++) if (isSource(frame, at)) return false
  return listenerOf(view, phrase) !== null && !isPressConference(view, phrase)
}

const isPressConference = (view: ReportView, { head }: Phrase): boolean =>
  view.lower[head] === 'conference' && /^(news|press)$/.test(view.lower[head - 1] ?? '')

const isOutside = (view: ReportView, frame: Frame, phrase: Phrase): boolean => {
  const span = spanOf(view, phrase.from, phrase.to)
  return !frame.attribution.content.some((content) => overlaps(content, span))
}

/**
 * "urged [Denmark to open the strait]": contents are often drawn from the object on, though the object is who was asked and only
 * what follows it was asked for. It counts where the content begins with it, right behind the verb, and a clause follows.
 */
function isControlled(view: ReportView, frame: Frame, phrase: Phrase): boolean {
  const content = frame.attribution.content[0]!
  if (firstToken(view, content) !== phrase.from) return false
  const next = view.lower[phrase.end]
  if (next === 'that') return true
  const verb = next === 'not' ? phrase.end + 2 : phrase.end + 1
  return (next === 'to' || (next === 'not' && view.lower[phrase.end + 1] === 'to')) && isVerb(view, verb)
}

const isVerb = ({ upos }: ReportView, at: number): boolean =>
  upos[at] === 'VERB' || upos[at] === 'AUX' || upos[at] === 'ADV'

const BE = new Set(['be', 'get'])

/** The auxiliary of a passive cue, -1 for none: "was told", "has been informed". */
function passiveAt(view: ReportView, frame: Frame, verb: number): number {
  if (view.lower[verb]!.endsWith('ing')) return -1
  for (let at = verb - 1; at >= Math.max(frame.from, verb - 4); at--) {
    if (BE.has(view.lemma[at]!)) return at
    if (view.upos[at] !== 'ADV' && view.upos[at] !== 'PART') return -1
  }
  return -1
}

const isPassive = (view: ReportView, frame: Frame, verb: number): boolean => passiveAt(view, frame, verb) >= 0

/** "Russia was told by the ambassador that": the subject. */
function passiveSubjectOf(view: ReportView, frame: Frame): Phrase | null {
  for (let at = frame.cueFrom; at < frame.cueTo; at++) {
    const frames = RECIPIENT_VERBS.get(view.lemma[at]!)
    if (frames === undefined || (!frames.has('object') && !frames.has('controlled'))) continue
    let end = passiveAt(view, frame, at)
    if (end < 0) continue
    while (end > frame.from && (view.upos[end - 1] === 'AUX' || view.upos[end - 1] === 'ADV')) end--
    const phrase = phraseBefore(view, frame, end)
    if (phrase !== null && isAddressee(view, frame, phrase) && isOutside(view, frame, phrase)) return phrase
  }
  return null
}

const NOMINAL = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'PRON'])

/** The noun phrase that ends at a token. */
function phraseBefore(view: ReportView, frame: Frame, end: number): Phrase | null {
  let from = end
  while (
    from > frame.from &&
    (NOMINAL.has(view.upos[from - 1]!) || view.mention[from - 1]! >= 0 || view.lower[from - 1] === 'of')
  )
    from--
  for (; from < end; from++) {
    const phrase = phraseAt(view, from, end)
    if (phrase !== null && phrase.end === end) return phrase
  }
  return null
}

/** No addressee though "to" follows: "according to", "in response to". */
const NOT_BEFORE_TO = new Set(
  'according due thanks addition prior next close back up down out over contrary compared owing relative admitted access opposed'.split(
    ' ',
  ),
)
const WITH_NOUNS = new Set(['interview', 'call', 'conversation', 'chat', 'q&a', 'discussion'])

/** "said to his staff", "speaking to reporters", "in a letter to the council". */
function besideCue(view: ReportView, frame: Frame): Phrase | null {
  for (const at of adjunctsOf(view, frame)) {
    const word = view.lower[at]!
    let phrase: Phrase | null = null
    if (Object.hasOwn(PARTICIPLES, word)) phrase = afterParticiple(view, frame, at)
    else if (word === 'to' && isAddressing(view, frame, at)) phrase = somebodyAt(view, frame, at + 1)
    else if (word === 'with' && WITH_NOUNS.has(view.lemma[at - 1] ?? '')) phrase = personAfter(view, frame, at)
    else if (word === 'before' && view.lemma[at - 1] === 'testify') phrase = phraseAt(view, at + 1, frame.to)
    if (phrase !== null && isFramed(view, frame, phrase.from) && isAddressee(view, frame, phrase)) return phrase
  }
  return null
}

function afterParticiple(view: ReportView, frame: Frame, at: number): Phrase | null {
  const prepositions = PARTICIPLES[view.lower[at]!]!
  if (prepositions.length === 0) return somebodyAt(view, frame, at + 1)
  let next = at + 1
  while (next < frame.to && (view.upos[next] === 'ADV' || isTime(view, next))) next++
  return prepositions.includes(view.lower[next]!) ? somebodyAt(view, frame, next + 1) : null
}

/** Who gives an interview to an outlet speaks in it; to a person he speaks to that person. */
function personAfter(view: ReportView, frame: Frame, at: number): Phrase | null {
  const phrase = somebodyAt(view, frame, at + 1)
  if (phrase === null) return null
  const kind = listenerOf(view, phrase)?.kind
  return kind === 'person' || kind === 'group' ? phrase : null
}

/** Is the "to" at a token that of the cue, or of a noun that carries words? */
function isAddressing(view: ReportView, frame: Frame, at: number): boolean {
  if (view.upos[at + 1] === 'VERB' || view.upos[at + 1] === 'AUX') return false
  const before = view.lower[at - 1] ?? ''
  if (NOT_BEFORE_TO.has(before)) return false
  if (at - 1 >= frame.cueFrom && at - 1 < frame.cueTo && view.upos[at - 1] === 'VERB') return isToVerb(view, at - 1)
  if (ADDRESSED_NOUNS.has(view.lemma[at - 1]!)) return true
  const isNeutral =
    isSource(frame, at - 1) ||
    isTime(view, at - 1) ||
    /^(this|it|so|that|,|"|”)$/.test(before) ||
    view.upos[at - 1] === 'ADV'
  return isNeutral && at > frame.cueFrom && cueTakesTo(view, frame)
}

const isToVerb = (view: ReportView, at: number): boolean => RECIPIENT_VERBS.get(view.lemma[at]!)?.has('to') === true

function cueTakesTo(view: ReportView, frame: Frame): boolean {
  for (let at = frame.cueFrom; at < frame.cueTo; at++) if (isToVerb(view, at)) return true
  return false
}

const isTime = ({ lower }: ReportView, at: number): boolean =>
  WEEKDAYS.has(lower[at] ?? '') ||
  TIME_NOUNS.has(lower[at] ?? '') ||
  /^\d{1,4}$/.test(lower[at] ?? '') ||
  lower[at] === ')'
