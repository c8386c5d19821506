/** What finding the turns that reports render needs to know of both. */
import type { Linkable, Relating } from './link.ts'

/** A report is put beside at most so many turns: those that share the most keys with it, of these the nearest in time. */
export const MOST_TURNS = 24

export interface Renderer {
  /** Keys of a turn of a transcript, or of a release; whole numbers above 0. */
  turnKeys(turn: Linkable): readonly number[]
  /** Keys of a statement that may render a turn: some of those that the turn has. */
  reportKeys(report: Linkable): readonly number[]
  /**
   * The turns that `report` renders, in any order; null or empty for none.
   * @param turns candidates, in the order in which they share keys
   */
  rendering(
    report: Linkable,
    turns: readonly Linkable[],
  ): readonly { readonly turn: Linkable; readonly relating: Relating }[] | null
}
