/** Names with how many statements each has: who reports, to whom, where, about what. */
import { type Html, html } from './html.ts'
import { number } from './wording.ts'

export interface CountRow {
  readonly name: string
  readonly statements: number
  /** Null where there is nowhere to go. */
  readonly address: string | null
}

/** Nothing where there are none; the rest of a long list is folded away. */
export const countList = (id: string, title: string, rows: readonly CountRow[], most = 10): Html | false =>
  rows.length > 0 &&
  html`<section class="count-list" aria-labelledby="${`${id}-title`}"><h2 id="${`${id}-title`}">${title}</h2>
<ul>${rows.slice(0, most).map(item)}</ul>${rows.length > most && html`<details><summary>${number(rows.length - most)} more</summary><ul>${rows.slice(most, MOST_ROWS).map(item)}</ul></details>`}</section>`

const MOST_ROWS = 60

const item = ({ name, statements, address }: CountRow): Html =>
  html`<li>${address === null ? html`<bdi>${name}</bdi>` : html`<a href="${address}"><bdi>${name}</bdi></a>`} <span class="count">${number(statements)}</span></li>\n`
