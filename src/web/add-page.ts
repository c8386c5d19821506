/** The page for adding: files or a pasted page, with what is known of them. */
import { type Addition, additionAddress, additionWords, PASTED } from './add-job-page.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import { number } from './wording.ts'

/** What was typed, as it was typed. */
export type AddValues = Readonly<Partial<Record<'content' | 'url' | 'published' | 'publisher', string>>>

export interface AddView {
  readonly values: AddValues
  /** What is wrong with what was sent. */
  readonly problem: string | null
  /** What was sent before, the newest first. */
  readonly recent: readonly Addition[]
}

export const addPage = ({ values, problem, recent }: AddView): string =>
  page({
    title: 'Add',
    section: 'add',
    twin: null,
    modules: ['add'],
    body: html`<section class="adding">
<h1 class="headline">Add to the ledger</h1>
<p class="lead">Saved news pages, as HTML or as text: each is read on the machine this runs on, kept as it is, and searched for who said what. The same page twice is stored once.</p>
${problem !== null && html`<p class="problem" role="alert" id="problem">${problem}</p>`}
<form class="add-form" method="post" action="/add" enctype="multipart/form-data"${problem !== null && html` aria-describedby="problem"`}>
<fieldset class="drop">
<legend>Saved pages</legend>
<p><label for="files">Choose one file or several</label>
<input id="files" name="files" type="file" multiple accept=".html,.htm,.xhtml,.txt,.srt,.vtt,text/html,text/plain" aria-describedby="files-hint"></p>
<p class="quiet" id="files-hint">HTML, text or captions, 20 MB together<span class="can-drop">; or drop them anywhere here</span>. In a browser “Save page as” makes such a file.</p>
<div class="chosen" role="status"></div>
</fieldset>
<fieldset>
<legend>Or paste a page</legend>
<p><label for="content">Its text, with the headline first, or its HTML source</label>
<textarea id="content" name="content" rows="9" spellcheck="false">
${values.content ?? ''}</textarea></p>
</fieldset>
<fieldset class="facts">
<legend>What you know of it <span class="quiet">(all may stay empty)</span></legend>
<p><label for="url">Address</label>
<input id="url" name="url" type="url" inputmode="url" placeholder="https://" value="${values.url ?? ''}" aria-describedby="facts-hint"></p>
<p><label for="published">Published</label>
<input id="published" name="published" type="date" value="${values.published ?? ''}"></p>
<p><label for="publisher">Publisher</label>
<input id="publisher" name="publisher" maxlength="500" value="${values.publisher ?? ''}"></p>
<p class="quiet" id="facts-hint">What you give here wins over what the page says of itself; dates like “on Tuesday” are counted from the day of publication. An address belongs to one page only.</p>
</fieldset>
<p class="send"><button type="submit">Add</button></p>
</form>
${
  recent.length > 0 &&
  html`<section class="recent" aria-labelledby="recent">
<h2 id="recent">Added lately</h2>
<ul>
${recent.map(recentRow)}</ul>
</section>`
}
<aside class="quiet"><p>Whole folders go in faster on the command line: <code>onrecord add clippings/</code></p></aside>
</section>`,
  })

const recentRow = (addition: Addition) => {
  const [first, ...others] = addition.files
  return html`<li><a href="${additionAddress(addition.id)}"><bdi>${first?.name ?? PASTED}</bdi>${others.length > 0 && ` and ${number(others.length)} more`}</a> <span class="quiet">${additionWords(addition)}</span></li>
`
}
