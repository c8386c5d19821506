/** What finds statements in pages, without a ledger: in this thread, or in several where there are pages enough. */
import { availableParallelism } from 'node:os'
import { extractFrom, extractPage } from '../app/extract-document.ts'
import type { Deps, Extractor } from '../app/ports.ts'
import { readDocument } from '../read/read-document.ts'
import { extractionPool } from './extraction-pool.ts'
import { pipelinesFor, type Warn } from './pipelines.ts'
import { openRegister } from './register.ts'
import { defaultModel, type Model } from './settings.ts'

export interface ReadingOptions {
  readonly model?: Model
  /** How many pages are to be read, as far as known: one or a few are not worth the start of further threads. */
  readonly pages?: number
  /** Told once of each model that cannot be loaded; the rules stand in for it. */
  readonly warn?: Warn
  /** Path of the user's own register, beside the one that ships. */
  readonly register?: string | null
}

/** A worker starts in the time in which one thread reads about so many pages. */
const PAGES_A_WORKER = 16
/** Each further thread takes some 80 MB for the program and the models it reads with. */
const MOST_WORKERS = 8

/**
 * Reader, pipelines, register, extractor and clock; the caller closes `extractor`.
 * @throws OnrecordError where the user's register cannot be read.
 */
export function readingDeps({
  model = defaultModel,
  pages = 1,
  warn = () => {},
  register = null,
}: ReadingOptions = {}): Omit<Deps, 'store'> {
  const pipelineFor = pipelinesFor(model, warn)
  const workers = Math.min(Math.floor(pages / PAGES_A_WORKER), availableParallelism(), MOST_WORKERS)
  return {
    read: readDocument,
    pipelineFor,
    register: openRegister(register, warn),
    extractor:
      workers > 1 ? extractionPool({ workers, model, warn }) : inThisThread({ read: readDocument, pipelineFor }),
    now: () => new Date(),
  }
}

const inThisThread = (deps: Pick<Deps, 'read' | 'pipelineFor'>): Extractor => ({
  atOnce: 1,
  extract: (source) => extractPage(deps, source),
  analyse: (page) => extractFrom(deps, page),
  close: async () => {},
})
