/** The table twin of a timeline of bars: a row for each period, a column for each lane. */
import { type Html, html } from '../html.ts'
import { number } from '../wording.ts'
import { periodLabel, periodName } from './period-words.ts'
import type { Bar, Lane, Plot } from './plot-model.ts'
import { cut } from './statement-words.ts'

export function barTable({ lanes, period }: Plot, addressOf: (bar: Bar, lane: Lane) => string): Html {
  const periods = new Map(lanes.flatMap(({ bars }) => bars.map((bar) => [bar.first, bar.last])))
  const barAt = new Map(lanes.map((lane) => [lane, new Map(lane.bars.map((bar) => [bar.first, bar]))]))
  return html`<details class="bar-table"><summary>The same as a table</summary>
<div class="table-box" role="region" aria-label="Statements by ${periodName(period)}" tabindex="0"><table>
<thead><tr><th scope="col">Said</th>${lanes.map(({ name }) => html`<th scope="col">${cut(name, 34)}</th>`)}</tr></thead>
<tbody>
${[...periods]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([first, last]) =>
      html`<tr><th scope="row">${periodLabel(first, last, period)}</th>${lanes.map((lane) => cell(barAt.get(lane)!.get(first), lane, addressOf))}</tr>\n`,
  )}</tbody>
</table></div></details>`
}

const cell = (bar: Bar | undefined, lane: Lane, addressOf: (bar: Bar, lane: Lane) => string): Html =>
  bar === undefined
    ? html`<td>0</td>`
    : html`<td><a href="${addressOf(bar, lane)}">${number(bar.own + bar.told)}</a>${bar.told > 0 && html` <span class="quiet">${number(bar.told)} told</span>`}</td>`
