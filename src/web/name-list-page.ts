/** The frame of the lists of speakers and of subjects: search box, count, columns of names, paging. */
import type { Page } from '../app/ports.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { number } from './wording.ts'

export interface NameListQuery {
  readonly text?: string | undefined
  readonly limit?: string | undefined
  readonly after?: string | undefined
}

export interface NameList {
  readonly section: 'speakers' | 'subjects'
  readonly title: string
  /** What the search box asks for. */
  readonly prompt: string
  readonly query: NameListQuery
  readonly found: Page<unknown>
  readonly items: readonly Html[]
  /** Stands before the list. */
  readonly before?: Html | false
  /** Shown where the ledger has none at all. */
  readonly empty: Html
}

export function nameListPage({ section, title, prompt, query, found, items, before, empty }: NameList): string {
  const path = `/${section}`
  const isSearch = query.text !== undefined
  const isEmpty = items.length === 0 && !isSearch && query.after === undefined
  return page({
    title,
    section,
    twin: `/api/v1${addressWith(path, query, {})}`,
    modules: ['search-form'],
    body: html`<h1 class="visually-hidden">${title}</h1>
${
  isEmpty
    ? html`${before}<section class="empty">${empty}</section>`
    : html`<form class="search" action="${path}" method="get" role="search">
<div class="search-box">
<label for="f-text">${prompt}</label>
<input id="f-text" name="text" type="search" value="${query.text ?? ''}" maxlength="500" autocomplete="off" enterkeyhint="search">
<button type="submit">Search</button>
</div>
</form>
<section class="names" aria-label="${title} found">
<p class="tally"><strong>${number(found.total)}</strong> ${found.total === 1 ? title.toLowerCase().slice(0, -1) : title.toLowerCase()}${isSearch && html` with “<bdi>${query.text}</bdi>”`}, most statements first</p>
${before}
${items.length > 0 && html`<ol class="name-list">\n${items}</ol>`}
${items.length === 0 && html`<div class="nothing"><p>${isSearch ? html`None has these words in its name. Try fewer, or a part of one.` : html`There is nothing on this page.`} <a href="${path}">Show all</a></p></div>`}
${turning(path, query, found)}
</section>`
}`,
  })
}

const turning = (path: string, query: NameListQuery, found: Page<unknown>): Html | false =>
  (found.next !== null || query.after !== undefined) &&
  html`<nav class="turning" aria-label="Pages">
${query.after !== undefined && html`<a href="${addressWith(path, query, { after: undefined })}">« First page</a>`}
${found.next !== null && html`<a class="next" rel="next" href="${addressWith(path, query, { after: found.next })}">Next page ›</a>`}
</nav>`

function addressWith(path: string, query: NameListQuery, changes: NameListQuery): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, ...changes })) if (value !== undefined) params.set(name, value)
  return params.size === 0 ? path : `${path}?${params}`
}
