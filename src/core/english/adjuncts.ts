/** What may stand between a cue and its content: when, where, to whom. */
import { type BlockView, isCapitalised, isWord, type Range } from './block-view.ts'
import { endOfTimePhrase } from './time-phrases.ts'
import {
  AUXILIARIES,
  COMMON_VERBS,
  COMPLEMENTIZERS,
  CUE_ADVERBS,
  DETERMINERS,
  isSpeakingNoun,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from './words.ts'

const ADDRESSEE_PRONOUNS = new Set(
  'me him her us them you it reporters journalists lawmakers parliament investors viewers supporters fans colleagues'.split(
    ' ',
  ),
)

const LONGEST_ADJUNCT = 9

/** Index after the person spoken to ("told *reporters in Geneva* that"), or `at` where there is none. */
export function skipAddressee(view: BlockView, at: number, sentence: Range): number {
  const first = view.lower[at]
  if (first === undefined || at >= sentence.to || !isWord(view, at)) return at
  if (COMPLEMENTIZERS.has(first) || PREPOSITIONS.has(first)) return at
  if (ADDRESSEE_PRONOUNS.has(first)) return at + 1
  if (isCapitalised(view, at)) {
    let end = at
    while (
      end < sentence.to &&
      (isCapitalised(view, end) || /^(of|['’]s|\d+)$/.test(view.lower[end]!) || isTitleStop(view, end))
    )
      end++
    return end
  }
  // "the newspaper", "his cabinet", "a crowd of supporters": up to the next thing that cannot be part of it.
  let end = at + 1
  while (
    end < Math.min(sentence.to, at + LONGEST_ADJUNCT) &&
    isWord(view, end) &&
    !startsSomethingElse(view, end, sentence)
  )
    end++
  return end
}

/** The stop of "Gen. Lee" and "J. Pohl". */
const isTitleStop = (view: BlockView, at: number): boolean =>
  view.lower[at] === '.' && view.lower[at - 1]!.length <= 4 && isCapitalised(view, at + 1)

function startsSomethingElse(view: BlockView, at: number, sentence: Range): boolean {
  const word = view.lower[at]!
  if (COMPLEMENTIZERS.has(word) || SUBJECT_PRONOUNS.has(word) || AUXILIARIES.has(word) || COMMON_VERBS.has(word))
    return true
  if (DETERMINERS.has(word) && view.lower[at - 1] !== 'of' && !PREPOSITIONS.has(view.lower[at - 1] ?? '')) return true
  if (word === 'to') return true
  return PREPOSITIONS.has(word) && word !== 'of' && word !== 'for' ? true : endOfTimePhrase(view, at, sentence.to) > at
}

/** Index after adverbs, times, places and occasions that follow a cue; `at` where none does. */
export function skipAdjuncts(view: BlockView, at: number, sentence: Range): number {
  let index = at
  for (let step = 0; step < 8; step++) {
    const next = skipOne(view, index, sentence)
    if (next === index) return index
    index = next
  }
  return index
}

function skipOne(view: BlockView, at: number, sentence: Range): number {
  if (at >= sentence.to || view.quoteOf[at] !== view.quoteOf[at - 1]) return at
  const word = view.lower[at]!
  const afterTime = endOfTimePhrase(view, at, sentence.to)
  if (afterTime > at && !startsSubject(view, at, afterTime, sentence)) return afterTime
  if (word === '(') {
    for (let end = at + 1; end < Math.min(sentence.to, at + 12); end++) if (view.lower[end] === ')') return end + 1
    return at
  }
  if (CUE_ADVERBS.has(word) || (word.endsWith('ly') && word.length > 4 && !isCapitalised(view, at))) return at + 1
  if (PREPOSITIONS.has(word) && word !== 'of') return afterPreposition(view, at, sentence)
  return at
}

/** "said Friday prayers would": a time that is the subject's own beginning. */
const startsSubject = (view: BlockView, at: number, after: number, sentence: Range): boolean =>
  after < sentence.to && DETERMINERS.has(view.lower[at]!) && AUXILIARIES.has(view.lower[after]!)

/** A prepositional phrase: up to something that begins a clause, or the noun it governs. */
function afterPreposition(view: BlockView, at: number, sentence: Range): number {
  let end = at + 1
  // "hopes to correct it": an infinitive is content, "to reporters" is not.
  if (view.lower[at] === 'to' && !isRecipient(view, end)) return at
  if (end < sentence.to && DETERMINERS.has(view.lower[end]!)) end++
  const limit = Math.min(sentence.to, at + LONGEST_ADJUNCT)
  let sawNoun = false
  while (end < limit) {
    const word = view.lower[end]!
    if (view.quoteOf[end] !== view.quoteOf[at]) return end
    if (!isWord(view, end)) return word === '-' || word === '&' ? at : end
    if (COMPLEMENTIZERS.has(word) || SUBJECT_PRONOUNS.has(word)) return end
    if (AUXILIARIES.has(word) && word !== "'s" && word !== '’s') return at
    if (sawNoun && DETERMINERS.has(word)) return end
    if (PREPOSITIONS.has(word)) {
      if (word !== 'of' && word !== 'with' && word !== 'for' && word !== 'in' && word !== 'by') return end
      end++
      if (end < sentence.to && DETERMINERS.has(view.lower[end]!)) end++
      continue
    }
    sawNoun = true
    end++
  }
  return end >= sentence.to ? sentence.to : at
}

const isRecipient = (view: BlockView, at: number): boolean => {
  const word = view.lower[at] ?? ''
  return isCapitalised(view, at) || DETERMINERS.has(word) || ADDRESSEE_PRONOUNS.has(word) || isSpeakingNoun(word)
}

/** Can a clause without "that" begin here? */
export function startsClause(view: BlockView, at: number, sentence: Range): boolean {
  if (at >= sentence.to - 1) return false
  const word = view.lower[at]!
  if (view.quoteOf[at]! >= 0 && view.quoteOf[at - 1] !== view.quoteOf[at]) return true
  if (!isWord(view, at) && word !== '$' && word !== '€' && word !== '£' && word !== '#') return false
  if (SUBJECT_PRONOUNS.has(word) && word !== 'this' && word !== 'these') return true
  if (
    PREPOSITIONS.has(word) ||
    AUXILIARIES.has(word) ||
    /^(to|so|no|nothing|goodbye|hello|yes|and|or|but|as|something|anything|farewell)$/.test(word)
  ) {
    return word === 'no' && hasVerb(view, at + 1, sentence.to)
  }
  return hasVerb(view, at + 1, sentence.to)
}

/** Is there a finite verb, as far as the word lists tell, between the two tokens? */
export function hasVerb(view: BlockView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = view.lower[at]!
    if (AUXILIARIES.has(word) || COMMON_VERBS.has(word)) return true
    if (word.length > 4 && word.endsWith('ed') && !isCapitalised(view, at)) return true
    if (
      at > from &&
      word.length > 3 &&
      word.endsWith('s') &&
      !word.endsWith('ss') &&
      !isCapitalised(view, at) &&
      to - at > 1
    ) {
      // "wants", "blames": a third person as far as one can tell without a tagger, when an object follows.
      const next = view.lower[at + 1] ?? ''
      if (DETERMINERS.has(next) || next === 'to' || isCapitalised(view, at + 1)) return true
    }
  }
  return false
}
