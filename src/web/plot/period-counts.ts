/** How many statements a month or a year has, by day of saying and by day of publication: a table with a bar in each row. */
import type { TimelineEntry } from '../../app/timeline-entries.ts'
import { isDated } from '../../core/is-dated.ts'
import { type Html, html } from '../html.ts'
import { number } from '../wording.ts'
import { dayOf, isoOf, nextPeriod, type Period, periodFor, periodStart } from './calendar.ts'
import { periodLabel, periodName } from './period-words.ts'

interface Row {
  readonly label: string
  said: number
  published: number
}

const MONTH: Period = { unit: 'month', every: 1 }
const YEAR: Period = { unit: 'year', every: 1 }
const MOST_ROWS = 24
/** A longer time has a row for each year. */
const MOST_DAYS_OF_MONTHS = 370

/** Nothing where no statement has a date of either kind, or all are of one period. */
export function periodCounts(entries: readonly TimelineEntry[], total: number): Html | false {
  const { rows, period } = rowsOf(entries)
  if (rows.length < 2) return false
  const most = rows.reduce((most, { said, published }) => Math.max(most, said, published), 0)
  const unit = periodName(period)
  return html`<section class="timeline counts" aria-labelledby="counts-title">
<h2 id="counts-title">Counts over time</h2>
<table class="period-counts">
<caption class="visually-hidden">Statements by ${unit}</caption>
<thead><tr><th scope="col">${capital(unit)}</th><th scope="col" class="num said">said</th><th scope="col" class="num print">published</th><td></td></tr></thead>
<tbody>
${rows.map(
  ({ label, said, published }) =>
    html`<tr><th scope="row">${label}</th><td class="num">${number(said)}</td><td class="num">${number(published)}</td><td class="bar"><svg width="100%" height="16" aria-hidden="true"><rect class="own" y="1" height="6" width="${share(said, most)}%"/><rect class="print" y="9" height="6" width="${share(published, most)}%"/></svg></td></tr>\n`,
)}</tbody>
</table>
<p class="quiet">Said: those that tell when, if it was within one ${unit}. Published: in pages of that time.${entries.length < total && html` Counted in the first ${number(entries.length)} of ${number(total)}.`}</p>
</section>`
}

const share = (count: number, most: number): number => Math.round((count / most) * 1000) / 10

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1)

/** Every period from the first to the last that has any, the empty ones too. */
function rowsOf(entries: readonly TimelineEntry[]): { rows: Row[]; period: Period } {
  const said = entries.flatMap(({ statement }) => {
    const { earliest, latest } = statement.said
    if (!isDated(statement.said) || earliest === null || latest === null) return []
    const days = [dayOf(earliest), dayOf(latest)]
    return days[0] === null || days[1] === null ? [] : [days as [number, number]]
  })
  const published = entries.flatMap(({ document }) =>
    document.published === null ? [] : (dayOf(document.published) ?? []),
  )
  const all = [...said.flat(), ...published]
  if (all.length === 0) return { rows: [], period: MONTH }
  const [from, to] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))]
  const found = periodFor(from, to, MOST_ROWS)
  const period = found.unit === 'year' ? found : to - from > MOST_DAYS_OF_MONTHS ? YEAR : MONTH
  const rows = new Map<number, Row>()
  for (let day = periodStart(from, period); day <= to; day = nextPeriod(day, period)) {
    rows.set(day, {
      label: periodLabel(isoOf(day), isoOf(nextPeriod(day, period) - 1), period),
      said: 0,
      published: 0,
    })
  }
  for (const [first, last] of said) {
    const start = periodStart(first, period)
    if (periodStart(last, period) === start) rows.get(start)!.said++
  }
  for (const day of published) rows.get(periodStart(day, period))!.published++
  return { rows: [...rows.values()], period }
}
