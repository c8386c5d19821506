/** Errors as the web answers them: a status, headers that belong to it, and problem JSON (RFC 9457). */
import { STATUS_CODES } from 'node:http'
import { type ErrorCode, type ErrorKind, errorTable, type OnrecordError } from '../core/errors.ts'

export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503

const statusOfKind: Readonly<Record<ErrorKind, ErrorStatus>> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
  misconfigured: 500,
  bug: 500,
}

/** Where HTTP has a status of its own for what went wrong. */
const ownStatus: Readonly<Partial<Record<ErrorCode, ErrorStatus>>> = {
  'not-signed-in': 401,
  'wrong-token': 401,
  'wrong-method': 405,
  'body-too-large': 413,
  'file-too-large': 413,
  'unsupported-type': 415,
  'too-many': 429,
}

export const statusOfCode = (code: ErrorCode): ErrorStatus => ownStatus[code] ?? statusOfKind[errorTable[code].kind]

/** Seconds after which a client may come back to a server that had too much to do. */
const BUSY_SECONDS = 10

/** What a client needs to know beside the status. */
export function headersOf({ code, details }: OnrecordError): Readonly<Record<string, string>> {
  switch (code) {
    case 'not-signed-in':
      return { 'www-authenticate': 'Bearer realm="onrecord"' }
    case 'wrong-token':
      return { 'www-authenticate': 'Bearer realm="onrecord", error="invalid_token"' }
    case 'wrong-method':
      return { allow: String(details.allow) }
    case 'too-many':
      return { 'retry-after': String(details.seconds) }
    case 'server-busy':
    case 'server-stopping':
      return { 'retry-after': String(BUSY_SECONDS) }
    default:
      return {}
  }
}

export interface Problem {
  /** `about:blank`: the status says the kind, `code` the exact error. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly hint?: string
}

export const problemOf = (error: OnrecordError): Problem => {
  const status = statusOfCode(error.code)
  return {
    type: 'about:blank',
    title: STATUS_CODES[status]!,
    status,
    detail: detailOf(error),
    code: error.code,
    ...(error.kind === 'bug' ? {} : { hint: error.hint }),
  }
}

/** The message; of a bug only that there was one, since its reason may hold what is nobody else's business. */
export const detailOf = (error: OnrecordError): string =>
  error.kind === 'bug' ? 'something went wrong inside onrecord; its log has the details' : error.message
