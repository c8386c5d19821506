/** Finds the noun phrase that speaks: leftwards from a cue, rightwards after an inverted one, or at the head of a sentence. */
import { type BlockView, isCapitalised, isWord, type Range } from './block-view.ts'
import { cueForms } from './cue-lexicon.ts'
import {
  AUXILIARIES,
  COMMON_VERBS,
  COORDINATORS,
  CUE_ADVERBS,
  DETERMINERS,
  isSpeakingNoun,
  MODALS,
  MONTHS,
  NEGATIONS,
  NOUN_PREPOSITIONS,
  NOUN_SIGNALS,
  OPENING_ADVERBS,
  POSTMODIFIERS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TIME_ADJECTIVES,
  TIME_NOUNS,
  WEEKDAYS,
} from './words.ts'

const LONGEST_SOURCE = 30

const isComma = (word: string | undefined): boolean => word === ','

/** The subject of the verb group that starts at `verb`, inside `sentence`; null when none is clear. */
export function subjectBefore(view: BlockView, sentence: Range, verb: number): Range | null {
  const last = verb - 1
  if (last < sentence.from || !sameQuote(view, last, verb)) return null
  const word = view.lower[last]!
  if (word === 'who' || word === 'which') return { from: last, to: verb }
  if (isComma(word) || word === '–' || word === '—' || word === ')') return beforeInsertion(view, sentence, last)
  return nounPhraseEnding(view, sentence, verb)
}

/** "Hugh Hill, a doctor at the clinic, said": back over what stands between two commas. */
function beforeInsertion(view: BlockView, sentence: Range, closing: number): Range | null {
  const closer = view.lower[closing]!
  const opener = closer === ')' ? '(' : closer
  for (let at = closing - 1; at > Math.max(sentence.from, closing - LONGEST_SOURCE); at--) {
    if (!sameQuote(view, at, closing)) return null
    if (view.lower[at] !== opener) continue
    const head = nounPhraseEnding(view, sentence, at)
    if (head === null) {
      // A list inside the insertion ("…, minister of roads, rail and ports, said"): try the comma before.
      if (isComma(opener)) continue
      return null
    }
    return isApposition(view, at + 1, closing) ? { from: head.from, to: closer === ')' ? closing + 1 : closing } : head
  }
  return null
}

/** Does an insertion name or describe the one before it ("a doctor", "45", "head of the agency"), or add something else? */
function isApposition(view: BlockView, from: number, to: number): boolean {
  const first = view.lower[from]
  if (first === undefined || from >= to) return false
  if (view.lower[from - 1] === '(') return true
  if (
    first === 'who' ||
    first === 'which' ||
    first === 'whose' ||
    first === 'where' ||
    first === 'speaking' ||
    first === 'citing'
  )
    return false
  if (PREPOSITIONS.has(first) || CUE_ADVERBS.has(first) || OPENING_ADVERBS.has(first) || first.endsWith('ing'))
    return false
  if (WEEKDAYS.has(first)) return false
  return true
}

/** The noun phrase whose last token is right before `end`. */
function nounPhraseEnding(view: BlockView, sentence: Range, end: number): Range | null {
  let at = end - 1
  const limit = Math.max(sentence.from, end - LONGEST_SOURCE)
  while (at >= limit && sameQuote(view, at, end - 1) && !bounds(view, sentence, at, end)) at--
  return withList(
    view,
    sentence,
    checked(view, withoutLead(view, sentence, withoutTime(view, { from: at + 1, to: end }))),
  )
}

/** "Lind, Pohl and Marek said": the names before the comma are speakers too. */
function withList(view: BlockView, sentence: Range, last: Range | null): Range | null {
  if (last === null || view.lower[last.from - 1] !== ',' || !isCapitalised(view, last.from)) return last
  const isList = view.lower.slice(last.from, last.to).includes('and')
  if (!isList || last.from - 1 <= sentence.from) return last
  const before = nounPhraseEnding(view, sentence, last.from - 1)
  const touches = before !== null && before.to === last.from - 1 && isCapitalised(view, before.from)
  return touches ? { from: before.from, to: last.to } : last
}

