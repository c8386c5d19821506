/** `onrecord changes`: pages that changed, and what changed on one of them. */
import { getChanges } from '../app/get-changes.ts'
import { type ChangeRow, listChanges } from '../app/list-changes.ts'
import { faultsOf, perform } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import { countWords } from '../core/versions/change-words.ts'
import { CHANGE_KINDS } from '../core/versions/version-changes.ts'
import { openStore } from '../runtime/ledger.ts'
import { type Command, type Terminal, text, type Values } from './command.ts'
import { DONE } from './exit-codes.ts'
import { jsonBlock, jsonLine } from './json-line.ts'
import { badFlag, checkFlags, formatOf, formatOption, ledgerOption, settingsOf } from './options.ts'
import { prettyChanges } from './pretty-changes.ts'
import { type Column, csvOf, tableOf } from './table.ts'
import { paintFor, visible } from './visible.ts'

const FORMATS = ['table', 'jsonl', 'csv', 'json'] as const

type Row = Column<ChangeRow>

const notice: Row = {
  title: 'notice',
  value: ({ silent, correction }) => (correction !== null ? 'yes' : silent ? 'no' : '–'),
  width: 6,
}
const publisher: Row = { title: 'publisher', value: (row) => row.document.publisher, width: 24, least: 12, spare: true }
const added: Row = { title: 'added on', value: (row) => row.added.slice(0, 10), width: 10 }
const versions: Row = { title: 'versions', value: (row) => row.versions, width: 8, spare: true }
const document: Row = { title: 'document', value: (row) => row.document.id }

const columns: readonly Row[] = [
  added,
  versions,
  { title: 'changes', value: ({ counts }) => countWords(counts), width: 44, least: 36 },
  notice,
  publisher,
  { title: 'title', value: (row) => row.document.title, least: 16, spare: true },
  document,
]

/** As a CSV: every count by itself. */
const csvColumns: readonly Row[] = [
  { title: 'url', value: ({ url }) => url },
  document,
  { title: 'previous', value: ({ previous }) => previous },
  { title: 'added', value: (row) => row.added },
  versions,
  ...CHANGE_KINDS.map((kind): Row => ({ title: kind === 'added' ? 'new' : kind, value: ({ counts }) => counts[kind] })),
  { title: 'altered', value: ({ altered }) => altered },
  notice,
  publisher,
  { title: 'title', value: (row) => row.document.title },
]

const LISTING = ['from', 'to', 'publisher', 'limit', 'after'] as const

export const changes: Command = {
  name: 'changes',
  usage: '[DOCUMENT-ID|URL]',
  summary: 'list pages that changed, or tell what changed on one',
  details: [
    'Documents of one address are versions of one page, in the order in which they were added. The list has each page that ' +
      'changed, the latest change first: statements that the later version has new, no longer, in other words, or of somebody ' +
      'else; those told otherwise are "retold". "notice" is yes where the page tells of its correction, ' +
      'no where it changed in silence.',
    'With an id or an address: all versions, and the changes of that version (of an address: the latest) against the one before, ' +
      'or against another with --against. Words that only the earlier one has stand in [-…-], those of the later one in {+…+}. ' +
      'docs/versions.md tells how statements are matched.',
  ],
  options: [
    { name: 'against', value: 'ID', help: 'compare with this version of the page instead of the one before' },
    { name: 'from', value: 'DATE', help: 'changed versions that were added on this day or later' },
    { name: 'to', value: 'DATE', help: 'changed versions that were added on this day or before' },
    { name: 'publisher', value: 'NAME', help: 'only of this publisher (the whole name, any case)' },
    { name: 'limit', value: 'N', help: 'at most so many rows, 1 to 1000; default 50' },
    { name: 'after', value: 'CURSOR', help: 'go on where a former list ended' },
    formatOption(FORMATS, 'table'),
    ledgerOption,
  ],
  examples: [
    ['onrecord changes --from 2026-03-01', 'what changed since the first of March'],
    ['onrecord changes https://example.org/story', 'the latest change of one page, word by word'],
    ['onrecord changes d-0123456789abcdef --format json', 'for a script'],
  ],
  async run(terminal, positionals, values) {
    if (positionals.length > 1) {
      throw new OnrecordError('usage', {
        problem: `unexpected "${positionals[1]}": expected one id or address`,
        command: 'changes',
      })
    }
    const format = formatOf('changes', values, FORMATS, 'table')
    return positionals.length === 1 ? one(terminal, positionals[0]!, values, format) : all(terminal, values, format)
  },
}

type Format = (typeof FORMATS)[number]

async function all(terminal: Terminal, values: Values, format: Format): Promise<number> {
  if (format === 'json') throw badFlag('changes', 'format', format, 'of the list table, jsonl or csv')
  if (text(values, 'against') !== undefined) {
    throw new OnrecordError('usage', { problem: '--against goes with an id or an address', command: 'changes' })
  }
  const filter = Object.fromEntries(LISTING.map((name) => [name, text(values, name)]))
  checkFlags('changes', faultsOf(listChanges.input, filter), values)
  const { stdout, stderr, env } = terminal
  const deps = { store: openStore(settingsOf(terminal, values, 'existing')) }
  try {
    const { rows, total, next } = await perform(listChanges, deps, filter)
    if (format === 'jsonl') for (const row of rows) stdout.write(jsonLine(row))
    else if (format === 'csv') stdout.write(csvOf(rows, csvColumns, stdout.isTTY === true ? visible : undefined))
    else if (rows.length === 0) stderr.write('no page changed\n')
    else stdout.write(tableOf(rows, columns, paintFor(stdout.isTTY, env), stdout.columns ?? 120))
    if (next !== null) stderr.write(`${rows.length} of ${total} shown; more with --after "${next}"\n`)
    return DONE
  } finally {
    await deps.store.close()
  }
}

async function one(terminal: Terminal, id: string, values: Values, format: Format): Promise<number> {
  const listing = LISTING.find((name) => text(values, name) !== undefined)
  if (listing !== undefined) {
    throw new OnrecordError('usage', {
      problem: `--${listing} goes with the list, not with a page`,
      command: 'changes',
    })
  }
  if (format === 'csv') throw badFlag('changes', 'format', format, 'of a page table, jsonl or json')
  const { stdout, env } = terminal
  const deps = { store: openStore(settingsOf(terminal, values, 'existing')) }
  try {
    const answer = await perform(getChanges, deps, { id, against: text(values, 'against') })
    if (format === 'json') stdout.write(jsonBlock(answer))
    else if (format === 'jsonl') stdout.write(jsonLine(answer))
    else stdout.write(prettyChanges(answer, paintFor(stdout.isTTY, env)))
    return DONE
  } finally {
    await deps.store.close()
  }
}
