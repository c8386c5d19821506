/** Through which outlets a statement came, and of which page a document says it is a copy → rows. */
import type { Statement } from '../core/statement.ts'
import { insert } from './put-rows.ts'
import type { Prepare } from './sqlite.ts'
import { storable } from './storable.ts'

/** Names of the outlets that relayed a statement, each once; persons are none. */
export const outletNames = ({ via }: Statement): (string | Uint8Array)[] =>
  [...new Set(via.flatMap(({ kind, name }) => (kind === 'publication' ? [name] : [])))].map(storable)

export function putOutlets(prepare: Prepare, statement: number, names: readonly (string | Uint8Array)[]): void {
  for (const name of names) {
    insert(prepare, 'INSERT INTO statement_outlets (outlet, statement) VALUES (?, ?)', [
      outletSeq(prepare, name),
      statement,
    ])
  }
}

export function putOriginal(prepare: Prepare, document: number, original: string | Uint8Array | null): void {
  if (original !== null)
    insert(prepare, 'INSERT INTO document_copies (document, original) VALUES (?, ?)', [document, original])
}

/** Number of the outlet, which is added where it is new. */
function outletSeq(prepare: Prepare, name: string | Uint8Array): number {
  const known = prepare('SELECT seq FROM outlets WHERE name = ?').get(name)
  return known !== undefined ? (known.seq as number) : insert(prepare, 'INSERT INTO outlets (name) VALUES (?)', [name])
}
