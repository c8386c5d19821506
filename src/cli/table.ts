/** Rows as a table that fits the terminal, or as CSV (RFC 4180). */
import { clipped, type Paint, visible } from './visible.ts'

export interface Column<Row> {
  readonly title: string
  readonly value: (row: Row) => string | number | null
  /** Widest it may grow in a table; the one column without a limit takes what is left. */
  readonly width?: number
  /** What it may be narrowed to on a narrow terminal; default `width`. */
  readonly least?: number
  /** Left out where even the narrowest columns do not fit; the last such column goes first. */
  readonly spare?: true
}

/** Of the column without a limit. */
const LEAST_FLEXIBLE = 20
const BETWEEN = 2

/**
 * The last column is never clipped: it holds ids, which are there to be copied.
 * @param columns characters of the terminal's line.
 */
export function tableOf<Row>(
  rows: readonly Row[],
  layout: readonly Column<Row>[],
  paint: Paint,
  columns: number,
): string {
  const filled = layout.map((column) => filledColumn(rows, column))
  const shown = narrowed(withoutSpares(filled, columns), columns)
  const lineOf = (cellOf: (column: Filled) => string) =>
    shown
      .map((column, index) => {
        const cell = cellOf(column)
        return index === shown.length - 1 ? cell : clipped(cell, column.width).padEnd(column.width)
      })
      .join(' '.repeat(BETWEEN))
  const head = paint.dim(lineOf((column) => column.title))
  return `${[head, ...rows.map((_, row) => lineOf((column) => column.cells[row]!))].join('\n')}\n`
}

interface Filled {
  readonly title: string
  readonly cells: readonly string[]
  readonly width: number
  readonly least: number
  readonly spare: boolean
  readonly flexible: boolean
}

function filledColumn<Row>(rows: readonly Row[], { title, value, width, least, spare }: Column<Row>): Filled {
  const cells = rows.map((row) => visible(String(value(row) ?? '–')))
  const longest = cells.reduce((most, cell) => Math.max(most, cell.length), title.length)
  const natural = Math.min(longest, width ?? longest)
  return {
    title,
    cells,
    width: natural,
    least: Math.min(natural, least ?? width ?? LEAST_FLEXIBLE),
    spare: spare === true,
    flexible: width === undefined,
  }
}

const lineLength = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, BETWEEN * (widths.length - 1))

function withoutSpares(layout: readonly Filled[], columns: number): Filled[] {
  const shown = [...layout]
  for (let index = shown.length - 1; index >= 0; index--) {
    if (lineLength(shown.map((column) => column.least)) <= columns) break
    if (shown[index]!.spare) shown.splice(index, 1)
  }
  return shown
}

/** Takes what is too much from the column without a limit, then from the others, each down to its least. */
function narrowed(layout: readonly Filled[], columns: number): Filled[] {
  let excess = lineLength(layout.map((column) => column.width)) - columns
  const narrowedTo = new Map<Filled, number>()
  for (const column of layout.toSorted((a, b) => Number(b.flexible) - Number(a.flexible))) {
    const width = Math.max(column.least, column.width - Math.max(0, excess))
    narrowedTo.set(column, width)
    excess -= column.width - width
  }
  return layout.map((column) => ({ ...column, width: narrowedTo.get(column)! }))
}

/**
 * With a header line and CRLF, as RFC 4180 has it.
 * @param shown what a text becomes first; for a terminal, where control characters would be obeyed.
 */
export function csvOf<Row>(
  rows: readonly Row[],
  layout: readonly Column<Row>[],
  shown: (text: string) => string = (text) => text,
): string {
  const lines = [layout.map((column) => column.title), ...rows.map((row) => layout.map((column) => column.value(row)))]
  return lines.map((line) => `${line.map((value) => csvCell(shown(String(value ?? '')))).join(',')}\r\n`).join('')
}

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
