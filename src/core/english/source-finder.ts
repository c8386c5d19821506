/** Finds the noun phrase that speaks: leftwards from a cue, rightwards after an inverted one, or at the head of a sentence. */
import { type BlockView, isCapitalised, isWord, type Range } from './block-view.ts'
import {
  checked,
  isClitic,
  isComma,
  isInnerMark,
  isVerb,
  joinsNames,
  LONGEST_SOURCE,
  sameQuote,
} from './phrase-shape.ts'
import { endOfTimePhrase, opensTime, withoutTime } from './time-phrases.ts'
import {
  AUXILIARIES,
  COORDINATORS,
  CUE_ADVERBS,
  DETERMINERS,
  OPENING_ADVERBS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  WEEKDAYS,
} from './words.ts'

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
  const phrase = checked(view, withoutLead(view, sentence, withoutTime(view, { from: at + 1, to: end })))
  return phrase === null || isInfinitive(view, phrase.from) ? null : withList(view, sentence, phrase)
}

/** "the only one to brief the press": an infinitive is no name. */
const isInfinitive = (view: BlockView, from: number): boolean =>
  view.lower[from - 1] === 'to' &&
  !isCapitalised(view, from) &&
  !DETERMINERS.has(view.lower[from]!) &&
  !PRONOUNS.has(view.lower[from]!)

/** "Lind, Pohl and Marek said": the names before the comma are speakers too. */
function withList(view: BlockView, sentence: Range, last: Range): Range | null {
  if (view.lower[last.from - 1] !== ',' || !isCapitalised(view, last.from)) return last
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