/** Is the token at `at` no part of a noun phrase that goes on to its right? */
function bounds(view: BlockView, sentence: Range, at: number, end: number): boolean {
  const word = view.lower[at]!
  if (isClitic(word)) return false
  if (!isWord(view, at)) return !isInnerMark(view, at, sentence)
  if (word === 'and' || word === 'or' || word === '&') return !joinsNames(view, at)
  if (word === 'that' || word === 'which' || word === 'whom' || SUBORDINATORS.has(word)) return true
  if (COORDINATORS.has(word) || AUXILIARIES.has(word)) return !(word === 'may' && isCapitalised(view, at))
  if (word === 'to')
    return (
      view.lower[at - 1] !== 'close' &&
      view.lower[at - 1] !== 'adviser' &&
      view.lower[at - 1] !== 'ambassador' &&
      view.lower[at - 1] !== 'envoy' &&
      view.lower[at - 1] !== 'advisor'
    )
  if (isCapitalised(view, at) && at > sentence.from) return false
  return at < end - 1 || !isCapitalised(view, at) ? isVerb(view, at, end) : false
}

/** Full stops of abbreviations, hyphens, slashes, brackets and nested quotation marks stay inside a phrase. */
function isInnerMark(view: BlockView, at: number, sentence: Range): boolean {
  const word = view.lower[at]!
  if (word === '.') return at > sentence.from && view.lower[at - 1]!.length <= 4
  return (
    word === '/' ||
    word === '&' ||
    word === '(' ||
    word === ')' ||
    word === '%' ||
    word === '$' ||
    word === '#' ||
    word === '@' ||
    word === '’' ||
    word === "'"
  )
}

const isClitic = (word: string): boolean => word === "'s" || word === '’s' || word === "'" || word === '’'

/** "Norway and Finland", "officials and experts": both sides alike. */
function joinsNames(view: BlockView, at: number): boolean {
  if (isCapitalised(view, at - 1)) {
    return (
      isCapitalised(view, at + 1) ||
      (DETERMINERS.has(view.lower[at + 1] ?? '') && !PRONOUNS.has(view.lower[at + 1] ?? ''))
    )
  }
  return isWord(view, at - 1) && !isCapitalised(view, at + 1) && isSpeakingNoun(view.lower[at - 1]!)
}

/** Verbs inside a supposed noun phrase mean that it began later. */
function isVerb(view: BlockView, at: number, end: number): boolean {
  const word = view.lower[at]!
  if (POSTMODIFIERS.has(word)) return false
  const before = view.lower[at - 1] ?? ''
  if (NOUN_SIGNALS.has(before)) return false
  if (COMMON_VERBS.has(word)) return true
  const form = cueForms.get(word)
  if (form?.forms.has('past') && !isSpeakingNoun(word)) return !DETERMINERS.has(before)
  if (!word.endsWith('ed') || word.length < 5) return false
  // "three unnamed officials": an adjective when a determiner stands before and a noun after.
  return at + 1 >= end || !(DETERMINERS.has(before) || /^\d/.test(before))
}

/** Cuts "on Tuesday", "last week", "in a statement" and the like off the end of a subject. */
function withoutTime(view: BlockView, range: Range): Range {
  for (let at = range.from + 1; at < range.to; at++) {
    const word = view.lower[at]!
    const next = view.lower[at + 1] ?? ''
    const isTime =
      WEEKDAYS.has(word) ||
      ((word === 'on' || word === 'by' || word === 'in' || word === 'at') &&
        (WEEKDAYS.has(next) || MONTHS.has(next) || TIME_NOUNS.has(next) || /^(\d{4}|late|early|mid)$/.test(next))) ||
      (TIME_ADJECTIVES.has(word) && TIME_NOUNS.has(next)) ||
      (TIME_NOUNS.has(word) && /^(today|yesterday|tonight|tomorrow)$/.test(word)) ||
      (word === 'earlier' && (next === 'this' || next === 'on' || next === 'in'))
    const isOccasion =
      (word === 'in' || word === 'at' || word === 'during') &&
      /^(a|an|his|her|their|its|the)$/.test(next) &&
      hasOccasion(view, at + 2, range.to)
    if (isTime || isOccasion) return { from: range.from, to: at }
  }
  return range
}

