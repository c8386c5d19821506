/** An error as the one line people read: what went wrong, where, and what to do. */
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { visible } from './visible.ts'

export const errorLine = (error: OnrecordError): string => `onrecord: ${visible(error.message)}. ${visible(error.hint)}`

/** What was thrown while a page was read; a bug, which knows no page, is told which one it met. */
export function pageError(thrown: unknown, file: string): OnrecordError {
  const error = asOnrecordError(thrown)
  if (error.code !== 'bug') return error
  return new OnrecordError('bug', { reason: `${file}: ${error.details.reason}` }, { cause: error.cause })
}
