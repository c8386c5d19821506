/** A stage: reads some layers of a `Doc` and gives exactly one more. */
import type { Doc, LayerName, Layers } from './doc.ts'

export interface Stage<Needs extends LayerName = LayerName, Gives extends LayerName = LayerName> {
  /** An agent noun: `tokenizer`, `attributor`. */
  readonly name: string
  /** Raised whenever the same input would give another output. */
  readonly version: number
  /** The model it reads with, where it has one. */
  readonly model?: string
  readonly needs: readonly Needs[]
  readonly gives: Gives
  /** Pure; a promise only where a model has to be awaited. */
  run(doc: Doc<Needs>): Layers[Gives] | Promise<Layers[Gives]>
}
