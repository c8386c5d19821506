/** Strings in and out of SQLite unchanged, also those UTF-8 cannot hold. */

/**
 * A string as a column value. SQLite text is UTF-8, which has no lone surrogates, and its tools stop at NUL: such
 * strings, rare and broken as they are, become blobs of UTF-16, so that offsets into them stay true.
 */
export const storable = (text: string): string | Uint8Array =>
  text.isWellFormed() && !text.includes('\0') ? text : new Uint8Array(Buffer.from(text, 'utf16le'))

/** The string that `storable` was given. */
export const restored = (value: unknown): string =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf16le')
    : String(value)
