/** What SQLite complains of → the rows of the error table. */
import { OnrecordError } from '../core/errors.ts'

/** SQL that does not fit the tables. All of it is fixed and tested, so it is the tables that are not what they were. */
const mismatch = 1
const busy = 5
const readOnly = 8
const ioError = 10
const corrupt = 11
const full = 13
const cannotOpen = 14
const notADatabase = 26
/** Keys SQLite numbers itself, and rows put in beside their own: these can only fail in a ledger that was changed. */
const foreignKey = 787
const primaryKey = 1555
/** A write that failed for another reason than ENOSPC: in practice a quota or a limit on the size of files. */
const ioErrorWrite = 778

/** SQLite's primary result code (the low byte of the extended one), or null for anything that is not from SQLite. */
export function sqliteCode(thrown: unknown): number | null {
  const code = (thrown as { errcode?: unknown } | null)?.errcode
  return typeof code === 'number' ? code & 0xff : null
}

export const isBusy = (thrown: unknown): boolean => sqliteCode(thrown) === busy

/** `thrown` as the error a user can act on; what is not SQLite's comes back as it is. */
export function asLedgerError(thrown: unknown, ledger: string, busySeconds: number): unknown {
  if (thrown instanceof OnrecordError) return thrown
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  const error = (code: ConstructorParameters<typeof OnrecordError>[0], details = {}) =>
    new OnrecordError(code, { ledger, ...details }, { cause: thrown })
  // Every JSON column was written by this program: one that does not parse was changed by something else.
  if (thrown instanceof SyntaxError) return error('ledger-damaged', { reason })
  const code = (thrown as { errcode?: unknown } | null)?.errcode
  if (code === ioErrorWrite) return error('disk-full')
  if (code === foreignKey || code === primaryKey) return error('ledger-damaged', { reason })
  switch (sqliteCode(thrown)) {
    case busy:
      return error('ledger-busy', { seconds: busySeconds })
    case full:
      return error('disk-full')
    case mismatch:
    case corrupt:
    case notADatabase:
      return error('ledger-damaged', { reason })
    case ioError:
      return error('ledger-io', { reason })
    case cannotOpen:
    case readOnly:
      return error('ledger-unopenable', { reason })
    default:
      return thrown
  }
}
