/** A statement of a timeline in a few words: what a mark is called, and what its row in the table says. */
import type { TimelineEntry } from '../../app/timeline-entries.ts'
import { isDated } from '../../core/is-dated.ts'
import type { Statement } from '../../core/statement.ts'
import { wordsOf } from '../said-words.ts'
import type { Bar, Lane } from './plot-model.ts'

/** A slice of the words, with an ellipsis where it ends before they do; never half a character. */
export function cut(words: string, most: number): string {
  if (words.length <= most) return words
  const slice = words.slice(0, most)
  return `${/[\ud800-\udbff]$/.test(slice) ? slice.slice(0, -1) : slice}…`
}

export const whenWords = ({ said }: Statement): string => (isDated(said) ? wordsOf(said) : 'when is not known')

/** "own words", "told by Pavel Dunmore". */
export const voiceWords = ({ own, through }: TimelineEntry): string =>
  own ? 'own words' : `told by ${through.length === 0 ? 'others' : through.join(', ')}`

/**
 * `21 June 2024, denial, own words: “…”`.
 * @param named whether it says who speaks: not on the page of one speaker.
 */
export function markWords(entry: TimelineEntry, named: boolean): string {
  const { statement } = entry
  const parts = [
    whenWords(statement),
    ...(named ? [cut(statement.speaker?.name ?? 'speaker not named', 60)] : []),
    ...(statement.act.type === null ? [] : [statement.act.type]),
    cut(voiceWords(entry), 80),
  ]
  return `${parts.join(', ')}: ${cut(statement.content.text, 90)}`
}

/** `2024-06, denial: 12 statements, 3 of them told by others`. */
export function barWords({ first, last, own, told }: Bar, lane: Lane, period: string): string {
  const all = own + told
  const tellers = told === 0 ? 'all own words' : own === 0 ? 'all told by others' : `${told} of them told by others`
  const when = period === 'day' ? first : `${first} to ${last}`
  return `${when}, ${cut(lane.name, 60)}: ${all} ${all === 1 ? 'statement' : 'statements'}, ${tellers}`
}
