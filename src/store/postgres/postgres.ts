/** The `Store` on PostgreSQL: one schema of a database, any number of programs on any number of machines at a time. */
import type {
  ChangedFilter,
  CheckOptions,
  DocumentEntry,
  DocumentFilter,
  EntityLinks,
  FollowState,
  LinkFilter,
  Lookup,
  OutletNames,
  RepairNeeds,
  RunRecord,
  SpeakerFilter,
  SpeakerKey,
  StatementFilter,
  Store,
  SubjectFilter,
  TimelineFilter,
} from '../../app/ports.ts'
import { OnrecordError } from '../../core/errors.ts'
import type { Linker } from '../../core/links/linker.ts'
import type { Query } from '../../core/query/query.ts'
import { isItsText } from '../restore-text.ts'
import { checkAll, readPage, repairAll, restoreText } from './check.ts'
import { Database, type Sql } from './database.ts'
import { documentsPage } from './documents-page.ts'
import { putFollowState, readDuePages, readFollowStates } from './follow-states.ts'
import { Kept, stateOf } from './kept.ts'
import { knownEntities } from './known-entities.ts'
import { Linking } from './linking.ts'
import { linksOf, linksPage, linkTypes } from './links-page.ts'
import { passages } from './passages.ts'
import { isOutdated, putEntry } from './put-entry.ts'
import { findByDigest, readEntry, readOriginal, readStatement } from './read-entry.ts'
import { isRelinkDue, readingsPage } from './readings.ts'
import { relinkAll } from './relink.ts'
import { replaceStatements } from './replace-statements.ts'
import { finishRun, startRun } from './runs.ts'
import { readSketches } from './sketches.ts'
import { readOutletTallies, readPublishers, readRelays, readShared } from './sources.ts'
import { readSpeaker, speakersNamed } from './speakers.ts'
import { speakersPage } from './speakers-page.ts'
import { answersQuery, subjectsPage, tallyOf } from './subjects.ts'
import { readTimeline } from './timeline.ts'
import { valuesOf } from './values-of.ts'
import { changedPages, readVersions } from './versions.ts'

export interface PostgresOptions {
  /** `create` (the default) begins a ledger where there is none; `existing` refuses with `ledger-missing`. */
  readonly mode?: 'create' | 'existing'
  /** Connections at most. Default 8. */
  readonly connections?: number
  /** How long to wait for a connection and for another program's lock. Default 10. */
  readonly busySeconds?: number
  /** How long a server that has answered before and went away is waited for. Default 30. */
  readonly outageSeconds?: number
  /** How statements are linked as they come in. Without one, nothing is linked. */
  readonly linker?: Linker
}

/**
 * The ledger at `postgres://…?schema=NAME`; nothing is asked of the server before the first call.
 * @throws OnrecordError `ledger-unopenable` for an address that is none. The first call may throw `ledger-missing`,
 * `ledger-unopenable`, `not-a-ledger`, `ledger-newer`; any call `ledger-unreachable`.
 */
export function openPostgresStore(url: string, options: PostgresOptions = {}): Store {
  const { mode = 'create', linker, ...rest } = options
  return new PostgresStore(new Database(url, { mode, ...rest }), linker)
}

class PostgresStore implements Store {
  readonly #db: Database
  readonly #linking: Linking | null
  readonly #kept = new Kept()

  constructor(db: Database, linker: Linker | undefined) {
    this.#db = db
    this.#linking = linker === undefined ? null : new Linking(linker, db.schema)
  }

  findByDigest(sha256: string, url: string | null) {
    return this.#db.asking((sql) => findByDigest(sql, sha256, url))
  }

