/** A copy of a ledger as it is at one moment, while others write: checked, on disk, and under its name at once. */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { BackedUp, Progress } from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Connection } from './connection.ts'
import { sqliteCode } from './sqlite-errors.ts'

/** Pages of 4 kB between two calls of `progress`. */
const PAGES = 500

/**
 * Copies page by page in a thread of its own. All of it under one read transaction: without one, SQLite begins the copy
 * again whenever another process has written, and a busy ledger would never be done.
 */
export async function backupTo(connection: Connection, file: string, progress: Progress): Promise<BackedUp> {
  refuseExisting(file)
  const partial = `${file}.partial-${process.pid}`
  const path = connection.db.location()
  const snapshot = path === null ? connection.db : new DatabaseSync(path)
  try {
    if (path !== null) snapshot.exec('BEGIN')
    const before = countsOf(snapshot)
    await copied(snapshot, partial, progress)
    const after = checked(partial, connection.ledger)
    if (before.documents !== after.documents || before.statements !== after.statements)
      throw failed(file, 'the copy does not hold what the ledger holds')
    const bytes = statSync(partial).size
    toDisk(partial)
    named(partial, file)
    toDisk(dirname(resolve(file)))
    return { ...after, bytes }
  } catch (thrown) {
    throw asBackupError(thrown, file)
  } finally {
    if (path !== null) snapshot.close()
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(partial + ending, { force: true })
  }
}

/** @throws whatever `progress` throws. */
async function copied(snapshot: DatabaseSync, partial: string, progress: Progress): Promise<void> {
  // SQLite would take a file that is there for one to be replaced.
  closeSync(openSync(partial, 'wx'))
  await backup(snapshot, partial, {
    rate: PAGES,
    progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
  })
}

interface Counts {
  readonly documents: number
  readonly statements: number
}

const countsOf = (db: DatabaseSync): Counts =>
  db
    .prepare('SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM statements) AS statements')
    .get() as unknown as Counts

/** A copy of damaged pages is as damaged as they are, and no backup: better to be told now than when it is needed. */
function checked(partial: string, ledger: string): Counts {
  const url = pathToFileURL(partial)
  // Nobody else knows of the file: no locks, and no file beside it.
  url.search = 'mode=ro&immutable=1'
  const copy = new DatabaseSync(url)
  try {
    const [first] = copy.prepare('PRAGMA integrity_check(1)').all()
    const verdict = String(first?.integrity_check)
    if (verdict !== 'ok') throw new OnrecordError('ledger-damaged', { ledger, reason: verdict.replace(/\s+/g, ' ') })
    return countsOf(copy)
  } finally {
    copy.close()
  }
}

function toDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Never over another file: unlike renaming, linking refuses to. */
function named(partial: string, file: string): void {
  try {
    linkSync(partial, file)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new OnrecordError('backup-exists', { file }, { cause: thrown })
    // File systems without links, of memory cards for instance.
    refuseExisting(file)
    renameSync(partial, file)
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new OnrecordError('backup-exists', { file })
}

const failed = (file: string, reason: string, cause?: unknown): OnrecordError =>
  new OnrecordError('backup-failed', { file, reason }, { cause })

const full = 13

function asBackupError(thrown: unknown, file: string): unknown {
  if (thrown instanceof OnrecordError) return thrown
  if (sqliteCode(thrown) === full) return failed(file, 'the disk is full', thrown)
  const code = (thrown as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOENT') return failed(file, 'there is no such folder', thrown)
  if (code === 'ENOSPC') return failed(file, 'the disk is full', thrown)
  return code?.startsWith('E') && !code.startsWith('ERR_') ? failed(file, code, thrown) : thrown
}
