/** `onrecord documents` and `onrecord statements`: lists by any filter, as table, JSON lines or CSV. */
import { listDocuments } from '../app/list-documents.ts'
import { listStatements } from '../app/list-statements.ts'
import { faultsOf, type InputFault, perform } from '../app/perform.ts'
import type { Deps, DocumentRow, Page, StatementRow } from '../app/ports.ts'
import { actWords } from '../core/act-words.ts'
import { OnrecordError } from '../core/errors.ts'
import { ACT_TYPES } from '../core/query/query.ts'
import { openStore } from '../runtime/ledger.ts'
import { openSubjects } from '../runtime/subjects.ts'
import type { Command, Option, Terminal, Values } from './command.ts'
import { DONE } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import {
  aboutHelp,
  checkFlags,
  formatOf,
  formatOption,
  ledgerOption,
  listOptions,
  settingsOf,
  subjectsOf,
  subjectsOption,
} from './options.ts'
import { saidWhen } from './said-when.ts'
import { circumstanceCells, wordCells } from './statement-cells.ts'
import { type Column, csvOf, tableOf } from './table.ts'
import { paintFor, visible } from './visible.ts'

const FORMATS = ['table', 'jsonl', 'csv'] as const

const searchHelp =
  'Words are joined by and; "…" is a phrase, -word excludes, word* takes a beginning. Case and accents do not count.'

const documentColumns: readonly Column<DocumentRow>[] = [
  { title: 'published', value: (row) => row.document.published, width: 10, spare: true },
  { title: 'publisher', value: (row) => row.document.publisher, width: 22, least: 12 },
  { title: 'title', value: (row) => row.document.title ?? row.document.file },
  { title: 'language', value: (row) => row.document.language, width: 8, spare: true },
  { title: 'statements', value: (row) => row.statements, width: 10, spare: true },
  { title: 'id', value: (row) => row.document.id, width: 18 },
]

const statementColumns: readonly Column<StatementRow>[] = [
  { title: 'published', value: (row) => row.document.published, width: 10, spare: true },
  { title: 'speaker', value: (row) => row.statement.speaker?.name ?? null, width: 26, least: 10 },
  { title: 'said', value: (row) => saidWhen(row.statement.said), width: 23, least: 10, spare: true },
  { title: 'form', value: (row) => row.statement.form, width: 8, spare: true },
  { title: 'act', value: (row) => actWords(row.statement.act), width: 20, least: 10, spare: true },
  { title: 'content', value: (row) => row.statement.content.text },
  { title: 'publisher', value: (row) => row.document.publisher, width: 18, spare: true },
  { title: 'id', value: (row) => row.statement.id, width: 40 },
]

const statementCsv: readonly Column<StatementRow>[] = [
  { title: 'id', value: (row) => row.statement.id },
  { title: 'published', value: (row) => row.document.published },
  { title: 'publisher', value: (row) => row.document.publisher },
  ...wordCells,
  { title: 'document', value: (row) => row.document.id },
  { title: 'title', value: (row) => row.document.title },
  { title: 'url', value: (row) => row.document.url },
  ...circumstanceCells,
]

const documentCsv: readonly Column<DocumentRow>[] = [
  { title: 'published', value: (row) => row.document.published },
  { title: 'publisher', value: (row) => row.document.publisher },
  { title: 'title', value: (row) => row.document.title },
  { title: 'language', value: (row) => row.document.language },
  { title: 'statements', value: (row) => row.statements },
  { title: 'id', value: (row) => row.document.id },
  { title: 'url', value: (row) => row.document.url },
  { title: 'file', value: (row) => row.document.file },
  { title: 'original', value: (row) => row.document.original },
]

export const documents: Command = {
  name: 'documents',
  usage: '',
  summary: 'list the documents of the ledger, newest first',
  details: [searchHelp],
  options: [
    { name: 'text', value: 'WORDS', help: 'words to find in title and text' },
    ...listOptions,
    formatOption(FORMATS, 'table'),
    ledgerOption,
  ],
  examples: [
    ['onrecord documents --text dam --from 2026-01-01', 'pages on the dam, this year'],
    ['onrecord documents --format jsonl | jq -r .document.title', 'titles'],
  ],
  run: (terminal, positionals, values) =>
    list(terminal, positionals, values, {
      command: 'documents',
      faults: (filter) => faultsOf(listDocuments.input, filter),
      query: (deps, filter) => perform(listDocuments, deps, filter),
      columns: documentColumns,
      csv: documentCsv,
    }),
}

