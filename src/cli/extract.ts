/** `onrecord extract`: documents and statements to standard output, without a ledger. */
import { bulkLineOf } from '../app/bulk-line.ts'
import { type Extracted, type Extraction, extractDocument } from '../app/extract-document.ts'
import { perform } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import { type BulkOutput, linesOutput, parquetOutput } from '../runtime/bulk-output.ts'
import { rowOf } from '../runtime/parquet-columns.ts'
import { readingDeps } from '../runtime/reading.ts'
import { type Command, type Terminal, text, type Values } from './command.ts'
import { errorLine, pageError } from './error-line.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { countOf } from './find-files.ts'
import { inOrder } from './in-order.ts'
import { intakeOf } from './intake.ts'
import { jsonLine } from './json-line.ts'
import { formatOf, formatOption, modelOf, modelOption, registerOf, registerOption, warnOn } from './options.ts'
import { checkPageFlags, pageOptions, pagesOf, pageTimeoutOf, sourceOfPage, timeoutOption } from './page-options.ts'
import { prettyExtraction } from './pretty.ts'
import { paintFor } from './visible.ts'

const FORMATS = ['jsonl', 'pretty', 'parquet'] as const

export const extract: Command = {
  name: 'extract',
  usage: 'PATH…',
  summary: 'print documents and statements without storing them',
  details: [
    'PATH as for add. Format jsonl prints one line a document: {"document", "blocks", "statements", "notices"}; ' +
      'the shape is a contract and does not change without a major version.',
    'With --bulk a line has all that a ledger needs ("text", "pipeline", "referents", "speakers"), and so has Parquet: ' +
      '"onrecord import" takes both and links them as if the pages had been added. The same pages give the same bytes.',
  ],
  options: [
    formatOption(FORMATS, 'pretty on a terminal, jsonl elsewhere'),
    {
      name: 'output',
      value: 'FILE',
      help: 'write to a file, which has its name when it is complete; Parquet needs it',
    },
    { name: 'text', help: 'add the document\'s "text", which all offsets point into (UTF-16)' },
    { name: 'bulk', help: 'add all that "onrecord import" needs' },
    modelOption,
    registerOption,
    ...pageOptions,
    timeoutOption,
  ],
  examples: [
    ['onrecord extract story.html', 'read it with your own eyes'],
    ['onrecord extract pages/*.txt --format jsonl | jq -r ".statements[].content.text"', 'what was said, a line each'],
    ['onrecord extract news.warc.gz --format parquet --output news.parquet', 'a shard, for DuckDB, Spark or import'],
  ],
  async run(terminal, paths, values) {
    const preset = terminal.stdout.isTTY === true && values.output === undefined ? 'pretty' : 'jsonl'
    const format = formatOf('extract', values, FORMATS, preset)
    const maxBytes = checkPageFlags('extract', values)
    const slowestMs = pageTimeoutOf('extract', values)
    const model = modelOf('extract', terminal, values)
    const register = registerOf(terminal, values)
    if (format === 'parquet' && values.output === undefined) {
      throw new OnrecordError('usage', { problem: '--format parquet needs --output FILE', command: 'extract' })
    }
    const { files, errors } = pagesOf('extract', paths, values)
    for (const error of errors) terminal.stderr.write(`${errorLine(error)}\n`)
    const deps = readingDeps({
      model,
      pages: countOf(files),
      slowestMs,
      maxBytes,
      warn: warnOn(terminal),
      register,
    })
    const progress = { line: (line: string) => terminal.stderr.write(`${line}\n`), many: () => {} }
    const intake = intakeOf(terminal, files, values, { maxBytes, progress })
    const extractions = inOrder(intake.pages, deps.extractor.atOnce, async (item) => {
      if ('failed' in item) throw item.failed
      return perform(extractDocument, deps, { ...sourceOfPage(item.page, values), maxBytes })
    })
    let failed = errors.length
    try {
      const sink = await sinkOf(format, terminal, values)
      try {
        for await (const { item, result } of extractions) {
          const extracted = await result.catch((thrown) => {
            terminal.stderr.write(`${errorLine(pageError(thrown, 'page' in item ? item.page.name : item.name))}\n`)
            failed++
            return null
          })
          if (extracted !== null) await sink.write(extracted)
        }
        await sink.finish()
      } catch (thrown) {
        await sink.abandon()
        throw thrown
      }
    } finally {
      await deps.extractor.close()
    }
    const passedOver = intake.summary()
    if (passedOver !== null) terminal.stderr.write(`${passedOver}\n`)
    return failed > 0 ? SOME_FAILED : DONE
  },
}

/** Where the documents go, in the form asked for. */
async function sinkOf(
  format: (typeof FORMATS)[number],
  { stdout, env }: Terminal,
  values: Values,
): Promise<BulkOutput<Extracted>> {
  const path = text(values, 'output')
  if (format === 'parquet') {
    const output = await parquetOutput(path!)
    return { ...output, write: (extracted) => output.write(rowOf(bulkLineOf(extracted))) }
  }
  const paint = paintFor(stdout.isTTY === true && path === undefined, env)
  const shown = (extracted: Extracted): string => {
    if (format === 'pretty') return prettyExtraction(extracted, paint, stdout.columns ?? 100)
    return jsonLine(values.bulk === true ? bulkLineOf(extracted) : lineOf(extracted, values.text === true))
  }
  if (path !== undefined) {
    const output = await linesOutput(path)
    return { ...output, write: (extracted) => output.write(shown(extracted)) }
  }
  return {
    write: async (extracted) => {
      stdout.write(shown(extracted))
    },
    finish: async () => {},
    abandon: async () => {},
  }
}

/** The contract's line, in the contract's order. */
export const lineOf = ({ document, blocks, statements, notices, text: whole }: Extraction, withText: boolean) => ({
  document,
  blocks,
  statements,
  notices,
  ...(withText ? { text: whole } : {}),
})
