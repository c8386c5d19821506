/** The statements of one document in the place of those that a former pipeline found in it. */
import type { DocumentEntry, Replaced } from '../app/ports.ts'
import type { DocumentRecord } from '../core/document.ts'
import { searchable } from '../core/fold.ts'
import type { Linker } from '../core/links/linker.ts'
import type { Statement } from '../core/statement.ts'
import { mark, markOf, RELINK, REPLACED } from './marks.ts'
import { addsToOutdated, entitySeq, putEntities, putRoles } from './put-entities.ts'
import { type EntryValues, putSatellites, putStatement, rowOf, type StatementValues } from './put-entry.ts'
import { keysFor } from './put-renderings.ts'
import { insert } from './put-rows.ts'
import { fromJson } from './read-entry.ts'
import { settleRoles, shownRoles } from './settle-roles.ts'
import type { Prepare } from './sqlite.ts'
import { keyedViewOf } from './viewed-statements.ts'

/** A statement that is there; what it held is null where that cannot be read. */
interface Old {
  readonly seq: number
  readonly id: string
  readonly body: string
  readonly statement: Statement | null
}

/**
 * Call inside a write transaction that does not look for rows which name those that go: most tables have no index for
 * that, and all of them are seen to here.
 */
export function replaceStatements(
  prepare: Prepare,
  values: EntryValues,
  { pipeline, notices }: Pick<DocumentEntry, 'pipeline' | 'notices'>,
  linker: Linker | null,
): Replaced | { outcome: 'outdated' | 'unknown' } {
  const document = prepare(
    'SELECT d.seq, d.publisher, b.record FROM documents d JOIN document_bodies b ON b.seq = d.seq WHERE d.id = ?',
  ).get(values.id)
  if (document === undefined) return { outcome: 'unknown' }
  if (addsToOutdated(prepare, values.links)) return { outcome: 'outdated' }
  const seq = document.seq as number
  const old = oldStatements(prepare, seq)
  const roles = shownRoles(prepare, old)
  const entities = putEntities(prepare, values.links, document.publisher as number | null)
  // Out of the way of the new order, in which two would stand in one place meanwhile.
  prepare('UPDATE statements SET ord = -1 - ord WHERE document = ?').run(seq)
  const seqs = new Map<string, number>()
  const left = new Map(old.map((each) => [each.id, each]))
  let kept = 0
  for (const statement of values.statements) {
    const id = statement.row[3] as string
    const known = left.get(id)
    // One that cannot be read leaves words behind in the index, under a number that nothing else may have.
    if (known === undefined || known.statement === null) continue
    left.delete(id)
    update(prepare, known, statement, entities)
    seqs.set(id, known.seq)
    kept++
  }
  const record = fromJson<DocumentRecord>(document.record)
  let decisionsLost = 0
  for (const each of left.values()) decisionsLost += remove(prepare, each, record, linker)
  for (const statement of values.statements) {
    const id = statement.row[3] as string
    if (!seqs.has(id)) seqs.set(id, putStatement(prepare, seq, statement, entities))
  }
  putRoles(prepare, values.links, entities, seqs)
  settleRoles(prepare, roles, values.links, entities, seqs)
  prepare('UPDATE documents SET statements = ? WHERE seq = ?').run(values.statements.length, seq)
  prepare('UPDATE document_bodies SET pipeline = ?, notices = ? WHERE seq = ?').run(
    pipeline,
    JSON.stringify(notices),
    seq,
  )
  mark(prepare, RELINK, 'due')
  mark(prepare, REPLACED, String(Number(markOf(prepare, REPLACED) ?? 0) + 1))
  const gone = [...left.keys()].filter((id) => !seqs.has(id))
  return { outcome: 'replaced', kept, added: values.statements.length - kept, gone, decisionsLost }
}

const oldStatements = (prepare: Prepare, document: number): Old[] =>
  prepare(
    'SELECT s.seq, s.id, b.body FROM statements s LEFT JOIN statement_bodies b ON b.seq = s.seq WHERE s.document = ?',
  )
    .all(document)
    .map((row) => ({
      seq: row.seq as number,
      id: row.id as string,
      body: (row.body as string | null) ?? '',
      statement: parsed(row.body),
    }))

