/** Statements as CSV (RFC 4180), one row each, safe to open in a spreadsheet. */

import type { DocumentRecord } from '../document.ts'
import type { Said, Statement } from '../statement.ts'

interface Row {
  readonly statement: Statement
  readonly document: DocumentRecord
}

/** The columns in their order: name, what it holds, and where from. The docs list them. */
export const CSV_COLUMNS: readonly (readonly [name: string, holds: string, value: (row: Row) => Cell])[] = [
  ['id', 'the statement: document, then its spans', ({ statement }) => statement.id],
  ['content', 'what is said; parts that do not touch are joined by " … "', ({ statement }) => statement.content.text],
  ['speaker', 'who said it, by the fullest name the page has', ({ statement }) => statement.speaker?.name],
  [
    'entity',
    'who that is: Q… of Wikidata, r-… of a register, e-… of the ledger',
    ({ statement }) => statement.speaker?.entity,
  ],
  ['kind', 'person, organisation, state, group, anonymous or publication', ({ statement }) => statement.speaker?.kind],
  ['role', 'what the page says they are', ({ statement }) => statement.speaker?.role],
  ['of', 'what the role belongs to', ({ statement }) => statement.speaker?.of],
  ['speaks_for', 'whose voice they are', ({ statement }) => statement.speaker?.speaksFor?.name],
  ['addressee', 'to whom', ({ statement }) => statement.addressee?.name],
  ['medium', 'where it was said', ({ statement }) => statement.medium?.name],
  ['said_from', 'first day on which it may have been said', ({ statement }) => said(statement.said)?.earliest],
  ['said_to', 'last day on which it may have been said', ({ statement }) => said(statement.said)?.latest],
  ['said_precision', 'the unit that the page gives', ({ statement }) => statement.said.precision],
  [
    'via',
    'through whom it came, outermost first, joined by " > "',
    ({ statement }) => statement.via.map(({ name }) => name).join(' > '),
  ],
  ['form', 'direct, indirect or mixed', ({ statement }) => statement.form],
  ['manner', 'speech, writing or thought', ({ statement }) => statement.manner],
  ['act', 'what kind of move it is', ({ statement }) => statement.act.type],
  ['polarity', 'positive or negative', ({ statement }) => statement.act.polarity],
  ['condition', 'the words under which it holds', ({ statement }) => statement.act.condition.text],
  ['deadline', 'by when, as a TIMEX3 value', ({ statement }) => statement.act.deadline],
  ['about', 'what it is about, joined by "; "', ({ statement }) => statement.about.join('; ')],
  ['cue', 'the words that say that it is said', ({ statement }) => statement.cue.text],
  ['source', 'the words that say who', ({ statement }) => statement.source.text],
  ['within', 'id of the statement in which it is told', ({ statement }) => statement.within],
  [
    'confidence',
    'that content, cue and source belong together, 0 to 1',
    ({ statement }) => statement.confidence.relation,
  ],
  ['document', 'id of the page', ({ document }) => document.id],
  ['title', 'its headline', ({ document }) => document.title],
  ['publisher', 'who printed it', ({ document }) => document.publisher],
  ['published', 'when', ({ document }) => document.published],
  ['url', 'where', ({ document }) => document.url],
]

type Cell = string | number | null | undefined

const said = (time: Said): Said | null => (time.precision === 'unknown' ? null : time)

export const csvHead = (): string => lineOf(CSV_COLUMNS.map(([name]) => name))

export const csvRow = (row: Row): string => lineOf(CSV_COLUMNS.map(([, , value]) => value(row)))

const lineOf = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`

/**
 * A spreadsheet takes a cell that begins with one of these for a formula, and a page can hold any: an apostrophe before it
 * makes it text (OWASP, CSV injection). Numbers stay numbers.
 */
const FORMULA = /^[=+\-@\t\r\n]/

function cellOf(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
