/** `onrecord add`: reads pages into the ledger, one transaction a document; a bad page does not stop the batch. */
import { type IngestDeps, type Ingestion, ingestDocument } from '../app/ingest-document.ts'
import { perform } from '../app/perform.ts'
import type { Deps } from '../app/ports.ts'
import { asOnrecordError, type OnrecordError } from '../core/errors.ts'
import type { Intake } from '../runtime/page-sources.ts'
import { openDeps } from '../runtime/wire.ts'
import { addToQueue } from './add-to-queue.ts'
import type { Command, Terminal, Values } from './command.ts'
import { errorLine, pageError } from './error-line.ts'
import { DONE, exitCodeOf, SOME_FAILED } from './exit-codes.ts'
import { countOf, type Found } from './find-files.ts'
import { inOrder } from './in-order.ts'
import { intakeOf } from './intake.ts'
import { jsonLine } from './json-line.ts'
import {
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
import { checkPageFlags, pageOptions, pagesOf, pageTimeoutOf, sourceOfPage, timeoutOption } from './page-options.ts'
import { type Progress, progressOf } from './progress.ts'
import { type Place, storingInOrder } from './storing-in-order.ts'
import { visible } from './visible.ts'

export const add: Command = {
  name: 'add',
  usage: 'PATH…',
  summary: 'read pages into the ledger',
  details: [
    'PATH is a file, a folder (its pages at any depth, hidden ones left out), a glob in quotes, or - for ' +
      'standard input. The same page twice is stored once. A page that cannot be read is reported and the rest goes on.',
    'A file is a page (HTML, plain text, captions, .eml) or holds many: a web archive (WARC, WACZ) or a list of articles ' +
      '(JSON Lines). docs/intake.md tells what is taken from each.',
  ],
  options: [
    ...pageOptions,
    timeoutOption,
    { name: 'queue', help: 'leave the reading to workers; for a ledger in PostgreSQL' },
    formatOption(['summary', 'jsonl'], 'summary'),
    modelOption,
    registerOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord add story.html', 'one page'],
    ['onrecord add pages/', 'all pages of a folder'],
    ['onrecord add news-2024-06.warc.gz articles.jsonl', 'all pages of an archive and of a list'],
    ["onrecord add 'archive/2024-*/*.txt' --publisher 'Daily Lantern'", 'a glob, with the publisher given'],
    ['curl -s https://example.org/story | onrecord add - --url https://example.org/story', 'from a pipe'],
  ],
  async run(terminal, paths, values) {
    if (values.queue === true) return addToQueue(terminal, paths, values)
    const jsonl = formatOf('add', values, ['summary', 'jsonl'], 'summary') === 'jsonl'
    const maxBytes = checkPageFlags('add', values)
    const slowestMs = pageTimeoutOf('add', values)
    const model = modelOf('add', terminal, values)
    const found = pagesOf('add', paths, values)
    // Nothing to read is no reason to begin a ledger.
    if (found.files.length === 0) {
      for (const error of found.errors) terminal.stderr.write(`${errorLine(error)}\n`)
      return SOME_FAILED
    }
    const stop = { asked: false }
    terminal.interrupted.then(() => {
      stop.asked = true
    })
    const settings = settingsOf(terminal, values, 'create')
    const register = registerOf(terminal, values)
    const deps = openDeps(settings, {
      model,
      pages: countOf(found.files),
      slowestMs,
      maxBytes,
      warn: warnOn(terminal),
      register,
    })
    // What other threads are reading is given up.
    terminal.interrupted.then(() => deps.extractor.close())
    try {
      return await addAll(terminal, deps, found, { values, maxBytes, jsonl, stop })
    } finally {
      await deps.extractor.close()
      await deps.store.close()
    }
  },
}

interface AddOptions {
  readonly values: Values
  readonly maxBytes: number
  readonly jsonl: boolean
  /** Told by a signal while the pages are read. */
  readonly stop: { readonly asked: boolean }
}

/** Adds every page; stops early only when the ledger itself fails or the user asks to. */
async function addAll(
  terminal: Terminal,
  deps: Deps,
  { files, errors }: Found,
  { values, maxBytes, jsonl, stop }: AddOptions,
): Promise<number> {
  const started = deps.now().toISOString()
  const run = { id: await deps.store.startRun(started), started, stored: 0, already: 0, failed: errors.length }
  const progress = progressOf(files.length, terminal.stderr)
  for (const error of errors) progress.line(errorLine(error))

  let statements = 0
  let fatal: OnrecordError | null = null
  const intake = intakeOf(terminal, files, values, { maxBytes, progress })
  const storing = storingInOrder(deps.store)
  const ingestions = inOrder(intake.pages, deps.extractor.atOnce, async (item) => {
    const place = storing.next()
    try {
      await untilNext(stop)
      if ('failed' in item) throw item.failed
      const source = { ...sourceOfPage(item.page, values), maxBytes }
      return await perform(ingestDocument, storingAt(place, deps, stop), source)
    } finally {
      place.leave()
    }
  })
  for await (const { item, result: ingestion } of ingestions) {
    const name = 'page' in item ? item.page.name : item.name
    try {
      const result = await ingestion
      if (result.outcome === 'stored') {
        run.stored++
        statements += result.statements
      } else run.already++
      report(terminal, progress, item, result, jsonl)
    } catch (thrown) {
      // Asked to stop before its turn, or while it waited for standard input or a thread.
      if (stop.asked) break
      const error = pageError(thrown, name)
      run.failed++
      if (jsonl) {
        terminal.stdout.write(
          jsonLine({ ...placeOf(item), outcome: 'failed', code: error.code, message: error.message }),
        )
      }
      if (isLedgerFault(error)) {
        fatal = error
        break
      }
      progress.line(errorLine(error))
    }
    progress.step()
  }
  progress.done()
  const passedOver = intake.summary()
  if (passedOver !== null) terminal.stderr.write(`${passedOver}\n`)
  await deps.store.finishRun({ ...run, finished: deps.now().toISOString() }).catch((error) => {
    fatal ??= asOnrecordError(error)
  })
  terminal.stderr.write(`${summaryOf(run, statements, stop.asked)}\n`)
  if (fatal !== null) {
    terminal.stderr.write(`${errorLine(fatal)}\n`)
    return exitCodeOf(fatal)
  }
  if (stop.asked) return 130
  return run.failed > 0 ? SOME_FAILED : DONE
}

/** Lets a signal and the progress line through between two documents. @throws Error when a signal said to stop. */
async function untilNext(stop: AddOptions['stop']): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (stop.asked) throw new Error('stopped')
}

