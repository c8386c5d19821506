/** What a match of a quotation is shown with on every page: where it stands, and whether its change matters. */
import type { QuoteMatch } from '../app/verify-quote.ts'
import type { DocumentRecord } from '../core/document.ts'
import { type Html, html } from './html.ts'
import { publisherOf, titleOf } from './ledger-page.ts'
import { documentAddress, statementPageAddress } from './query.ts'
import { alterationWords } from './verdict-words.ts'
import { dateElement } from './wording.ts'

export function alteration({ altersMeaning }: QuoteMatch): Html | false {
  const words = alterationWords(altersMeaning)
  return words !== null && html`<p class="alters">${words}</p>`
}

/** The document of a match, as a link to the passage where a statement has it. */
export function placeOf({ statement, document: id }: QuoteMatch, document: DocumentRecord | undefined): Html {
  const address = statement === null ? documentAddress(id) : statementPageAddress(statement)
  if (document === undefined) return html`<a href="${address}">${id}</a>`
  return html`<a href="${address}"><bdi>${titleOf(document)}</bdi></a>, ${publisherOf(document)}, ${dateElement(document.published)}${document.kind !== 'report' && html` <span class="label">${document.kind}</span>`}`
}
