/** What linking needs to know of statements: keys under which candidates meet, their order, and how two of them relate. */
import type { Linkable, Relating } from './link.ts'
import type { Renderer } from './renderer.ts'

/** Something that two statements which may be linked have in common: a speaker with a telling word, a name with a number. */
export interface LinkKey {
  /** A digest; of statements that have nothing else in common, few share it by chance. */
  readonly key: number
  /** 0 to 1, the same for every statement under the key: statements are candidates where their common keys add up to 1. */
  readonly weight: number
}

/**
 * How statements are read, compared and brought in order. All of it follows from the stored record alone, so that the same
 * record always gets the same links.
 */
export interface Linker<View = unknown> {
  /** What comparing looks at, worked out once for each statement. */
  viewOf(item: Linkable): View
  keysOf(view: View): readonly LinkKey[]
  /** Orders statements under a key: by day, then by a digest of the id. A safe integer. */
  placeOf(item: Linkable): number
  /** Null where the two have nothing to do with each other. `a` has the smaller place; notes may say which is earlier. */
  relate(a: View, b: View): Relating | null
  /** Without one, reports are not put beside the record. */
  readonly renderer?: Renderer
}
