/** Notices on quotations that a primary record does not have in these words: told from the links each time, so that none is stale. */
import type { Notice } from '../core/document.ts'
import type { Deps, DocumentEntry } from './ports.ts'

/** Of a report; in the order of the text. */
export async function alterations(
  store: Pick<Deps['store'], 'linksOf'>,
  { document, statements }: DocumentEntry,
): Promise<Notice[]> {
  if (document.kind !== 'report' || statements.length === 0) return []
  const links = await store.linksOf(statements.map(({ id }) => id))
  const altered = links.filter(
    ({ relation, type, level }) => relation === 'renders' && type === 'altered' && level !== 'rejected',
  )
  return statements.flatMap(({ id, content }) => {
    const link = altered.find(({ from }) => from === id)
    if (link === undefined) return []
    const certainty = link.level === 'confirmed' ? 'does not have' : 'does not seem to have'
    const message = `The record ${certainty} these words as they stand between quotation marks: compare ${link.to}.`
    return [{ code: 'quotation-altered', message, span: content.spans[0] ?? null, statement: id }]
  })
}
