/** Dates that cannot be right as they stand: for notices; nothing is changed here. */
import type { Doc, Timex } from '../doc.ts'
import { sliceOf } from '../span.ts'
import { parseIso, weekdayOf } from './calendar.ts'
import { WEEKDAYS } from './time-words.ts'

export interface QuestionableTimex {
  /** Id of the time expression. */
  readonly timex: string
  readonly why: 'after-publication' | 'before-1900' | 'weekday-mismatch'
  readonly message: string
}

/** Weekdays that do not fit their dates ("Tuesday, December 28, 2022"), and days before 1900, which are mistyped rather than history. */
export function questionableTimexes(doc: Doc<'timexes'>): QuestionableTimex[] {
  return doc.layers.timexes.flatMap((timex) => {
    const mismatch = weekdayMismatch(doc, timex)
    const old = isDay(timex) && timex.latest! < FIRST_DAY ? [beforeNews(doc, timex)] : []
    return mismatch === null ? old : [mismatch, ...old]
  })
}

/** Asked of the time of a saying: it was said before the page was published, and by somebody who can be quoted. */
export function questionableSaying(doc: Doc, timex: Timex): QuestionableTimex | null {
  if (timex.latest !== null && timex.latest < FIRST_DAY) return beforeNews(doc, timex)
  const published = parseIso(doc.dct)
  const earliest = parseIso(timex.earliest)
  if (published === null || earliest === null || earliest <= published) return null
  return {
    timex: timex.id,
    why: 'after-publication',
    message: `"${sliceOf(doc.text, timex)}" (${timex.value}) is after the day of publication, ${doc.dct!.slice(0, 10)}`,
  }
}

const FIRST_DAY = '1900-01-01'

const isDay = ({ earliest, latest, precision }: Timex): boolean =>
  latest !== null && earliest === latest && (precision === 'day' || precision === 'time')

const beforeNews = (doc: Doc, timex: Timex): QuestionableTimex => ({
  timex: timex.id,
  why: 'before-1900',
  message: `"${sliceOf(doc.text, timex)}" (${timex.value}) is before 1900`,
})

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function weekdayMismatch(doc: Doc, timex: Timex): QuestionableTimex | null {
  const day = isDay(timex) ? parseIso(timex.value) : null
  if (day === null || timex.anchor !== 'explicit') return null
  const surface = sliceOf(doc.text, timex)
  const named = surface.split(/[^A-Za-z]+/).find((word) => WEEKDAYS.has(word.toLowerCase()))
  if (named === undefined || WEEKDAYS.get(named.toLowerCase()) === weekdayOf(day)) return null
  return {
    timex: timex.id,
    why: 'weekday-mismatch',
    message: `"${surface}" names ${named}; ${timex.value.slice(0, 10)} is a ${NAMES[weekdayOf(day) - 1]}`,
  }
}
