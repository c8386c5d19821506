/** Periods of a time axis in words. */
import { dateInWords } from '../wording.ts'
import type { Period } from './calendar.ts'

/** `month`, `quarter`, `5 years`: one of them. */
export function periodName({ unit, every }: Period): string {
  if (unit === 'day') return every === 7 ? 'week' : 'day'
  if (unit === 'month' && every === 3) return 'quarter'
  if (unit === 'month' && every === 6) return 'half-year'
  return every === 1 ? unit : `${every} years`
}

/** `3 June 2024`, `week of 3 June 2024`, `June 2024`, `April to June 2024`, `2024`, `2020–2024`. */
export function periodLabel(first: string, last: string, { unit, every }: Period): string {
  if (unit === 'day') return every === 7 ? `week of ${dateInWords(first)}` : dateInWords(first)
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)].map(Number)
  if (unit === 'year') return every === 1 ? String(from) : `${from}–${to}`
  const month = dateInWords(last.slice(0, 7))
  return every === 1 ? month : `${dateInWords(first.slice(0, 7)).split(' ')[0]} to ${month}`
}
