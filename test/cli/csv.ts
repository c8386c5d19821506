/** A reader of RFC 4180 as strict as the standard, for tests: lines end in CRLF, quotes only as they may stand. */
import assert from 'node:assert/strict'

/** The cells of every line. */
export function parseCsv(csv: string): string[][] {
  const lines: string[][] = []
  let at = 0
  while (at < csv.length) {
    const line: string[] = []
    for (;;) {
      const [cell, end] = csv[at] === '"' ? quoted(csv, at) : plain(csv, at)
      line.push(cell)
      at = end
      if (csv[at] !== ',') break
      at++
    }
    assert.equal(csv.slice(at, at + 2), '\r\n', `line end expected at ${at}`)
    at += 2
    lines.push(line)
  }
  return lines
}

function plain(csv: string, start: number): [cell: string, end: number] {
  let end = start
  while (end < csv.length && !',\r\n"'.includes(csv[end]!)) end++
  assert.notEqual(csv[end], '"', `a quote inside a plain cell at ${end}`)
  return [csv.slice(start, end), end]
}

function quoted(csv: string, start: number): [cell: string, end: number] {
  let cell = ''
  let at = start + 1
  for (;;) {
    const close = csv.indexOf('"', at)
    assert.notEqual(close, -1, `the quote at ${start} never closes`)
    cell += csv.slice(at, close)
    if (csv[close + 1] !== '"') return [cell, close + 1]
    cell += '"'
    at = close + 2
  }
}
