/** Reads CSV (RFC 4180) row by row from bytes, strictly: half a million rows need no string of the whole file. */
import { isUtf8 } from 'node:buffer'

/** What is wrong with a file, and in which line of it, from 1. */
export class CsvFault extends Error {
  readonly line: number

  constructor(line: number, problem: string) {
    super(problem)
    this.line = line
  }
}

const [NEWLINE, RETURN, QUOTE] = [10, 13, 34]

/**
 * Rows with the line each begins in; empty lines are left out. Lines end in LF or CRLF, a byte order mark is skipped.
 * @throws CsvFault for bytes that are not UTF-8, a quotation mark that is never closed, or text after one that is.
 */
export function* csvRows(file: Uint8Array): Generator<{ readonly line: number; readonly fields: readonly string[] }> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (!isUtf8(bytes)) throw new CsvFault(lineOfBadByte(bytes), 'the line is not UTF-8')
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (let line = 1; at < bytes.length; ) {
    const { end, lines, quoted } = rowEnd(bytes, at)
    if (end === -1) throw new CsvFault(line, 'a quotation mark is opened and never closed')
    const stop = end > at && bytes[end - 1] === RETURN ? end - 1 : end
    const text = bytes.toString('utf8', at, stop)
    if (text !== '') yield { line, fields: quoted ? quotedFields(text, line) : text.split(',') }
    at = end + 1
    line += lines
  }
}

/** Where the row that begins at `from` ends: its newline, or the end of the file; -1 inside quotation marks. */
function rowEnd(bytes: Buffer, from: number): { end: number; lines: number; quoted: boolean } {
  let end = bytes.indexOf(NEWLINE, from)
  if (end === -1) end = bytes.length
  // Looked for in the line alone: a file without quotation marks would be read to its end for each line.
  const quote = bytes.subarray(from, end).indexOf(QUOTE)
  if (quote === -1) return { end, lines: 1, quoted: false }
  const firstQuote = from + quote
  let lines = 1
  let inside = false
  for (let at = firstQuote; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) inside = !inside
    else if (byte === NEWLINE) {
      if (!inside) return { end: at, lines, quoted: true }
      lines++
    }
  }
  return { end: inside ? -1 : bytes.length, lines, quoted: true }
}

function quotedFields(text: string, line: number): string[] {
  const fields: string[] = []
  for (let at = 0; at <= text.length; ) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at)
      const end = comma === -1 ? text.length : comma
      const field = text.slice(at, end)
      if (field.includes('"')) throw new CsvFault(line, `a quotation mark inside the field ${JSON.stringify(field)}`)
      fields.push(field)
      at = end + 1
      continue
    }
    let close = text.indexOf('"', at + 1)
    while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
    // An even number of marks in the row, so there is a last one.
    const field = text.slice(at + 1, close).replaceAll('""', '"')
    if (close === -1 || (close + 1 < text.length && text[close + 1] !== ',')) {
      throw new CsvFault(line, `text after the closing quotation mark of the field ${JSON.stringify(field)}`)
    }
    fields.push(field)
    at = close + 2
  }
  return fields
}

function lineOfBadByte(bytes: Buffer): number {
  let line = 1
  for (let at = 0; at < bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, at)
    const stop = end === -1 ? bytes.length : end
    if (!isUtf8(bytes.subarray(at, stop))) return line
    at = stop + 1
  }
  return line
}
