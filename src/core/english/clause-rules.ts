/** Rules that start from a cue: clauses with and without "that", before and after it, infinitives and noun phrases. */
import type { Span } from '../span.ts'
import { hasVerb, skipAddressee, skipAdjuncts, startsClause } from './adjuncts.ts'
import { type BlockView, isCapitalised, isWord, type Range, wordsIn } from './block-view.ts'
import { cueKey, record, type Work } from './candidate.ts'
import { clauseEnd, contentOf, sentenceEnd } from './clause-end.ts'
import type { Cue } from './cue-finder.ts'
import { INVERTIBLE, sourceOf } from './quote-rules.ts'
import { afterDateline, canSpeak, endOfTimePhrase, nounPhraseFrom, subjectBefore } from './source-finder.ts'
import {
  AUXILIARIES,
  COMMON_VERBS,
  COORDINATORS,
  CUE_ADVERBS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_NOUNS,
} from './words.ts'

interface Context {
  readonly work: Work
  readonly view: BlockView
  readonly sentence: Range
  readonly cues: readonly Cue[]
}

/** Finds what the cues of one sentence report that no quotation rule has claimed. */
export function applyClauseRules(work: Work, view: BlockView, sentence: Range, cues: readonly Cue[]): void {
  const whole = { work, view, sentence, cues }
  // "X plans to go, its minister said": the report at the end takes the clause before it, and what is inside ends there.
  const closing = closingCue(whole)
  const context = closing === null ? whole : { ...whole, sentence: { from: sentence.from, to: closing } }
  for (const cue of cues) {
    if (cue.verb >= context.sentence.to) continue
    if (work.usedCues.has(cueKey(view, cue)) || isShadowed(cue, cues)) continue
    if (cue.voice === 'passive') passive(context, cue)
    else if (isInverted(context, cue)) backward(context, cue)
    else forward(context, cue) || relative(context, cue) || backward(context, cue) || phrase(context, cue)
  }
}

/**
 * Finds the report that ends its sentence.
 * @returns the index of the comma before it; null where there is none.
 */
function closingCue(context: Context): number | null {
  const { work, view, cues, sentence } = context
  for (const cue of cues.toReversed()) {
    if (work.usedCues.has(cueKey(view, cue)) || cue.voice !== 'active' || cue.quote >= 0) continue
    const found = work.found[view.index]!.length
    if (hasClauseAfter(context, cue) || !backward(context, cue)) continue
    const last = work.found[view.index]!.at(-1)!
    if (work.found[view.index]!.length === found || last.content.length > 1) return null
    for (let at = cue.from; at > sentence.from; at--) if (view.tokens[at - 1]!.end <= last.content[0]!.end) return at
  }
  return null
}

/** Would the rules for clauses and phrases after the cue find something? */
function hasClauseAfter(context: Context, cue: Cue): boolean {
  const { view, sentence } = context
  const after = cue.entry.addressed ? skipAddressee(view, cue.to, sentence) : cue.to
  if (complementizerAfter(view, sentence, cue.to, after, cue) !== -1) return true
  const open = skipAdjuncts(view, after, sentence)
  return open < sentence.to - 1 && isWord(view, open) && !isInverted(context, cue)
}

