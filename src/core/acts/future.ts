/** What a sentence says of the time to come, and whether the speaker's own side is to do it. */
import type { ActDoc, ActView, Word } from './act-view.ts'
import { isOwn, type OwnSide } from './own-side.ts'
import { FUTURES, HAPPENING } from './word-lists.ts'

export type Future = 'own' | 'other' | null

const CONDITIONAL = new Set([
  'if',
  'unless',
  'until',
  'once',
  'when',
  'as',
  'provided',
  'should',
  'while',
  'although',
  'after',
  'before',
  'whether',
  'who',
  'which',
  'where',
  'because',
  'since',
])
const BETWEEN = new Set([
  'not',
  "n't",
  'never',
  'also',
  'only',
  'now',
  'then',
  'soon',
  'again',
  'always',
  'still',
  'no',
  'longer',
  'all',
  'therefore',
  'even',
  'instead',
])
const OPENERS = new Set(['that', 'and', 'but', 'so', 'well', 'yes', 'no', ',', 'to', 'then', 'today', 'tomorrow', ':'])
const DOINGS = new Set([
  'troops',
  'soldiers',
  'boots',
  'base',
  'bases',
  'tax',
  'taxes',
  'cuts',
  'deployment',
  'missiles',
  'weapons',
  'forces',
  'layoffs',
  'dismissals',
])
/** "We will be there": a promise to come. */
const BEING_DONE = new Set([
  'there',
  'back',
  'with',
  'on',
  'at',
  'sending',
  'delivering',
  'providing',
  'supplying',
  'sure',
])

/** `own`: somebody binds itself; `other`: something is to come; null: nothing of the kind in the main clause. */
export function futureOf(doc: ActDoc, view: ActView, sentence: readonly Word[], side: () => OwnSide): Future {
  let from = 0
  let isAside = false
  for (let at = 0; at < sentence.length && at < 60; at++) {
    const { word } = sentence[at]!
    if (word === ',' || word === ';' || word === '—' || word === '–') {
      isAside = false
      if (at - from > 0 || from === 0) from = at + 1
      continue
    }
    if (CONDITIONAL.has(word) && !(word === 'as' && at > from)) {
      isAside = true
      continue
    }
    if (isAside) continue
    // What "that" opens inside a clause has its own subject.
    if (word === 'that' && at > from) return null
    const verbAt = futureAt(sentence, at)
    if (verbAt < 0) continue
    return binds(doc, view, sentence, from, at, verbAt, side) ? 'own' : 'other'
  }
  return null
}

/** Index of what comes after "will" or "going to" at `at`; -1 where neither stands there. */
function futureAt(sentence: readonly Word[], at: number): number {
  const { word } = sentence[at]!
  let next = at + 1
  if (word === 'going' && sentence[next]?.word === 'to') next++
  else if (!FUTURES.has(word)) return -1
  else if (word === "'d" || (word === 'would' && sentence[next]?.word === 'have')) return -1
  while (BETWEEN.has(sentence[next]?.word ?? '') || /ly$/.test(sentence[next]?.word ?? '')) next++
  if (sentence[next]?.word === 'have' && /ed$/.test(sentence[next + 1]?.word ?? '')) return next
  return next
}

function binds(
  doc: ActDoc,
  view: ActView,
  sentence: readonly Word[],
  from: number,
  at: number,
  verbAt: number,
  side: () => OwnSide,
): boolean {
  let start = from
  while (start < at && OPENERS.has(sentence[start]!.word)) start++
  const subject = sentence
    .slice(Math.max(start, at - 8), at)
    .filter(({ word }) => !/^(is|are|am|was|were|'m|'re|'s|not|n't)$/.test(word))
  const verb = sentence[verbAt]?.word ?? ''
  const after = sentence[verbAt + 1]?.word ?? ''
  if (subject.at(-1)?.word === 'there') {
    const rest = sentence.slice(verbAt, verbAt + 8).map(({ word }) => word)
    return rest.includes('no') && rest.some((word) => DOINGS.has(word))
  }
  if (!isOwn(doc, view, subject, side())) return false
  return (
    !HAPPENING.has(verb) ||
    (verb === 'be' && BEING_DONE.has(after)) ||
    verb === 'end' ||
    verb === 'take' ||
    (verb === 'have' && after === 'to')
  )
}
