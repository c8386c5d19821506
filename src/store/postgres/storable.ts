/** Strings in and out of PostgreSQL unchanged, also those that its text cannot hold. */

/** NUL, half surrogate pairs, and the sign that stands for them: U+FFFF is no character of any text. */
const unstorable = /\0|\uFFFF|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const escaped = /\uFFFF([0-9a-f]{4})/g

/** A string as a column value: what cannot be stored becomes U+FFFF and four hex digits. */
export const storable = (text: string): string =>
  text.replace(unstorable, (unit) => `\uFFFF${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The string that `storable` was given. */
export const restored = (value: string): string =>
  value.includes('\uFFFF')
    ? value.replace(escaped, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : value
