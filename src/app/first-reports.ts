/** What an outlet reports as others do: the utterances it shares with their pages, and whose page was published first. */
import type { DocumentRecord } from '../core/document.ts'
import { isCopy, type PageEvidence } from '../core/links/origins.ts'
import { rowsOf, SAME_UTTERANCE, walk } from './find-utterance.ts'
import { sourceKey } from './list-sources.ts'
import type { Deps, StatementRow } from './ports.ts'

type Store = Pick<Deps['store'], 'sharedStatements' | 'linksOf' | 'getStatement' | 'sketches'>

export interface FirstReport {
  /** The statement as this outlet had it. */
  readonly row: StatementRow
  /** The first page of each other outlet, in order of publication, what is undated last. */
  readonly followers: readonly DocumentRecord[]
}

export interface SharedReports {
  /** Utterances that were looked at. */
  readonly looked: number
  /** False where there are more, of older pages. */
  readonly whole: boolean
  /** Of them: its page came out before that of every other outlet whose page has a date. */
  readonly first: readonly FirstReport[]
  /** Another outlet was before it. */
  readonly behind: number
  /** Of one day, or undated: which was first is not known. */
  readonly open: number
}

/** Two pages of one utterance, of this outlet and another, that have a text in common. */
export interface CopyPair {
  readonly own: DocumentRecord
  readonly other: DocumentRecord
  /** Which was published first; 0 where that is not known. */
  readonly order: number
}

/** Utterances that are walked, and statements that are looked at to find them: each takes some milliseconds. */
const MOST_UTTERANCES = 40
const MOST_STATEMENTS = 200

/** @param names all names of the outlet. */
export async function sharedReports(
  store: Store,
  names: readonly string[],
): Promise<SharedReports & { readonly pairs: readonly CopyPair[] }> {
  const ids = await store.sharedStatements(names, MOST_STATEMENTS)
  const seen = new Set<string>()
  const pairs = new Map<string, CopyPair>()
  const first: FirstReport[] = []
  let [looked, behind] = [0, 0]
  let whole = ids.length < MOST_STATEMENTS
  for (const id of ids) {
    if (seen.has(id)) continue
    if (looked === MOST_UTTERANCES) {
      whole = false
      break
    }
    looked++
    const found = await walk(store, [id], SAME_UTTERANCE)
    for (const each of found.statements) seen.add(each)
    const rows = await rowsOf(store, found.statements)
    const { own, others } = divided(rows, names)
    for (const pair of await copyPairs(store, own, others)) pairs.set(`${pair.own.id} ${pair.other.id}`, pair)
    const order = orderOf(own, others)
    if (order > 0) behind++
    if (order < 0) first.push({ row: own[0]!, followers: onePerOutlet(others) })
  }
  return { looked, whole, first, behind, open: looked - first.length - behind, pairs: [...pairs.values()] }
}

/** Both in order of publication, what is undated last. */
function divided(
  rows: readonly StatementRow[],
  names: readonly string[],
): { own: StatementRow[]; others: StatementRow[] } {
  const sorted = rows.toSorted(
    (a, b) => published(a.document) - published(b.document) || (a.document.id < b.document.id ? -1 : 1),
  )
  const { own = [], others = [] } = Object.groupBy(sorted, ({ document: { publisher } }) =>
    publisher !== null && names.includes(publisher) ? 'own' : 'others',
  )
  return { own, others }
}

const published = ({ published: date }: DocumentRecord): number =>
  date === null ? Number.POSITIVE_INFINITY : Date.parse(date)

/** Below 0 where its first page was before all others that have a date, above 0 where one was before it, else 0. */
function orderOf(own: readonly StatementRow[], others: readonly StatementRow[]): number {
  const [page] = own
  const dated = others.filter(({ document }) => document.published !== null)
  if (page === undefined || page.document.published === null || dated.length === 0) return 0
  const orders = dated.map(({ document }) => inOrder(page.document, document))
  return orders.some((order) => order > 0) ? 1 : orders.every((order) => order < 0) ? -1 : 0
}

/** By the moment where both pages tell it, else by the day; 0 where that does not decide. */
function inOrder(a: DocumentRecord, b: DocumentRecord): number {
  const [first, second] = [a.published, b.published]
  if (first === null || second === null) return 0
  if (first.length > 10 && second.length > 10) return Math.sign(Date.parse(first) - Date.parse(second))
  const [day, other] = [first.slice(0, 10), second.slice(0, 10)]
  return day < other ? -1 : day > other ? 1 : 0
}

function onePerOutlet(rows: readonly StatementRow[]): DocumentRecord[] {
  const byOutlet = Map.groupBy(rows, ({ document: { publisher, id } }) =>
    publisher === null ? id : sourceKey(publisher),
  )
  return [...byOutlet.values()].map(([row]) => row!.document)
}

async function copyPairs(
  store: Pick<Store, 'sketches'>,
  own: readonly StatementRow[],
  others: readonly StatementRow[],
): Promise<CopyPair[]> {
  const documents = [...new Map([...own, ...others].map(({ document }) => [document.id, document])).values()]
  const sketches = await store.sketches(documents.map(({ id }) => id))
  const evidence = ({ document }: StatementRow): PageEvidence => ({
    document,
    sketch: sketches.get(document.id) ?? null,
    via: [],
  })
  return own.flatMap((mine) =>
    others
      .filter((theirs) => isCopy(evidence(mine), evidence(theirs)))
      .map(({ document }) => ({ own: mine.document, other: document, order: inOrder(mine.document, document) })),
  )
}
