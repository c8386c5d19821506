/** A naive `Store` in memory, for tests of what stands on the port: slow, plain, and right enough to believe. */

import type { FollowState } from '../../src/app/fetch-ports.ts'
import {
  type DocumentEntry,
  type DocumentFilter,
  type DocumentRow,
  type EntityLinks,
  type Facets,
  type LedgerSummary,
  type LinkFilter,
  type LinkRow,
  MOST_FACETS,
  type Page,
  type QueryTally,
  type RunRecord,
  type StatementFilter,
  type StatementRow,
  type StatementSort,
  type Store,
} from '../../src/app/ports.ts'
import type { DocumentRecord } from '../../src/core/document.ts'
import { isDated } from '../../src/core/is-dated.ts'
import type { Link } from '../../src/core/links/link.ts'
import type { Linker } from '../../src/core/links/linker.ts'
import { sketchOf } from '../../src/core/links/min-hash.ts'
import { fieldQuery, type Query } from '../../src/core/query/query.ts'
import type { Statement } from '../../src/core/statement.ts'
import {
  allSpeakers,
  entitiesOf,
  isBy,
  keysOf,
  knownEntity,
  meant,
  type Put,
  profileOf,
  speakersNamed,
  timelineOf,
} from './memory-entities.ts'
import { naiveLinks } from './naive-links.ts'
import { answers, type NaiveLedger } from './naive-query.ts'
import { naiveSources } from './naive-sources.ts'
import { naiveVersions } from './naive-versions.ts'

/**
 * @param given what it holds already, with links where statements name entities
 * @param linker how statements are linked; without one nothing is
 */
