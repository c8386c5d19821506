/** Exit codes: 0 done, 1 some documents failed, 2 bad usage, and those of sysexits.h for the rest. */
import { type ErrorCode, type ErrorKind, errorTable, type OnrecordError } from '../core/errors.ts'

export const DONE = 0
export const SOME_FAILED = 1
export const BAD_USAGE = 2

const byKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 65, // EX_DATAERR
  'not-found': 66, // EX_NOINPUT
  unavailable: 69, // EX_UNAVAILABLE
  bug: 70, // EX_SOFTWARE
  conflict: 75, // EX_TEMPFAIL
  forbidden: 77, // EX_NOPERM
  misconfigured: 78, // EX_CONFIG
}

const usageCodes: ReadonlySet<ErrorCode> = new Set(['usage', 'no-command', 'invalid-input'])

/** What a failed command ends with. */
export const exitCodeOf = (error: OnrecordError): number => exitCodeOfCode(error.code)

export const exitCodeOfCode = (code: ErrorCode): number =>
  usageCodes.has(code) ? BAD_USAGE : byKind[errorTable[code].kind]

export { byKind as exitCodesByKind }
