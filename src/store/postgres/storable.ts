/** Strings in and out of PostgreSQL unchanged, also those that its text cannot hold. */
import { createHash } from 'node:crypto'

/** NUL, half surrogate pairs, and the sign that stands for them: U+FFFF is no character of any text. */
const unstorable = /\0|\uFFFF|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const escaped = /\uFFFF([0-9a-f]{4})/g

/** A string as a column value: what cannot be stored becomes U+FFFF and four hex digits. */
export const storable = (text: string): string =>
  text.replace(unstorable, (unit) => `\uFFFF${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** An entry of an index has 2,700 bytes at most: texts of pages may be longer, also where a name should stand. */
const LONGEST = 600

/** What is compared whole and has an index: a longer one by its beginning and a digest. Given its own result, it changes nothing. */
export function indexed(text: string): string {
  const value = storable(text)
  if (value.length <= LONGEST) return value
  const digest = createHash('sha256').update(value).digest('hex')
  return `${value.slice(0, LONGEST - digest.length - 2).toWellFormed()} #${digest}`
}

/** The string that `storable` was given. */
export const restored = (value: string): string =>
  value.includes('\uFFFF')
    ? value.replace(escaped, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : value
