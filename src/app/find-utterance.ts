/** Statements that report one utterance, or make one claim: walked along links, with pages and independent reports. */
import { dayKnown } from '../core/links/day-known.ts'
import type { Link, Relation } from '../core/links/link.ts'
import { type Origin, originsOf, type PageEvidence } from '../core/links/origins.ts'
import type { Deps, StatementRow } from './ports.ts'

type Store = Pick<Deps['store'], 'linksOf' | 'getStatement' | 'sketches'>

/** Statements that report one speech event. */
export interface Utterance {
  /** By day of saying, what is undated last. */
  readonly statements: readonly StatementRow[]
  /** Id of the statement that was published first; null where no page has a date. */
  readonly earliest: string | null
  /** Number of pages; versions of one are one. */
  readonly pages: number
  /** Of the pages, those that are no copies of one another and do not rest on one outlet. */
  readonly origins: readonly Origin[]
  /** False where more statements belong to it than are looked at. */
  readonly whole: boolean
}

/** Statements that one walk looks at. */
export const MOST_WALKED = 200

export interface Walk {
  /** Ids, the first ones included. */
  readonly statements: readonly string[]
  /** All links of any of them, whatever their kind; rejected ones left out. */
  readonly links: readonly Link[]
  readonly whole: boolean
}

/** Everything that links of `relations` join to `start`, nearest first. */
export async function walk(
  store: Pick<Store, 'linksOf'>,
  start: readonly string[],
  relations: ReadonlySet<Relation>,
): Promise<Walk> {
  const seen = new Set(start)
  const links = new Map<string, Link>()
  let whole = true
  for (let frontier = [...start]; frontier.length > 0; ) {
    const found = (await store.linksOf(frontier)).filter(({ level }) => level !== 'rejected')
    for (const link of found) links.set(`${link.from} ${link.to} ${link.relation}`, link)
    const ends = found.filter(({ relation }) => relations.has(relation)).flatMap(({ from, to }) => [from, to])
    const fresh = [...new Set(ends)].filter((id) => !seen.has(id)).sort()
    frontier = fresh.slice(0, MOST_WALKED - seen.size)
    whole &&= frontier.length === fresh.length
    for (const id of frontier) seen.add(id)
  }
  return { statements: [...seen], links: [...links.values()], whole }
}

/** The walk's statements that links of `relations` join, apart from those that nothing joins to them; each in the walk's order. */
export function components({ statements, links }: Walk, relations: ReadonlySet<Relation>): string[][] {
  const leaders = new Map(statements.map((id) => [id, id]))
  const leaderOf = (id: string): string => {
    let at = id
    while (leaders.get(at) !== at) at = leaders.get(at)!
    return at
  }
  for (const { from, to, relation } of links) {
    if (!relations.has(relation) || !leaders.has(from) || !leaders.has(to)) continue
    const [first, second] = [leaderOf(from), leaderOf(to)]
    if (first !== second) leaders.set(second, first)
  }
  return [...Map.groupBy(statements, leaderOf).values()]
}

export const SAME_UTTERANCE: ReadonlySet<Relation> = new Set(['same-utterance'])
export const SAME_CLAIM: ReadonlySet<Relation> = new Set(['same-utterance', 'repeats'])

export async function rowsOf(store: Pick<Store, 'getStatement'>, ids: readonly string[]): Promise<StatementRow[]> {
  const rows = await Promise.all(ids.map((id) => store.getStatement(id)))
  return rows.filter((row) => row !== null).sort(inOrderOfSaying)
}

/** What is undated last; of one day by document, and there in the order of the text. */
export function inOrderOfSaying(a: StatementRow, b: StatementRow): number {
  const [first, second] = [dayKnown(a) ?? '~', dayKnown(b) ?? '~']
  if (first !== second) return first < second ? -1 : 1
  if (a.document.id !== b.document.id) return a.document.id < b.document.id ? -1 : 1
  return (a.statement.content.spans[0]?.start ?? 0) - (b.statement.content.spans[0]?.start ?? 0)
}

/** @param rows in order of saying. */
export async function utteranceOf(
  store: Pick<Store, 'sketches'>,
  rows: readonly StatementRow[],
  whole: boolean,
): Promise<Utterance> {
  const pages = await pagesOf(store, rows)
  return { statements: rows, earliest: firstPublished(rows), pages: pagesAmong(rows), origins: originsOf(pages), whole }
}

const pagesAmong = (rows: readonly StatementRow[]): number =>
  new Set(rows.map(({ document }) => document.url ?? document.id)).size

/** In order of publication, what is undated last. */
async function pagesOf(store: Pick<Store, 'sketches'>, rows: readonly StatementRow[]): Promise<PageEvidence[]> {
  const byDocument = [...Map.groupBy(rows, ({ document }) => document.id).values()]
  const sketches = await store.sketches(byDocument.map(([row]) => row!.document.id))
  return byDocument
    .map((own) => ({
      document: own[0]!.document,
      sketch: sketches.get(own[0]!.document.id) ?? null,
      via: own.flatMap(({ statement }) => statement.via),
    }))
    .sort((a, b) => {
      const [first, second] = [a.document.published ?? '~', b.document.published ?? '~']
      if (first !== second) return first < second ? -1 : 1
      return a.document.id < b.document.id ? -1 : 1
    })
}

function firstPublished(rows: readonly StatementRow[]): string | null {
  const dated = rows.filter(({ document }) => document.published !== null)
  const [first] = dated.toSorted((a, b) => (a.document.published! < b.document.published! ? -1 : 1))
  return first?.statement.id ?? null
}
