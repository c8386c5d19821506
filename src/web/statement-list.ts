/** The statements of one document as a list beside (or below) its text. */
import type { Notice } from '../core/document.ts'
import type { Statement } from '../core/statement.ts'
import { circumstancesOf, standingOf } from './circumstances.ts'
import type { NumberedStatement } from './document-text.ts'
import { type Html, html } from './html.ts'
import { noticeWords } from './notice-words.ts'
import { fragmentOf, speakerAddress, statementPageAddress } from './query.ts'
import { labels } from './statement-labels.ts'
import { langTag } from './wording.ts'

/**
 * One item a statement; the client module takes what its panel shows from here, so nothing is sent twice.
 * @param changed by id: what the version before had otherwise, and the address that tells it.
 */
export const statementList = (
  statements: readonly NumberedStatement[],
  language: string,
  notices: readonly Notice[],
  changed: ReadonlyMap<string, { readonly words: string; readonly at: string }> = new Map(),
): Html => {
  const about = Map.groupBy(notices, (notice) => notice.statement)
  const numbers = new Map(statements.map(({ number, statement }) => [statement.id, number]))
  return html`<ol class="statement-list"${statements.length > manyStatements && html` data-many`}>
${statements.map(
  ({ number, statement }) => html`<li data-n="${number}" data-id="${statement.id}">
<a href="#${fragmentOf(statement.id)}">
<span class="who">${speakerName(statement)}</span>${standingOf(statement.speaker, false)}${cueOf(statement)}
<span class="what" lang="${langTag(language)}" dir="auto">${opening(statement.content.text)}</span>
</a>
${circumstancesOf(statement)}
<p class="labels"><a class="open" href="${statementPageAddress(statement.id)}">All about it</a> ${labels(statement)}${withinLabel(statement, numbers)}${allLabel(statement)}${changedLabel(changed.get(statement.id))}</p>
${noticesOf(about.get(statement.id) ?? [])}
</li>
`,
)}</ol>`
}

/** The style shows three lines; the text itself stands beside. */
const SHOWN = 400

const opening = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN).toWellFormed()}…`)

/** From here on a browser may put off laying out what is not in view. */
const manyStatements = 200

/** The speaker as the text has it, or that it names none. */
export const speakerName = ({ speaker }: Statement): Html =>
  speaker === null ? html`<span class="unknown">speaker not named</span>` : html`<bdi>${speaker.name}</bdi>`

const allLabel = ({ speaker }: Statement): Html | false =>
  speaker !== null &&
  speaker.entity !== null &&
  html`
<a class="label" href="${speakerAddress(speaker.entity)}" title="All that this speaker is reported to have said">all of theirs</a>`

const changedLabel = (change: { readonly words: string; readonly at: string } | undefined): Html | false =>
  change !== undefined &&
  html`
<a class="label changed" href="${change.at}" title="Since the version before">${change.words}</a>`

const noticesOf = (notices: readonly Notice[]): Html | false =>
  notices.length > 0 && html`<ul class="notices">${notices.map((notice) => html`<li>${noticeWords(notice)}</li>`)}</ul>`

/** ` said`, in the text's own words; nothing where the text has no cue. */
export const cueOf = ({ cue }: Statement): Html | false =>
  cue.text !== '' && html` <bdi class="cue-word">${cue.text}</bdi>`

const withinLabel = (statement: Statement, numbers: ReadonlyMap<string, number>): Html | false => {
  const holder = statement.within === null ? undefined : numbers.get(statement.within)
  return (
    holder !== undefined &&
    html`
<a class="label" href="#${fragmentOf(statement.within!)}" title="It is part of what another statement says">inside ${holder}</a>`
  )
}
