/** Pages of statements: newest publication first, undated last, then by document id; inside a document in text order. */
import type { SQLOutputValue } from 'node:sqlite'
import type { Page, StatementFilter, StatementRow, StatementSort } from '../app/ports.ts'
import type { DocumentRecord } from '../core/document.ts'
import type { Statement } from '../core/statement.ts'
import { checkLimit, foreignCursor, fromCursor, toCursor } from './cursor.ts'
import {
  addDocumentConditions,
  addFormConditions,
  Conditions,
  entityCondition,
  saidCondition,
  searchCondition,
  speakerCondition,
} from './filters.ts'
import { liftedQuery } from './lifted-query.ts'
import { queryCondition } from './query-conditions.ts'
import { fromJson } from './read-entry.ts'
import { parseSearch } from './search-query.ts'
import { entitiesMeant } from './speakers.ts'
import type { Prepare } from './sqlite.ts'
import { marked, STRETCHES, unmarked } from './statement-order.ts'

/** What can find statements by an index of its own. */
const finders = ['text', 'speaker', 'speaksFor', 'said', 'query'] as const
type Finder = (typeof finders)[number]

/**
 * Two ways to the same rows. In order: walk the documents in the order of the page and test each statement; quick when
 * many match, since the page is soon full. Found first: start from what one of the filters finds, and sort it; quick
 * when few match. SQLite cannot tell which is which; counting first can.
 */
export type Plan = ({ readonly kind: 'in-order' } | { readonly kind: 'found-first'; readonly by: Finder }) & {
  /** Whether words are looked for in each row that something else brings, which are few, and not in all the ledger. */
  readonly isProbing: boolean
}

/** Where the two plans cost about the same for a page of 50 among 200,000 statements; both are quick around it. */
const fewEnoughToSort = 2000
/** Looking for a word in one row costs as much as finding it in so many. */
const costOfProbe = 300
/** Then words are not even counted. */
const fewEnoughToProbe = 50

/** @throws OnrecordError `invalid-input` for a limit or cursor that cannot be. */
export function statementsPage(
  prepare: Prepare,
  filter: StatementFilter,
  plans: Plans = new Map(),
): Page<StatementRow> {
  checkLimit(filter.limit, 'listStatements')
  const sort = filter.sort ?? 'newest'
  const from = placeOf(filter.after, sort)
  const { asked, plan, total } = planned(prepare, filter, plans)
  if (total === 0) return { rows: [], total, next: null }

  const rows: Record<string, SQLOutputValue>[] = []
  for (let at = from.stretch; at < STRETCHES[sort].length && rows.length <= filter.limit; at++) {
    const conditions = walkConditions(prepare, asked, plan, sort === 'said' && at === 0)
    const place = at === from.stretch ? from.place : null
    const found = stretchOf(prepare, { sort, at, conditions, plan, place, limit: filter.limit + 1 - rows.length })
    rows.push(...found.map((row) => ({ ...row, stretch: at })))
  }
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      statement: fromJson<Statement>(row.body!),
      document: fromJson<DocumentRecord>(row.record!),
    })),
    total,
    next:
      rows.length > shown.length
        ? toCursor([
            marked(sort, last!.stretch as number, last!.value as string),
            last!.id as string,
            last!.ord as number,
          ])
        : null,
  }
}

export interface Planned {
  readonly asked: Asked
  readonly plan: Plan
  readonly total: number
}

/** Of one state of the ledger, by filter: a list, its facets and its next pages are planned once. */
export type Plans = Map<string, Planned>

const MOST_PLANS = 200

/** What of a filter finds rows, what only tests them, and how many there are. */
export function planned(prepare: Prepare, filter: StatementFilter, plans: Plans): Planned {
  const { limit: _, after: __, sort: ___, ...asking } = filter
  const key = JSON.stringify(asking)
  const known = plans.get(key)
  if (known !== undefined) return known
  if (plans.size >= MOST_PLANS) plans.delete(plans.keys().next().value!)
  const made = plannedAnew(prepare, filter)
  plans.set(key, made)
  return made
}

