/** Statements as linking sees them, kept while they are asked for again; whether they are still the same is asked each time. */
import type { DocumentRecord } from '../../core/document.ts'
import type { Linkable } from '../../core/links/link.ts'
import type { Viewed } from '../../core/links/link-document.ts'
import type { Linker } from '../../core/links/linker.ts'
import type { Statement } from '../../core/statement.ts'
import { viewOf } from '../viewed-statements.ts'
import type { Sql } from './database.ts'
import { documentOf, fromJson } from './read-entry.ts'

/** A statement before it has a number. */
export type View = Omit<Viewed<unknown>, 'statement'>

interface Kept {
  readonly view: View
  /** Of the row: a document may have been read anew by another program. */
  readonly version: string
}

/** Of each id: its row, without what is known of it where it is the version that is known. */
const sameSql = `SELECT s.id, s.xmin::text AS version, CASE WHEN s.xmin::text = k.version THEN NULL ELSE s.body END AS body,
    CASE WHEN s.xmin::text = k.version THEN NULL ELSE b.record END AS record
  FROM unnest($1::text[], $2::text[], $3::text[]) AS k (document, id, version)
  JOIN statements s ON s.document = k.document AND s.id = k.id
  JOIN document_bodies b ON b.document = k.document`

export class ViewedStatements {
  readonly #linker: Linker
  readonly #most: number
  readonly #kept = new Map<string, Kept>()

  /** @param most how many are kept: about 5 KB each */
  constructor(linker: Linker, most: number) {
    this.#linker = linker
    this.#most = most
  }

  /** Those of `ids` that are there. */
  async of(sql: Sql, ids: readonly string[]): Promise<Map<string, View>> {
    if (ids.length === 0) return new Map()
    // What others ask for meanwhile may push these out.
    const kept = new Map(ids.map((id) => [id, this.#kept.get(id)]))
    const rows = await sql(sameSql, [ids.map(documentOf), ids, ids.map((id) => kept.get(id)?.version ?? '')])
    const views = new Map<string, View>()
    for (const row of rows) {
      const id = row.id as string
      const view = row.body === null ? kept.get(id)!.view : viewOf(this.#linker, linkable(row))
      views.set(id, view)
      // Those asked for last are the last to go.
      this.#kept.delete(id)
      this.#kept.set(id, { view, version: row.version as string })
    }
    while (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!)
    return views
  }
}

export const linkable = (row: { readonly body?: unknown; readonly record?: unknown }): Linkable => ({
  statement: fromJson<Statement>(row.body),
  document: fromJson<DocumentRecord>(row.record),
})
