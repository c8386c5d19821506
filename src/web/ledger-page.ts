/** The ledger page: statements, newest first, read like a digest of the documents they stand in. */
import type { Facets, LedgerSummary, Page, StatementRow } from '../app/ports.ts'
import type { DocumentRecord } from '../core/document.ts'
import { sliceOf } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import { circumstancesOf, standingOf } from './circumstances.ts'
import { activeFilters, chips, facets, filterValue, filterWords, isPronoun, searchForm } from './filters.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import {
  addressOf,
  type Query,
  type QueryName,
  speakerAddress,
  statementAddress,
  statementPageAddress,
  statementQueryNames,
  without,
} from './query.ts'
import { searchHits } from './search-hits.ts'
import { labels, wordsElement } from './statement-labels.ts'
import { cueOf } from './statement-list.ts'
import { counted, dateElement, dateInWords, langTag, number } from './wording.ts'

export interface LedgerView {
  readonly query: Query
  readonly found: Page<StatementRow>
  readonly summary: LedgerSummary
  readonly facets: Facets
  /** How many would match without one of the filters; worked out only when nothing matches with all. */
  readonly loosened: readonly { readonly name: QueryName; readonly total: number }[]
}

/** Statements of one page, unless the address says otherwise: as many as one reads before going on. */
export const ON_A_PAGE = '25'

export function ledgerPage(view: LedgerView): string {
  const { query, summary } = view
  return page({
    title: query.text === undefined ? 'Statements' : `“${query.text}”`,
    section: 'statements',
    twin: addressOf('/api/v1/statements', { limit: ON_A_PAGE, ...without(query, 'view') }, {}),
    modules: summary.documents === 0 ? [] : ['search-form', 'complete', 'ledger'],
    body: summary.documents === 0 ? emptyLedger : body(view),
  })
}

const body = ({ query, found, summary, facets: counts, loosened }: LedgerView): Html =>
  html`<h1 class="visually-hidden">Statements</h1>
${searchForm('/', query, statementQueryNames, summary)}
${chips('/', query)}
<div class="ledger">
<form class="digest" action="/export" method="get" aria-label="Statements found"${query.view === 'compact' && html` data-compact`}>
<div class="toolbar"><p class="tally">${tally(query, found, summary)}</p>
${found.total > 1 && switches(query)}</div>
${found.rows.length > 0 ? groups(found.rows).map((rows) => group(rows, query)) : nothing(query, summary, loosened)}
${turning(query, found)}
${found.total > 0 && exporting(query)}
</form>
<div class="margin">
<section id="saved" class="saved" aria-label="Saved searches"></section>
${facets(query, counts)}
</div>
</div>`

/** Order and density, each an address. */
function switches(query: Query): Html {
  const orders = [
    ['newest', 'Newest'],
    ['oldest', 'Oldest'],
    ['said', 'Latest said'],
  ] as const
  const isCompact = query.view === 'compact'
  const chosen = (here: boolean) => here && html` aria-current="true"`
  return html`<p class="switches"><span class="quiet">Order</span> ${orders.map(
    ([name, words]) =>
      html`<a href="${addressOf('/', query, { sort: name === 'newest' ? null : name })}"${chosen((query.sort ?? 'newest') === name)}>${words}</a> `,
  )}<span class="quiet">View</span> <a href="${addressOf('/', query, { view: null })}"${chosen(!isCompact)}>Reading</a> <a href="${addressOf('/', query, { view: 'compact' })}"${chosen(isCompact)}>Compact</a></p>`
}

/** What the form sends: the selected statements, or else the filters. */
const exporting = (query: Query): Html => html`<fieldset class="exporting">
<legend>Take it with you</legend>
${activeFilters(query).map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p><label for="export-format">Export <span id="selected-count">what is selected, or else all that are found</span> as</label>
<select id="export-format" name="format">${EXPORTS.map(([name, words]) => html`<option value="${name}">${words}</option>`)}</select>
<button type="submit">Export</button></p>
<p class="quiet">${activeFilters(query).length > 0 && html`<button type="button" class="quiet-button" id="save-search" data-name="${searchName(query)}" hidden>Save this search</button> `}<a href="${addressOf('/feed.atom', without(query, 'view', 'sort', 'limit', 'after'))}" type="application/atom+xml">Follow it as a feed</a></p>
</fieldset>`

const EXPORTS = [
  ['markdown', 'a dossier (Markdown)'],
  ['csv', 'a spreadsheet (CSV)'],
  ['jsonl', 'JSON Lines, with texts'],
  ['json-ld', 'JSON-LD (schema.org, PROV-O)'],
  ['web-annotation', 'Web Annotations'],
  ['atom', 'an Atom feed'],
] as const

const searchName = (query: Query): string =>
  activeFilters(query)
    .map(({ name, value }) => (name === 'text' ? `“${value}”` : `${filterWords[name]} ${filterValue(name, value)}`))
    .join(', ')

const emptyLedger = html`<section class="empty">
<h1>The ledger is empty</h1>
<p>Nothing has been read into it yet. Add a page, a folder of saved pages, or an address:</p>
<pre><code>onrecord add article.html
onrecord add clippings/
onrecord add https://example.org/story</code></pre>
<p>Then load this page again. Or <a href="/add">add one here</a>.</p>
</section>`

