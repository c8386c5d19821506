/** When something was said, in words as vague as what the text tells. */
import { isDated } from '../core/is-dated.ts'
import type { Said } from '../core/statement.ts'
import { type Html, html } from './html.ts'
import { dateInWords } from './wording.ts'

/**
 * `20 June 2024` (`on 20 June 2024` in a sentence), `June 2024`, `the week of 17 June 2024`, `2024`, `the 2010s`, `between … and …`, `before …`; where no date
 * is known the words of the text in quotation marks; null where it says nothing.
 */
export function saidElement(said: Said, use: 'alone' | 'sentence' = 'alone'): Html | null {
  const { earliest, latest, value, text } = said
  if (!isDated(said)) return text === null ? null : html`“<bdi>${text}</bdi>”`
  const title = text === null ? null : html` title="${`in the text: ${text}`}"`
  const datetime =
    earliest === latest ? earliest : value !== null && /^\d{4}(-\d{2}|-W\d{2})?$/.test(value) ? value : null
  return html`<time${datetime !== null && html` datetime="${datetime}"`}${title}>${use === 'sentence' ? `${preposition(said)}${wordsOf(said)}` : wordsOf(said)}</time>`
}

/** `on 20 June 2024`, `in the 2010s`; a range has words of its own. */
function preposition(said: Said): string {
  if (said.earliest === said.latest) return 'on '
  return /^(?:between|before|since) /.test(wordsOf(said)) ? '' : 'in '
}

/** The same without markup, of what has a date. */
export function wordsOf({ earliest, latest, precision }: Said): string {
  if (earliest === null) return `before ${dateInWords(latest!)}`
  if (latest === null) return `since ${dateInWords(earliest)}`
  if (earliest === latest) return dateInWords(earliest)
  switch (precision) {
    case 'week':
      return `the week of ${dateInWords(earliest)}`
    case 'month':
      if (isWhole(earliest, latest, 7)) return dateInWords(earliest.slice(0, 7))
      break
    case 'year':
      if (isWhole(earliest, latest, 4)) return earliest.slice(0, 4)
      break
    case 'decade':
      return `the ${earliest.slice(0, 3)}0s`
  }
  return `between ${dateInWords(earliest)} and ${dateInWords(latest)}`
}

/** Whether both days are of one month (7 characters of a date) or one year (4): a part of it is told by its days. */
function isWhole(earliest: string, latest: string, length: 4 | 7): boolean {
  if (earliest.slice(0, length) !== latest.slice(0, length)) return false
  return length === 4
    ? earliest.endsWith('-01-01') && latest.endsWith('-12-31')
    : earliest.endsWith('-01') && Number(latest.slice(8)) >= 28
}
