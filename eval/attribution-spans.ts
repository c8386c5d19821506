/** Spans as runs of tokens inside one paragraph, and how runs and whole relations are compared. */
import type { Block, Token } from '../src/core/doc.ts'
import type { Span } from '../src/core/span.ts'
import { type Relation, ROLES, type Role } from './attribution-articles.ts'
import type { Tally } from './attribution-score.ts'

/** Tokens `first` to `last`, both inclusive, of one block. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** Runs by key: each counts once, however many relations share it. */
export type RunSet = ReadonlyMap<string, Run>

export type RelationRuns = Readonly<Record<Role, RunSet>>

/** The tokens of an article, and for each the index of its block. */
export interface TokenIndex {
  readonly tokens: readonly Token[]
  readonly blockOf: readonly number[]
}

/** `tokens` in text order, every one inside one of `blocks`. */
export function tokenIndexOf(tokens: readonly Token[], blocks: readonly Block[]): TokenIndex {
  let block = 0
  const blockOf = tokens.map((token) => {
    while (block < blocks.length && blocks[block]!.end <= token.start) block++
    return block
  })
  return { tokens, blockOf }
}

/** The runs of the tokens that a span touches, one a block; none for a span over white space. */
export function runsOf({ tokens, blockOf }: TokenIndex, span: Span): Run[] {
  const runs: Run[] = []
  let at = firstTokenAfter(tokens, span.start)
  while (at < tokens.length && tokens[at]!.start < span.end) {
    const first = at
    while (at + 1 < tokens.length && tokens[at + 1]!.start < span.end && blockOf[at + 1] === blockOf[first]) at++
    runs.push({ first, last: at })
    at++
  }
  return runs
}

/** Index of the first token that ends after `offset`. */
function firstTokenAfter(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The runs of one relation by role. */
export function relationRuns(index: TokenIndex, relation: Relation): RelationRuns {
  const [source, cue, content] = ROLES.map((role) => runSet(relation[role].flatMap((span) => runsOf(index, span))))
  return { source: source!, cue: cue!, content: content! }
}

const keyOf = ({ first, last }: Run): string => `${first}-${last}`

const runSet = (runs: readonly Run[]): RunSet => new Map(runs.map((run) => [keyOf(run), run]))

/** The runs that several relations have in one role. */
export const runsOfRole = (relations: readonly RelationRuns[], role: Role): RunSet =>
  runSet(relations.flatMap((relation) => [...relation[role].values()]))

/** Right are runs with the same first and last token. */
export function exactTally(found: RunSet, gold: RunSet): Tally {
  const right = [...found.keys()].filter((key) => gold.has(key)).length
  return { found: found.size, foundRight: right, gold: gold.size, goldRight: right }
}

/** Right are runs that share a token with a run of the other side, and at least `least` of the tokens of both (Jaccard). */
export function overlapTally(found: RunSet, gold: RunSet, least: number): Tally {
  const right = (runs: RunSet, others: RunSet): number =>
    [...runs.values()].filter((run) => [...others.values()].some((other) => meets(run, other, least))).length
  return { found: found.size, foundRight: right(found, gold), gold: gold.size, goldRight: right(gold, found) }
}

function meets(a: Run, b: Run, least: number): boolean {
  const shared = Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1
  const all = a.last - a.first + 1 + (b.last - b.first + 1) - shared
  return shared > 0 && shared / all >= least
}

/** Right are relations whose runs are the same in all three roles. */
export function wholeTally(found: readonly RelationRuns[], gold: readonly RelationRuns[]): Tally {
  const keys = (relations: readonly RelationRuns[]) =>
    new Set(relations.map((relation) => ROLES.map((role) => [...relation[role].keys()].sort().join()).join('|')))
  const [mine, theirs] = [keys(found), keys(gold)]
  const right = mine.intersection(theirs).size
  return { found: mine.size, foundRight: right, gold: theirs.size, goldRight: right }
}
