/** The `Store` on SQLite: one file, one connection, several processes at a time. */
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
  Progress,
  RepairNeeds,
  RunRecord,
  SpeakerFilter,
  SpeakerKey,
  StatementFilter,
  Store,
  SubjectFilter,
  TimelineFilter,
} from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Linker } from '../core/links/linker.ts'
import type { Query } from '../core/query/query.ts'
import { backupTo } from './backup.ts'
import { checkAll } from './check/check.ts'
import { repairAll } from './check/repair.ts'
import { Connection, type Prepare } from './connection.ts'
import { documentsPage } from './documents-page.ts'
import { putFollowState, readDuePages, readFollowStates } from './follow-states.ts'
import { Kept, stateOf } from './kept.ts'
import { knownEntities } from './known-entities.ts'
import { linksOf, linksPage, linkTypes } from './links-page.ts'
import { markOf, RELINK } from './marks.ts'
import { type OpenMode, openDatabase } from './open-database.ts'
import { passages } from './passages.ts'
import { isStored, putEntry, valuesOf } from './put-entry.ts'
import { Linking } from './put-links.ts'
import { findByDigest, readEntry, readOriginal, readPage, readStatement } from './read-entry.ts'
import { readingsPage } from './readings.ts'
import { relinkAll } from './relink.ts'
import { replaceStatements } from './replace-statements.ts'
import { restoreText } from './restore-text.ts'
import { finishRun, startRun } from './runs.ts'
import { readSketches } from './sketches.ts'
import { readOutletTallies, readPublishers, readRelays, readShared } from './sources.ts'
import { readSpeaker, speakersNamed } from './speakers.ts'
import { speakersPage } from './speakers-page.ts'
import { asLedgerError } from './sqlite-errors.ts'
import { statementsPage } from './statements-page.ts'
import { answersQuery, subjectsPage, tallyOf } from './subjects.ts'
import { readTimeline } from './timeline.ts'
import { changedPages, readVersions } from './versions.ts'

export type { Prepare } from './connection.ts'

export interface SqliteOptions {
  /** `create` (the default) begins a ledger where there is none; `existing` refuses with `ledger-missing`. */
  readonly mode?: OpenMode
  /** How long to wait for another process that is writing. Default 10. */
  readonly busySeconds?: number
  /** How statements are linked as they come in. Without one, nothing is linked. */
  readonly linker?: Linker
}

/**
 * Opens the ledger at `path` (`:memory:` for one that is gone when closed).
 * @throws OnrecordError `ledger-missing`, `ledger-unopenable`, `not-a-ledger`, `ledger-newer`, `ledger-damaged`,
 * `ledger-busy`, `disk-full`; what is refused is left as it was.
 */
export function openSqliteStore(path: string, options: SqliteOptions = {}): Store {
  const { mode = 'create', busySeconds = 10, linker } = options
  const linking = linker === undefined ? null : new Linking(linker)
  try {
    const db = openDatabase(path, mode, busySeconds)
    return new SqliteStore(new Connection(db, path, busySeconds, () => linking?.forget()), linking)
  } catch (thrown) {
    throw asLedgerError(thrown, path, busySeconds)
  }
}

class SqliteStore implements Store {
  readonly #connection: Connection
  readonly #linking: Linking | null
  readonly #kept = new Kept()

  constructor(connection: Connection, linking: Linking | null) {
    this.#connection = connection
    this.#linking = linking
  }

  findByDigest(sha256: string, url: string | null) {
    return this.#reading((prepare) => findByDigest(prepare, sha256, url))
  }

