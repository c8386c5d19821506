/** What a rule proposes, and the working state the rules of one document share. */
import type { Manner } from '../doc.ts'
import type { Span } from '../span.ts'
import { type BlockView, type Range, spanOf } from './block-view.ts'
import type { Cue } from './cue-finder.ts'
import type { RuleName } from './rule-table.ts'

export interface Candidate {
  readonly rule: RuleName
  readonly manner: Manner
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** Index of the block view it was found in. */
  readonly view: number
}

export interface Work {
  readonly views: readonly BlockView[]
  /** Cues of each view by sentence. */
  readonly cues: readonly (readonly (readonly Cue[])[])[]
  /** Finds of each view. */
  readonly found: readonly Candidate[][]
  /** For each token of each view: 1 where content or a cue stands. */
  readonly covered: readonly Uint8Array[]
  /** `view:token` of every cue that a rule has used: of its verb, or of its first token where it has none. */
  readonly usedCues: Set<string>
  /** Ids of quotations that are content already. */
  readonly usedQuotations: Set<string>
  /** Source of each used cue, for the cues that share it; key as in `usedCues`. */
  readonly sources: Map<string, readonly Span[]>
}

export const cueKey = (view: BlockView, cue: Cue): string => `${view.index}:${cue.verb}`

/** Records a find and marks its cue as used. */
export function record(
  work: Work,
  view: BlockView,
  rule: RuleName,
  parts: { source: Range | readonly Span[] | null; cue: Cue | Range | null; content: readonly Span[]; manner?: Manner },
): void {
  const source = parts.source === null ? [] : 'from' in parts.source ? [spanOf(view, parts.source)] : parts.source
  const cue = parts.cue
  const isVerb = cue !== null && 'verb' in cue
  if (isVerb) {
    work.usedCues.add(cueKey(view, cue))
    work.sources.set(cueKey(view, cue), source)
  } else if (cue !== null) {
    work.usedCues.add(`${view.index}:${cue.from}`)
  }
  const cueSpans = cue === null ? [] : [spanOf(view, cue)]
  cover(work, view, [...parts.content, ...cueSpans])
  work.found[view.index]!.push({
    rule,
    manner: parts.manner ?? (isVerb ? cue.entry.manner : 'speech'),
    source,
    cue: cueSpans,
    content: parts.content,
    view: view.index,
  })
}

function cover(work: Work, view: BlockView, spans: readonly Span[]): void {
  for (const span of spans) {
    for (let at = firstTokenAt(view, span.start); at < view.tokens.length && view.tokens[at]!.start < span.end; at++) {
      work.covered[view.index]![at] = 1
    }
  }
}

/** Index of the first token that starts at or after `offset`. */
function firstTokenAt(view: BlockView, offset: number): number {
  let low = 0
  let high = view.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (view.tokens[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
