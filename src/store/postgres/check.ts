/** A ledger in PostgreSQL held against itself: texts, pages and statements, and rows that name others. */
import type { Checked, CheckOptions, Fault, RepairNeeds, StoredPage } from '../../app/ports.ts'
import type { Linker } from '../../core/links/linker.ts'
import { checkText } from '../check/document-faults.ts'
import { faultOf, reasonOf, type Tell } from '../check/fault.ts'
import type { Database, Sql } from './database.ts'
import { fromJson } from './read-entry.ts'
import { isRelinkDue, readingsPage } from './readings.ts'
import { relinkAll } from './relink.ts'
import { restored, storable } from './storable.ts'

/** Documents of one transaction: each is put whole, so that they need not all be seen at one moment. */
const PAGE = 100

/** Rows that name what is not there: they are found by nobody, and can go. */
const orphans: readonly { readonly table: string; readonly names: string; readonly where: string }[] = [
  ...['document_bodies', 'document_words', 'statements'].map((table) => ({
    table,
    names: 'documents',
    where: 'NOT EXISTS (SELECT FROM documents d WHERE d.id = t.document)',
  })),
  ...['link_keys', 'turn_keys'].map((table) => ({ table, names: 'statements', where: missing('t.statement') })),
  { table: 'links', names: 'statements', where: `${missing('t.later')} OR ${missing('t.earlier')}` },
  ...['entity_keys', 'entity_names', 'entity_roles', 'entity_publishers'].map((table) => ({
    table,
    names: 'entities',
    where: 'NOT EXISTS (SELECT FROM entities e WHERE e.id = t.entity)',
  })),
]

/** A statement is found by its document first. */
function missing(id: string): string {
  return `NOT EXISTS (SELECT FROM statements s WHERE s.document = split_part(${id}, '.', 1) AND s.id = ${id})`
}

const miscounted = `FROM documents d WHERE d.statements <> (SELECT count(*) FROM statements s WHERE s.document = d.id)`

export async function checkAll(db: Database, { found, progress }: CheckOptions): Promise<Checked> {
  let faults = 0
  const tell = (told: readonly Fault[]): void => {
    faults += told.length
    for (const fault of told) found(fault)
  }
  const [{ total } = { total: 0 }] = await db.reading((sql) => sql('SELECT count(*) AS total FROM documents'))
  tell(await db.reading(rowFaults))
  const counted = { documents: 0, statements: 0 }
  for (let after: string | undefined; ; ) {
    const page = await db.reading((sql) => pageFaults(sql, after))
    tell(page.faults)
    counted.documents += page.documents
    counted.statements += page.statements
    progress?.(counted.documents, total as number)
    if (page.next === null) break
    after = page.next
  }
  const due = (await db.reading(isRelinkDue))
    ? ['statements have been read anew since all links were found: run "onrecord relink"']
    : []
  return { ...counted, faults, due, isSound: true }
}

async function rowFaults(sql: Sql): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const { table, names, where } of orphans) {
    const [row] = await sql(`SELECT count(*) AS rows FROM ${table} t WHERE ${where}`)
    const message = `${row!.rows} of its rows name ${names} that are not there`
    if ((row!.rows as number) > 0) faults.push(faultOf('orphan', `table ${table}`, message, 'repair'))
  }
  for (const { id } of await sql(`SELECT d.id ${miscounted}`)) {
    const document = restored(id as string)
    faults.push(faultOf('row', `document ${document}`, 'its statements are miscounted', 'repair', document))
  }
  const bodiless = 'SELECT id FROM documents d WHERE NOT EXISTS (SELECT FROM document_bodies b WHERE b.document = d.id)'
  for (const { id } of await sql(bodiless)) {
    const document = restored(id as string)
    faults.push(faultOf('unreadable', `document ${document}`, 'its text is not there', 'backup', document))
  }
  const nobody = `SELECT DISTINCT s.document, s.entity FROM statements s
    WHERE s.entity IS NOT NULL AND NOT EXISTS (SELECT FROM entities e WHERE e.id = s.entity)`
  for (const { document, entity } of await sql(nobody)) {
    const id = restored(document as string)
    const message = `names the entity ${restored(entity as string)}, which is not there`
    faults.push(faultOf('row', `document ${id}`, message, 'reanalyse', id))
  }
  return faults
}

