/** What finds statements in pages, without a ledger: in this thread, or in several where there are pages enough. */
import { availableParallelism } from 'node:os'
import { extractFrom, extractPage } from '../app/extract-document.ts'
import type { Deps, Extractor } from '../app/ports.ts'
import { readDocument } from '../read/read-document.ts'
import { extractionPool } from './extraction-pool.ts'
import { growingExtractor } from './growing-extractor.ts'
import { pipelinesFor, type Warn } from './pipelines.ts'
import { openRegister } from './register.ts'
import { defaultModel, type Model } from './settings.ts'

export interface ReadingOptions {
  readonly model?: Model
  /**
   * How many pages are to be read, `Infinity` where nobody knows: one or a few small ones are not worth the start of further
   * threads. Left out, all are read in this thread, however long that takes.
   */
  readonly pages?: number
  /** How long a page may take, in milliseconds; then even a single one is read by a thread that can be stopped. */
  readonly slowestMs?: number | undefined
  /** Bytes of the largest page: what a thread may have of memory is counted from it. */
  readonly maxBytes?: number
  /** Told once of each model that cannot be loaded; the rules stand in for it. */
  readonly warn?: Warn
  /** Path of the user's own register, beside the one that ships. */
  readonly register?: string | null
}

/** A worker starts in the time in which one thread reads about so many pages. */
const PAGES_A_WORKER = 16
/** Pages of an archive that are read before threads are started: it may hold no more. */
const FEW_OF_MANY = 8
/** Each further thread takes some 80 MB for the program and the models it reads with. */
const MOST_WORKERS = 8
/** What a thread may take to start on a busy machine, where a page itself may take less. */
const STARTING_MS = 10_000
/** Old objects that a thread may hold: reading takes some forty times the bytes of a page, and a page of 20 MB is the largest by default. */
const LEAST_HEAP_MB = 1_024
const HEAP_MB_A_MEGABYTE = 40

/**
 * Reader, pipelines, register, extractor and clock; the caller closes `extractor`.
 * @throws OnrecordError where the user's register cannot be read.
 */
export function readingDeps({
  model = defaultModel,
  pages,
  slowestMs,
  maxBytes = 0,
  warn = () => {},
  register = null,
}: ReadingOptions = {}): Omit<Deps, 'store'> {
  const pipelineFor = pipelinesFor(model, warn)
  const here = inThisThread({ read: readDocument, pipelineFor })
  return {
    read: readDocument,
    pipelineFor,
    register: openRegister(register, warn),
    extractor: pages === undefined ? here : extractorFor(here, pages),
    now: () => new Date(),
  }

  function extractorFor(here: Extractor, pages: number): Extractor {
    const most = Math.min(availableParallelism(), MOST_WORKERS)
    const heapMb = Math.max(LEAST_HEAP_MB, Math.ceil((maxBytes / 1e6) * HEAP_MB_A_MEGABYTE))
    const limits = slowestMs === undefined ? {} : { slowestMs, slowestMsAMegabyte: 0, startingMs: STARTING_MS }
    const options = { model, warn, heapMb, ...limits }
    const isKnown = pages !== Number.POSITIVE_INFINITY
    const workers = Math.min(Math.floor(pages / PAGES_A_WORKER), most)
    if (isKnown && workers > 1) return extractionPool({ ...options, workers })
    const few = isKnown ? PAGES_A_WORKER * 2 : FEW_OF_MANY
    return growingExtractor(here, {
      ...options,
      workers: most,
      here: slowestMs === undefined ? few : 0,
      ...(isKnown ? { atOnce: 1 } : {}),
    })
  }
}

const inThisThread = (deps: Pick<Deps, 'read' | 'pipelineFor'>): Extractor => ({
  atOnce: 1,
  extract: (source) => extractPage(deps, source),
  analyse: (page) => extractFrom(deps, page),
  close: async () => {},
})
