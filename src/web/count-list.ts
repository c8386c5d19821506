/** Names with how many statements each has: who reports, to whom, where, about what. */
import { type Html, html } from './html.ts'
import { number } from './wording.ts'

export interface CountRow {
  readonly name: string
  readonly statements: number
  /** Null where there is nowhere to go. */
  readonly address: string | null
}

/** Nothing where there are none. */
export const countList = (id: string, title: string, rows: readonly CountRow[], most = 10): Html | false =>
  rows.length > 0 &&
  html`<section class="count-list" aria-labelledby="${`${id}-title`}"><h2 id="${`${id}-title`}">${title}</h2>
<ul>${rows
    .slice(0, most)
    .map(
      ({ name, statements, address }) =>
        html`<li>${address === null ? html`<bdi>${name}</bdi>` : html`<a href="${address}"><bdi>${name}</bdi></a>`} <span class="count">${number(statements)}</span></li>\n`,
    )}</ul>${rows.length > most && html`<p class="quiet">and ${number(rows.length - most)} more</p>`}</section>`
