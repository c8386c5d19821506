/** The statements of one side on one subject → lines of position, and the points where the position changed. */
import { isDated } from '../is-dated.ts'
import type { Link, Relation } from '../links/link.ts'
import type { Span } from '../span.ts'
import type { Anchored, Statement } from '../statement.ts'
import { anchoredIn } from './anchored-words.ts'
import { type Stance, stanceOf } from './stance.ts'

export interface Said {
  readonly statement: Pick<Statement, 'id' | 'act' | 'content' | 'cue' | 'said'>
  /** Documents of one url are versions of one page. */
  readonly document: { readonly id: string; readonly published: string | null; readonly url?: string | null }
  /** False where somebody else tells of it. */
  readonly own: boolean
  /** ISO date by which somebody else told of it; null where that is not known. */
  readonly told: string | null
}

/** Statements that say the same on the same matter, with nothing between them that says the opposite. */
export interface Position {
  /** `p1`, `p2`, … in the order in which they are taken first. */
  readonly id: string
  /** Ids, in order. */
  readonly statements: readonly string[]
  /** First and last day on which it may have been said; null where no statement of it has a date. */
  readonly first: string | null
  readonly last: string | null
  /** First day by which somebody else told of it: it was said before. */
  readonly told: string | null
  /** First and last day of publication; no day of saying. */
  readonly published: readonly [first: string, last: string] | null
  /** How many of the statements are the side's own words; the others are told by somebody else. */
  readonly own: number
  /** How many pages have it; versions of one are one. */
  readonly documents: number
}

/** Where a later statement may conflict with an earlier one. */
export interface Change {
  /** Ids: what was said before, and what is said now. */
  readonly from: string
  readonly to: string
  /** What kind of clash a link gives; `turned` where the same matter is first denied and then not, or the other way round. */
  readonly type: string
  /** Whether both are the side's own words: otherwise somebody else tells it differently, which changes no position. */
  readonly own: boolean
  /** The words that clash, in the documents of `from` and `to`. */
  readonly before: Anchored
  readonly after: Anchored
}

export interface Positions {
  readonly positions: readonly Position[]
  readonly changes: readonly Change[]
}

/**
 * Entries are taken in the order of saying; what has no date where it was told or published, what has neither at the end.
 * An entry joins the line that a link or its own words tie it to, unless the side has said the opposite since. Links go before
 * words: a link of conflict is a change whatever the words.
 *
 * Compares each entry with each other at most once: for up to a few thousand.
 * @param links among the entries; rejected ones do not count.
 */
export function positionsOf(entries: readonly Said[], links: readonly Link[] = []): Positions {
  const related = relationsOf(links)
  const lines: Line[] = []
  const changes: Change[] = []
  for (const said of inOrder(entries)) {
    const entry: Entry = { said, stance: stanceOf(said.statement) }
    const change = changeTo(entry, lines, related)
    if (change !== null) {
      changes.push(change.change)
      if (change.change.own) for (const line of change.lines) line.isOver = true
    }
    const line = lineFor(entry, lines, related)
    if (line === null) lines.push({ entries: [entry], isOver: false })
    else line.entries.push(entry)
  }
  return { positions: lines.map(positionOf), changes }
}

interface Entry {
  readonly said: Said
  readonly stance: Stance
}

interface Line {
  readonly entries: Entry[]
  /** The side has said the opposite since: the same words again are another position. */
  isOver: boolean
}

// ── order

function inOrder(entries: readonly Said[]): Said[] {
  const keyed = entries.map((said, index) => ({ said, index, place: placeOf(said) }))
  keyed.sort((a, b) => (a.place === b.place ? a.index - b.index : a.place < b.place ? -1 : 1))
  return keyed.map(({ said }) => said)
}

/** Where a statement stands, which is no date of it. */
const placeOf = ({ statement: { said }, document, told }: Said): string =>
  ((isDated(said) ? (said.earliest ?? said.latest) : null) ?? told ?? document.published ?? '~').slice(0, 10)

// ── what belongs together

type Related = ReadonlyMap<string, Link>

const SAME: ReadonlySet<Relation> = new Set(['same-utterance', 'repeats', 'series'])

const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

const relationsOf = (links: readonly Link[]): Related =>
  new Map(links.filter(({ level }) => level !== 'rejected').map((link) => [pairOf(link.from, link.to), link]))

const linkBetween = (one: Entry, other: Entry, related: Related): Link | undefined =>
  related.get(pairOf(one.said.statement.id, other.said.statement.id))

/** The latest line first: a side goes on with what it said last. */
function lineFor(entry: Entry, lines: readonly Line[], related: Related): Line | null {
  let best: Line | null = null
  let most = 0
  for (const line of lines) {
    if (line.isOver) continue
    const isOfOtherDeed = line.entries.some(({ stance }) => differInDeed(entry.stance, stance))
    for (const other of line.entries) {
      const link = linkBetween(entry, other, related)
      if (link?.relation === 'conflicts') continue
      const isLinked = link !== undefined && SAME.has(link.relation)
      if (isOfOtherDeed && !isLinked) continue
      const likeness = isLinked ? 2 : samePosition(entry.stance, other.stance)
      if (likeness >= most && likeness > 0) {
        best = line
        most = likeness
      }
    }
  }
  return best
}

