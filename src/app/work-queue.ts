/** Works through a queue of pages: takes, reads and stores them, several at once, until it is told to stop. */
import { asOnrecordError, type OnrecordError } from '../core/errors.ts'
import { type IngestDeps, type Ingestion, ingestDocument } from './ingest-document.ts'
import { perform } from './perform.ts'
import { type PageQueue, SILENCE_SECONDS, type TakenPage } from './queue-ports.ts'

export interface WorkDeps extends IngestDeps {
  readonly queue: PageQueue
}

export interface WorkOptions {
  /** Ends when nothing waits and nothing runs anywhere. */
  readonly untilEmpty: boolean
  /** Resolves when it is to stop: what is in hand is finished first. */
  readonly stopped: Promise<void>
  /** Waits; tests bring a clock of their own. */
  readonly pause: (ms: number) => Promise<void>
  report(page: TakenPage, outcome: Ingestion | { readonly failed: OnrecordError; readonly again: boolean }): void
  /** The ledger cannot be reached; it goes on when it can. */
  waiting(error: OnrecordError): void
}

const IDLE_MS = 500
const OUTAGE_MS = 2000

/** Storing is idempotent by document id, and a page leaves the queue after it has been stored: each is in the ledger once. */
export async function workQueue(deps: WorkDeps, options: WorkOptions): Promise<void> {
  const { queue } = deps
  const most = deps.extractor.atOnce
  const inHand = new Map<TakenPage, Promise<void>>()
  let isStopped = false
  options.stopped.then(() => {
    isStopped = true
  })
  const beat = setInterval(() => queue.keep([...inHand.keys()]).catch(() => {}), (SILENCE_SECONDS * 1000) / 3)
  try {
    while (!isStopped) {
      const taken = inHand.size < most ? await reached(() => queue.take(most - inHand.size), options) : []
      for (const page of taken ?? []) {
        const work = workOn(deps, page, options).finally(() => inHand.delete(page))
        inHand.set(page, work)
      }
      if (inHand.size >= most) await Promise.race(inHand.values())
      else if (taken === null || taken.length === 0) {
        if (options.untilEmpty && taken !== null && inHand.size === 0 && (await isEmpty(queue, options))) return
        await Promise.race([...inHand.values(), options.pause(IDLE_MS), options.stopped])
      }
    }
    await Promise.all(inHand.values())
  } finally {
    clearInterval(beat)
  }
}

async function isEmpty(queue: PageQueue, options: WorkOptions): Promise<boolean> {
  const state = await reached(() => queue.state(), options)
  return state !== null && state.waiting === 0 && state.running === 0
}

async function workOn(deps: WorkDeps, page: TakenPage, options: WorkOptions): Promise<void> {
  const { queue } = deps
  try {
    const result = await perform(ingestDocument, deps, { ...page.told, bytes: page.bytes })
    await queue.done(page)
    options.report(page, result)
  } catch (thrown) {
    const failed = asOnrecordError(thrown)
    // The ledger is not there: the page is nobody's fault. Whoever is heard of next gets it.
    if (isOutage(failed)) {
      options.waiting(failed)
      await queue.release([page]).catch(() => {})
      await options.pause(OUTAGE_MS)
      return
    }
    try {
      const again = await queue.failed(page, failed.message, failed.kind !== 'invalid')
      options.report(page, { failed, again })
    } catch (other) {
      options.waiting(asOnrecordError(other))
    }
  }
}

const isOutage = ({ code }: OnrecordError): boolean => code.startsWith('ledger') || code === 'disk-full'

/** Null where the ledger was not to be reached, after a while. */
async function reached<T>(ask: () => Promise<T>, { waiting, pause }: WorkOptions): Promise<T | null> {
  try {
    return await ask()
  } catch (thrown) {
    const error = asOnrecordError(thrown)
    if (!isOutage(error)) throw error
    waiting(error)
    await pause(OUTAGE_MS)
    return null
  }
}