export function memoryStore(
  given: readonly (DocumentEntry | readonly [DocumentEntry, EntityLinks])[] = [],
  linker: Linker | null = null,
): Store & { readonly runs: readonly RunRecord[] } {
  const pairs = given.map((each) => ('document' in each ? ([each, { revision: 0, entities: [] }] as const) : each))
  const entries = new Map(pairs.map(([entry]) => [entry.document.id, entry]))
  const links = new Map<string, EntityLinks>(pairs.map(([entry, links]) => [entry.document.id, links]))
  const puts = (): Put[] =>
    [...entries.values()].map((entry) => ({
      entry,
      links: links.get(entry.document.id) ?? { revision: 0, entities: [] },
    }))
  const revision = (): number => entitiesOf(puts()).length
  const runs: RunRecord[] = []
  let isRelinkDue = false
  const follows = new Map<string, FollowState>()
  const originals = new Map<string, Uint8Array>()
  const rows = (): StatementRow[] =>
    [...entries.values()].flatMap(({ document, statements }) =>
      statements.map((statement) => ({ statement, document })),
    )
  const naive = (): NaiveLedger => ({
    statements: rows().map(({ statement }) => statement),
    meant: (name) => meant(puts(), name),
  })
  const answering = (query: Query): StatementRow[] =>
    rows().filter(({ statement, document }) => answers(statement, document, query, naive()))
  let linked: { readonly documents: number; readonly links: readonly Link[] } = { documents: 0, links: [] }
  const allLinks = (): readonly Link[] => {
    if (linker !== null && (linked.documents !== entries.size || isRelinkDue)) {
      linked = { documents: entries.size, links: naiveLinks(rows(), linker) }
    }
    return linked.links
  }
  const foundLinks = (filter: LinkFilter): LinkRow[] => {
    const byId = new Map(rows().map((row) => [row.statement.id, row]))
    const isAsked = ({ statement, document }: StatementRow): boolean => {
      if (filter.statement && statement.id !== filter.statement) return false
      if (filter.document && document.id !== filter.document) return false
      if (!filter.speaker || isBy(statement, meant(puts(), filter.speaker))) return true
      return fold(statement.speaker?.name ?? '').includes(fold(filter.speaker))
    }
    return allLinks()
      .filter(({ relation }) => !filter.relation || relation === filter.relation)
      .filter(({ type }) => !filter.type || type === filter.type)
      .filter(
        ({ level }) => !filter.level || level === filter.level || (filter.level === 'standing' && level !== 'rejected'),
      )
      .map((link) => ({ link, from: byId.get(link.from)!, to: byId.get(link.to)! }))
      .filter(({ from, to }) => isAsked(from) || isAsked(to))
  }

  const sorted = (): DocumentEntry[] => [...entries.values()].sort(newestFirst)

  const found = (filter: StatementFilter): StatementRow[] => {
    const rows: StatementRow[] = []
    for (const { document, statements } of sorted()) {
      if (!passes(document, filter)) continue
      for (const statement of statements) {
        const speaker = statement.speaker?.name ?? ''
        if (filter.document !== undefined && filter.document !== document.id) continue
        if (filter.form !== undefined && filter.form !== statement.form) continue
        if (filter.manner !== undefined && filter.manner !== statement.manner) continue
        if (filter.speaker !== undefined && !fold(speaker).includes(fold(filter.speaker))) {
          if (!isBy(statement, meant(puts(), filter.speaker))) continue
        }
        const principal = statement.speaker?.speaksFor?.entity ?? ''
        if (filter.speaksFor !== undefined && !meant(puts(), filter.speaksFor).includes(principal)) continue
        if (!isSaidWithin(statement, filter)) continue
        if (filter.query !== undefined && !answers(statement, document, filter.query, naive())) continue
        if (!hasWords(`${statement.content.text}\n${speaker}`, filter.text)) continue
        rows.push({ statement, document })
      }
    }
    return rows.toSorted(inOrder(filter.sort ?? 'newest'))
  }

  return {
    runs,
    async findByDigest(sha256, url) {
      return (
        sorted().find(({ document }) => document.sha256 === sha256 && (url === null || document.url === url))?.document
          .id ?? null
      )
    },
    getOriginal: async (id) => originals.get(id) ?? null,
    async flush() {},
    async followStates(urls) {
      return new Map(urls.flatMap((url) => (follows.has(url) ? [[url, follows.get(url)!] as const] : [])))
    },
    async putFollowState(url, state) {
      follows.set(url, state)
    },
    async duePages(now, most) {
      return [...follows]
        .flatMap(([url, state]) =>
          state.kind === 'page' && state.due !== null && state.due <= now ? [{ url, state }] : [],
        )
        .sort((a, b) => (a.state.due! < b.state.due! ? -1 : a.state.due! > b.state.due! ? 1 : a.url < b.url ? -1 : 1))
        .slice(0, most)
    },
    async putDocument(entry, given = { revision: 0, entities: [] }, original, applied) {
      if (entries.has(entry.document.id)) return 'already-stored'
      const ids = new Set(entitiesOf(puts()).map(({ id }) => id))
      const adds = given.entities.some(({ entity: { id } }) => id.startsWith('e-') && !ids.has(id))
      if (adds && given.revision !== revision()) return 'outdated'
      entries.set(entry.document.id, entry)
      if (original !== undefined) originals.set(entry.document.id, original)
      links.set(entry.document.id, given)
      applied?.()
      return 'stored'
    },
    async knownEntities(keys) {
      const all = entitiesOf(puts())
      const found = keys.map((key) => [key, all.filter((entity) => keysOf(puts(), entity).has(key))] as const)
      const known = found.map(
        ([key, entities]) => [key, entities.map((entity) => knownEntity(puts(), entity))] as const,
      )
      return { revision: revision(), byKey: new Map(known.filter(([, entities]) => entities.length > 0)) }
    },
    speakersNamed: async (name) => speakersNamed(puts(), name),
    getSpeaker: async (speaker) => profileOf(puts(), speaker),
    listSpeakers: async (filter) => pageOf(allSpeakers(puts(), filter.text), filter),
    timeline: async (filter) => timelineOf(puts(), filter, naive()),
    async listSubjects(filter) {
      const names = new Map<string, string>()
      for (const name of rows().flatMap(({ statement }) => statement.about)) {
        const known = names.get(fold(name))
        if (known === undefined || name < known) names.set(fold(name), name)
      }
      const found = [...names.values()]
        .filter((name) => hasWords(name, filter.text))
        .map((name) => ({ name, ...tallyOf(answering(fieldQuery('about', name))) }))
        .sort((a, b) => b.statements - a.statements || (fold(a.name) < fold(b.name) ? -1 : 1))
      return pageOf(found, filter)
    },
    tally: async (query) => tallyOf(answering(query)),
    answers: async (id, queries) =>
      queries.map((query) => answering(query).some(({ statement }) => statement.id === id)),
    getDocument: async (id) => entries.get(id) ?? null,
    async getStatement(id) {
      for (const { document, statements } of entries.values()) {
        const statement = statements.find((candidate) => candidate.id === id)
        if (statement !== undefined) return { statement, document }
      }
      return null
    },
    async listDocuments(filter) {
      const rows = sorted()
        .filter((entry) => passes(entry.document, filter))
        .filter((entry) => hasWords(`${entry.document.title ?? ''}\n${entry.text}`, filter.text))
      return pageOf(rows.map(documentRow), filter)
    },
    listStatements: async (filter) => pageOf(found(filter), filter),
    facets: async (filter, atMost) => facetsOf(found(filter), [...entries.keys()], atMost),
    links: async (filter) => pageOf(foundLinks(filter), filter),
    async linkTypes(filter) {
      const all = foundLinks({ ...filter, type: undefined })
      const types = Map.groupBy(all, ({ link }) => link.type)
      return new Map([...types].map(([type, rows]) => [type, rows.length]))
    },
    linksOf: async (ids) => allLinks().filter(({ from, to }) => ids.includes(from) || ids.includes(to)),
    ...naiveVersions(() => [...entries.values()]),
    ...naiveSources(
      () => [...entries.values()],
      allLinks,
      (id) => entitiesOf(puts()).find((entity) => entity.id === id)!.name,
    ),
    async relink() {
      isRelinkDue = false
      return { statements: rows().length, links: allLinks().length }
    },
    async passages() {
      throw new Error('quotes are looked up in a ledger')
    },
    async sketches(ids) {
      const known = ids.flatMap((id) => entries.get(id) ?? [])
      return new Map(known.map(({ document, text }) => [document.id, sketchOf(text)]))
    },
    summary: async () => summaryOf([...entries.values()]),
    async startRun(started) {
      const id = runs.length + 1
      runs.push({ id, started, finished: null, stored: 0, already: 0, failed: 0 })
      return id
    },
    async finishRun(run) {
      runs[run.id - 1] = run
    },
    check: async () => ({
      documents: entries.size,
      statements: rows().length,
      faults: 0,
      due: isRelinkDue ? ['relink'] : [],
      isSound: true,
    }),
    repair: async () => 0,
    restoreText: async () => false,
    getPage: async (id) => entries.get(id) ?? null,
    async readings(limit, after) {
      const all = [...entries.values()].map(({ document: { id, language }, pipeline }) => ({ id, language, pipeline }))
      const { rows, next } = pageOf(all, { limit, after })
      return { rows, next }
    },
    async replaceStatements(entry, given) {
      const { id } = entry.document
      const old = entries.get(id)
      if (old === undefined) return { outcome: 'unknown' }
      const ids = new Set(entitiesOf(puts()).map((entity) => entity.id))
      const adds = given.entities.some(({ entity }) => entity.id.startsWith('e-') && !ids.has(entity.id))
      if (adds && given.revision !== revision()) return { outcome: 'outdated' }
      const { statements, notices, pipeline } = entry
      entries.set(id, { ...old, statements, notices, pipeline })
      links.set(id, given)
      isRelinkDue = true
      const before = new Set(old.statements.map((statement) => statement.id))
      const now = new Set(statements.map((statement) => statement.id))
      const gone = [...before].filter((each) => !now.has(each))
      const kept = before.size - gone.length
      return { outcome: 'replaced', kept, added: now.size - kept, gone, decisionsLost: 0 }
    },
    isRelinkDue: async () => isRelinkDue,
    async backup() {
      throw new Error('what is in memory alone is not copied')
    },
    revision: async () => `${entries.size} ${runs.length}`,
    async close() {},
  }
}

