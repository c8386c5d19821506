/** The page of one outlet: whom it quotes, what it takes from whom, what it reported first, who copies whom. */
import type { CopyTally } from '../app/copies-of.ts'
import type { FirstReport } from '../app/first-reports.ts'
import type { OutletTally, SourceAnswer } from '../app/get-source.ts'
import type { DocumentRecord } from '../core/document.ts'
import { sourceAddress } from './addresses.ts'
import { standingOf } from './circumstances.ts'
import { isPronoun } from './filters.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { publisherOf, titleOf } from './ledger-page.ts'
import { addressOf, documentAddress, speakerAddress, statementPageAddress } from './query.ts'
import { overTime } from './sources-page.ts'
import { counted, dateElement, langTag, number } from './wording.ts'

/** @param asked the name of the address. */
export function sourcePage(answer: SourceAnswer, asked: string): string {
  const { source } = answer
  return page({
    title: source.name,
    section: 'sources',
    twin: `/api/v1${sourceAddress(asked)}`,
    modules: [],
    body: html`<article class="source">
<header class="document-head">
<p class="kicker">an outlet <span aria-hidden="true">·</span> ${source.documents === 0 ? 'no page of its own is in the ledger' : html`${counted(source.documents, 'document')} <span aria-hidden="true">·</span> ${counted(source.statements, 'statement')} <span aria-hidden="true">·</span> ${overTime(source.first, source.last)}`}</p>
<h1 class="headline"><bdi>${source.name}</bdi></h1>
${source.names.length > 1 && html`<p class="quiet">Also as <bdi>${source.names.slice(1).join(', ')}</bdi></p>`}
${source.documents > 0 && html`<p><a href="${addressOf('/', {}, { publisher: source.name })}">Its statements</a> <span aria-hidden="true">·</span> <a href="${addressOf('/documents', {}, { publisher: source.name })}">its documents</a></p>`}
</header>
${
  source.documents > 0
    ? ownPages(answer)
    : html`<div class="tallies">${gives(answer)}</div>
<p class="aside">What it publishes itself is not in this ledger, so that nothing can be told of whom it quotes or what it had first. Pages of its own can be <a href="/add">added</a>.</p>`
}
</article>`,
  })
}

const ownPages = (answer: SourceAnswer): Html => html`<div class="tallies">
${list(
  'Whom it quotes most',
  'Nobody is named in what its pages report.',
  answer.quoted
    .filter(({ name, entity }) => entity !== null || !isPronoun(name))
    .map(({ name, entity, statements }) => item(speaker(name, entity), statements, 'statement')),
)}
${list(
  'From whom it has statements',
  'Its pages name no other outlet or agency for what they report.',
  answer.through.map(outletItem),
  'As its texts say: “told Reuters”, “according to the Tern”.',
)}
${gives(answer)}
${list('Whose pages it copies', 'None is known.', answer.copies.map(copyItem))}
${list('Who copies its pages', 'None is known.', answer.copiedBy.map(copyItem))}
</div>
${firstSection(answer)}`

const gives = ({ relayedBy }: SourceAnswer): Html =>
  list(
    'Who has statements from it',
    'No page elsewhere says that it has something from it.',
    relayedBy.map(outletItem),
    'As the texts of others say.',
  )

/** Only what there is gets a list; the rest is one quiet line, so that it is known to have been looked for. */
const list = (
  title: string,
  none: string,
  items: readonly Html[],
  note?: string,
): Html => html`<section class="tally-list">
<h2>${title}</h2>
${items.length === 0 ? html`<p class="quiet">${none}</p>` : html`${note !== undefined && html`<p class="quiet">${note}</p>`}<ul>${items}</ul>`}
</section>
`

const item = (name: Html, count: number, noun: string): Html =>
  html`<li><span>${name}</span> <span class="count" title="${counted(count, noun)}">${number(count)}</span></li>\n`

/** A name alone may be many people's: it leads to the statements under it. */
const speaker = (name: string, entity: string | null): Html =>
  html`<a href="${entity === null ? addressOf('/', {}, { speaker: name }) : speakerAddress(entity)}"><bdi>${name}</bdi></a>`

const outlet = (name: string | null): Html =>
  name === null
    ? html`<span class="unknown">pages that name no publisher</span>`
    : html`<a href="${sourceAddress(name)}"><bdi>${name}</bdi></a>`

const outletItem = ({ name, statements }: OutletTally): Html => item(outlet(name), statements, 'statement')

const copyItem = ({ name, documents, told }: CopyTally): Html =>
  html`<li><span>${outlet(name)} <span class="quiet">${told === documents ? 'as they say' : told === 0 ? 'by their text' : `${number(told)} of them say so`}</span></span> <span class="count" title="${counted(documents, 'page')}">${number(documents)}</span></li>\n`

function firstSection({ shared }: SourceAnswer): Html {
  const { looked, whole, first, behind, open } = shared
  return html`<section class="firsts">
<h2>What it reported first</h2>
${
  looked === 0
    ? html`<p class="quiet">No statement on its pages is reported by another outlet as well, as far as this ledger can tell.</p>`
    : html`<p class="tally">${whole ? 'Of' : 'Of the latest'} <strong>${counted(looked, 'utterance')}</strong> that other pages report as well, its page came out first for <strong>${number(first.length)}</strong> and after another for <strong>${number(behind)}</strong>${open > 0 && html`; for ${number(open)} the dates do not tell`}.${!whole && ' Older ones were not looked at.'}</p>`
}
${first.length > 0 && html`<ol>\n${first.map(firstItem)}</ol>`}
</section>`
}

const firstItem = ({ row: { statement, document }, followers }: FirstReport): Html => html`<li class="entry">
<p class="who">${statement.speaker === null ? html`<span class="unknown">speaker not named</span>` : html`<span class="speaker"><bdi>${statement.speaker.name}</bdi></span>`}${standingOf(statement.speaker)}</p>
<blockquote lang="${langTag(document.language)}" dir="auto"><a href="${statementPageAddress(statement.id)}">${statement.content.text}</a></blockquote>
<p class="quiet">${dateElement(document.published)}, in ${pageLink(document)}; then ${followers.slice(0, SHOWN).map((each, index) => html`${index > 0 && ', '}${publisherOf(each)} (${pageLink(each, dateElement(each.published))})`)}${followers.length > SHOWN && html` and ${number(followers.length - SHOWN)} more`}</p>
</li>
`

/** Outlets that are named for one utterance. */
const SHOWN = 6

const pageLink = (document: DocumentRecord, words?: Html): Html =>
  html`<a href="${documentAddress(document.id)}"${words !== undefined && html` title="${titleOf(document)}"`}>${words ?? html`<bdi>${titleOf(document)}</bdi>`}</a>`
