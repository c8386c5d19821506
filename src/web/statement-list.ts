/** The statements of one document as a list beside (or below) its text. */
import type { Statement } from '../core/statement.ts'
import type { NumberedStatement } from './document-text.ts'
import { type Html, html } from './html.ts'
import { fragmentOf } from './query.ts'
import { formWords, langTag, mannerWords, percent } from './wording.ts'

/** One item a statement; the client module takes what its panel shows from here, so nothing is sent twice. */
export const statementList = (statements: readonly NumberedStatement[], language: string): Html => {
  const numbers = new Map(statements.map(({ number, statement }) => [statement.id, number]))
  return html`<ol class="statement-list"${statements.length > manyStatements && html` data-many`}>
${statements.map(
  ({ number, statement }) => html`<li data-n="${number}" data-id="${statement.id}">
<a href="#${fragmentOf(statement.id)}">
<span class="who">${speakerName(statement)}</span>${cueOf(statement)}
<span class="what" lang="${langTag(language)}" dir="auto">${statement.content.text}</span>
</a>
<p class="labels">${labels(statement)}${withinLabel(statement, numbers)}</p>
</li>
`,
)}</ol>`
}

/** From here on a browser may put off laying out what is not in view. */
const manyStatements = 200

/** The speaker as the text has it, or that it names none. */
export const speakerName = ({ speaker }: Statement): Html =>
  speaker === null ? html`<span class="unknown">speaker not named</span>` : html`<bdi>${speaker.name}</bdi>`

/** ` said`, in the text's own words; nothing where the text has no cue. */
export const cueOf = ({ cue }: Statement): Html | false =>
  cue.text !== '' && html` <bdi class="cue-word">${cue.text}</bdi>`

/** Form, manner and how sure the relation is. */
export const labels = (statement: Statement): Html =>
  html`<span class="label" title="How the text gives it">${formWords[statement.form]}</span>
<span class="label" title="In what manner it was expressed">${mannerWords[statement.manner]}</span>
<span class="label confidence" title="How often statements found this way are right">${percent(statement.confidence.relation)} sure</span>`

const withinLabel = (statement: Statement, numbers: ReadonlyMap<string, number>): Html | false => {
  const holder = statement.within === null ? undefined : numbers.get(statement.within)
  return (
    holder !== undefined &&
    html`
<a class="label" href="#${fragmentOf(statement.within!)}" title="It is part of what another statement says">inside ${holder}</a>`
  )
}
