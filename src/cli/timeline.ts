/** `onrecord timeline`: what a speaker said over time, on a subject or on everything; what everybody said on a subject. */
import { getTimeline, type PositionedEntry, type TimelineAnswer } from '../app/get-timeline.ts'
import { faultsOf, perform } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { openSubjects } from '../runtime/subjects.ts'
import { type Command, type Terminal, text } from './command.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import {
  aboutHelp,
  checkFlags,
  formatOf,
  formatOption,
  ledgerOption,
  settingsOf,
  subjectsOf,
  subjectsOption,
} from './options.ts'
import { changedWords, prettyDossier, prettyPositions } from './pretty-positions.ts'
import { alsoNamed, choicesOf, headOf, timelineTables } from './pretty-speaker.ts'
import { circumstanceCells, wordCells } from './statement-cells.ts'
import { type Column, csvOf } from './table.ts'
import { paintFor, visible } from './visible.ts'

const FORMATS = ['table', 'jsonl', 'csv'] as const

export const timeline: Command = {
  name: 'timeline',
  usage: '[SPEAKER]',
  summary: 'what a speaker said over time, or what everybody said on a subject',
  details: [
    'SPEAKER is a name in any spelling, part of one, or an id. Statements come in the order of saying, the first first; those ' +
      'of which the text does not tell when stand apart, and so do words that somebody else tells of ("Orlova said that Marten ' +
      'had refused" is not in Marten’s own words). A name that may mean several lists them, and the command ends with 1.',
    'A state or an organisation is heard through those who speak for it. With --about the statements are grouped into lines of ' +
      'position, and where one conflicts with what was said before, the words of both are shown: the position may have changed. ' +
      'Without SPEAKER, --about gives what everybody said on the subject.',
  ],
  options: [
    { name: 'about', value: 'SUBJECT', help: aboutHelp },
    { name: 'from', value: 'DATE', help: 'may have been said on this day or later; leaves out what has no date' },
    { name: 'to', value: 'DATE', help: 'may have been said on this day or before; leaves out what has no date' },
    { name: 'limit', value: 'N', help: 'at most so many with a date and so many without, 1 to 1000; default 50' },
    subjectsOption,
    formatOption(FORMATS, 'table'),
    ledgerOption,
  ],
  examples: [
    ["onrecord timeline 'Sergey Lavrov'", 'all that he said, in order'],
    ["onrecord timeline 'United States' --about 'troops in Ukraine'", 'how a position went'],
    ['onrecord timeline --about Patriot', 'who says what about it'],
    ["onrecord timeline 'Jens Stoltenberg' --format csv > said.csv", 'for a spreadsheet'],
  ],
  async run(terminal, positionals, values) {
    const [speaker, ...rest] = positionals
    if ((speaker === undefined && !text(values, 'about')?.trim()) || rest.length > 0) {
      const problem = 'expected one speaker (in quotes where the name has spaces), or a subject with --about'
      throw new OnrecordError('usage', { problem, command: 'timeline' })
    }
    const format = formatOf('timeline', values, FORMATS, 'table')
    const asked = { speaker, ...Object.fromEntries(filters.map((name) => [name, text(values, name)])) }
    checkFlags('timeline', faultsOf(getTimeline.input, { ...asked, speaker: '-' }), values)
    const subjects = openSubjects(subjectsOf(terminal, values))
    const deps = { store: openStore(settingsOf(terminal, values, 'existing')), subjects }
    try {
      const answer = await perform(getTimeline, deps, asked)
      if (speaker !== undefined && answer.speaker === null) {
        terminal.stderr.write(choicesOf(answer.others, terminal))
        return SOME_FAILED
      }
      print(terminal, answer, format)
      return DONE
    } finally {
      await deps.store.close()
    }
  },
}

const filters = ['about', 'from', 'to', 'limit'] as const

const csvColumns: readonly Column<PositionedEntry>[] = [
  { title: 'own', value: (row) => String(row.own) },
  ...circumstanceCells,
  ...wordCells,
  { title: 'published', value: (row) => row.document.published },
  { title: 'publisher', value: (row) => row.document.publisher },
  { title: 'id', value: (row) => row.statement.id },
  { title: 'through', value: (row) => row.through.join(' > ') || null },
  { title: 'position', value: (row) => row.position },
  { title: 'changed', value: (row) => row.change && changedWords(row.change) },
  { title: 'changedFrom', value: (row) => row.change?.from ?? null },
]

function print(terminal: Terminal, answer: TimelineAnswer, format: (typeof FORMATS)[number]): void {
  const { stdout, stderr } = terminal
  const { dated, datedTotal, undated, undatedTotal, others } = answer
  const rows = [...dated, ...undated]
  if (format === 'table') {
    if (rows.length === 0) stderr.write('nothing matches\n')
    else stdout.write(tablesOf(answer, terminal))
  } else if (format === 'csv') stdout.write(csvOf(rows, csvColumns, stdout.isTTY === true ? visible : undefined))
  else for (const row of rows) stdout.write(jsonLine(row))
  if (others.length > 0) stderr.write(`${alsoNamed(others)}\n`)
  const left = datedTotal + undatedTotal - rows.length
  if (format !== 'table' && left > 0) stderr.write(`${left} more: raise --limit, or narrow with --from and --to\n`)
}

function tablesOf(answer: TimelineAnswer, terminal: Terminal): string {
  const { speaker, about } = answer
  const paint = paintFor(terminal.stdout.isTTY, terminal.env)
  if (speaker === null) return prettyDossier(about ?? '', answer, paint, terminal)
  if (about !== null) return prettyPositions(answer, paint, terminal)
  return `${headOf(speaker)}\n\n${timelineTables(answer, paint, terminal)}`
}
