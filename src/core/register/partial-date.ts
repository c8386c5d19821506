/** Dates that may be known to the year or month alone, as numbers that sort: 20211208, 20211200, 20210000; 0 for none. */

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Null for what is no ISO date, full or partial. */
export function parsePartialDate(text: string): number | null {
  const [, year, month, day] = shape.exec(text) ?? []
  if (year === undefined) return null
  const [m, d] = [Number(month ?? 0), Number(day ?? 0)]
  if (m > 12 || (month !== undefined && m < 1)) return null
  if (day !== undefined && (d < 1 || d > daysIn(Number(year), m))) return null
  return Number(year) * 10000 + m * 100 + d
}

export const formatPartialDate = (date: number): string | null => {
  if (date === 0) return null
  const [year, month, day] = [Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100]
  const two = (number: number): string => `-${String(number).padStart(2, '0')}`
  return `${String(year).padStart(4, '0')}${month > 0 ? two(month) : ''}${day > 0 ? two(day) : ''}`
}

const daysIn = (year: number, month: number): number =>
  month === 2 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 28 : DAYS[month - 1]!

/** First day that it may mean. */
export const earliest = (date: number): number => {
  const withMonth = date % 10000 === 0 ? date + 100 : date
  return withMonth % 100 === 0 ? withMonth + 1 : withMonth
}

/** Last day that it may mean; the 31st of any month sorts as well as its last day. */
export const latest = (date: number): number => {
  const withMonth = date % 10000 === 0 ? date + 1200 : date
  return withMonth % 100 === 0 ? withMonth + 31 : withMonth
}

/** How long after what was last known an office is still thought to be held. */
const LIKELY_YEARS = 4

export interface Period {
  /** Numbers as above. */
  readonly start: number
  readonly end: number
  readonly asOf: number
}

/** Was `at` within the period? `likely` where the dates are not exact enough to tell, and after `asOf` of one without end. */
export function certaintyAt({ start, end, asOf }: Period, at: number): 'certain' | 'likely' | null {
  const [from, to] = [earliest(at), latest(at)]
  if (start !== 0 && to < earliest(start)) return null
  const begun = start !== 0 && from >= latest(start)
  if (end !== 0) {
    if (from > latest(end)) return null
    return begun && to <= earliest(end) ? 'certain' : 'likely'
  }
  if (asOf === 0) return 'likely'
  if (from > latest(asOf) + LIKELY_YEARS * 10000) return null
  return begun && to <= earliest(asOf) ? 'certain' : 'likely'
}

/** Is nothing known of the period at `at`, because what was known ends before? */
export const isPastKnowledge = ({ end, asOf }: Period, at: number): boolean => end === 0 && latest(at) > earliest(asOf)
