/** The extractor of a server: one thread beside it, started at the first page, so that answers never wait for reading. */
import type { Extractor } from '../app/ports.ts'
import type { Warn } from './pipelines.ts'
import type { Model } from './settings.ts'

export interface BackgroundOptions {
  readonly model: Model
  /** Told of each model that cannot be loaded; the rules stand in for it. */
  readonly warn: Warn
}

/** Loads nothing before the first page. */
export function backgroundExtractor({ model, warn }: BackgroundOptions): Extractor {
  let opened: Promise<Extractor> | null = null
  const pool = async (): Promise<Extractor> => {
    const { extractionPool } = await import('./extraction-pool.ts')
    return extractionPool({ workers: 1, model, warn })
  }
  return {
    atOnce: 1,
    async extract(source) {
      opened ??= pool()
      return (await opened).extract(source)
    },
    async analyse(page) {
      opened ??= pool()
      return (await opened).analyse(page)
    },
    async close() {
      await (await opened)?.close()
    },
  }
}