export const statementOptions: readonly Option[] = [
  { name: 'text', value: 'WORDS', help: 'words to find in what was said and by whom' },
  { name: 'speaker', value: 'NAME', help: 'who said it: part of a name, a name in any spelling, or an id like Q58217' },
  { name: 'speaks-for', value: 'NAME', help: 'for whom they speak: Russia finds the spokesman of the Kremlin' },
  { name: 'said-from', value: 'DATE', help: 'may have been said on this day or later' },
  { name: 'said-to', value: 'DATE', help: 'may have been said on this day or before' },
  { name: 'form', value: 'FORM', help: 'direct, indirect or mixed' },
  { name: 'manner', value: 'MANNER', help: 'speech, writing or thought' },
  { name: 'document', value: 'ID', help: 'only of this document' },
  { name: 'act', value: 'ACT', help: 'what kind of move it is; several with commas between' },
  { name: 'polarity', value: 'SIGN', help: 'positive or negative: of what is promised, demanded, claimed' },
  { name: 'about', value: 'SUBJECT', help: aboutHelp },
  { name: 'query', value: 'QUERY', help: `all of it in one: 'speaker:Kirby (troops OR soldiers) -act:denial'` },
  { name: 'sort', value: 'ORDER', help: 'newest (the default), oldest, or said: the latest said first' },
  subjectsOption,
]

export const statements: Command = {
  name: 'statements',
  usage: '',
  summary: 'list the statements of the ledger, newest first',
  details: [searchHelp, `Acts: ${ACT_TYPES.join(', ')}.`],
  options: [...statementOptions, ...listOptions, formatOption(FORMATS, 'table'), ledgerOption],
  examples: [
    ['onrecord statements --speaker lavrov', 'all that Lavrov is reported to have said'],
    ['onrecord statements --text \'"no troops" -minister\' --form direct', 'a phrase, quoted, without a word'],
    [
      "onrecord statements --act commitment,refusal --about 'troops in Ukraine'",
      'promises and refusals on one subject',
    ],
    ['onrecord statements --from 2026-01-01 --format csv > said.csv', 'for a spreadsheet'],
  ],
  run: (terminal, positionals, values) =>
    list(terminal, positionals, values, {
      command: 'statements',
      faults: (filter) => faultsOf(listStatements.input, filter),
      query: (deps, filter) => perform(listStatements, deps, filter),
      columns: statementColumns,
      csv: statementCsv,
    }),
}

interface Listing<Row> {
  readonly command: string
  readonly faults: (filter: Values) => readonly InputFault[]
  readonly query: (deps: Pick<Deps, 'store' | 'subjects'>, filter: Values) => Promise<Page<Row>>
  readonly columns: readonly Column<Row>[]
  readonly csv: readonly Column<Row>[]
}

async function list<Row>(
  terminal: Terminal,
  positionals: readonly string[],
  values: Values,
  { command, faults, query, columns, csv }: Listing<Row>,
): Promise<number> {
  if (positionals.length > 0) {
    const problem = `unexpected "${positionals[0]}": to search for words use --text`
    throw new OnrecordError('usage', { problem, command })
  }
  const format = formatOf(command, values, FORMATS, 'table')
  const { format: _format, ledger: _ledger, help: _help, subjects: _subjects, ...filter } = values
  checkFlags(command, faults(filter), values)
  const subjects = command === 'statements' ? openSubjects(subjectsOf(terminal, values)) : []
  const deps = { store: openStore(settingsOf(terminal, values, 'existing')), subjects }
  try {
    const page = await query(deps, filter)
    print(terminal, page, format, columns, csv)
    if (page.next !== null) {
      terminal.stderr.write(`${page.rows.length} of ${page.total} shown; more with --after ${page.next}\n`)
    }
    return DONE
  } finally {
    await deps.store.close()
  }
}

function print<Row>(
  { stdout, stderr, env }: Terminal,
  page: Page<Row>,
  format: (typeof FORMATS)[number],
  columns: readonly Column<Row>[],
  csv: readonly Column<Row>[],
): void {
  if (format === 'jsonl') for (const row of page.rows) stdout.write(jsonLine(row))
  else if (format === 'csv') stdout.write(csvOf(page.rows, csv, stdout.isTTY === true ? visible : undefined))
  else if (page.rows.length === 0) stderr.write('nothing matches\n')
  else stdout.write(tableOf(page.rows, columns, paintFor(stdout.isTTY, env), stdout.columns ?? 160))
}
