/** The noun phrase that begins at a token: after an inverted cue, "by" or "according to". */
import { type BlockView, isCapitalised, isWord, type Range } from './block-view.ts'
import {
  checked,
  hasVerbBeforeComma,
  isClitic,
  isComma,
  isInnerMark,
  isVerb,
  joinsNames,
  LONGEST_SOURCE,
} from './phrase-shape.ts'
import { endOfTimePhrase, withoutTime } from './time-phrases.ts'
import {
  AUXILIARIES,
  DETERMINERS,
  isSpeakingNoun,
  MODALS,
  NEGATIONS,
  NOUN_PREPOSITIONS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TIME_ADJECTIVES,
  TIME_NOUNS,
  WEEKDAYS,
} from './words.ts'

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
    return !hasVerbBeforeComma(view, comma + 1, sentence)
  }
  if (DETERMINERS.has(first) && !PRONOUNS.has(first)) return isSpeakingBefore(view, comma + 1, sentence)
  if (/^\d{2}$/.test(first)) return isComma(view.lower[comma + 2]) || comma + 2 >= sentence.to - 1
  return (
    (isSpeakingNoun(first) && !isCapitalised(view, comma + 1)) ||
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
    if (isSpeakingNoun(view.lower[at]!)) return !hasVerbBeforeComma(view, at, sentence)
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
