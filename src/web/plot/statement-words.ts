/** A statement of a timeline in a few words: what a mark is called, and what its row in the table says. */
import type { TimelineEntry } from '../../app/timeline-entries.ts'
import { isDated } from '../../core/is-dated.ts'
import type { Statement } from '../../core/statement.ts'
import { wordsOf } from '../said-words.ts'
import { counted } from '../wording.ts'
import type { Period } from './calendar.ts'
import { periodLabel } from './period-words.ts'
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

/** `June 2024, denial: 12 statements, 3 of them told by others`. */
export function barWords({ first, last, own, told }: Bar, lane: Lane, period: Period): string {
  const all = own + told
  const tellers = told === 0 ? 'own words' : own === 0 ? 'told by others' : `${told} of them told by others`
  return `${periodLabel(first, last, period)}, ${cut(lane.name, 60)}: ${counted(all, 'statement')}, ${tellers}`
}