  async putDocument(
    entry: DocumentEntry,
    links: EntityLinks = { revision: 0, entities: [] },
    original: Uint8Array | null = null,
    applied?: () => void,
  ) {
    if (await this.#reading((prepare) => isStored(prepare, entry.document.id))) return 'already-stored'
    const values = valuesOf(entry, links, this.#linking, original)
    const put = (prepare: Prepare) => putEntry(prepare, values, this.#linking)
    if (applied === undefined) return this.#writing(put)
    return this.#connection.holding(put, (outcome) => {
      if (outcome !== 'outdated') applied()
      return outcome === 'stored'
    })
  }

  async flush() {
    this.#connection.flush()
  }

  knownEntities(keys: readonly string[]) {
    return this.#reading((prepare) => knownEntities(prepare, keys))
  }

  getDocument(id: string) {
    return this.#reading((prepare) => readEntry(prepare, id))
  }

  getStatement(id: string) {
    return this.#reading((prepare) => readStatement(prepare, id))
  }

  getOriginal(id: string) {
    return this.#reading((prepare) => readOriginal(prepare, id))
  }

  listDocuments(filter: DocumentFilter) {
    return this.#reading((prepare) => documentsPage(prepare, filter))
  }

  listStatements(filter: StatementFilter) {
    return this.#reading((prepare) => statementsPage(prepare, filter, this.#kept.now(prepare).plans))
  }

  facets(filter: StatementFilter, atMost: number) {
    return this.#reading((prepare) => this.#kept.now(prepare).facetsOf(prepare, filter, atMost))
  }

  speakersNamed(name: string) {
    return this.#reading((prepare) => speakersNamed(prepare, name))
  }

  getSpeaker(speaker: SpeakerKey) {
    return this.#reading((prepare) => readSpeaker(prepare, speaker))
  }

  listSpeakers(filter: SpeakerFilter) {
    return this.#reading((prepare) => speakersPage(prepare, filter))
  }

  timeline(filter: TimelineFilter) {
    return this.#reading((prepare) => readTimeline(prepare, filter))
  }

  links(filter: LinkFilter) {
    return this.#reading((prepare) => linksPage(prepare, filter))
  }

  linkTypes(filter: LinkFilter) {
    return this.#reading((prepare) => linkTypes(prepare, filter))
  }

  linksOf(statements: readonly string[]) {
    return this.#reading((prepare) => linksOf(prepare, statements))
  }

  passages(lookup: Lookup, limit: number) {
    return this.#reading((prepare) => passages(prepare, lookup, limit))
  }

  relink(progress: (done: number, total: number) => void = () => {}) {
    return this.#writing((prepare) => {
      if (this.#linking === null) throw new OnrecordError('bug', { reason: 'this store was opened without a linker' })
      return relinkAll(prepare, this.#linking.linker, progress)
    })
  }

  sketches(documents: readonly string[]) {
    return this.#reading((prepare) => readSketches(prepare, documents))
  }

  summary() {
    return this.#reading((prepare) => this.#kept.now(prepare).summary(prepare))
  }

  revision() {
    return this.#reading(stateOf)
  }

  listSubjects(filter: SubjectFilter) {
    return this.#reading((prepare) => subjectsPage(prepare, filter))
  }

  tally(query: Query) {
    return this.#reading((prepare) => tallyOf(prepare, query))
  }

  answers(statement: string, queries: readonly Query[]) {
    return this.#reading((prepare) => queries.map((query) => answersQuery(prepare, statement, query)))
  }

  publishers() {
    return this.#reading(readPublishers)
  }

  relays() {
    return this.#reading(readRelays)
  }

  outletTallies(names: OutletNames, most: number) {
    return this.#reading((prepare) => readOutletTallies(prepare, names, most))
  }

  sharedStatements(publishers: readonly string[], most: number) {
    return this.#reading((prepare) => readShared(prepare, publishers, most))
  }

  versionsOf(page: string) {
    return this.#reading((prepare) => readVersions(prepare, page))
  }

  changedPages(filter: ChangedFilter) {
    return this.#reading((prepare) => changedPages(prepare, filter))
  }

  followStates(urls: readonly string[]) {
    return this.#reading((prepare) => readFollowStates(prepare, urls))
  }

  putFollowState(url: string, state: FollowState) {
    return this.#writing((prepare) => putFollowState(prepare, url, state))
  }

  duePages(now: string, most: number) {
    return this.#reading((prepare) => readDuePages(prepare, now, most))
  }

  startRun(started: string) {
    return this.#writing((prepare) => startRun(prepare, started))
  }

  finishRun(run: RunRecord) {
    return this.#writing((prepare) => finishRun(prepare, run))
  }

  backup(file: string, progress: Progress = () => {}) {
    return this.#connection.guarded(() => backupTo(this.#connection, file, progress))
  }

  check(options: CheckOptions) {
    const { db } = this.#connection
    const linker = this.#linking?.linker ?? null
    return this.#connection.inspecting((prepare) => checkAll(db, prepare, linker, options))
  }

  repair(needs: RepairNeeds, progress: Progress = () => {}) {
    const { db } = this.#connection
    const linker = this.#linking?.linker ?? null
    return this.#connection.writingUnchecked((prepare) => repairAll(db, prepare, linker, needs, progress))
  }

  restoreText(page: Pick<DocumentEntry, 'document' | 'text' | 'blocks'>) {
    return this.#writing((prepare) => restoreText(prepare, page))
  }

  getPage(id: string) {
    return this.#reading((prepare) => readPage(prepare, id))
  }

  readings(limit: number, after?: string) {
    return this.#reading((prepare) => readingsPage(prepare, limit, after))
  }

  replaceStatements(entry: DocumentEntry, links: EntityLinks) {
    const values = valuesOf(entry, links, null)
    const linker = this.#linking?.linker ?? null
    return this.#connection.writingUnchecked((prepare) => replaceStatements(prepare, values, entry, linker))
  }

  isRelinkDue() {
    return this.#reading((prepare) => markOf(prepare, RELINK) !== null)
  }

  close() {
    return this.#connection.close()
  }

  #reading<T>(read: (prepare: Prepare) => T): Promise<T> {
    return this.#connection.reading(read)
  }

  #writing<T>(write: (prepare: Prepare) => T): Promise<T> {
    return this.#connection.writing(write)
  }
}
