/** `onrecord show`: one document, statement, claim or speaker of the ledger. */
import { getClaim } from '../app/get-claim.ts'
import { getDocument } from '../app/get-document.ts'
import { getRelations, type Relations } from '../app/get-relations.ts'
import { getSpeaker } from '../app/get-speaker.ts'
import { getStatement } from '../app/get-statement.ts'
import { faultsOf, perform } from '../app/perform.ts'
import type { Deps, DocumentEntry } from '../app/ports.ts'
import { subjectsOfStatement } from '../app/subjects-of.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { openRegister } from '../runtime/register.ts'
import { openSubjects } from '../runtime/subjects.ts'
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
  subjectsOf,
  subjectsOption,
  warnOn,
} from './options.ts'
import { noteOf, prettyExtraction, prettyStatement } from './pretty.ts'
import { prettyClaim, prettyRelations } from './pretty-relations.ts'
import { prettySpeaker } from './pretty-speaker.ts'
import { type Paint, paintFor, visible } from './visible.ts'

export const show: Command = {
  name: 'show',
  usage: 'ID|SPEAKER',
  summary: 'show a document, a statement, a claim or a speaker',
  details: [
    'ID as the lists print it: d-… for a document, d-….120-186 for a statement, c-d-….120-186 for the claim that this statement ' +
      'makes. A statement comes with who else reports it, on how many pages and from how many independent reports, and with ' +
      'what repeats it or may conflict with it; a claim with all statements that seem to say the same.',
    'SPEAKER is a name in any spelling, part of ' +
      'one, or an id (Q… of Wikidata, r-… of a register, e-… of this ledger): names seen, roles with dates and the page that ' +
      'gives them, whose voice they are, and what they said in the order of saying. A name that may mean several lists them.',
  ],
  options: [
    formatOption(['pretty', 'json'], 'pretty'),
    { name: 'limit', value: 'N', help: 'of a speaker: at most so many statements of each list, 1 to 1000; default 50' },
    registerOption,
    subjectsOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord show d-0123456789abcdef', 'a document with its statements'],
    ['onrecord show d-0123456789abcdef.120-186', 'a statement with the text around it'],
    ['onrecord show c-d-0123456789abcdef.120-186', 'all that say the same as this statement'],
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
    const subjects = openSubjects(subjectsOf(terminal, values))
    const deps = { store: openStore(settingsOf(terminal, values, 'existing')), register, subjects }
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
  deps: Pick<Deps, 'store' | 'register' | 'subjects'>,
  id: string,
  asked: object,
  json: boolean,
): Promise<string> {
  if (/^c-d-[0-9a-f]+/.test(id)) {
    const claim = await perform(getClaim, deps, { id })
    return json ? jsonBlock(claim) : prettyClaim(claim, paintOf(terminal), widthOf(terminal))
  }
  if (!/^d-[0-9a-f]+/.test(id)) {
    const answer = await perform(getSpeaker, deps, asked)
    return json ? jsonBlock(answer) : prettySpeaker(answer, terminal)
  }
  if (!id.includes('.')) {
    const entry = await perform(getDocument, deps, { id })
    return json ? jsonBlock(entry) : prettyEntry(entry, terminal)
  }
  if (json) return jsonBlock(await perform(getStatement, deps, { id }))
  const relations = await perform(getRelations, deps, { id })
  const belongs = await subjectsOfStatement(deps, id)
  const notes = belongs.length === 0 ? [] : [`    belongs to ${belongs.map(visible).join(', ')}`]
  return prettyRow(relations, await perform(getDocument, deps, { id: relations.row.document.id }), notes, terminal)
}

const paintOf = ({ stdout, env }: Terminal): Paint => paintFor(stdout.isTTY, env)
const widthOf = ({ stdout }: Terminal): number => stdout.columns ?? 100

const prettyEntry = (entry: DocumentEntry, terminal: Terminal): string =>
  prettyExtraction(entry, paintOf(terminal), widthOf(terminal))

/** UTF-16 units of text shown before and after. */
const AROUND = 160

function prettyRow(relations: Relations, entry: DocumentEntry, more: readonly string[], terminal: Terminal): string {
  const { statement, document } = relations.row
  const { text, notices } = entry
  const notes = notices.filter((notice) => notice.statement === statement.id).map((notice) => `    ${noteOf(notice)}`)
  const paint = paintOf(terminal)
  const columns = widthOf(terminal)
  const spans = [...statement.content.spans, ...statement.cue.spans, ...statement.source.spans]
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  const context = `${paint.dim(visible(before))}${visible(text.slice(start, end))}${paint.dim(visible(after))}`
  const head = [document.publisher, document.published ?? 'undated', document.title].filter((part) => part !== null)
  return `${[
    ...prettyStatement(statement, paint, columns),
    ...more,
    ...notes,
    '',
    `  ${head.map(visible).join(' · ')}`,
    '',
    `  … ${context} …`,
    ...prettyRelations(relations, paint, columns),
  ].join('\n')}\n`
}
