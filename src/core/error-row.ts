/** A row of the table of errors. */

export type ErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'unavailable' | 'misconfigured' | 'bug'

export interface ErrorRow {
  readonly kind: ErrorKind
  /** `{name}` stands for a detail. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}