  async putDocument(
    entry: DocumentEntry,
    links: EntityLinks = { revision: 0, entities: [] },
    original: Uint8Array | null = null,
    applied?: () => void,
  ) {
    const values = valuesOf(entry, links, this.#linking, original)
    const outcome = await this.#orOutdated((sql, maybeDone) =>
      putEntry(sql, this.#db.schema, values, this.#linking, maybeDone),
    )
    // Each is a commit of its own: nobody has to wait for others.
    if (outcome !== 'outdated') applied?.()
    return outcome
  }

  async flush() {}

  knownEntities(keys: readonly string[]) {
    return this.#db.asking((sql) => knownEntities(sql, keys))
  }

  getDocument(id: string) {
    return this.#db.reading((sql) => readEntry(sql, id))
  }

  getStatement(id: string) {
    return this.#db.asking((sql) => readStatement(sql, id))
  }

  getOriginal(id: string) {
    return this.#db.asking((sql) => readOriginal(sql, id))
  }

  listDocuments(filter: DocumentFilter) {
    return this.#db.reading((sql) => documentsPage(sql, filter))
  }

  listStatements(filter: StatementFilter) {
    return this.#db.reading((sql) => this.#kept.page(sql, filter))
  }

  facets(filter: StatementFilter, atMost: number) {
    return this.#db.reading((sql) => this.#kept.facets(sql, filter, atMost))
  }

  speakersNamed(name: string) {
    return this.#db.reading((sql) => speakersNamed(sql, name))
  }

  getSpeaker(speaker: SpeakerKey) {
    return this.#db.reading((sql) => readSpeaker(sql, speaker))
  }

  listSpeakers(filter: SpeakerFilter) {
    return this.#db.reading((sql) => speakersPage(sql, filter))
  }

  timeline(filter: TimelineFilter) {
    return this.#db.reading((sql) => readTimeline(sql, filter))
  }

  links(filter: LinkFilter) {
    return this.#db.reading((sql) => linksPage(sql, filter))
  }

  linkTypes(filter: LinkFilter) {
    return this.#db.reading((sql) => linkTypes(sql, filter))
  }

  linksOf(statements: readonly string[]) {
    return this.#db.reading((sql) => linksOf(sql, statements))
  }

  passages(lookup: Lookup, limit: number) {
    return this.#db.reading((sql) => passages(sql, lookup, limit))
  }

  relink(progress: (done: number, total: number) => void = () => {}) {
    const linking = this.#linking
    const work = async (sql: Sql) => {
      if (linking === null) throw new OnrecordError('bug', { reason: 'this store was opened without a linker' })
      await linking.lock(sql)
      return relinkAll(sql, linking.linker, progress)
    }
    return this.#db.writing(work, { repeatable: true, unhurried: true })
  }

  sketches(documents: readonly string[]) {
    return this.#db.asking((sql) => readSketches(sql, documents))
  }

  summary() {
    return this.#db.reading((sql) => this.#kept.summary(sql))
  }

  revision() {
    return this.#db.asking(stateOf)
  }

  listSubjects(filter: SubjectFilter) {
    return this.#db.reading((sql) => subjectsPage(sql, filter))
  }

  tally(query: Query) {
    return this.#db.reading((sql) => tallyOf(sql, query))
  }

  answers(statement: string, queries: readonly Query[]) {
    return this.#db.reading(async (sql) => {
      const answers: boolean[] = []
      for (const query of queries) answers.push(await answersQuery(sql, statement, query))
      return answers
    })
  }

  publishers() {
    return this.#db.reading(readPublishers)
  }

  relays() {
    return this.#db.reading(readRelays)
  }

  outletTallies(names: OutletNames, most: number) {
    return this.#db.reading((sql) => readOutletTallies(sql, names, most))
  }

  sharedStatements(publishers: readonly string[], most: number) {
    return this.#db.reading((sql) => readShared(sql, publishers, most))
  }

  followStates(urls: readonly string[]) {
    return this.#db.reading((sql) => readFollowStates(sql, urls))
  }

  putFollowState(url: string, state: FollowState) {
    return this.#db.writing((sql) => putFollowState(sql, url, state), { repeatable: true })
  }

  duePages(now: string, most: number) {
    return this.#db.reading((sql) => readDuePages(sql, now, most))
  }

  startRun(started: string) {
    return this.#db.writing((sql) => startRun(sql, started))
  }

  finishRun(run: RunRecord) {
    return this.#db.writing((sql) => finishRun(sql, run), { repeatable: true })
  }

  versionsOf(page: string) {
    return this.#db.reading((sql) => readVersions(sql, page))
  }

  changedPages(filter: ChangedFilter) {
    return this.#db.reading((sql) => changedPages(sql, filter))
  }

  readings(limit: number, after?: string) {
    return this.#db.reading((sql) => readingsPage(sql, limit, after))
  }

  async replaceStatements(entry: DocumentEntry, links: EntityLinks) {
    const values = valuesOf(entry, links, null, null)
    const linker = this.#linking?.linker ?? null
    const replaced = await this.#orOutdated((sql) => replaceStatements(sql, this.#db.schema, values, linker))
    return replaced === 'outdated' ? ({ outcome: 'outdated' } as const) : replaced
  }

  isRelinkDue() {
    return this.#db.asking(isRelinkDue)
  }

  getPage(id: string) {
    return this.#db.reading((sql) => readPage(sql, id))
  }

  check(options: CheckOptions) {
    return checkAll(this.#db, options)
  }

  repair(needs: RepairNeeds) {
    const linking = this.#linking
    const work = async (sql: Sql) => {
      await linking?.lock(sql)
      return repairAll(sql, linking?.linker ?? null, needs)
    }
    return this.#db.writing(work, { repeatable: true, unhurried: true })
  }

  async restoreText(page: Pick<DocumentEntry, 'document' | 'text' | 'blocks'>) {
    return isItsText(page) && (await this.#db.writing((sql) => restoreText(sql, page), { repeatable: true }))
  }

  async backup(): Promise<never> {
    throw new OnrecordError('backup-elsewhere', { ledger: this.#db.ledger })
  }

  close() {
    return this.#db.close()
  }

  /** What can be done again without harm, and may find that the ledger has learned of entities since. */
  async #orOutdated<T>(body: (sql: Sql, maybeDone: boolean) => Promise<T>): Promise<T | 'outdated'> {
    try {
      return await this.#db.writing(body, { repeatable: true })
    } catch (thrown) {
      if (isOutdated(thrown)) return 'outdated'
      throw thrown
    }
  }
}
