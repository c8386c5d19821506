/** `onrecord subjects`: what the ledger's statements are about, and the subjects of a file of one's own. */
import { type ListedSubject, listSubjects } from '../app/list-subjects.ts'
import { faultsOf, perform } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { openSubjects } from '../runtime/subjects.ts'
import type { Command } from './command.ts'
import { DONE } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import { checkFlags, formatOf, formatOption, ledgerOption, settingsOf, subjectsOf, subjectsOption } from './options.ts'
import { type Column, csvOf, tableOf } from './table.ts'
import { paintFor, visible } from './visible.ts'

const FORMATS = ['table', 'jsonl', 'csv'] as const

const columns: readonly Column<ListedSubject>[] = [
  { title: 'statements', value: (row) => row.statements, width: 10 },
  { title: 'first', value: (row) => row.first, width: 10, spare: true },
  { title: 'last', value: (row) => row.last, width: 10, spare: true },
  { title: 'defined', value: (row) => (row.own ? 'by you' : null), width: 7 },
  { title: 'name', value: (row) => row.name },
]

const csvColumns: readonly Column<ListedSubject>[] = columns.map((column) =>
  column.title === 'defined' ? { ...column, value: (row) => String(row.own) } : column,
)

export const subjects: Command = {
  name: 'subjects',
  usage: '',
  summary: 'list what statements are about',
  details: [
    'Subjects of your own come first, then those of the ledger, those with most statements first; first and last are the days ' +
      'between which it was said. "onrecord timeline --about SUBJECT" gives who says what about one. How to define your own ' +
      'is told in docs/subjects-file.md.',
  ],
  options: [
    { name: 'text', value: 'WORDS', help: 'words of its name; word* takes a beginning' },
    { name: 'limit', value: 'N', help: 'at most so many rows, 1 to 1000; default 50' },
    { name: 'after', value: 'CURSOR', help: 'go on where a former list ended' },
    subjectsOption,
    formatOption(FORMATS, 'table'),
    ledgerOption,
  ],
  examples: [
    ['onrecord subjects', 'what is spoken of most'],
    ['onrecord subjects --text missile*', 'by the name'],
  ],
  async run(terminal, positionals, values) {
    if (positionals.length > 0) {
      const problem = `unexpected "${positionals[0]}": to search for words use --text`
      throw new OnrecordError('usage', { problem, command: 'subjects' })
    }
    const format = formatOf('subjects', values, FORMATS, 'table')
    const { format: _format, ledger: _ledger, help: _help, subjects: _subjects, ...filter } = values
    checkFlags('subjects', faultsOf(listSubjects.input, filter), values)
    const own = openSubjects(subjectsOf(terminal, values))
    const deps = { store: openStore(settingsOf(terminal, values, 'existing')), subjects: own }
    const { stdout, stderr, env } = terminal
    try {
      const page = await perform(listSubjects, deps, filter)
      const rows = [...page.defined, ...page.rows]
      if (format === 'jsonl') for (const row of rows) stdout.write(jsonLine(row))
      else if (format === 'csv') stdout.write(csvOf(rows, csvColumns, stdout.isTTY === true ? visible : undefined))
      else if (rows.length === 0) stderr.write('nothing matches\n')
      else stdout.write(tableOf(rows, columns, paintFor(stdout.isTTY, env), stdout.columns ?? 120))
      if (page.next !== null)
        stderr.write(`${page.rows.length} of ${page.total} shown; more with --after ${page.next}\n`)
      return DONE
    } finally {
      await deps.store.close()
    }
  },
}
