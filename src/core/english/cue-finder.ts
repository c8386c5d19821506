/** Finds the reporting verbs of a sentence with their auxiliaries, negation and adverbs. */

import { AMBIGUOUS_FORMS } from './ambiguous-forms.ts'
import { type BlockView, isCapitalised, type Range } from './block-view.ts'
import { type CueVerb, cueForms } from './cue-lexicon.ts'
import {
  AUXILIARIES,
  BE_FORMS,
  CUE_ADVERBS,
  isSpeakingNoun,
  MODALS,
  NEGATIONS,
  NOUN_SIGNALS,
  PREPOSITIONS,
} from './words.ts'

export type Voice = 'active' | 'passive' | 'participle' | 'infinitive'

/** A verb group that may report: "has repeatedly said", "was quoted as saying", "refused to comment". */
export interface Cue extends Range {
  /** Index of the reporting verb itself. */
  readonly verb: number
  readonly entry: CueVerb
  readonly voice: Voice
  /** "did not say", "never claimed". */
  readonly negated: boolean
  /** Index of the outermost quotation it stands in, or -1. */
  readonly quote: number
}

/** Most cues looked at in one sentence; rules compare them with one another, and no sentence reports so often. */
const MOST_CUES = 60

/** The cues of one sentence, in text order. */
export function cuesOf(view: BlockView, sentence: Range): Cue[] {
  const cues: Cue[] = []
  for (let index = sentence.from; index < sentence.to && cues.length < MOST_CUES; index++) {
    const form = cueForms.get(view.lower[index]!)
    if (form === undefined) continue
    const cue = cueAt(view, sentence, index)
    if (cue !== null) cues.push(cue)
  }
  return cues
}