const OCCASIONS = new Set(
  'interview statement speech tweet post letter email message briefing conference address remarks comments ruling filing memo report article column'.split(
    ' ',
  ),
)

function hasOccasion(view: BlockView, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 4); at++) if (OCCASIONS.has(view.lower[at]!)) return true
  return false
}

/** Cuts opening adverbs, coordinators and time phrases off the front. */
function withoutLead(view: BlockView, sentence: Range, range: Range): Range {
  let { from } = range
  const atStart = from === sentence.from || !isWord(view, from - 1)
  while (
    from < range.to &&
    (OPENING_ADVERBS.has(view.lower[from]!) || !isWord(view, from) || COORDINATORS.has(view.lower[from]!)) &&
    !(view.lower[from] === 'so' && view.lower[from + 1] === 'many')
  ) {
    if (view.lower[from] === '(') break
    from++
  }
  const first = view.lower[from] ?? ''
  if (atStart && opensTime(first)) {
    const after = endOfTimePhrase(view, from, range.to)
    if (after > from) from = after
  }
  return { from, to: range.to }
}

/** May a time phrase or another adjunct begin with this word? */
const opensTime = (word: string): boolean => PREPOSITIONS.has(word) || TIME_ADJECTIVES.has(word) || isCounted(word)

/** "Two days later", "A week ago"; "two officials" begins so too. */
const isCounted = (word: string): boolean => /^(a|an|two|three|four|five|six|several|some|few|\d+)$/.test(word)

