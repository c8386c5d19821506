/** Whether a text is the ISO date of a day that exists. */
import { lengthOfMonth } from '../timexes/calendar.ts'

/** `2024-06-21`, `2024-02-29`; not `2023-02-29`, `2024-6-21` or a date with a time. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return false
  return Number(day) >= 1 && Number(day) <= lengthOfMonth(Number(year), Number(month))
}