function plannedAnew(prepare: Prepare, filter: StatementFilter): Planned {
  const meant = { speaker: entitiesMeant(prepare, filter.speaker), speaksFor: entitiesMeant(prepare, filter.speaksFor) }
  const { onDocuments, rest } = liftedQuery(filter.query)
  const asked: Asked = { filter: { ...filter, query: rest }, meant, onDocuments }
  const counts: Count[] = []
  for (const finder of finders.filter((finder) => finder !== 'text')) {
    const condition = finderCondition(prepare, asked, finder, 's.')
    const found = countFound(prepare, condition, null)
    if (found !== null) counts.push({ finder, found, parts: condition.parts.length })
  }
  const rows = rowsWithoutWords(prepare, asked, counts)
  const words = wordsAlone(filter.text)
  const text = rows <= fewEnoughToProbe && words !== null ? new Conditions() : searchOf(filter)
  const withWords = countFound(prepare, text, words)
  const isProbing = words !== null && (withWords === null || rows * costOfProbe < withWords)
  if (withWords !== null) counts.push({ finder: 'text', found: withWords, parts: text.parts.length })
  const plan = planFor(counts, isProbing)
  return { asked, plan, total: countAll(prepare, asked, plan, counts) }
}

const searchOf = ({ text }: StatementFilter): Conditions => searchCondition('statement_search', 's.seq', text)

interface Count {
  readonly finder: Finder
  readonly found: number
  /** Conditions that say it. */
  readonly parts: number
}

/** How many rows bring what a filter asks besides words. */
function rowsWithoutWords(prepare: Prepare, asked: Asked, counts: readonly Count[]): number {
  const conditions = documentConditions(asked)
  const documents = conditions.parts.length === 0 ? Infinity : countDocuments(prepare, conditions)
  return Math.min(documents, fewestOf(counts)?.found ?? Infinity)
}

interface Place {
  readonly value: string
  readonly id: string
  readonly ord: number
}

function placeOf(
  after: string | undefined,
  sort: StatementSort,
): { readonly stretch: number; readonly place: Place | null } {
  if (after === undefined) return { stretch: 0, place: null }
  const [value, id, ord] = fromCursor(after, 3, 'listStatements')
  const found = unmarked(sort, value)
  if (found === null) throw foreignCursor('listStatements')
  return { stretch: found.stretch, place: { value: found.value, id, ord } }
}

interface Walk {
  readonly sort: StatementSort
  readonly at: number
  readonly conditions: Conditions
  readonly plan: Plan
  readonly place: Place | null
  readonly limit: number
}

function stretchOf(prepare: Prepare, { sort, at, conditions, plan, place, limit }: Walk) {
  const { only, orderBy, column, after } = STRETCHES[sort][at]!
  if (only !== null) conditions.add(only)
  if (place !== null) conditions.addAll(after(place.value, place.id, place.ord))
  const tables = sort === 'said' && at === 0 && plan.kind === 'in-order' ? joined['found-first'] : joined[plan.kind]
  const outer = orderBy.replaceAll(/[ds]\./g, 'k.')
  return prepare(
    `SELECT k.*, sb.body, db.record FROM
       (SELECT s.seq, s.document, s.ord, d.id, d.published, s.said_from, ${column} AS value FROM ${tables}
        WHERE ${conditions.sql} ORDER BY ${orderBy} LIMIT ?) k
     CROSS JOIN statement_bodies sb ON sb.seq = k.seq CROSS JOIN document_bodies db ON db.seq = k.document
     ORDER BY ${outer}`,
  ).all(...conditions.values, limit)
}

/** CROSS JOIN keeps SQLite to the order written. */
export const joined: Record<Plan['kind'], string> = {
  'in-order': 'documents d CROSS JOIN statements s ON s.document = d.seq',
  'found-first': 'statements s CROSS JOIN documents d ON d.seq = s.document',
}

export interface Asked {
  readonly filter: StatementFilter
  /** Numbers of the entities that a name may mean; null where nothing is asked. */
  readonly meant: { readonly speaker: readonly number[] | null; readonly speaksFor: readonly number[] | null }
  /** What the query asked of documents; it is not in that of `filter` any more. */
  readonly onDocuments: Conditions
}

function planFor(counts: readonly Count[], isProbing: boolean): Plan {
  const fewest = fewestOf(isProbing ? counts.filter(({ finder }) => finder !== 'text') : counts)
  if (fewest === undefined || fewest.found > fewEnoughToSort) return { kind: 'in-order', isProbing }
  return { kind: 'found-first', by: fewest.finder, isProbing }
}