/** Token after a time phrase that starts at `at` ("On Tuesday", "Last week", "In 2019"); `at` itself when there is none. */
export function endOfTimePhrase(view: BlockView, at: number, limit: number): number {
  let end = at
  let sawTime = false
  while (end < limit) {
    const word = view.lower[end]!
    const isTime = WEEKDAYS.has(word) || MONTHS.has(word) || TIME_NOUNS.has(word) || isDateNumber(view, end, at)
    const isLink = !sawTime
      ? /^(on|in|at|by|during|since|late|early|earlier|around|last|this|next|later|the|previous|same|following|after|before|over|a|an|few|two|three|several|mid|just|past|first)$/.test(
          word,
        )
      : /^(of|in|on|,|\(|\)|ago|earlier|later|late|early|morning|evening|local|time|last|this|before|after)$/.test(word)
    if (isTime) sawTime = true
    else if (!isLink) break
    end++
  }
  if (!sawTime) return at
  while (end > at && /^(of|in|on|,|\(|the|this|last|a)$/.test(view.lower[end - 1]!)) end--
  return end
}

/** "9 February", "February 9", "in 2024", "9 a.m."; not the "64" of "64 percent". */
function isDateNumber(view: BlockView, at: number, from: number): boolean {
  const word = view.lower[at]!
  if (/^[ap]\.?m\.?$/.test(word)) return true
  if (!/^\d{1,4}s?$/.test(word)) return false
  const before = view.lower[at - 1] ?? ''
  const next = view.lower[at + 1] ?? ''
  if (/^(19|20)\d\ds?$/.test(word)) return at > from
  return (
    MONTHS.has(before) ||
    MONTHS.has(next) ||
    TIME_NOUNS.has(next) ||
    /^[ap]\.?m\.?$/.test(next) ||
    (before === 'at' && at > from)
  )
}

/** A range that can be a source: it has a head, and is no bare preposition or pronoun of place. */
function checked(view: BlockView, range: Range): Range | null {
  let { from, to } = range
  // "In a note to investors it said": the pronoun alone.
  if (to - from > 1 && /^(he|she|they|it|we|i)$/.test(view.lower[to - 1]!) && !/^(and|or)$/.test(view.lower[to - 2]!))
    from = to - 1
  // "the only one to brief the press": an infinitive is no name.
  if (
    view.lower[from - 1] === 'to' &&
    !isCapitalised(view, from) &&
    !DETERMINERS.has(view.lower[from]!) &&
    !PRONOUNS.has(view.lower[from]!)
  )
    return null
  while (to > from && !isWord(view, to - 1) && view.lower[to - 1] !== ')' && view.lower[to - 1] !== '.') to--
  while (
    to > from &&
    (CUE_ADVERBS.has(view.lower[to - 1]!) || view.lower[to - 1] === 'himself' || view.lower[to - 1] === 'herself')
  )
    to--
  while (from < to && !isWord(view, from)) from++
  if (from >= to) return null
  const first = view.lower[from]!
  const last = view.lower[to - 1]!
  if (last === 'times' || TIME_NOUNS.has(last)) return null
  if (PREPOSITIONS.has(first) || AUXILIARIES.has(first) || (COORDINATORS.has(first) && first !== 'neither')) return null
  if (to - from === 1 && !isCapitalised(view, from) && !PRONOUNS.has(first) && first.length < 4) return null
  if (to - from === 1 && DETERMINERS.has(first) && !PRONOUNS.has(first) && first !== 'this' && first !== 'that')
    return null
  return { from, to }
}

/** "LISBON (Agency) —": a place in capitals and a dash; the index of the first word of the story behind it. */
export function afterDateline(view: BlockView, sentence: Range): number {
  const first = view.tokens[0]
  if (first === undefined || first.end - first.start < 3) return sentence.from
  const word = view.text.slice(first.start, first.end)
  if (word !== word.toUpperCase() || word === word.toLowerCase()) return sentence.from
  for (let at = 1; at < Math.min(sentence.to, 14); at++) if (/^(—|–|-|--)$/.test(view.lower[at]!)) return at + 1
  return sentence.from
}

/** "Rubio recites the same": an -s after a singular subject and before an object is a verb, as far as one can tell. */
function isThirdPerson(view: BlockView, at: number): boolean {
  const word = view.lower[at]!
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || isCapitalised(view, at)) return false
  const before = view.lower[at - 1] ?? ''
  const next = view.lower[at + 1] ?? ''
  if (
    before.endsWith('s') ||
    !(isCapitalised(view, at - 1) || isSpeakingNoun(before) || before === 'he' || before === 'she')
  )
    return false
  return (DETERMINERS.has(next) || next === 'to') && !isSpeakingNoun(word)
}

/**
 * The subject of the sentence: its first noun phrase, up to the first verb.
 * Used where a cue has no subject of its own ("X visited Paris and said", "…, adding that").
 */
