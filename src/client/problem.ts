/** A problem as the API tells it (RFC 9457), as an error. */

export interface ProblemBody {
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  readonly code?: string
  readonly hint?: string
}

export class OnrecordProblem extends Error {
  override readonly name = 'OnrecordProblem'
  /** HTTP status. */
  readonly status: number
  /** Row of the table of errors (docs/errors.md); `unknown` where the answer is not from onrecord. */
  readonly code: string
  /** What to do about it. */
  readonly hint: string | null
  /** Seconds after which to come back, where the server tells. */
  readonly retryAfter: number | null

  constructor(status: number, { title, detail, code = 'unknown', hint }: ProblemBody, retryAfter: number | null) {
    super(detail ?? title ?? `the server answered ${status}`)
    this.status = status
    this.code = code
    this.hint = hint ?? null
    this.retryAfter = retryAfter
  }
}
