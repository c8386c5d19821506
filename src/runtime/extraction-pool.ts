/** Worker threads that read pages side by side; a page that brings one down, or never ends, costs itself only. */
import module from 'node:module'
import { dirname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Extraction } from '../app/extract-document.ts'
import type { Extractor } from '../app/ports.ts'
import { OnrecordError } from '../core/errors.ts'
import { compiledKernel } from '../models/kernel/kernel.ts'
import { type FromWorker, nameOf, sizeOf, type ToWorker, unpacked, type WorkerTask } from './extraction-job.ts'
import type { Warn } from './pipelines.ts'
import type { Model } from './settings.ts'

export interface PoolOptions {
  readonly workers: number
  readonly model: Model
  readonly warn: Warn
  /** A page that takes longer is given up: so many milliseconds, and a minute more for each megabyte. Default a minute. */
  readonly slowestMs?: number
  readonly slowestMsAMegabyte?: number
  /** What the first page of a thread gets on top, while the thread starts and loads its models. Default none. */
  readonly startingMs?: number
  /** Megabytes of old objects that a thread may hold; one that takes more is ended with the page it reads. */
  readonly heapMb?: number
  /** The thread's own module; tests bring others, which misbehave. */
  readonly entry?: URL
}

/** Ten times what the longest pages take on a busy machine. */
const SLOWEST_MS = 60_000
const SLOWEST_MS_A_MEGABYTE = 60_000
/** Pages that wait in the queue for each worker, so that none is idle while a slow page keeps the order waiting. */
const WAITING = 4
/** Pages that a thread has in hand: it goes on with the second while the main thread is busy with the first. */
const AHEAD = 2
/** Short-lived objects of a page fit into a fraction; more only lets garbage lie. */
const YOUNG_GENERATION_MB = 24
/** A heap that may double before garbage is looked for costs each thread some 30 MB and saves no time; V8's own option. */
const SLOW_GROWTH = '--heap-growing-percent=20'
/** Versions known to have it; others would complain on standard error. */
const KNOWS_GROWTH = '13.'

