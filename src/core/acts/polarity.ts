/** Polarity, one rule a type: docs/acts.md tells them. */
import type { ActType } from '../doc.ts'
import type { ActView, Word } from './act-view.ts'
import { ENDING, ENDING_NOUNS, NEGATIONS } from './word-lists.ts'

const CLAUSE_ENDS = new Set([
  ',',
  ';',
  ':',
  '—',
  '–',
  'because',
  'which',
  'who',
  'although',
  'while',
  'when',
  'whose',
  'if',
  'unless',
  'until',
  'till',
  'where',
  'but',
  'before',
  'as',
  'provided',
  'once',
])
const NEGATIVE_VERBS = new Set([
  'refuse',
  'refused',
  'refuses',
  'refusing',
  'decline',
  'declined',
  'declines',
  'fail',
  'failed',
  'fails',
])
const CONDITIONAL = new Set(['if', 'unless', 'as', 'once', 'provided', 'until', 'after', 'when'])

/** @param isNegativeRow the row that was read says no itself: "forbade", "does not support". */
export function isNegative(type: ActType, view: ActView, cueNegated: boolean, isNegativeRow: boolean): boolean {
  const words = mainClause(view)
  switch (type) {
    case 'refusal':
    case 'no-comment':
      return true
    case 'denial':
      return !(
        view.cueWords.some((word) => /^(?:deny|denie|reject)/.test(word)) &&
        (hasNegation(words) || words.slice(0, 6).some((word) => NEGATIVE_VERBS.has(word)))
      )
    case 'criticism':
    case 'support':
      return isNegativeRow || cueNegated
    case 'commitment':
    case 'threat':
    case 'demand':
      return cueNegated || isNotToBeDone(words, view) || isNegativeRow
    case 'permission':
      return isNegativeRow !== cueNegated || hasNegation(words)
    default:
      return cueNegated || isNegativeRow || hasNegation(words)
  }
}

/** The words of the first sentence's main clause, a condition that opens it left out. */
function mainClause({ sentences }: ActView): string[] {
  const first = sentences.find((sentence) => sentence.length > 2) ?? sentences[0] ?? []
  let from = 0
  const opener = first.findIndex(({ word }) => word !== 'that' && word !== ',')
  if (opener >= 0 && CONDITIONAL.has(first[opener]!.word)) {
    const comma = first.findIndex(({ word }, at) => at > opener && word === ',')
    if (comma > 0) from = comma + 1
  }
  return clauseOf(first.slice(from)).map(({ word }) => word)
}

function clauseOf(words: readonly Word[]): readonly Word[] {
  let end = 0
  while (end < words.length && end < 40) {
    const { word } = words[end]!
    // "No, we will not": what answers is not yet the clause.
    if (CLAUSE_ENDS.has(word) && !(end <= 2 && word === ',')) break
    if ((word === 'that' || word === 'whether') && end > 3) break
    end++
  }
  return words.slice(0, end)
}

function hasNegation(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (!NEGATIONS.has(word)) return false
    const next = words[at + 1] ?? ''
    if (/^(?:only|doubt|exclude|rule)$/.test(next)) return false
    // "No, …" answers; "nothing more than" is a measure.
    return !(word === 'no' && next === ',') && !(word === 'nothing' && next === 'more')
  })
}

/** "not to raise", "to stop using", "an end to": what is promised or asked is that something is not done. */
function isNotToBeDone(words: readonly string[], { cueWords, cueLength }: ActView): boolean {
  const at = words.findIndex((word) => word === 'to' || /^(will|would|must|should|shall|'ll|wo)$/.test(word))
  const head = words.slice(0, at < 0 ? 4 : at + 4)
  if (head.some((word, index) => NEGATIONS.has(word) && head[index + 1] !== 'only') || words[0] === 'against')
    return true
  if (cueWords.slice(0, cueLength + 8).includes('against') && !words.includes('against')) return true
  if (/^(that|and|please|but|,)?$/.test(words[0] ?? '') ? ENDING.has(words[1] ?? '') : ENDING.has(words[0] ?? ''))
    return true
  const verb = words[at + 1] ?? ''
  const other = words[at + 2] ?? ''
  if (at >= 0 && (ENDING.has(verb) || (/ly$/.test(verb) && ENDING.has(other)))) return true
  if (at >= 0 && verb === 'stay' && other === 'away') return true
  return words.slice(0, 3).some((word) => ENDING_NOUNS.has(word))
}
