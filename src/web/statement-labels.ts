/** What kind of statement it is, in labels under its words: act, form and manner, how sure. */
import { actWords } from '../core/act-words.ts'
import type { Statement } from '../core/statement.ts'
import { type Html, html } from './html.ts'
import { formWords, langTag, mannerWords, percent } from './wording.ts'

/** Act, form, manner and how sure the relation is. */
export const labels = (statement: Statement): Html =>
  html`${actLabel(statement)}<span class="label" title="How the text gives it">${formWords[statement.form]}</span>
<span class="label" title="In what manner it was expressed">${mannerWords[statement.manner]}</span>
<span class="label confidence" title="How often statements found this way are right">${percent(statement.confidence.relation)} sure</span>`

/** "commitment not to, until Zelensky accepted"; nothing where no act was read, and nothing of a plain assertion. */
function actLabel({ act }: Statement): Html | false {
  if (act.type === null || (act.type === 'assertion' && act.polarity !== 'negative')) return false
  const kind = actWords({ ...act, condition: { spans: [], text: '' }, deadline: null })
  return html`<span class="label act" title="What kind of move it is">${kind}${
    act.condition.text !== '' && html`, <bdi>${act.condition.text}</bdi>`
  }${act.deadline !== null && html`, by ${act.deadline}`}</span>
`
}

/** The words of a statement, in the language of its document. */
export const wordsElement = (content: Html | string, language: string): Html =>
  html`<blockquote lang="${langTag(language)}" dir="auto">${content}</blockquote>`
