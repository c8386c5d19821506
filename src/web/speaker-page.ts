/** The page of one speaker: names, roles and where they stand, and all that was said, in the order of saying. */
import type { Office, SpeakerAnswer } from '../app/get-speaker.ts'
import type { SpeakerProfile, SpeakerRow } from '../app/ports.ts'
import type { TimelineEntry } from '../app/timeline-entries.ts'
import { titleWords } from '../core/title-words.ts'
import { circumstancesOf, named, standingOf } from './circumstances.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { publisherOf, titleOf } from './ledger-page.ts'
import { addressOf, speakerAddress, statementAddress } from './query.ts'
import { saidElement } from './said-words.ts'
import { cueOf, labels } from './statement-list.ts'
import { counted, dateElement, dateInWords, langTag } from './wording.ts'

/** @param asked the name or id of the address. */
export function speakerPage(answer: SpeakerAnswer, asked: string): string {
  const { speaker, others } = answer
  return page({
    title: speaker?.name ?? asked,
    section: 'statements',
    twin: `/api/v1${speakerAddress(asked)}`,
    modules: [],
    body: speaker === null ? choices(asked, others) : profile(answer, speaker),
  })
}

const choices = (asked: string, others: readonly SpeakerRow[]): Html => html`<section class="person">
<h1 class="headline">Who is “<bdi>${asked}</bdi>”?</h1>
<p class="hint-none">More than one speaker of the ledger goes by this name:</p>
${rows(others)}
</section>`

const rows = (speakers: readonly SpeakerRow[]): Html => html`<ul class="choices">
${speakers.map(
  ({ entity, name, statements }) =>
    html`<li><a href="${speakerAddress(entity?.id ?? name)}"><bdi>${name}</bdi></a> <span class="quiet">${entity === null ? 'who is not known' : `${entity.kind}, ${entity.id}`}, ${counted(statements, 'statement')}</span></li>\n`,
)}</ul>`

function profile(answer: SpeakerAnswer, speaker: NonNullable<SpeakerAnswer['speaker']>): Html {
  const { dated, undated, others } = answer
  const left = answer.datedTotal + answer.undatedTotal - dated.length - undated.length
  return html`<article class="person">
<header class="document-head">
<p class="kicker">${speaker.entity === null ? 'a name; who bears it is not known' : speaker.entity.kind} <span aria-hidden="true">·</span> ${counted(speaker.statements, 'statement')}</p>
<h1 class="headline"><bdi>${speaker.name}</bdi></h1>
</header>
${facts(speaker)}
${section('In their own words', dated, true)}
${section('As told by others', dated, false)}
${section('When is not known: in their own words', undated, true)}
${section('When is not known: as told by others', undated, false)}
${left > 0 && html`<nav class="turning" aria-label="More"><a class="next" href="${addressOf('/', {}, { speaker: speaker.entity?.id ?? speaker.name })}">All ${counted(speaker.statements, 'statement')} ›</a></nav>`}
${others.length > 0 && html`<section class="timeline"><h2>Also under a like name</h2>${rows(others)}</section>`}
</article>`
}

const facts = ({
  entity,
  names,
  roles,
  offices,
  speaksFor,
  publishers,
}: SpeakerProfile & { offices: readonly Office[] }): Html =>
  html`<section class="provenance" aria-label="About this speaker">
<dl>
${fact(
  'Names in texts',
  names.map(({ name, statements }) => html`<bdi>${name}</bdi> <span class="count">${statements}</span>`),
)}
${fact('Roles in texts', roles.map(role))}
${fact('Offices', offices.map(office))}
${fact(
  'Speaks for',
  speaksFor.map(({ name, entity }) => named(name, entity)),
)}
${fact(
  'Reported by',
  publishers.map(({ name, statements }) => html`<bdi>${name}</bdi> <span class="count">${statements}</span>`),
)}
${fact('Id', entity === null ? [] : [html`<span class="code">${entity.id}</span>`])}
</dl>
</section>`

const fact = (name: string, values: readonly Html[]): Html | false =>
  values.length > 0 && html`<div><dt>${name}</dt><dd>${values.map((value) => html`<p>${value}</p>`)}</dd></div>`

const role = ({ role, of, from, to, evidence }: SpeakerProfile['roles'][number]): Html =>
  html`<a href="${statementAddress(evidence.document, evidence.statement)}"><bdi>${titleWords(role, of, '')}</bdi></a> <span class="quiet">${
    from === null || to === null
      ? 'undated'
      : from === to
        ? dateInWords(from)
        : `${dateInWords(from)} to ${dateInWords(to)}`
  }</span>`

const office = ({ role, of, start, end, asOf }: Office): Html =>
  html`<bdi>${role}</bdi>, <bdi>${of}</bdi> <span class="quiet">${start === null ? 'beginning not known' : dateInWords(start)} to ${
    end !== null ? dateInWords(end) : asOf === null ? 'end not known' : `at least ${dateInWords(asOf)}`
  }, from the register</span>`

/** Entries of one kind; the whole section is left out where there are none. */
function section(title: string, entries: readonly TimelineEntry[], own: boolean): Html | false {
  const shown = entries.filter((entry) => entry.own === own)
  return (
    shown.length > 0 &&
    html`<section class="timeline">
<h2>${title}</h2>
<ol>
${shown.map(item)}</ol>
</section>`
  )
}

const item = ({ statement, document }: TimelineEntry): Html => html`<li class="entry">
<p class="who">${saidElement(statement.said) ?? html`<span class="unknown">when is not known</span>`}</p>
<blockquote lang="${langTag(document.language)}" dir="auto">${statement.content.text}</blockquote>
<div class="about"><p class="quiet">${statement.speaker !== null && html`<bdi>${statement.speaker.name}</bdi>`}${standingOf(statement.speaker)}${cueOf(statement)}, in <a href="${statementAddress(document.id, statement.id)}"><bdi>${titleOf(document)}</bdi></a>, ${publisherOf(document)}, ${dateElement(document.published)}</p>
${circumstancesOf(statement, false)}
<p class="labels">${labels(statement)}</p></div>
</li>
`
