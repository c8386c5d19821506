/** `onrecord sources`: the outlets of the ledger, and what one of them takes from others and gives them. */
import type { CopyTally } from '../app/copies-of.ts'
import { getSource, type SourceAnswer } from '../app/get-source.ts'
import { type ListedSource, listSources } from '../app/list-sources.ts'
import { faultsOf, perform } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { type Command, type Terminal, text, type Values } from './command.ts'
import { DONE } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import { checkFlags, formatOf, formatOption, ledgerOption, settingsOf } from './options.ts'
import { type Column, tableOf } from './table.ts'
import { clipped, type Paint, paintFor, visible } from './visible.ts'

const FORMATS = ['table', 'jsonl'] as const

const columns: readonly Column<ListedSource>[] = [
  { title: 'documents', value: (row) => row.documents, width: 9 },
  { title: 'statements', value: (row) => row.statements, width: 10 },
  { title: 'relayed', value: (row) => row.relayed, width: 7 },
  { title: 'first', value: (row) => row.first?.slice(0, 10) ?? null, width: 10, spare: true },
  { title: 'last', value: (row) => row.last?.slice(0, 10) ?? null, width: 10, spare: true },
  { title: 'name', value: (row) => row.names.join(', ') },
]

export const sources: Command = {
  name: 'sources',
  usage: '[NAME]',
  summary: 'list outlets, or tell what one takes from others and gives them',
  details: [
    'Names that mean one outlet are one ("AP", "The Associated Press"). "relayed" counts statements that came through it, as the ' +
      'texts say; an outlet may have those alone and no page of its own in the ledger.',
    'With NAME: whom it quotes most, from whom it has statements and who has theirs from it, what it reported before others, ' +
      'whose pages it copies and who copies its own. docs/sources.md tells how each is found.',
  ],
  options: [
    { name: 'text', value: 'WORDS', help: 'words of its name, or parts of them' },
    { name: 'limit', value: 'N', help: 'at most so many rows, 1 to 1000; default 50' },
    { name: 'after', value: 'CURSOR', help: 'go on where a former list ended' },
    formatOption(FORMATS, 'table'),
    ledgerOption,
  ],
  examples: [
    ['onrecord sources', 'those with most statements first'],
    ["onrecord sources 'The Harbour Post'", 'whom it quotes, and what it had first'],
  ],
  async run(terminal, positionals, values) {
    if (positionals.length > 1) {
      const problem = `unexpected "${positionals[1]}": put a name of several words in quotation marks`
      throw new OnrecordError('usage', { problem, command: 'sources' })
    }
    return positionals.length === 1 ? one(terminal, positionals[0]!, values) : all(terminal, values)
  },
}

async function all(terminal: Terminal, values: Values): Promise<number> {
  const format = formatOf('sources', values, FORMATS, 'table')
  const { format: _format, ledger: _ledger, help: _help, ...filter } = values
  checkFlags('sources', faultsOf(listSources.input, filter), values)
  const { stdout, stderr, env } = terminal
  const deps = { store: openStore(settingsOf(terminal, values, 'existing')) }
  try {
    const { rows, total, next } = await perform(listSources, deps, filter)
    if (format === 'jsonl') for (const row of rows) stdout.write(jsonLine(row))
    else if (rows.length === 0) stderr.write('nothing matches\n')
    else stdout.write(tableOf(rows, columns, paintFor(stdout.isTTY, env), stdout.columns ?? 120))
    if (next !== null) stderr.write(`${rows.length} of ${total} shown; more with --after "${next}"\n`)
    return DONE
  } finally {
    await deps.store.close()
  }
}

async function one(terminal: Terminal, name: string, values: Values): Promise<number> {
  const lists = ['text', 'limit', 'after'].filter((option) => text(values, option) !== undefined)
  if (lists.length > 0) {
    throw new OnrecordError('usage', {
      problem: `--${lists[0]} goes with the list, not with a name`,
      command: 'sources',
    })
  }
  const format = formatOf('sources', values, FORMATS, 'table')
  const { stdout, env } = terminal
  const deps = { store: openStore(settingsOf(terminal, values, 'existing')) }
  try {
    const answer = await perform(getSource, deps, { publisher: name })
    stdout.write(format === 'jsonl' ? jsonLine(answer) : told(answer, paintFor(stdout.isTTY, env)))
    return DONE
  } finally {
    await deps.store.close()
  }
}

function told({ source, quoted, through, relayedBy, shared, copies, copiedBy }: SourceAnswer, paint: Paint): string {
  const counts = (rows: readonly { readonly name: string | null; readonly statements: number }[]): string[] =>
    rows.map(({ name, statements }) => `${String(statements).padStart(6)}  ${nameOf(name)}`)
  const copied = (rows: readonly CopyTally[]): string[] =>
    rows.map(({ name, documents, told: say }) => `${String(documents).padStart(6)}  ${nameOf(name)} (${say} say so)`)
  const { looked, first, behind, open, whole } = shared
  const firsts = first.map(
    ({ row: { statement, document }, followers }) =>
      `  ${(document.published ?? '').slice(0, 10)}  ${clipped(visible(statement.content.text), 90)}, ${followers.length} after it\n    ${statement.id}`,
  )
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['quotes most', counts(quoted)],
    ['has statements from', counts(through)],
    ['gives statements to', counts(relayedBy)],
    ['copies pages of', copied(copies)],
    ['is copied by', copied(copiedBy)],
    [
      `first in ${first.length}, after another in ${behind}, not known in ${open} of ${whole ? '' : 'the latest '}${looked} utterances that others report as well`,
      firsts,
    ],
  ]
  const head = `${paint.bold(visible(source.names.join(', ')))}\n${source.documents} documents, ${source.statements} statements${
    source.first === null ? '' : `, ${source.first.slice(0, 10)} to ${source.last!.slice(0, 10)}`
  }\n`
  const shown = lists.filter(([, rows], index) => rows.length > 0 || (index === lists.length - 1 && looked > 0))
  return `${head}${shown.map(([title, rows]) => `\n${paint.bold(title)}\n${rows.map((row) => `${row}\n`).join('')}`).join('')}`
}

const nameOf = (name: string | null): string => (name === null ? 'pages that name no publisher' : visible(name))
