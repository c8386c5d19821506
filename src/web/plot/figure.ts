/** The timeline as it stands on a page: switch of lanes, drawing, legend, what is not drawn, and where the table is. */
import type { TimelineEntry } from '../../app/timeline-entries.ts'
import { type Html, html } from '../html.ts'
import { statementPageAddress } from '../query.ts'
import { counted, dateInWords, number } from '../wording.ts'
import { barTable } from './bar-table.ts'
import type { ShownChange } from './changes.ts'
import { periodName } from './period-words.ts'
import { type Bar, type Lane, type Lanes, type Plot, plotOf } from './plot-model.ts'
import { plotSvg } from './plot-svg.ts'
import { speakersOf } from './speaker-names.ts'
import { barWords, markWords } from './statement-words.ts'

export interface LaneChoice {
  /** Value of `lanes` in the address. */
  readonly name: string
  readonly words: string
  readonly lanes: Lanes
  /** Name of the lane of what has no value. */
  readonly none: string
  /** What a filter takes for a lane's name; the name itself where it is not given. */
  readonly filterOf?: (name: string) => string
}

/** Whether a lane is of one value, by which a list of statements can be filtered. */
export const isOfOne = ({ lanes, none }: LaneChoice, name: string): boolean => name !== lanes.rest && name !== none

export interface FigureView {
  readonly dated: readonly TimelineEntry[]
  readonly datedTotal: number
  readonly undated: readonly TimelineEntry[]
  readonly undatedTotal: number
  readonly choices: readonly LaneChoice[]
  /** Of `choices`. */
  readonly chosen: LaneChoice
  readonly changes: readonly ShownChange[]
  /** Whether marks say who speaks. */
  readonly named: boolean
  /** Address of this page with other lanes. */
  readonly laneAddress: (name: string) => string
  /** Where the statements of a period are listed. */
  readonly barAddress: (bar: Bar, lane: Lane) => string
  /** Where the statements after those drawn are; null where all are. */
  readonly laterAddress: string | null
}

export interface Figure {
  readonly html: Html
  /** Null where nothing has a date. */
  readonly plot: Plot | null
}

export function timelineFigure(view: FigureView): Figure {
  const { dated, undated, undatedTotal, chosen } = view
  // Some of the undated are not here: their counts in each lane would be wrong.
  const aside = undated.length === undatedTotal ? undated : []
  const plot = plotOf(dated, aside, chosen.lanes)
  return { plot, html: plot === null ? nothingDated(undatedTotal) : figure(view, plot) }
}

const nothingDated = (undated: number): Html => html`<section class="plot" aria-labelledby="plot-title">
<h2 id="plot-title">Over time</h2>
<div class="plot-none"><p>${undated === 1 ? 'The one statement has no date of its own' : `None of the ${number(undated)} statements has a date of its own`}, so there is nothing to draw. A page that does not say when something was said leaves it open:
the day of publication is not taken for the day of saying. <a href="#undated">They are listed below</a>, in the order of publication.</p></div>
</section>`

function figure(view: FigureView, plot: Plot): Html {
  const { changes, named, chosen } = view
  const period = periodName(plot.period)
  const numbers = changes.map(({ to }, index) => ({ statement: to, number: index + 1 }))
  const drawing = plotSvg(
    plot,
    {
      label: `Timeline of ${counted(plot.places.size, 'statement')}, ${chosen.words}; a table below has the same`,
      mark: ({ entry }) => markWords(entry, named),
      bar: (bar, lane) => barWords(bar, lane, plot.period),
      markAddress: ({ entry }) => statementPageAddress(entry.statement.id),
      barAddress: view.barAddress,
    },
    numbers,
  )
  return html`<section class="plot" aria-labelledby="plot-title">
<header><h2 id="plot-title">Over time</h2>${switchOf(view)}</header>
<p class="plot-help">${!plot.isCounted && html`<a href="#table">The same as a table</a>`}<span class="plot-keys" hidden>Arrow keys go from mark to mark, Enter opens</span></p>
<figure data-plot>
${drawing}
<figcaption>${legend(plot, changes.length > 0)}${notes(view, plot, period)}</figcaption>
</figure>
${plot.isCounted && barTable(plot, view.barAddress)}
</section>`
}

const switchOf = ({ choices, chosen, laneAddress }: FigureView): Html | false =>
  choices.length > 1 &&
  html`<nav class="plot-switch" aria-label="Lanes">${choices.map(
    ({ name, words }) =>
      html`<a href="${laneAddress(name)}#plot-title"${name === chosen.name && html` aria-current="true"`}>${words}</a> `,
  )}</nav>`

