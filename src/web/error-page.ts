/** The page for what went wrong: the one clear line, what to do, and a way on. */
import type { OnrecordError } from '../core/errors.ts'
import { html } from './html.ts'
import { page } from './layout.ts'

/** @param detail the line to show; a wrong query is put without the operation's name, which means nothing to a reader. */
export function errorPage(error: OnrecordError, detail: string): string {
  const line = error.code === 'invalid-input' ? String(error.details.problem) : detail
  const heading = headings[error.kind]
  return page({
    title: heading,
    section: null,
    twin: null,
    modules: [],
    body: html`<section class="empty">
<h1>${heading}</h1>
<p class="problem">${line}</p>
<p>${error.kind !== 'bug' && error.hint}</p>
<p><a href="/">To the statements</a></p>
</section>`,
  })
}

const headings: Readonly<Record<OnrecordError['kind'], string>> = {
  invalid: 'That cannot be answered',
  forbidden: 'That is not allowed',
  'not-found': 'Not here',
  conflict: 'That cannot be done now',
  unavailable: 'Not available just now',
  misconfigured: 'The ledger cannot be read',
  bug: 'Something went wrong',
}
