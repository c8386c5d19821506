/** The reports of `eval/gold/renderings.jsonl`, each beside the passage of the record that it renders. */
import { readFileSync } from 'node:fs'
import type { Fidelity } from '../src/core/links/link.ts'
import type { Half } from './link-pairs.ts'

export interface RenderingRow {
  readonly id: string
  readonly half: Half
  /** `absent`: nobody said it in that briefing. */
  readonly fidelity: Fidelity | 'absent'
  readonly alters: 'negation' | 'number' | 'name' | 'modality' | 'scope' | null
  /** The whole name. */
  readonly speaker: string
  readonly source: string
  readonly cue: string
  readonly content: string
  readonly published: string
  readonly publisher: string
  /** Where the record has it: UTF-16 offsets into the text of the briefing; `start` is missing where it has not. */
  readonly record: { readonly url: string; readonly start?: number; readonly end?: number }
}

export const readRenderings = (): RenderingRow[] =>
  readFileSync(new URL('./gold/renderings.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RenderingRow)