/** "The bridge had fallen, said Ann Lee of the harbour office, who …": a clause before the comma, a name behind the verb. */
function isInverted({ view, sentence }: Context, cue: Cue): boolean {
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

/** "declined" in "declined to say whether": the longer group reports. */
const isShadowed = (cue: Cue, cues: readonly Cue[]): boolean =>
  cues.some(
    (other) =>
      other !== cue &&
      other.voice === 'infinitive' &&
      other.from <= cue.from &&
      cue.to < other.to &&
      other.entry.frames.includes('t'),
  )

/** A clause after the cue. */
function forward(context: Context, cue: Cue): boolean {
  const { view, sentence, cues, work } = context
  const { frames, addressed } = cue.entry
  let at = cue.to
  const particle = cue.entry.particles.includes(view.lower[at] ?? '') && /^(out|on)$/.test(view.lower[at]!)
  if (particle) at++
  const afterAddressee = addressed ? skipAddressee(view, at, sentence) : at
  const that = frames.includes('t') ? complementizerAfter(view, sentence, at, afterAddressee, cue) : -1
  let start = that
  let rule: 'that-clause' | 'bare-clause' | 'participle' = 'that-clause'
  if (start === -1 && frames.includes('b')) {
    const told = cue.entry.lemma === 'tell' || cue.entry.lemma === 'assure'
    const open = skipAdjuncts(view, told ? afterAddressee : at, sentence)
    if (
      open < sentence.to &&
      (!told || afterAddressee > at) &&
      startsClause(view, open, sentence) &&
      isClauseNotObject(view, open, sentence, cue)
    ) {
      start = open
      rule = 'bare-clause'
    }
  }
  if (start === -1) return false
  const end =
    cue.from === sentence.from ? openingEnd(view, sentence, start) : clauseEnd(view, sentence, start, cues, cue)
  if (wordsIn(view, { from: start, to: end }) < (rule === 'that-clause' ? 2 : 3)) return false
  if (rule === 'bare-clause' && inherits(view, cue)) return false
  const source = speakerOf(context, cue)
  if (source === undefined) return false
  if (cue.voice === 'participle') rule = 'participle'
  if (rule === 'bare-clause' && source === null) return false
  record(work, view, rule, { source, cue: particle ? { ...cue, to: at } : cue, content: contentOf(view, start, end) })
  return true
}

/** "missiles that the ministry says were shot down": the report stands inside a relative clause. */
function relative(context: Context, cue: Cue): boolean {
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

/** "Asked whether he would go, Lind said": the comma after which the main clause begins; no comma, no clause. */
function openingEnd(view: BlockView, sentence: Range, start: number): number {
  for (let at = start + 2; at < sentence.to; at++) {
    if (view.lower[at] === ',' && view.quoteOf[at] === view.quoteOf[start]) return at
    if (view.lower[at - 1] === ',' && view.quoteOf[at - 1]! >= 0 && view.quoteOf[at] === view.quoteOf[at - 1])
      return at + 1
  }
  return start
}

/** Verbs that rarely take a plain object: what follows them is a clause. */
const CLAUSE_VERBS = new Set(
  'say think believe claim insist argue hope fear tell suggest allege contend assure add feel acknowledge concede'.split(
    ' ',
  ),
)

/** After other verbs ("predicted a win", "denied the charge") only a pronoun or an early verb makes a clause of it. */
function isClauseNotObject(view: BlockView, at: number, sentence: Range, cue: Cue): boolean {
  if (/^[\d$€£]/.test(view.lower[at]!) && cue.entry.lemma === 'add') return false
  if (CLAUSE_VERBS.has(cue.entry.lemma)) return true
  const first = view.lower[at]!
  if (SUBJECT_PRONOUNS.has(first) && !/^(this|these|those|it)$/.test(first)) return true
  for (let index = at + 1; index < Math.min(sentence.to, at + 9); index++) {
    if (/^(,|who|which|that|when|where)$/.test(view.lower[index]!)) return false
    if (AUXILIARIES.has(view.lower[index]!) && !/^['’]s$/.test(view.lower[index]!)) return true
  }
  return false
}

/** A noun before the verb form and no subject: "the report found on Monday". */
const inherits = (view: BlockView, cue: Cue): boolean => cue.verb === cue.from && view.lower[cue.from - 1] === 'as'

/** The cue's speaker; null where nobody is named, undefined where the find should be dropped. */
function speakerOf(context: Context, cue: Cue): Range | readonly Span[] | null | undefined {
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

const isBaseForm = (view: BlockView, cue: Cue): boolean =>
  view.lower[cue.verb] === cue.entry.lemma && cue.from === cue.verb && cue.entry.lemma !== 'read'

/** "officials say", "they claim", not "the minister say": else the form is a noun or an infinitive. */
function takesBaseForm(view: BlockView, source: Range): boolean {
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

/** "that", "whether", "if" and question words after the cue and what may stand between; -1 for none. */
function complementizerAfter(view: BlockView, sentence: Range, at: number, afterAddressee: number, cue: Cue): number {
  for (const start of new Set([
    at,
    afterAddressee,
    skipAdjuncts(view, at, sentence),
    skipAdjuncts(view, afterAddressee, sentence),
  ])) {
    const word = view.lower[start] ?? ''
    if (start >= sentence.to) continue
    if (word === 'that' && TIME_NOUNS.has(view.lower[start + 1] ?? '')) continue
    if (word === 'that' || word === 'whether') return start
    if (word === 'if' && /^(ask|know|say|wonder|question|doubt)$/.test(cue.entry.lemma)) return start
    if (
      /^(how|why|what|who|where)$/.test(word) &&
      cue.entry.manner !== 'thought' &&
      hasVerb(view, start + 1, sentence.to)
    )
      return start
    const inserted = afterParenthesis(view, start, sentence)
    if (inserted > start && view.lower[inserted] === 'that') return inserted
  }
  return -1
}

/** ", however," and ", in an interview with NTV,": over what two commas enclose. */
function afterParenthesis(view: BlockView, at: number, sentence: Range): number {
  if (view.lower[at] !== ',') return at
  for (let end = at + 1; end < Math.min(sentence.to, at + 16); end++) {
    if (view.quoteOf[end] !== view.quoteOf[at]) return at
    if (view.lower[end] === ',') return end + 1
  }
  return at
}

/** The clause before the cue, or around it: "The dam is safe, engineers said". */
function backward(context: Context, cue: Cue): boolean {
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

const isSeparator = (view: BlockView, at: number): boolean => /^(,|—|–|-|--)$/.test(view.lower[at] ?? '')

function startsNewReport(view: BlockView, at: number, cues: readonly Cue[]): boolean {
  const word = view.lower[at] ?? ''
  if (/^(which|whose|where)$/.test(word)) return true
  if (
    word === 'but' ||
    word === 'and' ||
    word === 'while' ||
    word === 'citing' ||
    word === 'who' ||
    word === 'when' ||
    word === 'after' ||
    word === 'as'
  )
    return true
  return word.endsWith('ing') || cues.some((cue) => cue.from === at)
}

/** Is the stretch before the cue taken by another report? */
function isBusy({ work, view }: Context, range: Range): boolean {
  for (let at = range.from; at < range.to; at++) if (work.covered[view.index]![at] === 1) return true
  return false
}

/** First token of a sentence's matter, after "But", "And" and a stray opening mark. */
function contentStart(view: BlockView, sentence: Range): number {
  let at = sentence.from === 0 ? afterDateline(view, sentence) : sentence.from
  while (at < sentence.to && /^(but|and|yet|so|still|meanwhile|however|,|-|–|—|•|·|\*)$/.test(view.lower[at]!)) at++
  return at
}

/** Infinitives and noun phrases. */
function phrase(context: Context, cue: Cue): boolean {
  const { view, sentence, cues, work } = context
  const { frames, particles } = cue.entry
  const next = skipAdverbs(view, cue.to, sentence)
  const rest = cue.negated && cue.entry.lemma === 'comment' ? next : -1
  if (rest !== -1) return noComment(context, cue, next)
  if (frames.includes('i') || cue.entry.lemma === 'refuse') {
    const open = view.lower[next] === 'to' ? next : skipAdjuncts(view, next, sentence)
    if (view.lower[open] === 'to' && isWord(view, open + 1) && !isCapitalised(view, open + 1)) {
      return add(context, cue, 'to-infinitive', open, cue.to)
    }
  }
  if (frames.includes('o')) {
    const object = skipAddressee(view, next, sentence)
    if (
      object > next &&
      (view.lower[object] === 'to' || (view.lower[object] === 'not' && view.lower[object + 1] === 'to'))
    ) {
      return add(context, cue, 'asked-to', next, cue.to)
    }
  }
  if (cue.entry.lemma === 'call' && !/^(for|on)$/.test(view.lower[next] ?? '')) return called(context, cue, next)
  if (!frames.includes('n')) return false
  const particle = particles.includes(view.lower[next] ?? '')
  if (
    !particle &&
    (particles.some((word) => word !== '-') && !/^(urge|insist|complain|worry)$/.test(cue.entry.lemma)
      ? needsParticle(cue)
      : false)
  )
    return false
  const start = particle ? next + 1 : next
  if (!startsPhrase(view, start, sentence)) return false
  return add(context, cue, 'noun-phrase', start, particle ? start : cue.to)

  function add(
    own: Context,
    verb: Cue,
    rule: 'to-infinitive' | 'asked-to' | 'noun-phrase',
    from: number,
    cueEnd: number,
  ): boolean {
    const source = speakerOf(own, verb)
    if (source === undefined || source === null) return false
    if ('from' in source && !canSpeak(view, source, true)) return false
    let end = phraseEnd(view, from, clauseEnd(view, sentence, from, cues, verb), cues, verb)
    if (rule === 'noun-phrase') end = withoutFinalTime(view, sentence, from, end)
    if (wordsIn(view, { from, to: end }) < 1) return false
    record(work, view, rule, {
      source,
      cue: { ...verb, to: Math.max(verb.to, cueEnd) },
      content: contentOf(view, from, end),
    })
    return true
  }
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

const needsParticle = (cue: Cue): boolean =>
  /^(call|warn|caution|appeal|plead|rule|point|rail|urge|insist|worry|complain)$/.test(cue.entry.lemma)

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

/** "It was reported that", "was asked whether", "was announced by the ministry". */
function passive(context: Context, cue: Cue): void {
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
    const source = nounPhraseFrom(view, sentence, at + 2, true)
    if (source === null || source.from !== at + 2 || isStandard(view, source)) continue
    const cueSpan = view.tokens[at]!
    if (
      work.covered[view.index]![at] === 1 &&
      work.found[view.index]!.some((other) => other.cue[0]?.start === cueSpan.start)
    )
      continue
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