/** How many statements one condition finds on its own; null where it asks for nothing. */
function countFound(prepare: Prepare, condition: Conditions, words: string | null): number | null {
  if (condition.parts.length === 0) return null
  // The index of words counts ten times as fast as a look at each statement it finds.
  if (words !== null) return countWords(prepare, words)
  return totalOf(prepare, `SELECT count(*) AS total FROM statements s WHERE ${condition.sql}`, condition)
}

/** What the index is asked; null where it has to be asked for what it does not find. */
export function wordsAlone(text: string | undefined): string | null {
  const query = parseSearch(text ?? '')
  if (query === null || query.match === null) return null
  return query.exclude === null ? query.match : `(${query.match}) NOT (${query.exclude})`
}

const countWords = (prepare: Prepare, words: string): number =>
  prepare('SELECT count(*) AS total FROM statement_search WHERE statement_search MATCH ?').get(words)!.total as number

function countAll(prepare: Prepare, asked: Asked, plan: Plan, counts: readonly Count[]): number {
  const onDocuments = documentConditions(asked)
  const conditions = allConditions(prepare, asked, plan)
  if (conditions.parts.length === onDocuments.parts.length) return countDocuments(prepare, conditions)
  // What a finder finds on its own is all there is to count when nothing else is asked.
  const [only] = counts
  if (only !== undefined && conditions.parts.length === only.parts) return only.found
  const from = onDocuments.parts.length === 0 ? 'statements s' : joined[plan.kind]
  return totalOf(prepare, `SELECT count(*) AS total FROM ${from} WHERE ${conditions.sql}`, conditions)
}

const fewestOf = (counts: readonly Count[]): Count | undefined => counts.toSorted((a, b) => a.found - b.found)[0]

const countDocuments = (prepare: Prepare, conditions: Conditions): number =>
  totalOf(prepare, `SELECT sum(d.statements) AS total FROM documents d WHERE ${conditions.sql}`, conditions)

/** The condition of one finder; `s` is `s.` where it is to find by its index, `+s.` where it only tests rows. */
function finderCondition(prepare: Prepare, { filter, meant }: Asked, finder: Finder, s: 's.' | '+s.'): Conditions {
  switch (finder) {
    case 'text':
      return searchCondition('statement_search', `${s}seq`, filter.text)
    case 'speaker':
      return speakerCondition(filter.speaker, meant.speaker, s)
    case 'speaksFor':
      return entityCondition(`${s}principal`, meant.speaksFor)
    case 'said':
      return saidCondition(filter.saidFrom, filter.saidTo, s)
    case 'query':
      return queryCondition(prepare, filter.query, s)
  }
}

function documentConditions({ filter, onDocuments }: Asked): Conditions {
  const conditions = new Conditions()
  addDocumentConditions(conditions, filter)
  if (filter.document) conditions.add('d.id = ?', filter.document)
  conditions.addAll(onDocuments)
  return conditions
}

export function allConditions(prepare: Prepare, asked: Asked, plan: Plan, walksBySaid = false): Conditions {
  const conditions = documentConditions(asked)
  addFormConditions(conditions, asked.filter)
  const by = plan.kind === 'found-first' ? plan.by : walksBySaid ? 'said' : null
  // A "+" keeps SQLite from finding by that column: it only tests the rows that the plan brings.
  for (const finder of finders) {
    if (finder === 'text' && plan.isProbing) conditions.add(probe, wordsAlone(asked.filter.text)!)
    else conditions.addAll(finderCondition(prepare, asked, finder, finder === by ? 's.' : '+s.'))
  }
  return conditions
}

/** Whether one row has the words. */
const probe = `EXISTS (SELECT 1 FROM statement_search WHERE statement_search MATCH ? AND rowid = s.seq)`

/** Of a page: who walks in order does not gather all documents of a publisher first, to sort them. */
function walkConditions(prepare: Prepare, asked: Asked, plan: Plan, walksBySaid: boolean): Conditions {
  const conditions = allConditions(prepare, asked, plan, walksBySaid)
  if (plan.kind === 'found-first') return conditions
  const walked = new Conditions()
  walked.parts.push(...conditions.parts.map((part) => part.replace(/^d\.publisher/, '+d.publisher')))
  walked.values.push(...conditions.values)
  return walked
}

const totalOf = (prepare: Prepare, sql: string, conditions: Conditions): number =>
  (prepare(sql).get(...conditions.values)!.total as number | null) ?? 0
