/** The dossier of one subject: who says what about it, in the order of saying. */
import type { SubjectAnswer } from '../app/get-subject.ts'
import type { TimelineEntry } from '../app/timeline-entries.ts'
import { circumstancesOf, standingOf } from './circumstances.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { publisherOf, titleOf } from './ledger-page.ts'
import { addressOf, speakerAddress, statementAddress, subjectAddress } from './query.ts'
import { saidElement } from './said-words.ts'
import { cueOf, labels } from './statement-list.ts'
import { counted, dateElement, dateInWords, langTag } from './wording.ts'

/** @param asked the name of the address. */
export function subjectPage(answer: SubjectAnswer, asked: string): string {
  const { subject, dated, undated, datedTotal, undatedTotal } = answer
  const left = datedTotal + undatedTotal - dated.length - undated.length
  return page({
    title: subject.name,
    section: 'statements',
    twin: `/api/v1${subjectAddress(asked)}`,
    modules: [],
    body: html`<article class="person">
<header class="document-head">
<p class="kicker">${subject.own ? 'a subject of your own' : 'a subject'} <span aria-hidden="true">·</span> ${counted(subject.statements, 'statement')}${overTime(subject)}</p>
<h1 class="headline"><bdi>${subject.name}</bdi></h1>
${subject.own && html`<p class="quiet">All that answers <span class="code">${subject.query}</span></p>`}
</header>
${section('In the order of saying', dated)}
${section('When is not known', undated)}
${left > 0 && html`<nav class="turning" aria-label="More"><a class="next" href="${addressOf('/', {}, { about: subject.name })}">All ${counted(subject.statements, 'statement')} ›</a></nav>`}
</article>`,
  })
}

const overTime = ({ first, last }: SubjectAnswer['subject']): Html | false =>
  first !== null &&
  last !== null &&
  html` <span aria-hidden="true">·</span> ${first === last ? dateInWords(first) : `${dateInWords(first)} to ${dateInWords(last)}`}`

/** The whole section is left out where there are no entries. */
const section = (title: string, entries: readonly TimelineEntry[]): Html | false =>
  entries.length > 0 &&
  html`<section class="timeline">
<h2>${title}</h2>
<ol>
${entries.map(item)}</ol>
</section>`

const item = (entry: TimelineEntry): Html => html`<li class="entry">
<p class="who">${speakerOf(entry)}${standingOf(entry.statement.speaker)}${cueOf(entry.statement)}${toldBy(entry)}</p>
<blockquote lang="${langTag(entry.document.language)}" dir="auto">${entry.statement.content.text}</blockquote>
<div class="about"><p class="quiet">${saidElement(entry.statement.said) ?? html`<span class="unknown">when is not known</span>`}, in <a href="${statementAddress(entry.document.id, entry.statement.id)}"><bdi>${titleOf(entry.document)}</bdi></a>, ${publisherOf(entry.document)}, ${dateElement(entry.document.published)}</p>
${circumstancesOf(entry.statement, false)}
<p class="labels">${labels(entry.statement)}</p></div>
</li>
`

function speakerOf({ statement: { speaker } }: TimelineEntry): Html {
  if (speaker === null) return html`<span class="unknown">speaker not named</span>`
  if (speaker.entity === null) return html`<span class="speaker"><bdi>${speaker.name}</bdi></span>`
  return html`<a class="speaker" href="${speakerAddress(speaker.entity)}"><bdi>${speaker.name}</bdi></a>`
}

const toldBy = ({ own, through }: TimelineEntry): Html | false =>
  !own && html`, told by ${through.length === 0 ? 'others' : html`<bdi>${through.join(', ')}</bdi>`}`
