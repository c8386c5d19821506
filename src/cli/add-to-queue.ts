/** `onrecord add --queue`: pages as they come into the ledger's queue, unread, for workers elsewhere. */
import type { PageQueue, QueuedPage } from '../app/queue-ports.ts'
import { openQueue } from '../runtime/queue.ts'
import type { Terminal, Values } from './command.ts'
import { errorLine } from './error-line.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { intakeOf } from './intake.ts'
import { settingsOf } from './options.ts'
import { checkPageFlags, pagesOf, sourceOfPage } from './page-options.ts'
import { progressOf } from './progress.ts'

/** Pages, and bytes of pages, that are put together: few enough to be held, enough for one round trip. */
const MOST = 64
const MOST_BYTES = 8_000_000

export async function addToQueue(terminal: Terminal, paths: readonly string[], values: Values): Promise<number> {
  const maxBytes = checkPageFlags('add', values)
  const { files, errors } = pagesOf('add', paths, values)
  const queue = await openQueue(settingsOf(terminal, values, 'create'))
  const progress = progressOf(files.length, terminal.stderr)
  const stop = { asked: false }
  terminal.interrupted.then(() => {
    stop.asked = true
  })
  const counts = { queued: 0, already: 0, failed: errors.length }
  for (const error of errors) progress.line(errorLine(error))
  try {
    const intake = intakeOf(terminal, files, values, { maxBytes, progress })
    const batch = new Batch(queue, counts)
    for await (const item of intake.pages) {
      if (stop.asked) break
      if ('failed' in item) {
        counts.failed++
        progress.line(errorLine(item.failed))
      } else {
        const { bytes, ...told } = sourceOfPage(item.page, values)
        await batch.add({ bytes, told })
      }
      progress.step()
    }
    await batch.put()
    progress.done()
    const passedOver = intake.summary()
    if (passedOver !== null) terminal.stderr.write(`${passedOver}\n`)
    terminal.stderr.write(
      `${counts.queued} waiting for workers, ${counts.already} there already, ${counts.failed} failed\n`,
    )
    if (stop.asked) return 130
    return counts.failed > 0 ? SOME_FAILED : DONE
  } finally {
    await queue.close()
  }
}

class Batch {
  readonly #queue: PageQueue
  readonly #counts: { queued: number; already: number }
  #pages: QueuedPage[] = []
  #bytes = 0

  constructor(queue: PageQueue, counts: { queued: number; already: number }) {
    this.#queue = queue
    this.#counts = counts
  }

  async add(page: QueuedPage): Promise<void> {
    this.#pages.push(page)
    this.#bytes += page.bytes.length
    if (this.#pages.length >= MOST || this.#bytes >= MOST_BYTES) await this.put()
  }

  async put(): Promise<void> {
    if (this.#pages.length === 0) return
    const { queued, already } = await this.#queue.put(this.#pages)
    this.#counts.queued += queued
    this.#counts.already += already
    this.#pages = []
    this.#bytes = 0
  }
}