function cueAt(view: BlockView, sentence: Range, verb: number): Cue | null {
  const word = view.lower[verb]!
  const form = cueForms.get(word)!
  const from = groupStart(view, sentence, verb)
  const group = view.lower.slice(from, verb)
  const before = view.lower[from - 1] ?? ''
  const made = (voice: Voice, start = from): Cue => ({
    from: start,
    to: verb + 1,
    verb,
    entry: form.verb,
    voice,
    negated: group.some((part) => NEGATIONS.has(part)),
    quote: view.quoteOf[verb]!,
  })
  if (isCapitalised(view, verb) && verb > sentence.from && view.quoteOf[verb - 1] === view.quoteOf[verb]) {
    // "Call", "Report" inside a title; at the start of a quotation or sentence a capital says nothing.
    if (isCapitalised(view, verb - 1) || !form.forms.has('past')) return null
  }

  if (word === 'clear') return madeClear(view, verb, made)
  // "member states": the noun, unless something said follows at once or a paper is its subject.
  if (/^states?$/.test(word) && !/^(that|:|,|"|“|''|‘)$/.test(view.lower[verb + 1] ?? '') && !PAPERS.has(before))
    return null
  if (form.forms.has('ing')) return participleOrProgressive(view, from, verb, group, before, made)
  if (before === 'to') return infinitive(view, sentence, from, made)
  if (group.some((part) => MODALS.has(part)) && !made('active').negated) return null
  const hasBe = group.some((part) => BE_FORMS.has(part))
  const hasHave = group.some((part) => part === 'has' || part === 'have' || part === 'had')
  if (hasBe && form.forms.has('participle')) {
    // "'s" is a possessive far more often than "is said".
    if (group.length === 1 && (group[0] === "'s" || group[0] === '’s')) return null
    return made('passive')
  }
  const couldBeNoun = AMBIGUOUS_FORMS.has(word)
  if (couldBeNoun && NOUN_SIGNALS.has(before)) return null
  if (form.forms.has('participle') && NOUN_SIGNALS.has(before) && !hasHave) return null
  if (PREPOSITIONS.has(before) && group.length === 0) return null
  if (couldBeNoun && !hasHave && followsAdjectiveOrNoun(view, verb, before)) return null
  return made('active')
}

const PAPERS = new Set(
  'report document letter statement study website filing complaint indictment memo memorandum paper policy law article review charter treaty'.split(
    ' ',
  ),
)

/** "Thursday's report", "state media reports": nouns in noun's clothing, unless a clause or quotation follows. */
function followsAdjectiveOrNoun(view: BlockView, verb: number, before: string): boolean {
  const next = view.lower[verb + 1] ?? ''
  // "researchers report in …": a subject that can speak is no adjective.
  if (isSpeakingNoun(before) && before.endsWith('s')) return false
  if (next === 'that' || next === 'whether' || next === ',' || next === ':' || next === '“' || next === '"')
    return false
  return (
    next === 'of' ||
    next === 'from' ||
    next === 'by' ||
    next === 'in' ||
    before.endsWith('-') ||
    /^(media|news|police)$/.test(before)
  )
}

/** "saying", "has been saying", "was quoted as saying". */
function participleOrProgressive(
  view: BlockView,
  from: number,
  verb: number,
  group: readonly string[],
  before: string,
  made: (voice: Voice, start?: number) => Cue,
): Cue | null {
  if (before === 'as' && /^(quoted|cited|reported)$/.test(view.lower[from - 2] ?? '')) {
    let start = from - 2
    while (start > 0 && (AUXILIARIES.has(view.lower[start - 1]!) || CUE_ADVERBS.has(view.lower[start - 1]!))) start--
    return made('active', start)
  }
  if (group.some((part) => BE_FORMS.has(part))) return made('active')
  const isLoose =
    before === ',' || before === 'by' || before === 'statement' || before === 'and' || before === '—' || before === '–'
  const opensSentence = verb === view.sentences[view.sentenceOf[verb]!]!.from
  return isLoose || opensSentence || (view.lower[verb + 1] ?? '') === 'that' ? made('participle') : null
}

const INFINITIVE_HEADS = new Set(
  'declined declines decline refused refuses refuse went continued appeared seemed failed used began came'.split(' '),
)

/** "made it clear", "made clear": the verb before belongs to the cue. */
function madeClear(view: BlockView, clear: number, made: (voice: Voice, start?: number) => Cue): Cue | null {
  const verb = view.lower[clear - 1] === 'it' || view.lower[clear - 1] === 'very' ? clear - 2 : clear - 1
  if (!/^(made|makes|make|making)$/.test(view.lower[verb] ?? '')) return null
  const sentence = view.sentences[view.sentenceOf[clear]!]!
  return made(view.lower[verb] === 'making' ? 'participle' : 'active', groupStart(view, sentence, verb))
}

/** "went on to say", "declined to say": the head verb belongs to the cue; another infinitive reports nothing yet. */
function infinitive(
  view: BlockView,
  sentence: Range,
  from: number,
  made: (voice: Voice, start?: number) => Cue,
): Cue | null {
  let head = from - 2
  if (view.lower[head] === 'on') head--
  if (head < sentence.from || !INFINITIVE_HEADS.has(view.lower[head]!)) return null
  return made('infinitive', groupStart(view, sentence, head))
}

/** First token of the auxiliaries, negations and adverbs right before a verb. */
function groupStart(view: BlockView, sentence: Range, verb: number): number {
  let at = verb
  while (at > sentence.from && view.quoteOf[at - 1] === view.quoteOf[verb]) {
    const word = view.lower[at - 1]!
    const isAdverb = CUE_ADVERBS.has(word) || isManner(view, at - 1)
    if (!AUXILIARIES.has(word) && !NEGATIONS.has(word) && !isAdverb) break
    if ((word === "'s" || word === '’s') && !followsPronoun(view, at - 1)) break
    at--
  }
  return at
}

/** "angrily", "reportedly"; "reply" and "imply" end so too. */
function isManner(view: BlockView, index: number): boolean {
  const word = view.lower[index]!
  return word.length > 4 && word.endsWith('ly') && !isCapitalised(view, index) && !cueForms.has(word)
}

const followsPronoun = (view: BlockView, index: number): boolean =>
  /^(he|she|it|that|who|there|what)$/.test(view.lower[index - 1] ?? '')
