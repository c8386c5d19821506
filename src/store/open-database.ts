/** A path → an open ledger at the current schema, or a refusal that leaves whatever is there untouched. */
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { OnrecordError } from '../core/errors.ts'
import { applicationId, migrate, schemaVersion, schemaVersionOf } from './migrations.ts'
import { isBusy } from './sqlite-errors.ts'

export type OpenMode = 'create' | 'existing'

/**
 * Opens the ledger at `path`, creating it in mode `create`. An empty file counts as a ledger not begun yet.
 * @throws OnrecordError `ledger-missing`, `ledger-unopenable`, `not-a-ledger`, `ledger-newer`; or SQLite's own error.
 */
export function openDatabase(path: string, mode: OpenMode, busySeconds: number): DatabaseSync {
  if (path === inMemory) return prepared(new DatabaseSync(path))
  const size = sizeOf(path)
  if (size === null) refuseMissing(path, mode)
  else if (size === 0 && mode === 'existing') throw new OnrecordError('ledger-missing', { ledger: path })
  else if (size > 0) refuseForeign(path)
  try {
    return connect(path, mode, busySeconds)
  } catch (thrown) {
    if (size === null) removeIfEmpty(path)
    throw thrown
  }
}

/** SQLite's own name for a database that is gone when it is closed. */
export const inMemory = ':memory:'

/** Bytes of the file at `path`; null when there is none. */
function sizeOf(path: string): number | null {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) throw new OnrecordError('ledger-unopenable', { ledger: path, reason: 'it is a folder' })
    if (!stat.isFile()) throw new OnrecordError('ledger-unopenable', { ledger: path, reason: 'it is not a file' })
    return stat.size
  } catch (thrown) {
    if (thrown instanceof OnrecordError) throw thrown
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw unopenable(path, thrown)
  }
}

function refuseMissing(path: string, mode: OpenMode): void {
  if (mode === 'existing') throw new OnrecordError('ledger-missing', { ledger: path })
  const folder = dirname(resolve(path))
  if (!existsSync(folder)) {
    throw new OnrecordError('ledger-unopenable', { ledger: path, reason: `there is no folder ${folder}` })
  }
}

/** Reads the header itself: SQLite would write beside a foreign file, or roll it back, merely by opening it. */
function refuseForeign(path: string): void {
  const header = Buffer.alloc(100)
  let read = 0
  try {
    const file = openSync(path, 'r')
    try {
      read = readSync(file, header, 0, header.length, 0)
    } finally {
      closeSync(file)
    }
  } catch (thrown) {
    throw unopenable(path, thrown)
  }
  const isSqlite = read === header.length && header.toString('latin1', 0, 16) === 'SQLite format 3\0'
  if (!isSqlite || header.readUInt32BE(68) !== applicationId) throw new OnrecordError('not-a-ledger', { ledger: path })
  refuseNewer(path, header.readUInt32BE(60))
}

function refuseNewer(path: string, found: number): void {
  if (found > schemaVersion) throw new OnrecordError('ledger-newer', { ledger: path, found, known: schemaVersion })
}

function connect(path: string, mode: OpenMode, busySeconds: number): DatabaseSync {
  const url = pathToFileURL(path)
  url.search = mode === 'create' ? 'mode=rwc' : 'mode=rw'
  const db = new DatabaseSync(url, { timeout: Math.ceil(busySeconds * 1000) })
  try {
    // Migrating comes before WAL: the first commit puts the application id into the file itself, never only beside it.
    const deadline = Date.now() + busySeconds * 1000
    untilFree(deadline, () => migrateIfNeeded(db, path))
    untilFree(deadline, () => db.exec('PRAGMA journal_mode = WAL'))
    return prepared(db)
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

function migrateIfNeeded(db: DatabaseSync, path: string): void {
  if (schemaVersionOf(db) === schemaVersion) return
  db.exec('BEGIN IMMEDIATE')
  try {
    refuseNewer(path, schemaVersionOf(db))
    migrate(db)
    db.exec('COMMIT')
  } catch (thrown) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw thrown
  }
}

/** SQLite does not wait where waiting could deadlock, as in the change to WAL; several first openers meet there. */
function untilFree(deadline: number, step: () => void): void {
  for (;;) {
    try {
      step()
      return
    } catch (thrown) {
      if (!isBusy(thrown) || Date.now() >= deadline) throw thrown
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

/** Settings of a connection; none of them is kept in the file. */
function prepared(db: DatabaseSync): DatabaseSync {
  if (schemaVersionOf(db) === 0) migrate(db)
  db.exec(`
    PRAGMA foreign_keys = ON;
    PRAGMA synchronous = FULL;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA cache_size = -16000;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA temp_store = MEMORY;
  `)
  return db
}

/** A ledger that could not be begun (disk full, folder not writable) leaves nothing behind. */
function removeIfEmpty(path: string): void {
  if (sizeOf(path) === 0) rmSync(path, { force: true })
}

function unopenable(path: string, thrown: unknown): OnrecordError {
  const reason = (thrown as NodeJS.ErrnoException).code ?? String(thrown)
  return new OnrecordError('ledger-unopenable', { ledger: path, reason }, { cause: thrown })
}
