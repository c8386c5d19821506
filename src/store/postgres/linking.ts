/** One document's statements → keys and links: the ledger's part of it in a few queries, linking itself in memory between them. */
import type { DocumentEntry } from '../../app/ports.ts'
import { linkStatement } from '../../core/links/link-document.ts'
import type { Linker } from '../../core/links/linker.ts'
import { keysFor } from '../put-renderings.ts'
import { keyedViewOf, type Unplaced } from '../viewed-statements.ts'
import type { Sql } from './database.ts'
import { DocumentIndex } from './document-index.ts'
import { neighboursOf, putKeys, putLinks, weakenLinks } from './link-rows.ts'
import { lockKeys, lockLinks } from './locks.ts'
import { chooseRenderings, sharing } from './renderings.ts'
import { ViewedStatements } from './viewed.ts'

/** What a program that adds one page after another asks for again: statements of the last days. */
const KEPT = 4000

/** Worked out before anything is locked. */
export interface LinkValues {
  /** Of each statement, in the order of the document; none where nothing links. */
  readonly keyed: readonly Unplaced[]
  /** Of each statement: turns as they are, reports turned round. */
  readonly turnKeys: readonly (readonly number[])[]
}

/** A linker at work in one ledger. */
export class Linking {
  readonly linker: Linker
  readonly #schema: string
  readonly #viewed: ViewedStatements

  constructor(linker: Linker, schema: string) {
    this.linker = linker
    this.#schema = schema
    this.#viewed = new ViewedStatements(linker, KEPT)
  }

  valuesOf({ document, statements }: DocumentEntry): LinkValues {
    const { renderer } = this.linker
    const items = statements.map((statement) => ({ statement, document }))
    return {
      keyed: items.map((item) => keyedViewOf(this.linker, item)),
      turnKeys: renderer === undefined ? [] : items.map((item) => keysFor(renderer, item)),
    }
  }

  /** Links the statements of a document whose rows have just been put. Call inside the same transaction. */
  async put(sql: Sql, { keyed, turnKeys }: LinkValues): Promise<void> {
    if (keyed.length === 0) return
    const turnRows = turnKeys.flatMap((keys, order) => keys.map((key) => ({ key, id: keyed[order]!.id })))
    const turned = turnRows.filter(({ key }) => key > 0).map(({ key }) => -key)
    // Two that bring turns of one report at once would each choose without the other's.
    if (turned.length > 0) await this.lock(sql)
    else await lockKeys(sql, this.#schema, new Set(keyed.flatMap(({ keys }) => keys)))
    const rows = keyed.flatMap(({ place, id, keys }) => keys.map((key) => ({ key, place, id })))
    const index = new DocumentIndex(keyed, rows, await neighboursOf(sql, rows))
    index.know(await this.#viewed.of(sql, index.candidates()))
    for (const each of index.added) linkStatement(index, this.linker, each)
    const reports = new Set(await putKeys(sql, rows, turnRows))
    await putLinks(sql, index.links())
    await weakenLinks(sql, index.lost())
    const { renderer } = this.linker
    if (renderer === undefined) return
    for (const report of await sharing(sql, turned)) reports.add(report)
    await chooseRenderings(sql, this.linker, renderer, [...reports].sort())
  }

  /** Of two who link at once, neither would see what the other puts. */
  lock(sql: Sql): Promise<void> {
    return lockLinks(sql, this.#schema)
  }
}
