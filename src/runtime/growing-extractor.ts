/** Reads the first small pages in this thread and all others in threads of their own, started when they are needed. */
import type { Extractor } from '../app/ports.ts'
import type { ReadSource } from '../read/read-document.ts'
import { extractionPool, type PoolOptions } from './extraction-pool.ts'

export interface GrowingOptions extends PoolOptions {
  /** How many small pages this thread reads before others are started; 0 where any page may have to be stopped. */
  readonly here: number
  /** How many pages to have in hand; less than the threads could take where there are few pages. */
  readonly atOnce?: number
}

/** Pages up to this many bytes take this thread less than a second, whatever is in them; a larger one may have to be stopped. */
const SMALL_BYTES = 200_000

/** @param inThisThread reads a page here. */
export function growingExtractor(inThisThread: Extractor, options: GrowingOptions): Extractor {
  let left = options.here
  let pool: Extractor | null = null
  let isClosed = false
  const others = (): Extractor => {
    pool ??= extractionPool(options)
    if (isClosed) pool.close()
    return pool
  }
  const atOnce = options.atOnce ?? others().atOnce
  return {
    atOnce,
    extract(source: ReadSource) {
      const isSmall = source.bytes.length <= SMALL_BYTES
      return isSmall && left-- > 0 ? inThisThread.extract(source) : others().extract(source)
    },
    analyse(page) {
      return page.text.length <= SMALL_BYTES && left-- > 0 ? inThisThread.analyse(page) : others().analyse(page)
    },
    async close() {
      isClosed = true
      await pool?.close()
    },
  }
}
