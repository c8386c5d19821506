/** `onrecord verify`: is a quote on record, in these words, from this speaker, there? */
import { faultsOf, perform } from '../app/perform.ts'
import { type DraftQuotation, verifyDraft } from '../app/verify-draft.ts'
import { type QuoteMatch, type Verdict, type Verification, verifyQuote } from '../app/verify-quote.ts'
import { OnrecordError } from '../core/errors.ts'
import { wordsOf } from '../core/wording/words-of.ts'
import { openStore } from '../runtime/ledger.ts'
import { readBytes } from '../runtime/read-bytes.ts'
import { readingDeps } from '../runtime/reading.ts'
import { defaultMaxBytes } from '../runtime/settings.ts'
import { type Command, type Terminal, text, type Values } from './command.ts'
import { jsonLine } from './json-line.ts'
import {
  checkFlags,
  formatOf,
  formatOption,
  ledgerOption,
  modelOf,
  modelOption,
  registerOf,
  registerOption,
  settingsOf,
  warnOn,
} from './options.ts'
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
  usage: 'QUOTE|--draft FILE',
  summary: 'tell whether a quote is on record, in which words, and who said it',
  details: [
    'The answer is verbatim (exit 0), altered (10; the record’s words that the quote lacks stand in [-…-], those that it adds ' +
      'in {+…+}), other-speaker (11: the record does not have it from --speaker), other-document (12: it stands elsewhere) or ' +
      'not-found (13, with the nearest passages). Case and punctuation do not count; … and [brackets] stand for what is left out.',
    'With --draft every quotation of a text or HTML file gets a verdict, with the speaker that the draft gives it to; the exit ' +
      'code is that of the worst.',
  ],
  options: [
    {
      name: 'speaker',
      value: 'NAME',
      help: 'who is said to have said it: any spelling, an id, or whom they speak for',
    },
    { name: 'document', value: 'ID|URL', help: 'where it is said to stand' },
    { name: 'publisher', value: 'NAME', help: 'who is said to have published it (the whole name, any case)' },
    { name: 'draft', value: 'FILE', help: 'check all quotations of a text or HTML file; - is standard input' },
    formatOption(FORMATS, 'table'),
    modelOption,
    registerOption,
    ledgerOption,
  ],
  examples: [
    ["onrecord verify 'the ferry will not sail before May' --speaker orlova", 'did she say so?'],
    ["onrecord verify 'the ferry … before May' --format json", 'for a script'],
    ['onrecord verify --draft story.txt', 'all that a draft quotes'],
  ],
  async run(terminal, positionals, values) {
    if (values.draft !== undefined) return draft(terminal, positionals, values)
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

async function draft(terminal: Terminal, positionals: readonly string[], values: Values): Promise<number> {
  const others = ['speaker', 'document', 'publisher'].filter((name) => values[name] !== undefined)
  if (positionals.length > 0 || others.length > 0) {
    const problem = `--draft takes no quote and no --speaker, --document or --publisher: the draft itself tells who is quoted`
    throw new OnrecordError('usage', { problem, command: 'verify' })
  }
  const format = formatOf('verify', values, FORMATS, 'table')
  const file = text(values, 'draft')!
  const store = openStore(settingsOf(terminal, values, 'existing'))
  try {
    const bytes = await readBytes(file, defaultMaxBytes, terminal.stdin)
    const register = registerOf(terminal, values)
    const deps = readingDeps({ model: modelOf('verify', terminal, values), warn: warnOn(terminal), register })
    const { quotations } = await perform(verifyDraft, { ...deps, store }, { bytes, file: file === '-' ? null : file })
    if (quotations.length === 0) terminal.stderr.write('there is no quotation in it\n')
    for (const quotation of quotations) {
      terminal.stdout.write(format === 'json' ? jsonLine(quotation) : `${toldQuotation(quotation)}\n`)
    }
    return quotations
      .filter(({ tooShort }) => !tooShort)
      .reduce((worst, { verdict }) => Math.max(worst, verdictCodes[verdict]), 0)
  } finally {
    await store.close()
  }
}

const toldQuotation = ({ quote, given, verdict, matches, tooShort }: DraftQuotation): string =>
  `“${visible(quote)}”\n  given to ${given === null ? 'nobody by name' : visible(given)}: ${verdict}${tooShort ? ' (too short to tell)' : ''}\n${
    verdict === 'verbatim' && matches[0]?.statement
      ? `  ${matches[0].statement}\n`
      : matches.slice(0, 1).map(toldMatch).join('')
  }`

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
