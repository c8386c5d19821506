/** The `Store` on SQLite: one file, one connection, several processes at a time. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type {
  DocumentEntry,
  DocumentFilter,
  EntityLinks,
  LinkFilter,
  Lookup,
  OutletNames,
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
import { documentsPage } from './documents-page.ts'
import { Kept, stateOf } from './kept.ts'
import { knownEntities } from './known-entities.ts'
import { linksOf, linksPage, linkTypes } from './links-page.ts'
import { schemaVersion, schemaVersionOf } from './migrations.ts'
import { type OpenMode, openDatabase } from './open-database.ts'
import { passages } from './passages.ts'
import { isStored, putEntry, valuesOf } from './put-entry.ts'
import { Linking } from './put-links.ts'
import { readEntry, readOriginal, readStatement } from './read-entry.ts'
import { relinkAll } from './relink.ts'
import { readSketches } from './sketches.ts'
import { readOutletTallies, readPublishers, readRelays, readShared } from './sources.ts'
import { readSpeaker, speakersNamed } from './speakers.ts'
import { speakersPage } from './speakers-page.ts'
import { asLedgerError } from './sqlite-errors.ts'
import { statementsPage } from './statements-page.ts'
import { storable } from './storable.ts'
import { answersQuery, subjectsPage, tallyOf } from './subjects.ts'
import { readTimeline } from './timeline.ts'

export interface SqliteOptions {
  /** `create` (the default) begins a ledger where there is none; `existing` refuses with `ledger-missing`. */
  readonly mode?: OpenMode
  /** How long to wait for another process that is writing. Default 10. */
  readonly busySeconds?: number
  /** How statements are linked as they come in. Without one, nothing is linked. */
  readonly linker?: Linker
}

/** Queries of users make ever new texts; those of the program are some hundred. */
const MOST_PREPARED = 500

/** Prepares each text once; SQLite's own preparing costs more than most of the queries. */
export type Prepare = (sql: string) => StatementSync

/**
 * Opens the ledger at `path` (`:memory:` for one that is gone when closed).
 * @throws OnrecordError `ledger-missing`, `ledger-unopenable`, `not-a-ledger`, `ledger-newer`, `ledger-damaged`,
 * `ledger-busy`, `disk-full`; what is refused is left as it was.
 */
export function openSqliteStore(path: string, options: SqliteOptions = {}): Store {
  const { mode = 'create', busySeconds = 10, linker } = options
  const linking = linker === undefined ? null : new Linking(linker)
  try {
    return new SqliteStore(openDatabase(path, mode, busySeconds), path, busySeconds, linking)
  } catch (thrown) {
    throw asLedgerError(thrown, path, busySeconds)
  }
}

class SqliteStore implements Store {
  readonly #db: DatabaseSync
  readonly #ledger: string
  readonly #busySeconds: number
  readonly #linking: Linking | null
  readonly #statements = new Map<string, StatementSync>()
  readonly #kept = new Kept()

  constructor(db: DatabaseSync, ledger: string, busySeconds: number, linking: Linking | null) {
    this.#db = db
    this.#ledger = ledger
    this.#busySeconds = busySeconds
    this.#linking = linking
  }

  findByDigest(sha256: string, url: string | null) {
    return this.#reading((prepare) => {
      const sql = `SELECT d.id FROM document_bodies b JOIN documents d ON d.seq = b.seq
        WHERE b.sha256 = ?1 AND (?2 IS NULL OR b.url = ?2) ORDER BY d.seq LIMIT 1`
      const row = prepare(sql).get(sha256, url === null ? null : storable(url))
      return row === undefined ? null : (row.id as string)
    })
  }

  async putDocument(
    entry: DocumentEntry,
    links: EntityLinks = { revision: 0, entities: [] },
    original: Uint8Array | null = null,
  ) {
    if (await this.#reading((prepare) => isStored(prepare, entry.document.id))) return 'already-stored'
    const values = valuesOf(entry, links, this.#linking, original)
    return this.#writing((prepare) => putEntry(prepare, values, this.#linking))
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

  startRun(started: string) {
    return this.#writing((prepare) =>
      Number(prepare('INSERT INTO runs (started) VALUES (?)').run(started).lastInsertRowid),
    )
  }

  finishRun(run: RunRecord) {
    return this.#writing((prepare) => {
      const sql = 'UPDATE runs SET started = ?, finished = ?, stored = ?, already = ?, failed = ? WHERE id = ?'
      const { changes } = prepare(sql).run(run.started, run.finished, run.stored, run.already, run.failed, run.id)
      if (changes === 0) throw new OnrecordError('unknown-id', { id: run.id })
    })
  }

  async close() {
    if (!this.#db.isOpen) return
    this.#statements.clear()
    try {
      // SQLite does this on its own when the last connection goes; with others open, this brings in what it can.
      this.#db.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } catch {
      // What was acknowledged is safe in the -wal file; the next one to open the ledger brings it in.
    } finally {
      this.#db.close()
    }
  }

  /** One snapshot for all queries of one answer. Readers neither wait for a writer nor hold one up (WAL). */
  #reading<T>(read: (prepare: Prepare) => T): Promise<T> {
    return this.#guarded(() => this.#transaction('BEGIN', read))
  }

  /** All or nothing. IMMEDIATE waits for its turn at the start, where waiting is safe. */
  #writing<T>(write: (prepare: Prepare) => T): Promise<T> {
    return this.#guarded(() =>
      this.#transaction('BEGIN IMMEDIATE', (prepare) => {
        this.#refuseMigrated()
        return write(prepare)
      }),
    )
  }

  #transaction<T>(begin: string, body: (prepare: Prepare) => T): T {
    this.#prepare(begin).run()
    try {
      const result = body(this.#prepare)
      this.#prepare('COMMIT').run()
      return result
    } catch (thrown) {
      // Some errors, a full disk among them, have rolled back already.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      this.#linking?.forget()
      throw thrown
    }
  }

  /** A newer program may have migrated the ledger since this one opened it; writing the old way would harm it. */
  #refuseMigrated(): void {
    const found = schemaVersionOf(this.#db)
    if (found !== schemaVersion) {
      throw new OnrecordError('ledger-newer', { ledger: this.#ledger, found, known: schemaVersion })
    }
  }

  readonly #prepare: Prepare = (sql) => {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#db.prepare(sql)
    if (this.#statements.size >= MOST_PREPARED) this.#statements.delete(this.#statements.keys().next().value!)
    this.#statements.set(sql, statement)
    return statement
  }

  async #guarded<T>(body: () => T): Promise<T> {
    if (!this.#db.isOpen) {
      throw new OnrecordError('ledger-unopenable', { ledger: this.#ledger, reason: 'it has been closed' })
    }
    try {
      return body()
    } catch (thrown) {
      throw asLedgerError(thrown, this.#ledger, this.#busySeconds)
    }
  }
}
