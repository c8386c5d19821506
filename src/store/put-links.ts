/** One document's statements → keys and links; its text → a sketch. */
import type { DocumentEntry } from '../app/ports.ts'
import { type Keyed, linkStatement } from '../core/links/link-document.ts'
import type { Linker } from '../core/links/linker.ts'
import { sketchOf } from '../core/links/min-hash.ts'
import { linkIndex } from './link-index.ts'
import { markOf, REPLACED } from './marks.ts'
import { keysFor, putRenderings } from './put-renderings.ts'
import { bytesOf } from './sketches.ts'
import type { Prepare } from './sqlite.ts'
import { keyedViewOf, type Unplaced, ViewedStatements } from './viewed-statements.ts'

/** What a program that adds one page after another asks for again: statements of the last days. */
const KEPT = 4000

/** Worked out before the ledger is locked. */
export interface LinkableValues {
  readonly sketch: Uint8Array
  /** Of each statement, in the order of the document; none where nothing links. */
  readonly views: readonly Unplaced[]
  /** Of each statement: see put-renderings.ts. */
  readonly turnKeys: readonly (readonly number[])[]
}

/** A linker at work in one ledger. */
export class Linking {
  readonly linker: Linker
  readonly #statements: ViewedStatements
  #replaced: string | null = null

  constructor(linker: Linker) {
    this.linker = linker
    this.#statements = new ViewedStatements(linker, KEPT)
  }

  /** Links the statements of a document that has just been put. Call inside the same transaction. */
  put(prepare: Prepare, { views, turnKeys }: LinkableValues, seqs: readonly number[]): void {
    this.#forgetReplaced(prepare)
    const index = linkIndex(prepare, this.#statements)
    const added = views.map((view, order): Keyed<unknown> => ({ ...view, statement: seqs[order]! }))
    for (const each of added) {
      this.#statements.keep(each)
      linkStatement(index, this.linker, each)
    }
    const { renderer } = this.linker
    if (renderer === undefined) return
    const keyed = turnKeys.map((keys, order) => ({ statement: seqs[order]!, keys }))
    putRenderings(prepare, this.#statements, renderer, keyed)
  }

  /** Where statements were replaced, also by another program, numbers may mean others than before. */
  #forgetReplaced(prepare: Prepare): void {
    const replaced = markOf(prepare, REPLACED)
    if (replaced !== this.#replaced) this.forget()
    this.#replaced = replaced
  }

  /** After a transaction that came to nothing. */
  forget(): void {
    this.#statements.forget()
  }
}

export function linkableValues({ document, text, statements }: DocumentEntry, linking: Linking | null): LinkableValues {
  const sketch = bytesOf(sketchOf(text))
  if (linking === null) return { sketch, views: [], turnKeys: [] }
  const { linker } = linking
  const { renderer } = linker
  const items = statements.map((statement) => ({ statement, document }))
  return {
    sketch,
    views: items.map((item) => keyedViewOf(linker, item)),
    turnKeys: renderer === undefined ? [] : items.map((item) => keysFor(renderer, item)),
  }
}

export function putSketch(prepare: Prepare, document: number, sketch: Uint8Array): void {
  prepare('INSERT INTO document_sketches (document, sketch) VALUES (?, ?)').run(document, sketch)
}
