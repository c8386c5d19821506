/** An error as the one line people read: what went wrong, where, and what to do. */
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { visible } from './visible.ts'

export const errorLine = (error: OnrecordError): string => `onrecord: ${visible(error.message)}. ${visible(error.hint)}`

/** UTF-16 units of a query shown before and after the place of a fault. */
const AROUND = 60

/** The query at fault with a caret below the place; null for any other error. */
export function caretOf({ details: { query, at } }: OnrecordError): string | null {
  if (typeof query !== 'string' || typeof at !== 'number') return null
  const start = Math.max(0, at - AROUND)
  const shown = visible(query.slice(start, at + AROUND))
  return `  ${shown}\n  ${' '.repeat(at - start)}^`
}

/** What was thrown while a page was read; a bug, which knows no page, is told which one it met. */
export function pageError(thrown: unknown, file: string): OnrecordError {
  const error = asOnrecordError(thrown)
  if (error.code !== 'bug') return error
  return new OnrecordError('bug', { reason: `${file}: ${error.details.reason}` }, { cause: error.cause })
}