/** Pages are read side by side and stored one after the other: which of two copies is stored does not depend on chance. */
const storingAt = (place: Place, deps: Deps, stop: AddOptions['stop']): IngestDeps => ({
  ...deps,
  extractor: {
    ...deps.extractor,
    async extract(source) {
      const extraction = await deps.extractor.extract(source)
      await place.turn()
      await untilNext(stop)
      return extraction
    },
  },
  store: place.store,
})

/** Faults of the ledger, not of a page: going on would fail the same way. */
const isLedgerFault = (error: OnrecordError): boolean =>
  error.code.startsWith('ledger') ||
  error.code === 'disk-full' ||
  error.code === 'not-a-ledger' ||
  error.code === 'invalid-input'

/** As the lines of `--format jsonl` tell a page: its file, and its address where the file holds many. */
const placeOf = (item: Intake) => {
  if ('failed' in item) return { file: item.name }
  const { file, name, facts } = item.page
  return { file: file ?? '-', ...(name === (file ?? 'standard input') ? {} : { page: name, url: facts.url ?? null }) }
}

function report(terminal: Terminal, progress: Progress, item: Intake, result: Ingestion, jsonl: boolean): void {
  if (jsonl) {
    const { outcome, id } = result
    const more = result.outcome === 'stored' ? { statements: result.statements, notices: result.notices } : {}
    terminal.stdout.write(jsonLine({ ...placeOf(item), outcome, id, ...more }))
  }
  if (result.outcome === 'stored' && 'page' in item) {
    for (const notice of result.notices)
      progress.line(`note: ${visible(item.page.file === null ? '-' : item.page.name)}: ${visible(notice.message)}`)
  }
}

function summaryOf(
  run: { stored: number; already: number; failed: number },
  statements: number,
  stopped: boolean,
): string {
  const parts = [`${run.stored} stored (${statements} statements)`]
  if (run.already > 0) parts.push(`${run.already} there already`)
  if (run.failed > 0) parts.push(`${run.failed} failed`)
  return `${parts.join(', ')}${stopped ? '; stopped before the end, run it again for the rest' : ''}`
}
