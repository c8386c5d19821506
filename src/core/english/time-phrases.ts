/** Time phrases as far as the rules need them: where one ends, and how to cut it off a noun phrase. */
import type { BlockView, Range } from './block-view.ts'
import { MONTHS, PREPOSITIONS, TIME_ADJECTIVES, TIME_NOUNS, WEEKDAYS } from './words.ts'

/** Cuts "on Tuesday", "last week", "in a statement" and the like off the end of a subject. */
export function withoutTime(view: BlockView, range: Range): Range {
  for (let at = range.from + 1; at < range.to; at++) {
    const word = view.lower[at]!
    const next = view.lower[at + 1] ?? ''
    const isTime =
      WEEKDAYS.has(word) ||
      ((word === 'on' || word === 'by' || word === 'in' || word === 'at') &&
        (WEEKDAYS.has(next) || MONTHS.has(next) || TIME_NOUNS.has(next) || /^(\d{4}|late|early|mid)$/.test(next))) ||
      (TIME_ADJECTIVES.has(word) && TIME_NOUNS.has(next)) ||
      (TIME_NOUNS.has(word) && /^(today|yesterday|tonight|tomorrow)$/.test(word)) ||
      (word === 'earlier' && (next === 'this' || next === 'on' || next === 'in'))
    const isOccasion =
      (word === 'in' || word === 'at' || word === 'during') &&
      /^(a|an|his|her|their|its|the)$/.test(next) &&
      hasOccasion(view, at + 2, range.to)
    if (isTime || isOccasion) return { from: range.from, to: at }
  }
  return range
}

const OCCASIONS = new Set(
  'interview statement speech tweet post letter email message briefing conference address remarks comments ruling filing memo report article column'.split(
    ' ',
  ),
)

function hasOccasion(view: BlockView, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 4); at++) if (OCCASIONS.has(view.lower[at]!)) return true
  return false
}

/** May a time phrase or another adjunct begin with this word? */
export const opensTime = (word: string): boolean =>
  PREPOSITIONS.has(word) || TIME_ADJECTIVES.has(word) || isCounted(word)

/** "Two days later", "A week ago"; "two officials" begins so too. */
export const isCounted = (word: string): boolean => /^(a|an|two|three|four|five|six|several|some|few|\d+)$/.test(word)

/** Token after a time phrase that starts at `at` ("On Tuesday", "Last week", "In 2019"); `at` itself when there is none. */
export function endOfTimePhrase(view: BlockView, at: number, limit: number): number {
  let end = at
  let sawTime = false
  while (end < limit) {
    const word = view.lower[end]!
    const isTime = WEEKDAYS.has(word) || MONTHS.has(word) || TIME_NOUNS.has(word) || isDateNumber(view, end, at)
    const isLink = !sawTime
      ? /^(on|in|at|by|during|since|late|early|earlier|around|last|this|next|later|the|previous|same|following|after|before|over|a|an|few|two|three|several|mid|just|past|first)$/.test(
          word,
        )
      : /^(of|in|on|,|\(|\)|ago|earlier|later|late|early|morning|evening|local|time|last|this|before|after)$/.test(word)
    if (isTime || (word === '.' && MONTHS.has(view.lower[end - 1] ?? '') && end > at)) sawTime = true
    else if (!isLink) break
    end++
  }
  if (!sawTime) return at
  while (end > at && /^(of|in|on|,|\(|the|this|last|a)$/.test(view.lower[end - 1]!)) end--
  return end
}

/** "9 February", "February 9", "in 2024", "9 a.m."; not the "64" of "64 percent". */
function isDateNumber(view: BlockView, at: number, from: number): boolean {
  const word = view.lower[at]!
  if (/^[ap]\.?m\.?$/.test(word)) return true
  if (!/^\d{1,4}s?$/.test(word)) return false
  const before = view.lower[at - 1] ?? ''
  const next = view.lower[at + 1] ?? ''
  if (/^(19|20)\d\ds?$/.test(word)) return at > from
  return (
    MONTHS.has(before) ||
    MONTHS.has(next) ||
    TIME_NOUNS.has(next) ||
    /^[ap]\.?m\.?$/.test(next) ||
    (before === 'at' && at > from)
  )
}
