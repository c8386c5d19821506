/** `onrecord show`: one document or statement of the ledger. */
import { getDocument } from '../app/get-document.ts'
import { getStatement } from '../app/get-statement.ts'
import { perform } from '../app/perform.ts'
import type { DocumentEntry, StatementRow } from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import type { Command, Terminal } from './command.ts'
import { DONE } from './exit-codes.ts'
import { jsonBlock } from './json-line.ts'
import { formatOf, formatOption, ledgerOption, settingsOf } from './options.ts'
import { prettyExtraction, prettyStatement } from './pretty.ts'
import { paintFor, visible } from './visible.ts'

export const show: Command = {
  name: 'show',
  usage: 'ID',
  summary: 'show a document or a statement',
  details: ['ID as the lists print it: d-… for a document, d-….120-186 for a statement.'],
  options: [formatOption(['pretty', 'json'], 'pretty'), ledgerOption],
  examples: [
    ['onrecord show d-0123456789abcdef', 'a document with its statements'],
    ['onrecord show d-0123456789abcdef.120-186', 'a statement with the text around it'],
  ],
  async run(terminal, positionals, values) {
    const [id, ...rest] = positionals
    if (id === undefined || rest.length > 0) {
      throw new OnrecordError('usage', { problem: 'expected one id', command: 'show' })
    }
    const format = formatOf('show', values, ['pretty', 'json'], 'pretty')
    const deps = { store: openStore(settingsOf(terminal, values, 'existing')) }
    try {
      if (id.includes('.')) {
        const row = await perform(getStatement, deps, { id })
        const { text } = await perform(getDocument, deps, { id: row.document.id })
        terminal.stdout.write(format === 'json' ? jsonBlock(row) : prettyRow(row, text, terminal))
      } else {
        const entry = await perform(getDocument, deps, { id })
        terminal.stdout.write(format === 'json' ? jsonBlock(entry) : prettyEntry(entry, terminal))
      }
      return DONE
    } finally {
      await deps.store.close()
    }
  },
}

const prettyEntry = (entry: DocumentEntry, { stdout, env }: Terminal): string =>
  prettyExtraction(entry, paintFor(stdout.isTTY, env), stdout.columns ?? 100)

/** UTF-16 units of text shown before and after. */
const AROUND = 160

function prettyRow({ statement, document }: StatementRow, text: string, { stdout, env }: Terminal): string {
  const paint = paintFor(stdout.isTTY, env)
  const spans = [...statement.content.spans, ...statement.cue.spans, ...statement.source.spans]
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  const context = `${paint.dim(visible(before))}${visible(text.slice(start, end))}${paint.dim(visible(after))}`
  const head = [document.publisher, document.published ?? 'undated', document.title].filter((part) => part !== null)
  return `${[...prettyStatement(statement, paint, stdout.columns ?? 100), '', `  ${head.map(visible).join(' · ')}`, '', `  … ${context} …`].join('\n')}\n`
}