/** What the shapes mean, shown by the shapes. */
const legend = ({ lanes, isCounted }: Plot, hasChanges: boolean): Html => {
  const marks = lanes.flatMap((lane) => lane.marks)
  const hasTold = isCounted || marks.some(({ entry }) => !entry.own)
  const hasSpans = marks.some(({ isDay, from, to }) => !isDay && from !== null && to !== null)
  const hasOpen = marks.some(({ from, to }) => from === null || to === null)
  return html`<ul class="plot-legend">
<li>${isCounted ? swatch(html`<rect class="own" x="7" y="2" width="10" height="12"/>`) : swatch(html`<circle class="own" cx="12" cy="8" r="5"/>`)}own words</li>
${hasTold && html`<li>${isCounted ? swatch(html`<rect class="told" x="7" y="2" width="10" height="12"/>`) : swatch(html`<circle class="told" cx="12" cy="8" r="5"/>`)}as told by others</li>`}
${hasSpans && html`<li>${swatch(html`<rect class="own" x="1" y="4" width="22" height="8" rx="3"/>`)}some day in between</li>`}
${hasOpen && html`<li>${swatch(html`<line class="plot-open" x1="5" x2="23" y1="8" y2="8" marker-end="url(#plot-arrow)"/><rect class="own" x="2" y="3" width="6" height="10"/>`)}before or after that day</li>`}
${hasChanges && html`<li class="plot-change">${swatch(html`<line x1="12" x2="12" y1="0" y2="16"/>`)}may have changed, or may conflict</li>`}
</ul>`
}

const swatch = (shape: Html): Html => html`<svg width="24" height="16" aria-hidden="true">${shape}</svg>`

function notes(view: FigureView, plot: Plot, period: string): Html {
  const { isCounted, vague } = plot
  const { dated, datedTotal, undatedTotal, laterAddress } = view
  const lines = [
    isCounted &&
      html`Too many to be drawn one by one: each bar counts the statements of ${plot.period.unit === 'year' && plot.period.every > 1 ? '' : 'one '}${period} and leads to them; the highest has ${number(plot.most)}.`,
    vague > 0 &&
      html`${counted(vague, 'statement')} may be of several and ${vague === 1 ? 'stands' : 'stand'} in no bar.`,
    undatedTotal > 0 &&
      html`<a href="#undated">${counted(undatedTotal, 'statement')}</a> of no known date ${undatedTotal === 1 ? 'is' : 'are'} not drawn.`,
    laterAddress !== null &&
      html`Drawn are the first ${number(dated.length)} of ${number(datedTotal)}: <a href="${laterAddress}">go on from ${dateInWords(lastDay(dated))}</a>.`,
  ].filter((line) => line !== false)
  return html`${lines.length > 0 && html`<p class="quiet">${lines.map((line) => html`${line} `)}</p>`}`
}

/** First day of the last entry, from which the next page of a timeline goes on. */
export const lastDay = (dated: readonly TimelineEntry[]): string => {
  const said = dated.at(-1)!.statement.said
  return (said.earliest ?? said.latest ?? '').slice(0, 10)
}

/** Lanes by the kind of statement. */
export const actLanes: LaneChoice = {
  name: 'act',
  words: 'by act',
  lanes: { of: ({ statement }) => statement.act.type ?? 'not read', rest: 'other acts' },
  none: 'not read',
}

/** Lanes by who speaks: an entity under the name that it has most often, whatever texts call it. */
export function speakerLanes(entries: readonly TimelineEntry[]): LaneChoice {
  const { nameOf, values } = speakersOf(entries)
  const none = 'speaker not named'
  return {
    name: 'speaker',
    words: 'by speaker',
    lanes: { of: ({ statement: { speaker } }) => (speaker === null ? none : nameOf(speaker)), rest: 'other speakers' },
    none,
    filterOf: (name) => values.get(name) ?? name,
  }
}

/** Each statement in the lane of that subject of it which most of them have. */
export function subjectLanes(entries: readonly TimelineEntry[]): LaneChoice {
  const counts = new Map<string, number>()
  for (const { statement } of entries) {
    for (const name of new Set(statement.about)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const of = ({ statement }: TimelineEntry): string =>
    [...statement.about].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))[0] ?? 'no subject read'
  return { name: 'subject', words: 'by subject', lanes: { of, rest: 'other subjects' }, none: 'no subject read' }
}
