/** What the rules that start from a cue share: the sentence, and where content may begin or stop. */
import { hasVerb, skipAdjuncts } from './adjuncts.ts'
import type { BlockView, Range } from './block-view.ts'
import type { Work } from './candidate.ts'
import type { Cue } from './cue-finder.ts'
import { afterDateline } from './phrase-shape.ts'
import { TIME_NOUNS } from './words.ts'

export interface Context {
  readonly work: Work
  readonly view: BlockView
  readonly sentence: Range
  readonly cues: readonly Cue[]
}

/** "that", "whether", "if" and question words after the cue and what may stand between; -1 for none. */
export function complementizerAfter(
  view: BlockView,
  sentence: Range,
  at: number,
  afterAddressee: number,
  cue: Cue,
): number {
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

export const isSeparator = (view: BlockView, at: number): boolean => /^(,|—|–|-|--)$/.test(view.lower[at] ?? '')

export function startsNewReport(view: BlockView, at: number, cues: readonly Cue[]): boolean {
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

/** First token of a sentence's matter, after "But", "And" and a stray opening mark. */
export function contentStart(view: BlockView, sentence: Range): number {
  let at = sentence.from === 0 ? afterDateline(view, sentence) : sentence.from
  while (at < sentence.to && /^(but|and|yet|so|still|meanwhile|however|,|-|–|—|•|·|\*)$/.test(view.lower[at]!)) at++
  return at
}
