/** What is measured: the turn that a report renders, how faithfully, and which changes of meaning are named. */
import type { Fidelity, Linkable } from '../src/core/links/link.ts'
import { MOST_TURNS, type Renderer } from '../src/core/links/renderer.ts'
import { shippedLinker } from '../src/runtime/linker.ts'
import type { ReadStatement } from './link-reading.ts'

export interface FoundRendering {
  /** Id of the turn's statement. */
  readonly turn: string
  readonly fidelity: Fidelity
  /** Kinds of change that the evidence names. */
  readonly alters: readonly string[]
}

const CHANGES: ReadonlySet<string> = new Set(['negation', 'number', 'name', 'modality', 'scope'])

/** Null in a checkout whose linker looks for no renderings. */
export const shippedRenderer: Renderer | null = shippedLinker().renderer ?? null

/** @param turns all of the speaker's in one record. */
export function findRendering(
  renderer: Renderer,
  report: ReadStatement,
  turns: readonly ReadStatement[],
): FoundRendering | null {
  const found = [...(renderer.rendering(report, byKeys(renderer, report, turns)) ?? [])]
  const best = found.sort((a, b) => b.relating.confidence - a.relating.confidence)[0]
  if (best === undefined) return null
  const notes = best.relating.because.flatMap(({ note }) => note.split(/[^a-z]+/))
  return {
    turn: best.turn.statement.id,
    fidelity: best.relating.type as Fidelity,
    alters: [...new Set(notes.filter((note) => CHANGES.has(note)))],
  }
}

/** Whether a ledger of these turns would put the right one beside the report at all. */
export const meets = (renderer: Renderer, report: ReadStatement, turns: readonly ReadStatement[], right: Linkable) =>
  byKeys(renderer, report, turns)
    .slice(0, MOST_TURNS)
    .some((turn) => turn === right && sharedKeys(renderer, report, turn) > 0)

/** Those that share the most keys first, as a ledger hands them over. */
function byKeys(renderer: Renderer, report: ReadStatement, turns: readonly ReadStatement[]): ReadStatement[] {
  const shared = new Map(turns.map((turn) => [turn, sharedKeys(renderer, report, turn)]))
  return [...turns].sort((a, b) => shared.get(b)! - shared.get(a)!)
}

function sharedKeys(renderer: Renderer, report: ReadStatement, turn: ReadStatement): number {
  const keys = new Set(renderer.turnKeys(turn))
  return new Set(renderer.reportKeys(report).filter((key) => keys.has(key))).size
}
