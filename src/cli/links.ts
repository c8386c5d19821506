/** `onrecord links`: how statements relate, with the words that show it. */
import { listLinks } from '../app/list-links.ts'
import { faultsOf, perform } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import type { Command } from './command.ts'
import { DONE } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import { checkFlags, formatOf, formatOption, ledgerOption, settingsOf } from './options.ts'
import { prettyLinks } from './pretty-links.ts'
import { paintFor } from './visible.ts'

const FORMATS = ['table', 'jsonl'] as const

export const links: Command = {
  name: 'links',
  usage: '',
  summary: 'list how statements relate: one utterance, repeats, possible conflicts',
  details: [
    'Every link stands between two statements and shows the words that it rests on. What the program found is "suggested": it ' +
      'may be wrong, and two statements that may conflict may both be true. The latest statement comes first.',
    'RELATION is same-utterance, renders (a report and the transcript it reports), repeats, series or conflicts. TYPE tells ' +
      'what clashes (denies, number-differs, scope-differs, reversal, admission-after-denial, commitment-broken-by-report) ' +
      'or how close a report is to the record (verbatim, trimmed, altered, paraphrase).',
  ],
  options: [
    { name: 'relation', value: 'RELATION', help: 'only links of this kind' },
    { name: 'type', value: 'TYPE', help: 'only conflicts of this kind, or reports of this closeness' },
    { name: 'level', value: 'LEVEL', help: 'suggested, confirmed, rejected, or standing: what nobody rejected' },
    { name: 'statement', value: 'ID', help: 'only links of this statement' },
    { name: 'document', value: 'ID', help: 'only links of statements of this document' },
    {
      name: 'speaker',
      value: 'NAME',
      help: 'who said one of the two: part of a name, a name in any spelling, or an id',
    },
    { name: 'limit', value: 'N', help: 'at most so many, 1 to 1000; default 50' },
    { name: 'after', value: 'CURSOR', help: 'go on where a former list ended' },
    formatOption(FORMATS, 'table'),
    ledgerOption,
  ],
  examples: [
    ['onrecord links --relation conflicts', 'statements that may conflict, with the words that clash'],
    ['onrecord links --type altered', 'quotations that are not in the words of the record'],
    ['onrecord links --speaker lavrov --format jsonl', 'for a script'],
  ],
  async run(terminal, positionals, values) {
    if (positionals.length > 0) {
      const problem = `unexpected "${positionals[0]}": for the links of a statement use --statement`
      throw new OnrecordError('usage', { problem, command: 'links' })
    }
    const format = formatOf('links', values, FORMATS, 'table')
    const { format: _format, ledger: _ledger, help: _help, ...filter } = values
    checkFlags('links', faultsOf(listLinks.input, filter), values)
    const deps = { store: openStore(settingsOf(terminal, values, 'existing')) }
    try {
      const { stdout, stderr, env } = terminal
      const { rows, total, next } = await perform(listLinks, deps, filter)
      if (format === 'jsonl') for (const { link } of rows) stdout.write(jsonLine(link))
      else if (rows.length === 0) stderr.write('nothing matches\n')
      else stdout.write(prettyLinks(rows, paintFor(stdout.isTTY, env), stdout.columns ?? 100))
      if (next !== null) stderr.write(`${rows.length} of ${total} shown; more with --after ${next}\n`)
      return DONE
    } finally {
      await deps.store.close()
    }
  },
}
