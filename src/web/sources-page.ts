/** The page of sources: the outlets whose pages the ledger has, and those that others have something from. */
import type { ListedSource } from '../app/list-sources.ts'
import type { Page } from '../app/ports.ts'
import { sourceAddress } from './addresses.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { dateInWords, number } from './wording.ts'

export type SourcesQuery = Readonly<Partial<Record<'text' | 'limit' | 'after', string>>>

export interface SourcesView {
  readonly query: SourcesQuery
  readonly found: Page<ListedSource>
  /** Documents of the ledger. */
  readonly documents: number
}

export function sourcesPage(view: SourcesView): string {
  const { query, found } = view
  const isEmpty = found.total === 0 && query.text === undefined
  return page({
    title: 'Sources',
    section: 'sources',
    twin: withQuery('/api/v1/sources', query),
    modules: [],
    body: html`<header class="sources-head">
<h1 class="headline">Sources</h1>
<p class="lead">The outlets behind the record: what each has published, and how much others have from it.</p>
</header>
${isEmpty ? teaching(view) : listing(view)}`,
  })
}

const listing = ({
  query,
  found,
}: SourcesView): Html => html`<form class="search" action="/sources" method="get" role="search">
<div class="search-box">
<label for="s-text">Search the names of outlets</label>
<input id="s-text" name="text" type="search" value="${query.text ?? ''}" maxlength="500" autocomplete="off" enterkeyhint="search">
<button type="submit">Search</button>
</div>
</form>
<p class="tally"><strong>${number(found.total)}</strong> ${found.total === 1 ? 'outlet' : 'outlets'}${query.text !== undefined && html` with “<bdi>${query.text}</bdi>”`}, most statements first</p>
${found.rows.length === 0 ? nothing : table(found.rows)}
${turning(query, found)}`

const nothing = html`<div class="nothing"><h2>No outlet matches</h2><p><a href="/sources">Show all</a></p></div>`

const table = (
  rows: readonly ListedSource[],
): Html => html`<div class="scrolled" role="region" aria-label="Outlets" tabindex="0">
<table class="sources">
<thead><tr><th scope="col">Outlet</th><th scope="col" class="figure">Documents</th><th scope="col" class="figure">Statements</th><th scope="col">Published</th><th scope="col" class="figure" title="Statements that came through it, as texts say">Relayed by others</th></tr></thead>
<tbody>
${rows.map(row)}</tbody>
</table>
</div>`

const row = ({ name, names, documents, statements, first, last, relayed }: ListedSource): Html => html`<tr>
<th scope="row"><a href="${sourceAddress(name)}"><bdi>${name}</bdi></a>${names.length > 1 && html`<span class="quiet"> also <bdi>${names.slice(1).join(', ')}</bdi></span>`}</th>
<td class="figure">${figure(documents)}</td><td class="figure">${figure(statements)}</td><td>${overTime(first, last)}</td><td class="figure">${figure(relayed)}</td>
</tr>
`

/** Nothing is easier to pass over than a nought. */
const figure = (count: number): Html => (count === 0 ? html`<span class="quiet">–</span>` : html`${number(count)}`)

/** "5 March 2026 to 12 June 2026" */
export const overTime = (first: string | null, last: string | null): Html =>
  first === null || last === null
    ? html`<span class="quiet">–</span>`
    : first.slice(0, 10) === last.slice(0, 10)
      ? html`<time datetime="${first.slice(0, 10)}">${dateInWords(first)}</time>`
      : html`<time datetime="${first.slice(0, 10)}">${dateInWords(first)}</time> to <time datetime="${last.slice(0, 10)}">${dateInWords(last)}</time>`

const turning = (query: SourcesQuery, found: Page<unknown>): Html | false =>
  (found.next !== null || query.after !== undefined) &&
  html`<nav class="turning" aria-label="Pages">
${query.after !== undefined && html`<a href="${withQuery('/sources', { ...query, after: undefined })}">« First page</a>`}
${found.next !== null && html`<a class="next" rel="next" href="${withQuery('/sources', { ...query, after: found.next })}">Next page ›</a>`}
</nav>`

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, value)
  return params.size === 0 ? path : `${path}?${params}`
}

const teaching = ({ documents }: SourcesView): Html => html`<section class="teaching">
<h2>No outlet is known yet</h2>
<p>${documents === 0 ? 'The ledger is empty.' : 'None of its pages says who published it, and none names an outlet that it has something from.'} Where a page does not tell its publisher, say it when you add it:</p>
<pre><code>onrecord add article.html --publisher "The Harbour Post"</code></pre>
<p>For each outlet this page then leads to whom it quotes, from whom it has its statements, who has theirs from it, and what it reported first.</p>
</section>`
