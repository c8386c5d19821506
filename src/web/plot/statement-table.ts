/** Statements in order as a table: the twin of a timeline for whoever reads it by ear, and for paper. */
import type { TimelineEntry } from '../../app/timeline-entries.ts'
import { type Html, html } from '../html.ts'
import { speakerAddress, statementAddress, statementPageAddress } from '../query.ts'
import { saidElement } from '../said-words.ts'
import { dateElement, langTag } from '../wording.ts'
import { cut, voiceWords } from './statement-words.ts'

/** Longer ones are read whole on the page of the statement. */
const LONGEST_WORDS = 240

export interface TableView {
  readonly caption: string
  readonly entries: readonly TimelineEntry[]
  /** Whether it has a column for who speaks. */
  readonly named: boolean
  /** Numbers of marks, in the order of the entries; null where they are not drawn one by one. */
  readonly numbered: boolean
}

export const statementTable = ({ caption, entries, named, numbered }: TableView): Html =>
  html`<table class="sayings">
<caption class="visually-hidden">${caption}</caption>
<thead><tr><th scope="col">Said</th>${named && html`<th scope="col">Who</th>`}<th scope="col">Act</th><th scope="col">Words</th></tr></thead>
<tbody>
${entries.map((entry, index) => row(entry, named, numbered ? index + 1 : null))}</tbody>
</table>`

function row(entry: TimelineEntry, named: boolean, number: number | null): Html {
  const { statement, document } = entry
  const { content, act, id } = statement
  const said = saidElement(statement.said) ?? html`<span class="unknown">not known</span>`
  const title = document.title ?? document.file ?? document.id
  return html`<tr${number !== null && html` id="${`m${number}`}"`}>
<th scope="row"><a href="${statementPageAddress(id)}">${said}</a></th>${named && html`<td>${speakerOf(entry)}</td>`}
<td>${act.type ?? html`<span class="unknown">not read</span>`}</td>
<td><q lang="${langTag(document.language)}" dir="auto">${cut(content.text, LONGEST_WORDS)}</q>
<p class="quiet">${!entry.own && html`<span class="hearsay">${cut(voiceWords(entry), 120)}</span>, `}<a href="${statementAddress(document.id, id)}"><bdi>${cut(title, 90)}</bdi></a>${document.publisher !== null && html`, <bdi>${document.publisher}</bdi>`}, ${dateElement(document.published)}</p></td>
</tr>
`
}

function speakerOf({ statement: { speaker } }: TimelineEntry): Html {
  if (speaker === null) return html`<span class="unknown">not named</span>`
  if (speaker.entity === null) return html`<bdi>${cut(speaker.name, 80)}</bdi>`
  return html`<a href="${speakerAddress(speaker.entity)}"><bdi>${cut(speaker.name, 80)}</bdi></a>`
}
