/** What a page begins after and how long it is: cursors are the sort key of the last row, opaque to callers. */
import { OnrecordError } from '../core/errors.ts'

/** Where a page ended: publication date ('' when undated), document id, and for statements the order in the document. */
export type SortKey = readonly [published: string, id: string] | readonly [published: string, id: string, ord: number]

export const toCursor = (key: SortKey): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** @throws OnrecordError `invalid-input` when `cursor` is not what this operation gave. */
export function fromCursor<Length extends 2 | 3>(
  cursor: string,
  length: Length,
  operation: string,
): Extract<SortKey, { length: Length }> {
  const key = parsed(cursor)
  const ord: unknown = key?.[2]
  const sound =
    key !== null &&
    key.length === length &&
    typeof key[0] === 'string' &&
    typeof key[1] === 'string' &&
    (length === 2 || (Number.isSafeInteger(ord) && (ord as number) >= 0))
  if (!sound || toCursor(key as unknown as SortKey) !== cursor) {
    throw foreignCursor(operation)
  }
  return key as unknown as Extract<SortKey, { length: Length }>
}

/** Of another list, of another order, or made up. */
export const foreignCursor = (operation: string): OnrecordError =>
  new OnrecordError('invalid-input', { operation, problem: 'after: expected the "next" of the page before, unchanged' })

function parsed(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

/** @throws OnrecordError `invalid-input` unless `limit` is a whole number from 1 to 1000. */
export function checkLimit(limit: number, operation: string): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return
  throw new OnrecordError('invalid-input', { operation, problem: 'limit: expected a whole number from 1 to 1000' })
}
