/** Statements as linking sees them, read from their rows once and kept while they are asked for again. */
import type { DocumentRecord } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import { codedKeys } from '../core/links/coded-keys.ts'
import type { Linkable } from '../core/links/link.ts'
import type { Keyed, Viewed } from '../core/links/link-document.ts'
import type { Linker } from '../core/links/linker.ts'
import type { Statement } from '../core/statement.ts'
import { fromJson } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'

/** A statement before it has a number. */
export type Unplaced = Omit<Keyed<unknown>, 'statement'>

/** With keys, which only a statement that comes in needs. */
export function keyedViewOf(linker: Linker, item: Linkable): Unplaced {
  const viewed = viewOf(linker, item)
  return { ...viewed, keys: codedKeys(linker.keysOf(viewed.view)) }
}

export const viewOf = (linker: Linker, item: Linkable): Omit<Viewed<unknown>, 'statement'> => ({
  id: item.statement.id,
  view: linker.viewOf(item),
  place: linker.placeOf(item),
  primary: item.document.kind !== 'report',
})

/** Numbers of statements keep their meaning until statements are replaced (`REPLACED` of marks.ts): what is read stays true. */
export class ViewedStatements {
  readonly #linker: Linker
  readonly #most: number
  readonly #kept = new Map<number, Viewed<unknown>>()

  /** @param most how many are kept: about 5 KB each */
  constructor(linker: Linker, most: number) {
    this.#linker = linker
    this.#most = most
  }

  of(prepare: Prepare, statement: number): Viewed<unknown> {
    const viewed = this.find(prepare, statement)
    if (viewed === null) throw new OnrecordError('bug', { reason: `there is no statement of the number ${statement}` })
    return viewed
  }

  /** Null where it has been replaced and its keys were left behind. */
  find(prepare: Prepare, statement: number): Viewed<unknown> | null {
    const known = this.#kept.get(statement)
    // Those asked for last are the last to go.
    if (known !== undefined) this.#kept.delete(statement)
    const viewed = known ?? this.#read(prepare, statement)
    if (viewed !== null) this.keep(viewed)
    return viewed
  }

  #read(prepare: Prepare, statement: number): Viewed<unknown> | null {
    const item = findLinkable(prepare, statement)
    return item === null ? null : { ...viewOf(this.#linker, item), statement }
  }

  keep(viewed: Viewed<unknown>): void {
    this.#kept.set(viewed.statement, viewed)
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!)
  }

  /** After a transaction that came to nothing: its numbers will be given to others. */
  forget(): void {
    this.#kept.clear()
  }
}

export function linkableOf(prepare: Prepare, statement: number): Linkable {
  const found = findLinkable(prepare, statement)
  if (found === null) throw new OnrecordError('bug', { reason: `there is no statement of the number ${statement}` })
  return found
}

function findLinkable(prepare: Prepare, statement: number): Linkable | null {
  const row = prepare(
    `SELECT sb.body, db.record FROM statements s
     JOIN statement_bodies sb ON sb.seq = s.seq JOIN document_bodies db ON db.seq = s.document WHERE s.seq = ?`,
  ).get(statement)
  if (row === undefined) return null
  return { statement: fromJson<Statement>(row.body), document: fromJson<DocumentRecord>(row.record) }
}
