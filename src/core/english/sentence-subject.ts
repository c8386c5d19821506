/** The subject of a sentence: its first noun phrase, for cues without a subject of their own. */
import { type BlockView, isCapitalised, isWord, type Range } from './block-view.ts'
import { cueForms } from './cue-lexicon.ts'
import { afterDateline, checked, isClitic, isComma, isVerb, joinsNames } from './phrase-shape.ts'
import { endOfTimePhrase, isCounted, opensTime, withoutTime } from './time-phrases.ts'
import { AUXILIARIES, CUE_ADVERBS, DETERMINERS, isSpeakingNoun, OPENING_ADVERBS, SUBORDINATORS } from './words.ts'

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

export function nextComma(view: BlockView, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 30); at++) if (isComma(view.lower[at])) return at
  return -1
}
