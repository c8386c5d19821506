/** Rows as a table that fits the terminal, or as CSV (RFC 4180). */
import { clipped, type Paint, visible } from './visible.ts'

export interface Column<Row> {
  readonly title: string
  readonly value: (row: Row) => string | number | null
  /** Widest it may grow in a table; the one column without a limit takes what is left. */
  readonly width?: number
}

/** @param columns characters of the terminal's line. */
export function tableOf<Row>(
  rows: readonly Row[],
  layout: readonly Column<Row>[],
  paint: Paint,
  columns: number,
): string {
  const cells = rows.map((row) => layout.map((column) => visible(String(column.value(row) ?? '–'))))
  const widths = layout.map((column, index) => {
    const longest = Math.max(column.title.length, ...cells.map((line) => line[index]!.length))
    return Math.min(longest, column.width ?? longest)
  })
  const flexible = layout.findIndex((column) => column.width === undefined)
  const others = widths.reduce((sum, width, index) => (index === flexible ? sum : sum + width + 2), 0)
  if (flexible !== -1) widths[flexible] = Math.max(20, Math.min(widths[flexible]!, columns - others))
  const lineOf = (line: readonly string[]) =>
    line
      .map((cell, index) => (index === line.length - 1 ? cell : clipped(cell, widths[index]!).padEnd(widths[index]!)))
      .join('  ')
  const head = paint.dim(lineOf(layout.map((column) => column.title)))
  return `${[head, ...cells.map(lineOf)].join('\n')}\n`
}

/** With a header line and CRLF, as RFC 4180 has it. */
export function csvOf<Row>(rows: readonly Row[], layout: readonly Column<Row>[]): string {
  const lines = [layout.map((column) => column.title), ...rows.map((row) => layout.map((column) => column.value(row)))]
  return lines.map((line) => `${line.map((value) => csvCell(value)).join(',')}\r\n`).join('')
}

const csvCell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