export function sentenceSubject(view: BlockView, sentence: Range): Range | null {
  let from = sentence.from === 0 ? afterDateline(view, sentence) : sentence.from
  while (from < sentence.to && (OPENING_ADVERBS.has(view.lower[from]!) || !isWord(view, from))) {
    if (view.quoteOf[from]! >= 0) return null
    from++
  }
  const first = view.lower[from] ?? ''
  if (first.endsWith('ing') && first.length > 4) return null
  // "Asked if it was over, she laughed and said": the subject stands behind the comma.
  if (from === sentence.from && /^(asked|pressed|questioned|told|quoted)$/.test(first)) {
    const comma = nextComma(view, from, sentence.to)
    return comma === -1 ? null : sentenceSubject(view, { from: comma + 1, to: sentence.to })
  }
  if (opensTime(first) && !(isCounted(first) && endOfTimePhrase(view, from, sentence.to) === from)) {
    const comma = nextComma(view, from, sentence.to)
    const afterTime = endOfTimePhrase(view, from, sentence.to)
    if (afterTime > from && (comma === -1 || afterTime < comma)) from = afterTime
    else if (comma !== -1) from = comma + 1
    else return null
  }
  let at = from
  while (at < sentence.to && at - from < 16) {
    const word = view.lower[at]!
    if (view.quoteOf[at]! >= 0) break
    if (AUXILIARIES.has(word) && !isClitic(word)) break
    if (SUBORDINATORS.has(word) || word === 'who' || word === 'which' || CUE_ADVERBS.has(word)) break
    if (
      word === 'and'
        ? !joinsNames(view, at)
        : isComma(word) || word === ':' || word === ';' || word === '—' || word === '–'
    )
      break
    if ((word === '-' && at > from) || isThirdPerson(view, at)) break
    if (
      at > from &&
      (!isCapitalised(view, at) || cueForms.get(word)?.forms.has('past')) &&
      (isVerb(view, at, at + 1) || cueForms.has(word)) &&
      !(isSpeakingNoun(word) && !cueForms.get(word)?.forms.has('past'))
    )
      break
    at++
  }
  if (at >= sentence.to) return null
  return checked(view, withoutTime(view, { from, to: at }))
}

function nextComma(view: BlockView, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 30); at++) if (isComma(view.lower[at])) return at
  return -1
}

/**
 * The noun phrase that begins at `from`, as after "said" or "according to".
 * @param loose takes prepositional phrases too, as the content stands elsewhere.
 */
export function nounPhraseFrom(view: BlockView, sentence: Range, from: number, loose: boolean): Range | null {
  let at = from
  const limit = Math.min(sentence.to, from + LONGEST_SOURCE)
  while (at < limit) {
    const word = view.lower[at]!
    if (view.quoteOf[at] !== view.quoteOf[from]) break
    if (endsPhrase(view, sentence, at, from, loose)) {
      if (isComma(word) && startsApposition(view, at, sentence)) {
        const closing = endOfApposition(view, at + 1, sentence)
        return checked(view, { from, to: closing })
      }
      break
    }
    at++
  }
  // "figures released on Tuesday by the office": a time inside a long source stays.
  const whole = { from, to: at }
  const cut = withoutTime(view, whole)
  return checked(view, loose && endOfTimePhrase(view, cut.to, at) < at ? whole : cut)
}

function endsPhrase(view: BlockView, sentence: Range, at: number, from: number, loose: boolean): boolean {
  const word = view.lower[at]!
  if (isClitic(word)) return false
  if (NEGATIONS.has(word)) return true
  if (!isWord(view, at))
    return (
      !isInnerMark(view, at, sentence) ||
      (word === '.' && at === sentence.to - 1) ||
      (word === '-' && at > from && !/^\w/.test(view.lower[at + 1] ?? ''))
    )
  if (word === 'and' || word === 'or') return !joinsNames(view, at)
  if (SUBORDINATORS.has(word) && word !== 'as') return true
  if (word === 'as') return true
  if (AUXILIARIES.has(word) || MODALS.has(word) || word === 'who' || word === 'which')
    return !(word === 'may' && isCapitalised(view, at))
  if (at > from && PRONOUNS.has(word) && !DETERMINERS.has(word) && word !== 'one' && word !== 'others') return true
  if (
    at > from &&
    (word === 'to' || word === 'while' || word === 'during' || word === 'after' || word === 'before' || word === 'when')
  )
    return !(loose && word === 'to')
  if (at > from && PREPOSITIONS.has(word)) {
    if (endOfTimePhrase(view, at, sentence.to) > at) return true
    return !(loose ? NOUN_PREPOSITIONS.has(word) : word === 'of' || word === 'for' || word === 'from')
  }
  if (WEEKDAYS.has(word) || /^(today|yesterday|tonight)$/.test(word)) return true
  if (at > from && TIME_ADJECTIVES.has(word) && TIME_NOUNS.has(view.lower[at + 1] ?? '')) return true
  if (
    at > from &&
    !isCapitalised(view, at) &&
    word.endsWith('ly') &&
    word.length > 5 &&
    !isSpeakingNoun(view.lower[at + 1] ?? '')
  )
    return true
  if (at > from && !isCapitalised(view, at) && !loose)
    return (
      isVerb(view, at, at + 1) || (word.endsWith('ing') && word.length > 5 && !isSpeakingNoun(view.lower[at + 1] ?? ''))
    )
  return false
}

