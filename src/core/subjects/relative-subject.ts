/** What a content begins in the middle of: "systems that the ministry says have been delivered" is about systems, which stand before it. */
import type { Attribution } from '../doc.ts'
import { type Range, rangeOf, type SubjectView, upos } from './subject-view.ts'

const RELATIVES = new Set(['that', 'which', 'who'])
/** Tokens looked back over. */
const FARTHEST = 10
const OF_A_NOUN = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'DET', 'PART', 'X'])

/**
 * The words that the content's verb belongs to, where source and cue stand between a relative pronoun and that verb; null where
 * the content has a subject of its own.
 */
export function relativeSubject(view: SubjectView, { source, cue, content }: Attribution): Range | null {
  const [said, who] = [content[0], source[0]]
  if (said === undefined || who === undefined) return null
  const verb = rangeOf(view, said).from
  if (upos(view, verb) !== 'AUX' && upos(view, verb) !== 'VERB') return null
  const inserted = Math.min(who.start, cue[0]?.start ?? who.start)
  if (inserted >= said.start) return null
  const pronoun = rangeOf(view, { start: inserted, end: inserted }).from - 1
  if (!RELATIVES.has(view.lower[pronoun] ?? '')) return null
  let from = pronoun
  while (from > 0 && pronoun - from < FARTHEST && isOfNoun(view, from - 1)) from--
  return from < pronoun ? { from, to: pronoun } : null
}

const isOfNoun = (view: SubjectView, at: number): boolean =>
  OF_A_NOUN.has(upos(view, at)) || view.lower[at] === '-' || view.mentionAt[at] !== -1
