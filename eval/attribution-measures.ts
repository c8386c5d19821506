/** The measures of one set of relations against another: exact spans, overlaps and whole relations. */
import { lengthOf, type Span } from '../src/core/span.ts'
import { type Relation, ROLES, type Role } from './attribution-articles.ts'
import { addTally, emptyTally, meanRates, type Rates, type Score, scoresOf, type Tally } from './attribution-score.ts'
import { exactTally, overlapTally, type RelationRuns, runsOfRole, wholeTally } from './attribution-spans.ts'

export type ExactName = Role | 'micro'
/** `content30`, `content80`: of the tokens of both runs at least 30 or 80 in a hundred are shared. */
export type OverlapName = Role | 'content30' | 'content80'

export interface Measures<Figure> {
  /** Runs of the same first and last token. */
  readonly exact: Readonly<Record<ExactName, Figure>>
  /** Runs that share a token. */
  readonly overlap: Readonly<Record<OverlapName, Figure>>
  /** `exact`: the same runs in all roles. `lenient`: content overlaps by half and the sources touch, see `agrees`. */
  readonly relations: Readonly<Record<'exact' | 'lenient', Figure>>
}

/** Relations that agree, one by one: annotated ones that were found, found ones that the annotation has. */
export interface Matches<Found extends Relation> {
  readonly gold: ReadonlySet<Relation>
  readonly found: ReadonlySet<Found>
}

export const emptyMeasures = (): Measures<Tally> => ({
  exact: { source: emptyTally(), cue: emptyTally(), content: emptyTally(), micro: emptyTally() },
  overlap: {
    source: emptyTally(),
    cue: emptyTally(),
    content: emptyTally(),
    content30: emptyTally(),
    content80: emptyTally(),
  },
  relations: { exact: emptyTally(), lenient: emptyTally() },
})

/** Adds one annotation of one article; runs and relations that occur twice in it count once. */
export function addMeasures(
  into: Measures<Tally>,
  found: readonly RelationRuns[],
  gold: readonly RelationRuns[],
  matches: Matches<Relation>,
): void {
  for (const role of ROLES) {
    const [mine, theirs] = [runsOfRole(found, role), runsOfRole(gold, role)]
    const exact = exactTally(mine, theirs)
    addTally(into.exact[role], exact)
    addTally(into.exact.micro, exact)
    addTally(into.overlap[role], overlapTally(mine, theirs, 0))
    if (role !== 'content') continue
    addTally(into.overlap.content30, overlapTally(mine, theirs, 0.3))
    addTally(into.overlap.content80, overlapTally(mine, theirs, 0.8))
  }
  addTally(into.relations.exact, wholeTally(found, gold))
  // Two finds of one annotated relation are one right answer.
  const right = matches.gold.size
  addTally(into.relations.lenient, { found: found.length, foundRight: right, gold: gold.length, goldRight: right })
}

export const measuresOf = ({ exact, overlap, relations }: Measures<Tally>): Measures<Score> => ({
  exact: scoresOf(exact),
  overlap: scoresOf(overlap),
  relations: scoresOf(relations),
})

/** The mean of every figure; `measures` holds at least one. */
export function meanMeasures(measures: readonly Measures<Rates>[]): Measures<Rates> {
  const means = <Name extends string>(pick: (each: Measures<Rates>) => Readonly<Record<Name, Rates>>) =>
    Object.fromEntries(
      (Object.keys(pick(measures[0]!)) as Name[]).map((name) => [
        name,
        meanRates(measures.map((each) => pick(each)[name])),
      ]),
    ) as Record<Name, Rates>
  return {
    exact: means((each) => each.exact),
    overlap: means((each) => each.overlap),
    relations: means((each) => each.relations),
  }
}

/** Each find is matched with the first annotated relation that agrees and is still free, else with one that is taken. */
export function matchesOf<Found extends Relation>(found: readonly Found[], gold: readonly Relation[]): Matches<Found> {
  const matched = new Set<Relation>()
  const agreed = new Set<Found>()
  for (const find of found) {
    const agreeing = gold.filter((relation) => agrees(find, relation))
    const match = agreeing.find((relation) => !matched.has(relation)) ?? agreeing[0]
    if (match === undefined) continue
    matched.add(match)
    agreed.add(find)
  }
  return { gold: matched, found: agreed }
}

/** Do two relations mean the same: contents overlap by half, and the sources touch or both are missing? */
export function agrees(a: Relation, b: Relation): boolean {
  const shared = sharedCharacters(a.content, b.content)
  const all = characters(a.content) + characters(b.content) - shared
  if (shared / all < 0.5) return false
  return (a.source.length === 0 && b.source.length === 0) || sharedCharacters(a.source, b.source) > 0
}

const characters = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + lengthOf(span), 0)

function sharedCharacters(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  return sum
}
