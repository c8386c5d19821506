/** The statements of one stored document, found anew in its text by the pipeline of now. */
import type { Notice } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import type { ReadOutcome } from '../read/read-document.ts'
import type { Extraction } from './extract-document.ts'
import type { Deps, Replaced, StoredPage } from './ports.ts'
import { resolveEntities } from './resolve-entities.ts'

/** What tells of what: the page as it was read, or its statements, which are found anew. */
const toldOf: Readonly<Record<Notice['code'], 'page' | 'statements'>> = {
  'encoding-mismatch': 'page',
  'date-implausible': 'page',
  'nesting-flattened': 'page',
  'no-article': 'page',
  'language-without-pipeline': 'statements',
  'model-missing': 'statements',
  'headline-names-other-speaker': 'statements',
  'quotation-unbalanced': 'statements',
  'quotation-altered': 'statements',
  'role-not-held': 'statements',
  'weekday-mismatch': 'statements',
  'date-questionable': 'statements',
  'page-revised': 'statements',
  'statement-revised': 'statements',
}

/** The document as its reader gave it: text and blocks are never read again from the bytes. */
export const pageOf = ({ document, text, blocks, notices }: StoredPage): ReadOutcome => ({
  document,
  text,
  blocks,
  notices: notices.filter(({ code }) => toldOf[code] !== 'statements'),
})

/** Puts what was found in the place of what is there, its entities resolved anew. */
export async function replaceWith(
  { store, register }: Pick<Deps, 'store' | 'register'>,
  page: StoredPage,
  extraction: Extraction,
): Promise<Replaced> {
  const { pipeline } = extraction
  for (;;) {
    const { statements, notices, links } = await resolveEntities(extraction, register, store)
    const replaced = await store.replaceStatements({ ...page, statements, notices, pipeline }, links)
    if (replaced.outcome === 'replaced') return replaced
    if (replaced.outcome === 'unknown') throw new OnrecordError('unknown-id', { id: page.document.id })
    // Somebody else has just added entities: one of them may be whom this document names.
  }
}
