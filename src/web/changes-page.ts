/** The page of changes: pages that came in again with another text, the latest change first. */
import type { ChangeRow } from '../app/list-changes.ts'
import type { Page } from '../app/ports.ts'
import { countWords } from '../core/versions/change-words.ts'
import { changesAddress } from './addresses.ts'
import { momentOf } from './change-parts.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { publisherOf, titleOf } from './ledger-page.ts'
import { counted, langTag, number } from './wording.ts'

/** Names of the page and of `/api/v1/changes`. */
export const changeQueryNames = ['publisher', 'from', 'to', 'limit', 'after'] as const

export type ChangesQuery = Readonly<Partial<Record<(typeof changeQueryNames)[number], string>>>

export interface ChangesView {
  readonly query: ChangesQuery
  readonly found: Page<ChangeRow>
  /** Publishers of the ledger, offered for the filter. */
  readonly publishers: readonly { readonly name: string }[]
}

export function changesPage(view: ChangesView): string {
  const { query, found } = view
  const isFiltered = [query.publisher, query.from, query.to].some((value) => value !== undefined)
  return page({
    title: 'Changed pages',
    section: 'documents',
    twin: withQuery('/api/v1/changes', query),
    modules: [],
    body: html`<header class="changes-head">
<h1 class="headline">Changed pages</h1>
<p class="lead">Pages that came in again with another text: which statements are new, gone, in other words or of somebody else.</p>
</header>
${found.total === 0 && !isFiltered ? teaching : listing(view)}`,
  })
}

const listing = (view: ChangesView): Html => html`${form(view)}
<section aria-label="Changed pages found">
<p class="tally"><strong>${counted(view.found.total, 'page')}</strong>, the latest change first</p>
${view.found.rows.length === 0 ? nothing : html`<ul class="document-list changed-list">\n${view.found.rows.map(row)}</ul>`}
${turning(view.query, view.found)}
</section>`

const form = ({
  query,
  publishers,
}: ChangesView): Html => html`<form class="search change-filters" action="/changes" method="get" role="search">
<div class="fields">
<p><label for="v-publisher">Publisher</label><input id="v-publisher" name="publisher" type="text" value="${query.publisher ?? ''}" list="v-publishers" maxlength="500" autocomplete="off"><datalist id="v-publishers">${publishers.slice(0, OFFERED).map(({ name }) => html`<option value="${name}"></option>`)}</datalist></p>
<p><label for="v-from">Changed from</label><input id="v-from" name="from" type="date" value="${query.from ?? ''}"></p>
<p><label for="v-to">To</label><input id="v-to" name="to" type="date" value="${query.to ?? ''}"></p>
<p class="submit"><button type="submit">Show</button></p>
</div>
</form>`

/** More than a browser shows at once. */
const OFFERED = 200

const nothing = html`<div class="nothing"><p>No page changed like that. <a href="/changes">Show all</a></p></div>`

const row = ({
  document,
  added,
  versions,
  counts,
  altered,
  titleChanged,
  correction,
  silent,
}: ChangeRow): Html => html`<li>
<p class="kicker">${publisherOf(document)} <span aria-hidden="true">·</span> changed ${momentOf({ added })}</p>
<h2 lang="${langTag(document.language)}" dir="auto"><a href="${changesAddress(document.id)}">${titleOf(document)}</a></h2>
<p class="labels"><span class="label">${countWords(counts)}</span> ${altered > 0 && html`<span class="label altered">${number(altered)} ${altered === 1 ? 'says' : 'say'} something else</span> `}${titleChanged && html`<span class="label">another title</span> `}<span class="label">${counted(versions, 'version')}</span>${silent && html` <span class="label silent">changed without a notice</span>`}</p>
${correction !== null && html`<blockquote class="correction" lang="${langTag(document.language)}" dir="auto">${correction}</blockquote>`}
</li>
`

const turning = (query: ChangesQuery, found: Page<unknown>): Html | false =>
  (found.next !== null || query.after !== undefined) &&
  html`<nav class="turning" aria-label="Pages">
${query.after !== undefined && html`<a href="${withQuery('/changes', { ...query, after: undefined })}">« First page</a>`}
${found.next !== null && html`<a class="next" rel="next" href="${withQuery('/changes', { ...query, after: found.next })}">Next page ›</a>`}
</nav>`

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, value)
  return params.size === 0 ? path : `${path}?${params}`
}

const teaching = html`<section class="teaching">
<h2>No page has changed yet</h2>
<p>Add a page again under its address when its text has changed: the new text becomes a version of its own, the old one stays, and this page tells what is different.</p>
<pre><code>onrecord add article.html --url https://example.org/story</code></pre>
</section>`
