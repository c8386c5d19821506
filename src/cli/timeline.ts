/** `onrecord timeline`: what a speaker said over time, on a subject or on everything. */
import { getTimeline, type TimelineAnswer } from '../app/get-timeline.ts'
import { faultsOf, perform } from '../app/perform.ts'
import type { TimelineEntry } from '../app/timeline-entries.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { type Command, type Terminal, text } from './command.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import { checkFlags, formatOf, formatOption, ledgerOption, settingsOf } from './options.ts'
import { alsoNamed, choicesOf, headOf, timelineTables } from './pretty-speaker.ts'
import { circumstanceCells, wordCells } from './statement-cells.ts'
import { type Column, csvOf } from './table.ts'
import { paintFor, visible } from './visible.ts'

const FORMATS = ['table', 'jsonl', 'csv'] as const

export const timeline: Command = {
  name: 'timeline',
  usage: 'SPEAKER',
  summary: 'what a speaker said over time',
  details: [
    'SPEAKER is a name in any spelling, part of one, or an id. Statements come in the order of saying, the first first; those ' +
      'of which the text does not tell when stand apart, and so do words that somebody else tells of ("Orlova said that Marten ' +
      'had refused" is not in Marten’s own words). A name that may mean several lists them, and the command ends with 1.',
  ],
  options: [
    {
      name: 'about',
      value: 'WORDS',
      help: 'words in what is said; "…" is a phrase, -word excludes, word* takes a beginning',
    },
    { name: 'from', value: 'DATE', help: 'may have been said on this day or later; leaves out what has no date' },
    { name: 'to', value: 'DATE', help: 'may have been said on this day or before; leaves out what has no date' },
    { name: 'limit', value: 'N', help: 'at most so many with a date and so many without, 1 to 1000; default 50' },
    formatOption(FORMATS, 'table'),
    ledgerOption,
  ],
  examples: [
    ["onrecord timeline 'Sergey Lavrov'", 'all that he said, in order'],
    ['onrecord timeline Q58217 --about tanks --from 2022-01-01', 'on one matter, since a day'],
    ["onrecord timeline 'Jens Stoltenberg' --format csv > said.csv", 'for a spreadsheet'],
  ],
  async run(terminal, positionals, values) {
    const [speaker, ...rest] = positionals
    if (speaker === undefined || rest.length > 0) {
      const problem = 'expected one speaker (in quotes where the name has spaces)'
      throw new OnrecordError('usage', { problem, command: 'timeline' })
    }
    const format = formatOf('timeline', values, FORMATS, 'table')
    const asked = { speaker, ...Object.fromEntries(filters.map((name) => [name, text(values, name)])) }
    checkFlags('timeline', faultsOf(getTimeline.input, { ...asked, speaker: '-' }), values)
    const deps = { store: openStore(settingsOf(terminal, values, 'existing')) }
    try {
      const answer = await perform(getTimeline, deps, asked)
      if (answer.speaker === null) {
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

const csvColumns: readonly Column<TimelineEntry>[] = [
  { title: 'own', value: (row) => String(row.own) },
  ...circumstanceCells,
  ...wordCells,
  { title: 'published', value: (row) => row.document.published },
  { title: 'publisher', value: (row) => row.document.publisher },
  { title: 'id', value: (row) => row.statement.id },
]

function print(terminal: Terminal, answer: TimelineAnswer, format: (typeof FORMATS)[number]): void {
  const { stdout, stderr, env } = terminal
  const { dated, datedTotal, undated, undatedTotal, speaker, others } = answer
  const rows = [...dated, ...undated]
  if (format === 'table') {
    const paint = paintFor(stdout.isTTY, env)
    if (rows.length === 0) stderr.write('nothing matches\n')
    else stdout.write(`${headOf(speaker!)}\n\n${timelineTables(answer, paint, terminal)}`)
  } else if (format === 'csv') stdout.write(csvOf(rows, csvColumns, stdout.isTTY === true ? visible : undefined))
  else for (const row of rows) stdout.write(jsonLine(row))
  if (others.length > 0) stderr.write(`${alsoNamed(others)}\n`)
  const left = datedTotal + undatedTotal - rows.length
  if (format !== 'table' && left > 0) stderr.write(`${left} more: raise --limit, or narrow with --from and --to\n`)
}