/** In a checkout threads run the sources, in the package what was compiled from them. */
const ownEntry = new URL(`extraction-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

interface Job {
  readonly work: ToWorker
  /** Was in hand beside another one when a thread ended: which of the two it was shows when each is read alone. */
  alone?: boolean
  resolve(extraction: Extraction): void
  reject(error: OnrecordError): void
}

/** Starts its threads when the first pages come. */
export function extractionPool(options: PoolOptions): Extractor {
  const { workers, warn } = options
  const waiting: Job[] = []
  const threads = new Set<Thread>()
  if (process.versions.v8.startsWith(KNOWS_GROWTH)) setFlagsFromString(SLOW_GROWTH)
  const warned = new Set<string>()
  let closed = false

  const thread = (): Thread =>
    startThread(options, {
      warn(error) {
        if (!warned.has(error.message)) warn(error)
        warned.add(error.message)
      },
      idle: giveWork,
      gone(thread, unbegun) {
        threads.delete(thread)
        waiting.unshift(...unbegun)
        giveWork()
      },
    })

  /** Hands the first pages of the queue to threads that have none, then one more to each; new ones are started before that. */
  function giveWork(): void {
    while (!closed && waiting.length > 0) {
      let free = leastBusy()
      if ((free === undefined || free.inHand() > 0) && threads.size < workers) {
        free = thread()
        threads.add(free)
      }
      if (free === undefined || (waiting[0]!.alone === true && free.inHand() > 0)) return
      free.take(waiting.shift()!)
    }
  }

  function leastBusy(): Thread | undefined {
    let found: Thread | undefined
    for (const each of threads)
      if (each.inHand() < AHEAD && (found === undefined || each.inHand() < found.inHand())) found = each
    return found
  }

  const queued = (work: ToWorker): Promise<Extraction> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(closedError(work))
      waiting.push({ work, resolve, reject })
      giveWork()
    })

  return {
    atOnce: workers * WAITING,
    extract: queued,
    analyse: queued,
    async close() {
      closed = true
      await Promise.all([...threads].map((each) => each.end()))
      for (const { work, reject } of waiting.splice(0)) reject(closedError(work))
    },
  }
}

const closedError = (work: ToWorker) =>
  new OnrecordError('bug', { reason: `${nameOf(work)} was to be read by threads that had been told to end` })

interface Thread {
  /** Pages that it reads or will read next. */
  inHand(): number
  take(job: Job): void
  end(): Promise<void>
}

interface Pool {
  warn: Warn
  idle(): void
  /** @param unbegun pages that were to be read after the one that it ended with */
  gone(thread: Thread, unbegun: readonly Job[]): void
}

function startThread(options: PoolOptions, pool: Pool): Thread {
  const {
    model,
    entry = ownEntry,
    slowestMs = SLOWEST_MS,
    slowestMsAMegabyte = SLOWEST_MS_A_MEGABYTE,
    heapMb,
  } = options
  const worker = new Worker(entry, {
    workerData: { model, kernel: model === 'rules' ? null : compiledKernel() } satisfies WorkerTask,
    env: { ...process.env, ...codeCache() },
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      ...(heapMb === undefined ? {} : { maxOldGenerationSizeMb: heapMb }),
    },
  })
  /** The first is in work. */
  const jobs: Job[] = []
  let timer: NodeJS.Timeout | undefined
  let isOver = false
  let startingMs = options.startingMs ?? 0

  /** The page that was in work; the next one is now. */
  function finished(): Job | undefined {
    const last = jobs.shift()
    clearTimeout(timer)
    if (jobs.length > 0) begun(jobs[0]!)
    else worker.unref()
    return last
  }
  function begun({ work }: Job): void {
    const allowed = Math.round(slowestMs + (sizeOf(work) / 1e6) * slowestMsAMegabyte)
    timer = setTimeout(() => {
      const seconds = Number((allowed / 1000).toPrecision(2))
      over((work) => new OnrecordError('too-slow', { file: nameOf(work), seconds }), true)
      worker.terminate()
    }, allowed + startingMs)
    startingMs = 0
  }
  /** @param isSure that it is the first page's fault: the last answer of a thread that broke down may be lost with it. */
  function over(error: (work: ToWorker) => OnrecordError, isSure: boolean): void {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    worker.unref()
    const left = jobs.splice(0)
    const [first] = left
    if (first !== undefined && (isSure || left.length === 1)) {
      left.shift()
      first.reject(error(first.work))
    } else for (const job of left) job.alone = true
    pool.gone(thread, left)
  }

  worker.on('message', (message: FromWorker) => {
    if (isOver) return
    if ('warning' in message) return pool.warn(unpacked(message.warning))
    const last = finished()
    if ('done' in message) last?.resolve(message.done)
    else last?.reject(unpacked(message.failed))
    pool.idle()
  })
  worker.on('error', (cause) => over((work) => crashed(work, cause.message, cause), false))
  worker.on('exit', (code) => over((work) => crashed(work, `its thread ended with ${code}`), false))

  const thread: Thread = {
    inHand: () => (isOver || jobs[0]?.alone === true ? AHEAD : jobs.length),
    take(next) {
      jobs.push(next)
      worker.ref()
      if (jobs.length === 1) begun(next)
      worker.postMessage(next.work)
    },
    async end() {
      over(closedError, true)
      await worker.terminate()
    },
  }
  return thread
}

function crashed(work: ToWorker, reason: string, cause?: Error & { code?: string }): OnrecordError {
  if (cause?.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new OnrecordError('out-of-memory', { file: nameOf(work) }, { cause })
  return new OnrecordError('bug', { reason: `${nameOf(work)}: ${reason}` }, { cause })
}

/** Where this process keeps compiled code, told on: threads do not inherit it. */
function codeCache(): { NODE_COMPILE_CACHE?: string } {
  const folder = module.getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}
