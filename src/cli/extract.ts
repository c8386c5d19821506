/** `onrecord extract`: documents and statements to standard output, without a ledger. */
import { type Extraction, extractDocument } from '../app/extract-document.ts'
import { perform } from '../app/perform.ts'
import { readingDeps } from '../runtime/reading.ts'
import type { Command } from './command.ts'
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

export const extract: Command = {
  name: 'extract',
  usage: 'PATH…',
  summary: 'print documents and statements without storing them',
  details: [
    'PATH as for add. Format jsonl prints one line a document: {"document", "blocks", "statements", "notices"}; ' +
      'the shape is a contract and does not change without a major version.',
  ],
  options: [
    formatOption(['jsonl', 'pretty'], 'pretty on a terminal, jsonl elsewhere'),
    { name: 'text', help: 'add the document\'s "text", which all offsets point into (UTF-16)' },
    modelOption,
    registerOption,
    ...pageOptions,
    timeoutOption,
  ],
  examples: [
    ['onrecord extract story.html', 'read it with your own eyes'],
    ['onrecord extract pages/*.txt --format jsonl | jq -r ".statements[].content.text"', 'what was said, a line each'],
  ],
  async run(terminal, paths, values) {
    const preset = terminal.stdout.isTTY === true ? 'pretty' : 'jsonl'
    const format = formatOf('extract', values, ['jsonl', 'pretty'], preset)
    const maxBytes = checkPageFlags('extract', values)
    const slowestMs = pageTimeoutOf('extract', values)
    const model = modelOf('extract', terminal, values)
    const register = registerOf(terminal, values)
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
    const paint = paintFor(terminal.stdout.isTTY, terminal.env)
    let failed = errors.length
    for await (const { item, result } of extractions) {
      try {
        const extraction = await result
        if (format === 'jsonl') terminal.stdout.write(jsonLine(lineOf(extraction, values.text === true)))
        else terminal.stdout.write(prettyExtraction(extraction, paint, terminal.stdout.columns ?? 100))
      } catch (thrown) {
        terminal.stderr.write(`${errorLine(pageError(thrown, 'page' in item ? item.page.name : item.name))}\n`)
        failed++
      }
    }
    await deps.extractor.close()
    const passedOver = intake.summary()
    if (passedOver !== null) terminal.stderr.write(`${passedOver}\n`)
    return failed > 0 ? SOME_FAILED : DONE
  },
}

/** The contract's line, in the contract's order. */
export const lineOf = ({ document, blocks, statements, notices, text: whole }: Extraction, withText: boolean) => ({
  document,
  blocks,
  statements,
  notices,
  ...(withText ? { text: whole } : {}),
})