function tallyOf(rows: readonly StatementRow[]): QueryTally {
  const days = rows.map(({ statement: { said } }) => said).filter(isDated)
  return {
    statements: rows.length,
    first: days.flatMap(({ earliest }) => earliest ?? []).sort()[0] ?? null,
    last:
      days
        .flatMap(({ latest }) => latest ?? [])
        .sort()
        .at(-1) ?? null,
  }
}

const documentRow = ({ document, statements, notices, added }: DocumentEntry): DocumentRow => ({
  document,
  statements: statements.length,
  notices,
  added,
})

function newestFirst({ document: a }: DocumentEntry, { document: b }: DocumentEntry): number {
  if (a.published !== b.published) {
    if (a.published === null) return 1
    if (b.published === null) return -1
    return a.published < b.published ? 1 : -1
  }
  return a.id < b.id ? -1 : 1
}

function passes(
  document: DocumentRecord,
  { publisher, language, from, to }: DocumentFilter | StatementFilter,
): boolean {
  if (publisher !== undefined && document.publisher !== publisher) return false
  if (language !== undefined && document.language !== language) return false
  const day = document.published?.slice(0, 10) ?? null
  if (from !== undefined && (day === null || day < from)) return false
  return to === undefined || (day !== null && day <= to)
}

function isSaidWithin({ said }: Statement, { saidFrom, saidTo }: StatementFilter): boolean {
  if (saidFrom === undefined && saidTo === undefined) return true
  if (!isDated(said)) return false
  const { earliest, latest } = said
  if (saidFrom !== undefined && (latest ?? '~') < saidFrom) return false
  return saidTo === undefined || (earliest ?? '') <= saidTo
}

