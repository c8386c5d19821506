/** `onrecord verify`: is a quote on record, in these words, from this speaker, there? */
import { faultsOf, perform } from '../app/perform.ts'
import { type QuoteMatch, type Verdict, type Verification, verifyQuote } from '../app/verify-quote.ts'
import { OnrecordError } from '../core/errors.ts'
import { wordsOf } from '../core/wording/words-of.ts'
import { openStore } from '../runtime/ledger.ts'
import { type Command, text } from './command.ts'
import { jsonLine } from './json-line.ts'
import { checkFlags, formatOf, formatOption, ledgerOption, settingsOf } from './options.ts'
import { visible } from './visible.ts'

const FORMATS = ['table', 'json'] as const

export const verdictCodes: Readonly<Record<Verdict, number>> = {
  verbatim: 0,
  altered: 10,
  'other-speaker': 11,
  'other-document': 12,
  'not-found': 13,
}

export const verify: Command = {
  name: 'verify',
  usage: 'QUOTE',
  summary: 'tell whether a quote is on record, in which words, and who said it',
  details: [
    'The answer is verbatim (exit 0), altered (10; the record’s words that the quote lacks stand in [-…-], those that it adds ' +
      'in {+…+}), other-speaker (11: the record does not have it from --speaker), other-document (12: it stands elsewhere) or ' +
      'not-found (13, with the nearest passages). Case and punctuation do not count; … and [brackets] stand for what is left out.',
  ],
  options: [
    {
      name: 'speaker',
      value: 'NAME',
      help: 'who is said to have said it: any spelling, an id, or whom they speak for',
    },
    { name: 'document', value: 'ID|URL', help: 'where it is said to stand' },
    { name: 'publisher', value: 'NAME', help: 'who is said to have published it (the whole name, any case)' },
    formatOption(FORMATS, 'table'),
    ledgerOption,
  ],
  examples: [
    ["onrecord verify 'the ferry will not sail before May' --speaker orlova", 'did she say so?'],
    ["onrecord verify 'the ferry … before May' --format json", 'for a script'],
  ],
  async run(terminal, positionals, values) {
    const [quote, ...rest] = positionals
    if (!quote?.trim() || rest.length > 0) {
      const problem = 'expected one quote, in quotation marks for the shell'
      throw new OnrecordError('usage', { problem, command: 'verify' })
    }
    const format = formatOf('verify', values, FORMATS, 'table')
    const asked = {
      quote,
      ...Object.fromEntries((['speaker', 'document', 'publisher'] as const).map((name) => [name, text(values, name)])),
    }
    checkFlags('verify', faultsOf(verifyQuote.input, asked), values)
    const deps = { store: openStore(settingsOf(terminal, values, 'existing')) }
    try {
      const answer = await perform(verifyQuote, deps, asked)
      terminal.stdout.write(format === 'json' ? jsonLine(answer) : told(answer))
      if (wordsOf(quote.slice(0, 1000)).length < 4) terminal.stderr.write('so few words prove little\n')
      return verdictCodes[answer.verdict]
    } finally {
      await deps.store.close()
    }
  },
}

const told = ({ verdict, matches }: Verification): string =>
  `${verdict}\n${matches.map((match) => `\n${toldMatch(match)}`).join('')}`

const toldMatch = ({ diff, speaker, statement, document, span, similarity, altersMeaning }: QuoteMatch): string =>
  [
    diff
      .map(({ op, text }) => {
        const shown = visible(text)
        return op === 'equal' ? shown : op === 'delete' ? `[-${shown.trim()}-] ` : `{+${shown.trim()}+} `
      })
      .join(''),
    `${speaker === null ? 'speaker not known' : visible(speaker)} · ${Math.round(similarity * 100)} % of the words`,
    ...(altersMeaning.length > 0 ? [`changes what is said: ${altersMeaning.join(', ')}`] : []),
    statement ?? `${document}, characters ${span.start} to ${span.end}`,
  ]
    .map((line) => `  ${line}\n`)
    .join('')