function tally(query: Query, found: Page<StatementRow>, summary: LedgerSummary): Html {
  if (activeFilters(query).length > 0)
    return html`<strong>${number(found.total)}</strong> of ${counted(summary.statements, 'statement')}`
  const { from, to } = summary
  return html`<strong>${counted(summary.statements, 'statement')}</strong> in ${counted(summary.documents, 'document')}${
    from !== null &&
    to !== null &&
    (from === to ? html`, ${dateInWords(from)}` : html`, ${dateInWords(from)} to ${dateInWords(to)}`)
  }`
}

/** Runs of statements of one document, as they follow one another in the list. */
function groups(rows: readonly StatementRow[]): StatementRow[][] {
  const runs: StatementRow[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    if (run !== undefined && run[0]!.document.id === row.document.id) run.push(row)
    else runs.push([row])
  }
  return runs
}

function group(rows: readonly StatementRow[], query: Query): Html {
  const { document, statement } = rows[0]!
  return html`<article class="group" aria-labelledby="${`h-${statement.id}`}">
<header>
<p class="kicker">${publisherOf(document)} <span aria-hidden="true">·</span> ${dateElement(document.published)}</p>
<h2 id="${`h-${statement.id}`}" lang="${langTag(document.language)}" dir="auto"><a href="${statementAddress(document.id, statement.id)}">${titleOf(document)}</a></h2>
</header>
<ol>
${rows.map((row) => entry(row, query))}</ol>
</article>
`
}

/** Title, else file, else id: something to click on. */
export const titleOf = (document: DocumentRecord): string => document.title ?? document.file ?? document.id

export const publisherOf = ({ publisher }: DocumentRecord): Html =>
  publisher === null ? html`<span class="unknown">publisher not known</span>` : html`<bdi>${publisher}</bdi>`

function entry({ statement, document }: StatementRow, query: Query): Html {
  const { content } = statement
  const address = statementPageAddress(statement.id)
  return html`<li class="entry" id="${`e-${statement.id}`}">
<p class="who"><input type="checkbox" name="statement" value="${statement.id}" aria-label="Select statement by ${statement.speaker?.name ?? 'a speaker not named'}"> ${speakerOf(statement, query)}${standingOf(statement.speaker)}${cueOf(statement)}</p>
${wordsElement(withHits(content.text, query), document.language)}
<div class="about">${circumstancesOf(statement)}
<p class="labels"><a class="open" href="${address}">All about it</a> <a class="in-text" href="${statementAddress(document.id, statement.id)}">in the text</a> ${labels(statement)}${statement.within !== null && html` <a class="label" href="${statementPageAddress(statement.within)}">inside another statement</a>`}</p></div>
</li>
`
}

/** The speaker, as a link to all that they said; where nobody knows who it is, to what this name is given for. */
function speakerOf({ speaker }: Statement, query: Query): Html {
  if (speaker === null) return html`<span class="unknown">speaker not named</span>`
  const name = html`<bdi>${withHits(speaker.name, query)}</bdi>`
  if (speaker.entity !== null) return html`<a class="speaker" href="${speakerAddress(speaker.entity)}">${name}</a>`
  if (isPronoun(speaker.name)) return html`<span class="speaker">${name}</span>`
  return html`<a class="speaker" href="${addressOf('/', query, { speaker: speaker.name })}">${name}</a>`
}

/** The text with the words searched for marked; sliced, so that no character can be lost or made. */
function withHits(text: string, query: Query): Html {
  const out: Html[] = []
  let at = 0
  for (const hit of searchHits(text, query.text ?? '')) {
    out.push(html`${text.slice(at, hit.start)}<mark class="hit">${sliceOf(text, hit)}</mark>`)
    at = hit.end
  }
  return html`${out}${text.slice(at)}`
}

function nothing(query: Query, summary: LedgerSummary, loosened: LedgerView['loosened']): Html {
  if (activeFilters(query).length === 0) {
    return html`<div class="nothing"><p>${
      query.after === undefined
        ? html`The ledger holds ${counted(summary.documents, 'document')} but no statement: nobody is reported to have said anything in them, or there is no pipeline for their language.`
        : html`There is nothing on this page.`
    }</p><p><a href="/documents">See the documents</a></p></div>`
  }
  const helpful = loosened.filter(({ total }) => total > 0)
  return html`<div class="nothing">
<h2>No statement matches</h2>
${
  helpful.length > 0
    ? html`<p>It would, without one of these:</p>
<ul>${helpful.map(
        ({ name, total }) =>
          html`<li><a href="${addressOf('/', query, { [name]: null })}">without ${filterWords[name]} <bdi>${filterValue(name, query[name]!)}</bdi></a>: ${counted(total, 'statement')}</li>\n`,
      )}</ul>`
    : html`<p>No single filter is to blame: remove several, search for fewer words, or end a word with * to find its beginnings.</p>`
}
<p><a href="/">Show all ${counted(summary.statements, 'statement')}</a></p>
</div>`
}

/** Links to the next page and back to the first; the ledger's cursors only go forward. */
export function turning(query: Query, found: Page<unknown>, path = '/'): Html | false {
  return (
    (found.next !== null || query.after !== undefined) &&
    html`<nav class="turning" aria-label="Pages">
${query.after !== undefined && html`<a href="${addressOf(path, query, { after: null })}">« First page</a>`}
${found.next !== null && html`<a class="next" rel="next" href="${addressOf(path, query, { after: found.next })}">Next page ›</a>`}
</nav>`
  )
}