async function pageFaults(sql: Sql, after: string | undefined) {
  const { rows, next } = await readingsPage(sql, PAGE, after)
  const faults: Fault[] = []
  let statements = 0
  for (const { id } of rows) {
    const [row] = await sql(
      `SELECT d.sha256, d.pipeline, d.added, b.record, b.notices, b.blocks, b.text, b.bytes
       FROM documents d JOIN document_bodies b ON b.document = d.id WHERE d.id = $1`,
      [storable(id)],
    )
    const bodies = await sql('SELECT id, body FROM statements WHERE document = $1 ORDER BY ord', [storable(id)])
    statements += bodies.length
    if (row === undefined) continue
    const { sha256, record, notices, blocks, pipeline, added, bytes } = row
    const tell: Tell = (fault) => faults.push(fault)
    try {
      const held = {
        ...{ id, sha256, record, notices, blocks, added: added as string, pipeline: pipeline as string | null },
        text: restored(row.text as string),
        original: bytes as Uint8Array | null,
        statements: bodies.map((each) => ({ id: each.id, body: each.body })),
      }
      checkText(held, tell)
    } catch (thrown) {
      const message = `its record is not as it was written (${reasonOf(thrown)})`
      faults.push(faultOf('unreadable', `document ${id}`, message, 'reanalyse', id))
    }
  }
  return { faults, next, documents: rows.length, statements }
}

/** Call inside a write transaction. @returns rows taken away. */
export async function repairAll(sql: Sql, linker: Linker | null, { codes }: RepairNeeds): Promise<number> {
  let removed = 0
  if (codes.has('orphan')) {
    for (const { table, where } of orphans) {
      removed += (await sql(`DELETE FROM ${table} t WHERE ${where} RETURNING 1 AS gone`)).length
    }
  }
  if (codes.has('row')) {
    await sql(
      `UPDATE documents SET statements = (SELECT count(*) FROM statements s WHERE s.document = documents.id)
       WHERE id IN (SELECT d.id ${miscounted})`,
    )
  }
  const isUnlinked = removed > 0 || codes.has('keys') || codes.has('link')
  if (linker !== null && isUnlinked) await relinkAll(sql, linker, () => {})
  return removed
}

/** A document without its statements. */
export async function readPage(sql: Sql, id: string): Promise<StoredPage | null> {
  const [row] = await sql(
    `SELECT d.pipeline, d.added, b.record, b.notices, b.blocks, b.text
     FROM documents d JOIN document_bodies b ON b.document = d.id WHERE d.id = $1`,
    [storable(id)],
  )
  if (row === undefined) return null
  return {
    document: fromJson(row.record),
    text: restored(row.text as string),
    blocks: fromJson(row.blocks),
    notices: fromJson(row.notices),
    pipeline: row.pipeline === null ? null : restored(row.pipeline as string),
    added: row.added as string,
  }
}

/** Puts a text back by which its document has the id that it has. */
export async function restoreText(
  sql: Sql,
  { document, text, blocks }: Pick<StoredPage, 'document' | 'text' | 'blocks'>,
): Promise<boolean> {
  const put = await sql(
    'UPDATE document_bodies SET record = $2, blocks = $3, text = $4 WHERE document = $1 RETURNING document',
    [storable(document.id), JSON.stringify(document), JSON.stringify(blocks), storable(text)],
  )
  if (put.length === 0) return false
  const url = document.url === null ? null : storable(document.url)
  await sql('UPDATE documents SET url = $2 WHERE id = $1', [storable(document.id), url])
  return true
}