/** Every word, "a phrase", -without, begin*: on whole folded words. */
function hasWords(text: string, query: string | undefined): boolean {
  if (query === undefined) return true
  const haystack = ` ${wordsOf(text).join(' ')} `
  for (const [, minus, phrase, plain] of query.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const words = wordsOf(phrase ?? plain ?? '').join(' ')
    if (words === '') continue
    const open = plain?.endsWith('*') === true
    if (haystack.includes(` ${words}${open ? '' : ' '}`) === (minus === '-')) return false
  }
  return true
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function pageOf<Row>(rows: readonly Row[], { limit, after }: { limit: number; after?: string | undefined }): Page<Row> {
  const from = after === undefined ? 0 : Number(after)
  const to = from + limit
  return { rows: rows.slice(from, to), total: rows.length, next: to < rows.length ? String(to) : null }
}

/** What has no date last. Rows come newest first; equal ones stay so, but for documents of one day, which `oldest` turns round. */
function inOrder(sort: StatementSort): (a: StatementRow, b: StatementRow) => number {
  const dayOf = ({ statement, document }: StatementRow): string | null =>
    sort === 'said' ? (isDated(statement.said) ? (statement.said.earliest ?? '') : null) : document.published
  if (sort === 'newest') return () => 0
  return (a, b) => {
    const [one, other] = [dayOf(a), dayOf(b)]
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
    const days = one < other ? -1 : one > other ? 1 : 0
    if (sort === 'oldest') return days || (a.document.id < b.document.id ? 1 : a.document.id > b.document.id ? -1 : 0)
    return -days || (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : 0)
  }
}

/** @param ids of the documents in the order in which they were stored. */
function facetsOf(rows: readonly StatementRow[], ids: readonly string[], atMost: number): Facets {
  const stored = (row: StatementRow): number => ids.indexOf(row.document.id)
  const counted = rows
    .toReversed()
    .sort((a, b) => stored(b) - stored(a))
    .slice(0, atMost)
  const facet = (names: readonly (string | null)[]) =>
    tally(names)
      .slice(0, MOST_FACETS)
      .map(([name, statements]) => ({ name, statements }))
  const years = facet(counted.map(({ document }) => document.published?.slice(0, 4) ?? null))
  return {
    total: rows.length,
    counted: counted.length,
    facets: {
      speaker: facet(counted.map(({ statement }) => statement.speaker?.name ?? null)),
      about: facet(counted.flatMap(({ statement }) => [...new Set(statement.about)])),
      act: facet(counted.map(({ statement }) => statement.act.type)),
      publisher: facet(counted.map(({ document }) => document.publisher)),
      form: facet(counted.map(({ statement }) => statement.form)),
      year: years.toSorted((a, b) => (a.name < b.name ? 1 : -1)),
    },
  }
}

function summaryOf(entries: readonly DocumentEntry[]): LedgerSummary {
  const rows = entries.flatMap(({ document, statements }) => statements.map((statement) => ({ statement, document })))
  const dates = entries.flatMap(({ document }) => document.published?.slice(0, 10) ?? []).sort()
  const publishers = tally(rows.map((row) => row.document.publisher))
  const speakers = tally(rows.map((row) => row.statement.speaker?.name ?? null))
  const languages = tally(entries.map(({ document }) => document.language))
  return {
    documents: entries.length,
    statements: rows.length,
    publishers: publishers.map(([name, statements]) => ({ name, statements })),
    speakers: speakers.map(([name, statements]) => ({ name, statements })),
    languages: languages.map(([name, documents]) => ({ name, documents })),
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
  }
}

function tally(names: readonly (string | null)[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
}
