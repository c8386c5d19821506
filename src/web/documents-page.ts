/** The documents page: what the ledger was read from, newest first, with what should be known about each. */
import type { DocumentRow, LedgerSummary, Page } from '../app/ports.ts'
import { activeFilters, chips, searchForm } from './filters.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { publisherOf, titleOf, turning } from './ledger-page.ts'
import { addressOf, documentAddress, documentQueryNames, type Query } from './query.ts'
import { counted, dateElement, langTag, languageName, number } from './wording.ts'

export interface DocumentsView {
  readonly query: Query
  readonly found: Page<DocumentRow>
  readonly summary: LedgerSummary
}

const path = '/documents'

export function documentsPage({ query, found, summary }: DocumentsView): string {
  const filtered = activeFilters(query).length > 0
  return page({
    title: 'Documents',
    section: 'documents',
    twin: addressOf('/api/v1/documents', query, {}),
    modules: ['search-form'],
    body: html`<h1 class="visually-hidden">Documents</h1>
${summary.documents > 0 && searchForm(path, query, documentQueryNames, summary)}
${chips(path, query)}
<section class="documents" aria-label="Documents found">
<p class="tally">${
      filtered
        ? html`<strong>${number(found.total)}</strong> of ${counted(summary.documents, 'document')}, newest first`
        : html`<strong>${counted(summary.documents, 'document')}</strong>, newest first`
    }${summary.documents > 0 && html` <a class="tally-link" href="/changes">Pages that changed</a>`}</p>
${found.rows.length > 0 && html`<ul class="document-list">\n${found.rows.map(item)}</ul>`}
${found.rows.length === 0 && html`<div class="nothing"><p>${filtered ? html`No document matches. <a href="${path}">Show all</a>` : html`The ledger is empty. Add a page with <code>onrecord add article.html</code>.`}</p></div>`}
${turning(query, found, path)}
</section>`,
  })
}

const item = ({ document, statements, notices }: DocumentRow): Html => html`<li>
<p class="kicker">${publisherOf(document)} <span aria-hidden="true">·</span> ${dateElement(document.published)}</p>
<h2 lang="${langTag(document.language)}" dir="auto"><a href="${documentAddress(document.id)}">${titleOf(document)}</a></h2>
<p class="labels"><span class="label">${counted(statements, 'statement')}</span> <span class="label">${languageName(document.language)}</span> <span class="label">${counted(document.chars, 'character')}</span>${document.original !== null && html` <span class="label">a copy</span>`}</p>
${notices.length > 0 && html`<ul class="notices">${notices.map(({ message }) => html`<li>${message}</li>`)}</ul>`}
</li>
`