/** Null where it is not JSON, or not such as this program writes. */
function parsed(body: unknown): Statement | null {
  try {
    const statement = fromJson<Partial<Statement> | null>(body)
    const { content, said, act, via, about } = statement ?? {}
    const isWhole = typeof content?.text === 'string' && Array.isArray(content.spans) && said && act && via && about
    return isWhole ? (statement as Statement) : null
  } catch {
    return null
  }
}

/** The row keeps its number: links of the statement, and what people decided on them, stand. */
function update(prepare: Prepare, old: Old, values: StatementValues, entities: ReadonlyMap<string, number>): void {
  const { columns, values: row } = rowOf(prepare, values, entities)
  const assigned = columns.map((column) => `${column} = ?`).join(', ')
  prepare(`UPDATE statements SET ${assigned} WHERE seq = ?`).run(...row, old.seq)
  if (old.body === values.body) return
  prepare('UPDATE statement_bodies SET body = ? WHERE seq = ?').run(values.body, old.seq)
  const [content, speaker] = indexed(old.statement!)
  if (content !== values.index[0] || speaker !== values.index[1]) {
    unindex(prepare, old)
    insert(prepare, 'INSERT INTO statement_search (rowid, content, speaker) VALUES (?, ?, ?)', [
      old.seq,
      ...values.index,
    ])
  }
  removeSatellites(prepare, old)
  putSatellites(prepare, old.seq, values, entities)
}

/** @returns how many links that people had decided on went with it. */
function remove(prepare: Prepare, old: Old, document: DocumentRecord, linker: Linker | null): number {
  if (old.statement !== null) {
    unindex(prepare, old)
    if (linker !== null) removeKeys(prepare, old.seq, { statement: old.statement, document }, linker)
  }
  removeSatellites(prepare, old)
  const { decided } = prepare(
    "SELECT count(*) AS decided FROM links WHERE (later = ?1 OR earlier = ?1) AND level <> 'suggested'",
  ).get(old.seq)!
  prepare('DELETE FROM links WHERE later = ?').run(old.seq)
  prepare('DELETE FROM links WHERE earlier = ?').run(old.seq)
  prepare('DELETE FROM statement_bodies WHERE seq = ?').run(old.seq)
  prepare('DELETE FROM statements WHERE seq = ?').run(old.seq)
  return decided as number
}

/** What is kept under keys of another linker stays there until all is linked anew, and is passed over. */
function removeKeys(
  prepare: Prepare,
  seq: number,
  item: { readonly statement: Statement; readonly document: DocumentRecord },
  linker: Linker,
): void {
  const { place, keys } = keyedViewOf(linker, item)
  for (const key of keys) {
    prepare('DELETE FROM link_keys WHERE key = ? AND place = ? AND statement = ?').run(key, place, seq)
  }
  if (linker.renderer === undefined) return
  for (const key of keysFor(linker.renderer, item)) {
    prepare('DELETE FROM turn_keys WHERE key = ? AND statement = ?').run(key, seq)
  }
}

const indexed = ({ content, speaker }: Statement): [string, string] => [
  searchable(content.text),
  searchable(speaker?.name ?? ''),
]

/** An index without content has to be told the words that it is to forget. */
function unindex(prepare: Prepare, { seq, statement }: Old): void {
  const sql = "INSERT INTO statement_search (statement_search, rowid, content, speaker) VALUES ('delete', ?, ?, ?)"
  insert(prepare, sql, [seq, ...indexed(statement!)])
}

function removeSatellites(prepare: Prepare, { seq, statement }: Old): void {
  for (const { entity } of statement?.speaker?.members ?? []) {
    const member = entity === null ? null : entitySeq(prepare, entity)
    if (member !== null) prepare('DELETE FROM statement_members WHERE entity = ? AND statement = ?').run(member, seq)
  }
  prepare('DELETE FROM statement_subjects WHERE statement = ?').run(seq)
  prepare('DELETE FROM statement_outlets WHERE statement = ?').run(seq)
}
