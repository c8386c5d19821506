/** A timeline as SVG: positions across in percent, so that it fits any width with its text in the size it was set. */
import { type Html, html } from '../html.ts'
import type { Bar, Lane, Mark, Plot } from './plot-model.ts'
import { cut } from './statement-words.ts'

export interface PlotWords {
  /** Of the whole. */
  readonly label: string
  readonly mark: (mark: Mark) => string
  readonly bar: (bar: Bar, lane: Lane) => string
  readonly markAddress: (mark: Mark) => string
  readonly barAddress: (bar: Bar, lane: Lane) => string
}

/** Where the position may have changed: at the mark of this statement, under this number. */
export interface PlotChange {
  readonly statement: string
  readonly number: number
}

/** Heights in CSS pixels. */
const AXIS = 24
const TAG = 22
const LANE_HEAD = 26
const ROW = 14
const LANE_FOOT = 10
const BARS = 48

export function plotSvg(plot: Plot, words: PlotWords, changes: readonly PlotChange[]): Html {
  const tags = tagsOf(plot, changes)
  const head = AXIS + TAG * tags.reduce((rows, { row }) => Math.max(rows, row + 1), 0)
  const tops = topsOf(plot, head)
  const height = tops.at(-1)!
  return html`<svg class="plot-drawing" width="100%" height="${height}" role="group" aria-label="${words.label}">
<defs><marker id="plot-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="plot-head" d="M1 1L7 4L1 7"/></marker></defs>
<g class="plot-axis" aria-hidden="true">
${plot.scale.ticks.map(
  ({ at, label }) =>
    html`<line x1="${at}%" x2="${at}%" y1="${head - 8}" y2="${height}"/><text x="${at}%" y="${head - 12}"${at > 88 && html` text-anchor="end"`}>${label}</text>\n`,
)}</g>
${tags.map((tag) => changeLine(tag, height))}
${plot.lanes.map((lane, index) => laneGroup(lane, tops[index]!, plot, words))}
</svg>`
}

/** Where each lane begins, and where the last one ends. */
function topsOf({ lanes, isCounted }: Plot, head: number): number[] {
  const tops = [head]
  for (const { rows, dated } of lanes) {
    const body = dated === 0 ? 0 : (isCounted ? BARS : rows * ROW) + LANE_FOOT
    tops.push(tops.at(-1)! + LANE_HEAD + body)
  }
  return tops
}

interface Tag {
  readonly at: number
  readonly number: number
  readonly row: number
}

/** Percent that a number takes up on a phone, and rows of them at most: more would cover one another. */
const TAG_WIDTH = 6
const MOST_TAG_ROWS = 3

/** The numbers of changes over the drawing, each in the first row where none stands yet. */
function tagsOf({ places }: Plot, changes: readonly PlotChange[]): Tag[] {
  const ends: number[] = []
  return changes
    .flatMap(({ statement, number }) => {
      const at = places.get(statement)
      return at === undefined ? [] : [{ at, number }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ at, number }) => {
      const free = ends.findIndex((end) => end <= at)
      const row = free < 0 ? Math.min(ends.length, MOST_TAG_ROWS - 1) : free
      ends[row] = at + TAG_WIDTH
      return { at, number, row }
    })
}

const changeLine = ({ at, number, row }: Tag, height: number): Html =>
  html`<g class="plot-change" aria-hidden="true"><line x1="${at}%" x2="${at}%" y1="${row * TAG + 19}" y2="${height}"/><svg x="${at}%" y="${row * TAG + 10}" overflow="visible"><rect x="-9" y="-9" width="18" height="18" rx="3"/><text y="4" text-anchor="middle">${number}</text></svg></g>\n`

function laneGroup(lane: Lane, top: number, plot: Plot, words: PlotWords): Html {
  return html`<g class="plot-lane"><line class="plot-rule" x1="0" x2="100%" y1="${top}" y2="${top}"/>
<text class="plot-name" x="0" y="${top + 16}">${cut(lane.name, 34)}</text><text class="plot-size" x="100%" y="${top + 16}" text-anchor="end">${sizeOf(lane)}</text>
${lane.marks.map((mark) => markLink(mark, top, words))}${lane.bars.map((bar) => barLinks(bar, lane, top, plot, words))}</g>
`
}

const sizeOf = ({ dated, undated }: Lane): string =>
  undated === 0 ? String(dated) : dated === 0 ? `${undated} undated` : `${dated} + ${undated} undated`

// ── marks

const markLink = (mark: Mark, top: number, words: PlotWords): Html =>
  html`<a href="${words.markAddress(mark)}" data-n="${mark.number}"><title>${words.mark(mark)}</title>${shapeOf(mark, top + LANE_HEAD + mark.row * ROW + ROW / 2)}</a>
`

function shapeOf({ from, to, isDay, entry: { own } }: Mark, y: number): Html {
  const kind = own ? 'own' : 'told'
  if (isDay) return html`<circle class="${kind}" cx="${from}%" cy="${y}" r="5"/>`
  if (from !== null && to !== null) {
    return html`<rect class="${kind}" x="${from}%" y="${y - 4}" width="${Math.round((to - from) * 100) / 100}%" height="8" rx="3"/>`
  }
  // Open on one side: a stop where it is known, and an arrow to the side where it is not.
  const [known, tip] = from === null ? [to!, -24] : [from, 24]
  return html`<svg x="${known}%" y="${y}" overflow="visible"><line class="plot-open" x2="${tip}" marker-end="url(#plot-arrow)"/><rect class="${kind}" x="-3" y="-5" width="6" height="10"/></svg>`
}

// ── bars

/** One link for a period: own words at the foot, what others tell above them. */
function barLinks(bar: Bar, lane: Lane, top: number, { most }: Plot, words: PlotWords): Html {
  const foot = top + LANE_HEAD + BARS
  const high = (count: number): number => Math.round((count / most) * (BARS - 4) * 10) / 10
  const [own, told] = [bar.own === 0 ? 0 : Math.max(2, high(bar.own)), bar.told === 0 ? 0 : Math.max(3, high(bar.told))]
  const [x, width] = [`${bar.from}%`, `${Math.max(0.8, Math.round((bar.to - bar.from - 0.3) * 100) / 100)}%`]
  return html`<a href="${words.barAddress(bar, lane)}"><title>${words.bar(bar, lane)}</title>${
    own > 0 && html`<rect class="own" x="${x}" y="${foot - own}" width="${width}" height="${own}"/>`
  }${told > 0 && html`<rect class="told" x="${x}" y="${foot - own - told}" width="${width}" height="${told}"/>`}</a>
`
}
