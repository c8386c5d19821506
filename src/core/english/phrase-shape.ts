/** What can stand inside a noun phrase and what bounds it. */
import { type BlockView, isCapitalised, isWord, type Range } from './block-view.ts'
import { cueForms } from './cue-lexicon.ts'
import {
  AUXILIARIES,
  COMMON_VERBS,
  COORDINATORS,
  CUE_ADVERBS,
  DETERMINERS,
  isSpeakingNoun,
  NOUN_SIGNALS,
  OPENING_ADVERBS,
  POSTMODIFIERS,
  PREPOSITIONS,
  PRONOUNS,
  TIME_NOUNS,
  WEEKDAYS,
} from './words.ts'

export const LONGEST_SOURCE = 30

export const isComma = (word: string | undefined): boolean => word === ','

/** Full stops of abbreviations, hyphens, slashes, brackets and nested quotation marks stay inside a phrase. */
export function isInnerMark(view: BlockView, at: number, sentence: Range): boolean {
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

export const isClitic = (word: string): boolean => word === "'s" || word === '’s' || word === "'" || word === '’'

/** "Norway and Finland", "officials and experts": both sides alike. */
export function joinsNames(view: BlockView, at: number): boolean {
  if (isCapitalised(view, at - 1)) {
    return (
      isCapitalised(view, at + 1) ||
      (DETERMINERS.has(view.lower[at + 1] ?? '') && !PRONOUNS.has(view.lower[at + 1] ?? ''))
    )
  }
  return isWord(view, at - 1) && !isCapitalised(view, at + 1) && isSpeakingNoun(view.lower[at - 1]!)
}

/** Verbs inside a supposed noun phrase mean that it began later. */
export function isVerb(view: BlockView, at: number, end: number): boolean {
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

/** A range that can be a source: it has a head, and is no bare preposition or pronoun of place. */
export function checked(view: BlockView, range: Range): Range | null {
  let { from, to } = range
  // "In a note to investors it said": the pronoun alone.
  if (to - from > 1 && /^(he|she|they|it|we|i)$/.test(view.lower[to - 1]!) && !/^(and|or)$/.test(view.lower[to - 2]!))
    from = to - 1
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

/** "…, the minister will": what looked like an apposition is the subject of the main clause. */
export function hasVerbBeforeComma(view: BlockView, from: number, sentence: Range): boolean {
  for (let at = from; at < Math.min(sentence.to, from + 12); at++) {
    const word = view.lower[at]!
    if (isComma(word) || word === 'who' || word === 'which' || word === 'that') return false
    if (AUXILIARIES.has(word) && !isClitic(word)) return true
    if (
      at > from &&
      !isCapitalised(view, at) &&
      isVerb(view, at, at + 1) &&
      !PREPOSITIONS.has(view.lower[at + 1] ?? '')
    )
      return true
  }
  return false
}

export const sameQuote = (view: BlockView, a: number, b: number): boolean => view.quoteOf[a] === view.quoteOf[b]

const opensSentence = (view: BlockView, at: number): boolean => at === view.sentences[view.sentenceOf[at]!]!.from

/** "Kyiv", "Mara Lind", "Lind's aides" at the head of a sentence; of "Late frost" the capital says nothing. */
function isNameAtStart(view: BlockView, at: number, range: Range): boolean {
  if (DETERMINERS.has(view.lower[at]!)) return false
  if (at + 1 >= range.to) return true
  const next = view.lower[at + 1]!
  return isCapitalised(view, at + 1) || !isWord(view, at + 1) || isClitic(next) || /^(and|of|or|in|at)$/.test(next)
}

/** Can this phrase speak? A pronoun, a name, or a noun for a person, body or paper. */
export function canSpeak(view: BlockView, range: Range, strict = false): boolean {
  const first = view.lower[range.from]!
  if (range.to - range.from === 1 && PRONOUNS.has(first))
    return !(strict && (first === 'it' || first === 'there' || first === 'you'))
  for (let at = range.from; at < range.to; at++) {
    const word = view.lower[at]!
    if (isSpeakingNoun(word)) return true
    const capital = isCapitalised(view, at)
    if (capital && (!opensSentence(view, at) || isNameAtStart(view, at, range))) {
      if (!OPENING_ADVERBS.has(word) && !WEEKDAYS.has(word) && !PREPOSITIONS.has(word)) return true
    }
  }
  return false
}
