/** Errors as the web answers them: a status, and problem JSON (RFC 9457). */
import type { ErrorKind, OnrecordError } from '../core/errors.ts'

export const statusOf = {
  invalid: 400,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
  misconfigured: 500,
  bug: 500,
} as const satisfies Record<ErrorKind, number>

const titles: Readonly<Record<ErrorKind, string>> = {
  invalid: 'Bad Request',
  'not-found': 'Not Found',
  conflict: 'Conflict',
  unavailable: 'Service Unavailable',
  misconfigured: 'Internal Server Error',
  bug: 'Internal Server Error',
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

export const problemOf = (error: OnrecordError): Problem => ({
  type: 'about:blank',
  title: titles[error.kind],
  status: statusOf[error.kind],
  detail: detailOf(error),
  code: error.code,
  ...(error.kind === 'bug' ? {} : { hint: error.hint }),
})

/** The message; of a bug only that there was one, since its reason may hold what is nobody else's business. */
export const detailOf = (error: OnrecordError): string =>
  error.kind === 'bug' ? 'something went wrong inside onrecord; its log has the details' : error.message
