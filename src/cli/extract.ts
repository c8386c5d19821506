/** `onrecord extract`: documents and statements to standard output, without a ledger. */
import { type Extraction, extractDocument } from '../app/extract-document.ts'
import { perform } from '../app/perform.ts'
import { readingDeps } from '../runtime/reading.ts'
import type { Command } from './command.ts'
import { errorLine, pageError } from './error-line.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { inOrder } from './in-order.ts'
import { jsonLine } from './json-line.ts'
import { formatOf, formatOption, modelOf, modelOption, registerOf, registerOption, warnOn } from './options.ts'
import { checkPageFlags, pageOptions, pagesOf, sourceOf } from './page-options.ts'
import { prettyExtraction } from './pretty.ts'
import { readBytes } from './read-bytes.ts'
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
  ],
  examples: [
    ['onrecord extract story.html', 'read it with your own eyes'],
    ['onrecord extract pages/*.txt --format jsonl | jq -r ".statements[].content.text"', 'what was said, a line each'],
  ],
  async run(terminal, paths, values) {
    const preset = terminal.stdout.isTTY === true ? 'pretty' : 'jsonl'
    const format = formatOf('extract', values, ['jsonl', 'pretty'], preset)
    const maxBytes = checkPageFlags('extract', values)
    const model = modelOf('extract', terminal, values)
    const register = registerOf(terminal, values)
    const { files, errors } = pagesOf('extract', paths, values)
    for (const error of errors) terminal.stderr.write(`${errorLine(error)}\n`)
    const deps = readingDeps({ model, pages: files.length, warn: warnOn(terminal), register })
    const extractions = inOrder(files, deps.extractor.atOnce, async (file) => {
      const bytes = await readBytes(file, maxBytes, terminal.stdin)
      return perform(extractDocument, deps, { ...sourceOf(file, values), bytes, maxBytes })
    })
    const paint = paintFor(terminal.stdout.isTTY, terminal.env)
    let failed = errors.length
    for await (const { item: file, result } of extractions) {
      try {
        const extraction = await result
        if (format === 'jsonl') terminal.stdout.write(jsonLine(lineOf(extraction, values.text === true)))
        else terminal.stdout.write(prettyExtraction(extraction, paint, terminal.stdout.columns ?? 100))
      } catch (thrown) {
        terminal.stderr.write(`${errorLine(pageError(thrown, file))}\n`)
        failed++
      }
    }
    await deps.extractor.close()
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
