/** The words of a notice; what our own notices tell to compare can be opened. */
import type { Notice } from '../core/document.ts'
import { type Html, html } from './html.ts'
import { statementPageAddress } from './query.ts'

const COMPARE = ': compare '

/** Ends with the id of a statement and a point, as `alterations.ts` and `later-versions.ts` write them. */
export function noticeWords({ code, message }: Notice): Html {
  const at = message.lastIndexOf(COMPARE)
  if (at < 0 || (code !== 'statement-revised' && code !== 'quotation-altered')) return html`${message}`
  const id = message.slice(at + COMPARE.length, -1)
  return html`${message.slice(0, at)}: <a href="${statementPageAddress(id)}">compare</a>.`
}
