/** A document's text put back where it is not what it was: only one by which the document has the id that it has. */
import { createHash } from 'node:crypto'
import type { DocumentEntry } from '../app/ports.ts'
import type { Prepare } from './sqlite.ts'
import { storable } from './storable.ts'

/** Whether a text is the one that a document has its id by. */
export const isItsText = ({ document: { id, url }, text }: Pick<DocumentEntry, 'document' | 'text'>): boolean =>
  id ===
  `d-${createHash('sha256')
    .update(`${url ?? ''}\0${text}`)
    .digest('hex')
    .slice(0, 16)}`

/** Call inside a write transaction. @returns whether the ledger has the document and the text is its own. */
export function restoreText(
  prepare: Prepare,
  { document, text, blocks }: Pick<DocumentEntry, 'document' | 'text' | 'blocks'>,
): boolean {
  if (!isItsText({ document, text })) return false
  const row = prepare('SELECT seq FROM documents WHERE id = ?').get(document.id)
  if (row === undefined) return false
  const { changes } = prepare('UPDATE document_bodies SET url = ?, record = ?, blocks = ?, text = ? WHERE seq = ?').run(
    document.url === null ? null : storable(document.url),
    JSON.stringify(document),
    JSON.stringify(blocks),
    storable(text),
    row.seq!,
  )
  return changes > 0
}
