/** What the pages of speakers and of subjects share: tables of statements, lists of speakers, addresses with a view. */
import type { SpeakerRow } from '../app/ports.ts'
import type { Timeline, TimelineEntry } from '../app/timeline-entries.ts'
import { type Html, html } from './html.ts'
import { MOST_MARKS } from './plot/plot-model.ts'
import { statementTable } from './plot/statement-table.ts'
import { counted, dateInWords, number } from './wording.ts'

/** How a page of a speaker or a subject is asked for, besides its name. */
export interface VoiceView {
  readonly lanes?: string | undefined
  readonly about?: string | undefined
  readonly speaker?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly limit?: string | undefined
}

export const voiceViewNames = ['about', 'speaker', 'lanes', 'from', 'to', 'limit'] as const

/** `/speakers/Q501?lanes=subject`; `changes` replaces values, null removes one. */
export function viewAddress(
  path: string,
  view: VoiceView,
  changes: { readonly [Name in keyof VoiceView]?: string | null | undefined } = {},
): string {
  const params = new URLSearchParams()
  for (const name of voiceViewNames) {
    const value = name in changes ? changes[name] : view[name]
    if (value !== null && value !== undefined) params.set(name, value)
  }
  return params.size === 0 ? path : `${path}?${params}`
}

export interface SayingsView {
  readonly timeline: Timeline
  /** Whether a column says who speaks. */
  readonly named: boolean
  /** Whether each of the dated ones is a mark of its own. */
  readonly marked: boolean
  /** Where all of them are listed. */
  readonly allAddress: string
}

/** Where bars are drawn, the rows are but a beginning. */
const MOST_BEGINNING = 50
const MOST_UNDATED = 30

/** The tables: in the order of saying, and in the order of publication what has no date. */
export function sayings({ timeline, named, marked, allAddress }: SayingsView): Html {
  const { dated, datedTotal, undated, undatedTotal } = timeline
  const shown = dated.slice(0, marked ? MOST_MARKS : MOST_BEGINNING)
  const apart = undated.slice(0, MOST_UNDATED)
  const left = datedTotal + undatedTotal - shown.length - apart.length
  return html`${part('table', 'In the order of saying', shown, datedTotal, { named, numbered: marked })}
${part('undated', 'When is not known, in the order of publication', apart, undatedTotal, { named, numbered: false })}
${left > 0 && html`<nav class="turning" aria-label="More"><a class="next" href="${allAddress}">All ${counted(datedTotal + undatedTotal, 'statement')} ›</a></nav>`}`
}

/** The whole section is left out where there are no entries. */
const part = (
  id: string,
  title: string,
  entries: readonly TimelineEntry[],
  total: number,
  columns: { readonly named: boolean; readonly numbered: boolean },
): Html | false =>
  entries.length > 0 &&
  html`<section class="timeline" id="${id}" aria-labelledby="${`${id}-title`}" tabindex="-1">
<h2 id="${`${id}-title`}">${title}</h2>
${entries.length < total && html`<p class="quiet">The first ${number(entries.length)} of ${number(total)}.</p>`}
${statementTable({ caption: title, entries, ...columns })}
</section>`

/** @param addressOf where each of them leads. */
export const speakerRows = (speakers: readonly SpeakerRow[], addressOf: (row: SpeakerRow) => string): Html =>
  html`<ul class="choices">
${speakers.map(
  (row) =>
    html`<li><a href="${addressOf(row)}"><bdi>${row.name}</bdi></a> <span class="quiet">${row.entity === null ? 'who is not known' : `${row.entity.kind}, ${row.entity.id}`}, ${counted(row.statements, 'statement')}</span></li>\n`,
)}</ul>`

/** A name that may mean several. */
export const choices = (
  asked: string,
  others: readonly SpeakerRow[],
  addressOf: (row: SpeakerRow) => string,
): Html => html`<section class="person">
<h1 class="headline">Who is “<bdi>${asked}</bdi>”?</h1>
<p class="hint-none">More than one speaker of the ledger goes by this name:</p>
${speakerRows(others, addressOf)}
</section>`

/** That only a part of the time is shown, and the way back; nothing where all of it is. */
export const between = (path: string, view: VoiceView): Html | false =>
  (view.from !== undefined || view.to !== undefined) &&
  html`<p class="plot-between">Only what may have been said${view.from !== undefined && html` from ${dateInWords(view.from)}`}${view.to !== undefined && html` to ${dateInWords(view.to)}`}. <a href="${viewAddress(path, view, { from: null, to: null })}">Show all</a></p>`