/** The nearest statement before that says the opposite, and all lines that do. */
function changeTo(
  entry: Entry,
  lines: readonly Line[],
  related: Related,
): { readonly change: Change; readonly lines: readonly Line[] } | null {
  let nearest: { readonly other: Entry; readonly link: Link | null } | null = null
  const over: Line[] = []
  for (const line of lines) {
    if (line.isOver) continue
    let clashes = false
    for (const other of line.entries) {
      // A page that was changed is no change of position: what was reworded is told by its versions.
      if (areVersions(entry.said.document, other.said.document)) continue
      const link = linkBetween(entry, other, related)
      const isLinked = link?.relation === 'conflicts'
      if (!isLinked && (link !== undefined || !areOpposite(entry.stance, other.stance))) continue
      const own = entry.said.own && other.said.own
      clashes ||= own
      if (nearest === null || own || !nearest.other.said.own) nearest = { other, link: isLinked ? link : null }
    }
    if (clashes) over.push(line)
  }
  return nearest === null ? null : { change: changeOf(entry, nearest.other, nearest.link), lines: over }
}

const areVersions = (a: Said['document'], b: Said['document']): boolean =>
  a.id !== b.id && Boolean(a.url) && a.url === b.url

function changeOf(entry: Entry, other: Entry, link: Link | null): Change {
  const [from, to] = [other.said.statement.id, entry.said.statement.id]
  const shown = (id: string): readonly Span[] | null => {
    const spans = link?.because.filter(({ of }) => of === id).map(({ span }) => span) ?? []
    return spans.length > 0 ? spans : null
  }
  return {
    from,
    to,
    type: link?.type ?? 'turned',
    own: entry.said.own && other.said.own,
    before: anchoredIn(other.said.statement, shown(from) ?? other.stance.words),
    after: anchoredIn(entry.said.statement, shown(to) ?? entry.stance.words),
  }
}

// ── likeness

/** Of the weight of what the shorter one is about: so much has to be in the other too. */
const ENOUGH_SHARED = 0.5
/** One word is no matter. */
const LEAST_SHARED = 2

/** 0 to 1; 0 where they differ in kind, in sign or in matter. */
const samePosition = (one: Stance, other: Stance): number =>
  one.isNegative === other.isNegative ? sameMatter(one, other) : 0

/** Where only one of them tells what is done, they must share most of all that either says. */
function areOpposite(one: Stance, other: Stance): boolean {
  if (one.isNegative === other.isNegative || sameMatter(one, other) === 0) return false
  if (one.deed === other.deed) return true
  return sharedWeight(one, other) / Math.max(weightOf(one), weightOf(other)) >= ENOUGH_SHARED
}

function sameMatter(one: Stance, other: Stance): number {
  if (one.mode === null || one.mode !== other.mode) return 0
  if (differInDeed(one, other)) return 0
  const share = sharedWeight(one, other) / Math.min(weightOf(one), weightOf(other))
  return share >= ENOUGH_SHARED ? share : 0
}

const differInDeed = (one: Stance, other: Stance): boolean =>
  one.deed !== null && other.deed !== null && one.deed !== other.deed

/** 0 where they share but one concept. */
function sharedWeight(one: Stance, other: Stance): number {
  const [fewer, more] = one.concepts.size <= other.concepts.size ? [one, other] : [other, one]
  let shared = 0
  let weight = 0
  for (const [concept, own] of fewer.concepts) {
    if (!more.concepts.has(concept)) continue
    shared++
    weight += own
  }
  return shared < LEAST_SHARED ? 0 : weight
}

const weightOf = ({ concepts }: Stance): number => {
  let sum = 0
  for (const weight of concepts.values()) sum += weight
  return sum
}

// ── what is told of a line

function positionOf({ entries }: Line, index: number): Position {
  const days = entries.map(({ said }) => said.statement.said).filter(isDated)
  const published = entries.flatMap(({ said }) => said.document.published?.slice(0, 10) ?? []).sort()
  return {
    id: `p${index + 1}`,
    statements: entries.map(({ said }) => said.statement.id),
    first: days.flatMap(({ earliest, latest }) => earliest ?? latest ?? []).sort()[0] ?? null,
    last:
      days
        .flatMap(({ earliest, latest }) => latest ?? earliest ?? [])
        .sort()
        .at(-1) ?? null,
    told: entries.flatMap(({ said }) => said.told ?? []).sort()[0] ?? null,
    published: published.length === 0 ? null : [published[0]!, published.at(-1)!],
    own: entries.filter(({ said }) => said.own).length,
    documents: new Set(entries.map(({ said: { document } }) => document.url || document.id)).size,
  }
}
