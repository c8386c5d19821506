/** Names of the ledger's speakers, offered where one is asked for. */
import type { LedgerSummary } from '../app/ports.ts'
import { isPronoun } from './filters.ts'
import { type Html, html } from './html.ts'

/** More than a browser shows at once; the rest is found by typing. */
const OFFERED = 200

/** Pass `id` as the `list` of an input. */
export const knownSpeakers = (id: string, speakers: LedgerSummary['speakers']): Html =>
  html`<datalist id="${id}">${speakers
    .filter(({ name }) => !isPronoun(name))
    .slice(0, OFFERED)
    .map(({ name }) => html`<option value="${name}"></option>`)}</datalist>`
