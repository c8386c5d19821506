/** Rules that start from a noun: "the minister's claim that …", "her promise that …". */
import { hasVerb } from './adjuncts.ts'
import { type BlockView, isCapitalised, type Range, wordsIn } from './block-view.ts'
import { record, type Work } from './candidate.ts'
import { clauseEnd, contentOf } from './clause-end.ts'
import type { Cue } from './cue-finder.ts'
import { CUE_NOUNS } from './cue-lexicon.ts'
import { DETERMINERS, PREPOSITIONS } from './words.ts'

export function applyNounRules(work: Work, view: BlockView, sentence: Range, cues: readonly Cue[]): void {
  for (let at = sentence.from + 1; at < sentence.to - 2; at++) {
    const manner = CUE_NOUNS.get(view.lower[at]!)
    if (manner === undefined || view.lower[at + 1] !== 'that' || view.quoteOf[at]! >= 0) continue
    const source = possessorBefore(view, sentence, at)
    // As the subject of its sentence ("His claim that X did not last") the clause ends where only a parser could tell.
    if (source === null || !hasVerb(view, sentence.from, source.from)) continue
    const end = clauseEnd(view, sentence, at + 1, cues, null)
    if (wordsIn(view, { from: at + 1, to: end }) < 3) continue
    record(work, view, 'noun-cue', {
      source,
      cue: { from: at, to: at + 1 },
      content: contentOf(view, at + 1, end),
      manner,
    })
  }
}

/** "his", "their", "the minister's": up to two adjectives may stand between. */
function possessorBefore(view: BlockView, sentence: Range, noun: number): Range | null {
  for (let at = noun - 1; at >= Math.max(sentence.from, noun - 3); at--) {
    const word = view.lower[at]!
    if (/^(his|her|their|its)$/.test(word)) return { from: at, to: at + 1 }
    if (word === "'s" || word === '’s' || ((word === '’' || word === "'") && view.lower[at - 1]?.endsWith('s'))) {
      let from = at - 1
      while (from > sentence.from && isCapitalised(view, from) && isCapitalised(view, from - 1)) from--
      while (
        from > sentence.from &&
        !isCapitalised(view, from) &&
        !DETERMINERS.has(view.lower[from]!) &&
        !PREPOSITIONS.has(view.lower[from - 1]!)
      ) {
        if (at - from > 4) return null
        from--
      }
      if (from > sentence.from && DETERMINERS.has(view.lower[from - 1]!)) from--
      return { from, to: at }
    }
    if (PREPOSITIONS.has(word) || DETERMINERS.has(word)) return null
  }
  return null
}
