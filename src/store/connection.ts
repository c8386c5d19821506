/** One connection to a ledger's file: transactions, prepared statements, and SQLite's complaints in words of ours. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { OnrecordError } from '../core/errors.ts'
import { schemaVersion, schemaVersionOf } from './migrations.ts'
import { asLedgerError } from './sqlite-errors.ts'

/** Prepares each text once; SQLite's own preparing costs more than most of the queries. */
export type Prepare = (sql: string) => StatementSync

/** Queries of users make ever new texts; those of the program are some hundred. */
const MOST_PREPARED = 500

/** Documents of one commit at most: others wait for their turn to write as long as it takes to put these. */
const MOST_HELD = 16

interface Held {
  resolve(): void
  reject(error: unknown): void
}

export class Connection {
  readonly db: DatabaseSync
  /** Its path. */
  readonly ledger: string
  readonly #busySeconds: number
  readonly #undone: () => void
  readonly #statements = new Map<string, StatementSync>()
  /** Writes that wait for the commit that they share. */
  #held: Held[] = []

  /** @param undone called after a transaction that came to nothing. */
  constructor(db: DatabaseSync, ledger: string, busySeconds: number, undone: () => void) {
    this.db = db
    this.ledger = ledger
    this.#busySeconds = busySeconds
    this.#undone = undone
  }

  /** One snapshot for all queries of one answer. Readers neither wait for a writer nor hold one up (WAL). */
  reading<T>(read: (prepare: Prepare) => T): Promise<T> {
    // While writes are held, this connection reads what it has written.
    return this.guarded(() => (this.#held.length > 0 ? read(this.prepare) : this.#transaction('BEGIN', read)))
  }

  /** Like `reading`, of a file that may be damaged: then SQLite can fail to end even what has only read. */
  inspecting<T>(read: (prepare: Prepare) => T): Promise<T> {
    return this.guarded(() => {
      this.flush()
      this.prepare('BEGIN').run()
      try {
        return read(this.prepare)
      } finally {
        try {
          this.db.exec('ROLLBACK')
        } catch {
          // Closing the connection ends it.
        }
      }
    })
  }

  /** All or nothing. IMMEDIATE waits for its turn at the start, where waiting is safe. */
  writing<T>(write: (prepare: Prepare) => T): Promise<T> {
    return this.guarded(() => this.#write(write))
  }

  /**
   * Like `writing`, but it may share its commit with those that follow, which costs each of them less: resolves when it is
   * on disk, after the next `flush` or when enough are held. It still comes to nothing alone.
   * @param applied told what came of it, when only the commit is awaited; false where nothing was written
   */
  holding<T>(write: (prepare: Prepare) => T, applied: (result: T) => boolean): Promise<T> {
    return this.guarded(async () => {
      const result = this.#hold(write)
      const held = Promise.withResolvers<void>()
      this.#held.push(held)
      const isWritten = applied(result)
      if (this.#held.length >= MOST_HELD || (!isWritten && this.#held.length === 1)) this.flush()
      if (isWritten) await held.promise
      return result
    })
  }

  /** Commits what is held; whoever waits for it is told. */
  flush(): void {
    const held = this.#held
    if (held.length === 0) return
    this.#held = []
    try {
      this.prepare('COMMIT').run()
      for (const { resolve } of held) resolve()
    } catch (thrown) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK')
      this.#undone()
      for (const { reject } of held) reject(thrown)
    }
  }

  /** Like `writing`, for what takes away rows that others name: looking for those would read whole tables for each. */
  writingUnchecked<T>(write: (prepare: Prepare) => T): Promise<T> {
    return this.guarded(() => {
      this.flush()
      this.db.exec('PRAGMA foreign_keys = OFF')
      try {
        return this.#write(write)
      } finally {
        this.db.exec('PRAGMA foreign_keys = ON')
      }
    })
  }

  /** Runs `body` with errors of SQLite told as rows of the error table. */
  async guarded<T>(body: () => T | Promise<T>): Promise<T> {
    if (!this.db.isOpen) {
      throw new OnrecordError('ledger-unopenable', { ledger: this.ledger, reason: 'it has been closed' })
    }
    try {
      return await body()
    } catch (thrown) {
      throw this.named(thrown)
    }
  }

  /** An error as the row of the error table that it is. */
  named(thrown: unknown): unknown {
    return asLedgerError(thrown, this.ledger, this.#busySeconds)
  }

  readonly prepare: Prepare = (sql) => {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.db.prepare(sql)
    if (this.#statements.size >= MOST_PREPARED) this.#statements.delete(this.#statements.keys().next().value!)
    this.#statements.set(sql, statement)
    return statement
  }

  async close(): Promise<void> {
    if (!this.db.isOpen) return
    this.flush()
    this.#statements.clear()
    try {
      // SQLite does this on its own when the last connection goes; with others open, this brings in what it can.
      this.db.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } catch {
      // What was acknowledged is safe in the -wal file; the next one to open the ledger brings it in.
    } finally {
      this.db.close()
    }
  }

  /** Inside the transaction that is held, or a new one. */
  #hold<T>(write: (prepare: Prepare) => T): T {
    if (this.#held.length === 0) this.prepare('BEGIN IMMEDIATE').run()
    try {
      if (this.#held.length === 0) this.#refuseMigrated()
      this.prepare('SAVEPOINT held').run()
      const result = write(this.prepare)
      this.prepare('RELEASE held').run()
      return result
    } catch (thrown) {
      this.#undone()
      if (this.db.isTransaction && this.#held.length > 0) this.db.exec('ROLLBACK TO held; RELEASE held')
      else if (this.db.isTransaction) this.db.exec('ROLLBACK')
      else {
        // Some errors, a full disk among them, have rolled back all that was held.
        for (const { reject } of this.#held) reject(thrown)
        this.#held = []
      }
      throw thrown
    }
  }

  #write<T>(write: (prepare: Prepare) => T): T {
    this.flush()
    return this.#transaction('BEGIN IMMEDIATE', (prepare) => {
      this.#refuseMigrated()
      return write(prepare)
    })
  }

  #transaction<T>(begin: string, body: (prepare: Prepare) => T): T {
    this.prepare(begin).run()
    try {
      const result = body(this.prepare)
      this.prepare('COMMIT').run()
      return result
    } catch (thrown) {
      // Some errors, a full disk among them, have rolled back already.
      if (this.db.isTransaction) this.db.exec('ROLLBACK')
      this.#undone()
      throw thrown
    }
  }

  /** A newer program may have migrated the ledger since this one opened it; writing the old way would harm it. */
  #refuseMigrated(): void {
    const found = schemaVersionOf(this.db)
    if (found !== schemaVersion) {
      throw new OnrecordError('ledger-newer', { ledger: this.ledger, found, known: schemaVersion })
    }
  }
}