/** After "said Ann Lee": ", a doctor …" and ", head of …", not ", adding that" or ", who". */
function startsApposition(view: BlockView, comma: number, sentence: Range): boolean {
  const first = view.lower[comma + 1]
  if (first === undefined || comma + 1 >= sentence.to || view.quoteOf[comma + 1]! >= 0) return false
  // "the mayor, Lena Torsk": a role without a name, and then the name.
  if (isCapitalised(view, comma + 1) && isSpeakingNoun(view.lower[comma - 1]!) && !isCapitalised(view, comma - 1)) {
    return !hasAuxiliaryBeforeComma(view, comma + 1, sentence)
  }
  if (DETERMINERS.has(first) && !PRONOUNS.has(first)) return isSpeakingBefore(view, comma + 1, sentence)
  if (/^\d{2}$/.test(first)) return true
  return (
    isSpeakingNoun(first) ||
    first === 'vice' ||
    first === 'senior' ||
    first === 'former' ||
    first === 'deputy' ||
    first === 'co-founder'
  )
}

function isSpeakingBefore(view: BlockView, from: number, sentence: Range): boolean {
  for (let at = from; at < Math.min(sentence.to, from + 8); at++) {
    if (isComma(view.lower[at]) || AUXILIARIES.has(view.lower[at]!)) return false
    if (isSpeakingNoun(view.lower[at]!)) return !hasAuxiliaryBeforeComma(view, at, sentence)
  }
  return false
}

/** "…, the minister will": what looked like an apposition is the subject of the main clause. */
function hasAuxiliaryBeforeComma(view: BlockView, from: number, sentence: Range): boolean {
  for (let at = from; at < Math.min(sentence.to, from + 12); at++) {
    const word = view.lower[at]!
    if (isComma(word) || word === 'who' || word === 'which' || word === 'that') return false
    if (AUXILIARIES.has(word) && !isClitic(word)) return true
  }
  return false
}

/** Token after an apposition: at the next comma, full stop or quotation. */
function endOfApposition(view: BlockView, from: number, sentence: Range): number {
  let at = from
  while (at < sentence.to) {
    const word = view.lower[at]!
    if (isComma(word) || word === ';' || word === ':' || word === '—' || word === '–' || view.quoteOf[at]! >= 0) break
    if (word === '.' && at === sentence.to - 1) break
    if (at > from && endOfTimePhrase(view, at, sentence.to) > at && (PREPOSITIONS.has(word) || WEEKDAYS.has(word)))
      break
    at++
  }
  return at
}

const sameQuote = (view: BlockView, a: number, b: number): boolean => view.quoteOf[a] === view.quoteOf[b]

/** Can this phrase speak? A pronoun, a name, or a noun for a person, body or paper. */
export function canSpeak(view: BlockView, range: Range, strict = false): boolean {
  const first = view.lower[range.from]!
  if (range.to - range.from === 1 && PRONOUNS.has(first))
    return !(strict && (first === 'it' || first === 'there' || first === 'you'))
  for (let at = range.from; at < range.to; at++) {
    const word = view.lower[at]!
    if (isSpeakingNoun(word)) return true
    const capital = isCapitalised(view, at)
    if (capital && (at > view.sentences[view.sentenceOf[at]!]!.from || !DETERMINERS.has(word))) {
      if (!OPENING_ADVERBS.has(word) && !WEEKDAYS.has(word) && !PREPOSITIONS.has(word)) return true
    }
  }
  return false
}
