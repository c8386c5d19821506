/** `onrecord show`: one document, statement or speaker of the ledger. */
import { getDocument } from '../app/get-document.ts'
import { getSpeaker } from '../app/get-speaker.ts'
import { getStatement } from '../app/get-statement.ts'
import { faultsOf, perform } from '../app/perform.ts'
import type { Deps, DocumentEntry, StatementRow } from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { openRegister } from '../runtime/register.ts'
import { type Command, type Terminal, text } from './command.ts'
import { DONE } from './exit-codes.ts'
import { jsonBlock } from './json-line.ts'
import {
  checkFlags,
  formatOf,
  formatOption,
  ledgerOption,
  registerOf,
  registerOption,
  settingsOf,
  warnOn,
} from './options.ts'
import { noteOf, prettyExtraction, prettyStatement } from './pretty.ts'
import { prettySpeaker } from './pretty-speaker.ts'
import { paintFor, visible } from './visible.ts'

export const show: Command = {
  name: 'show',
  usage: 'ID|SPEAKER',
  summary: 'show a document, a statement or a speaker',
  details: [
    'ID as the lists print it: d-… for a document, d-….120-186 for a statement. SPEAKER is a name in any spelling, part of ' +
      'one, or an id (Q… of Wikidata, r-… of a register, e-… of this ledger): names seen, roles with dates and the page that ' +
      'gives them, whose voice they are, and what they said in the order of saying. A name that may mean several lists them.',
  ],
  options: [
    formatOption(['pretty', 'json'], 'pretty'),
    { name: 'limit', value: 'N', help: 'of a speaker: at most so many statements of each list, 1 to 1000; default 50' },
    registerOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord show d-0123456789abcdef', 'a document with its statements'],
    ['onrecord show d-0123456789abcdef.120-186', 'a statement with the text around it'],
    ["onrecord show 'Sergey Lavrov'", 'a speaker, by any spelling of the name'],
  ],
  async run(terminal, positionals, values) {
    const [id, ...rest] = positionals
    if (id === undefined || rest.length > 0) {
      const problem = 'expected one id or one name (in quotes where it has spaces)'
      throw new OnrecordError('usage', { problem, command: 'show' })
    }
    const format = formatOf('show', values, ['pretty', 'json'], 'pretty')
    const asked = { speaker: id, limit: text(values, 'limit') }
    checkFlags('show', faultsOf(getSpeaker.input, { ...asked, speaker: '-' }), values)
    const register = openRegister(registerOf(terminal, values), warnOn(terminal))
    const deps = { store: openStore(settingsOf(terminal, values, 'existing')), register }
    try {
      terminal.stdout.write(await shown(terminal, deps, id, asked, format === 'json'))
      return DONE
    } finally {
      await deps.store.close()
    }
  },
}

async function shown(
  terminal: Terminal,
  deps: Pick<Deps, 'store' | 'register'>,
  id: string,
  asked: object,
  json: boolean,
): Promise<string> {
  if (!/^d-[0-9a-f]+/.test(id)) {
    const answer = await perform(getSpeaker, deps, asked)
    return json ? jsonBlock(answer) : prettySpeaker(answer, terminal)
  }
  if (!id.includes('.')) {
    const entry = await perform(getDocument, deps, { id })
    return json ? jsonBlock(entry) : prettyEntry(entry, terminal)
  }
  const row = await perform(getStatement, deps, { id })
  if (json) return jsonBlock(row)
  return prettyRow(row, await perform(getDocument, deps, { id: row.document.id }), terminal)
}

const prettyEntry = (entry: DocumentEntry, { stdout, env }: Terminal): string =>
  prettyExtraction(entry, paintFor(stdout.isTTY, env), stdout.columns ?? 100)

/** UTF-16 units of text shown before and after. */
const AROUND = 160

function prettyRow({ statement, document }: StatementRow, entry: DocumentEntry, { stdout, env }: Terminal): string {
  const { text, notices } = entry
  const notes = notices.filter((notice) => notice.statement === statement.id).map((notice) => `    ${noteOf(notice)}`)
  const paint = paintFor(stdout.isTTY, env)
  const spans = [...statement.content.spans, ...statement.cue.spans, ...statement.source.spans]
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  const context = `${paint.dim(visible(before))}${visible(text.slice(start, end))}${paint.dim(visible(after))}`
  const head = [document.publisher, document.published ?? 'undated', document.title].filter((part) => part !== null)
  return `${[...prettyStatement(statement, paint, stdout.columns ?? 100), ...notes, '', `  ${head.map(visible).join(' · ')}`, '', `  … ${context} …`].join('\n')}\n`
}
