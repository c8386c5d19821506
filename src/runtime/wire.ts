/** The composition root: the one place where ports meet what stands behind them. */
import type { Deps, Store } from '../app/ports.ts'
import type { LayerName } from '../core/doc.ts'
import { english } from '../core/english.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { readDocument } from '../read/read-document.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import type { Settings } from './settings.ts'

/** Primary language subtag → the pipeline for it. */
const pipelines: Readonly<Record<string, () => Pipeline<LayerName, LayerName>>> = {
  en: () => english() as unknown as Pipeline<LayerName, LayerName>,
}

/** Languages that statements are looked for in, as BCP 47 primary subtags. */
export const languagesWithPipeline: readonly string[] = Object.keys(pipelines)

const built = new Map<string, Pipeline<LayerName, LayerName>>()

/** The pipeline for a BCP 47 tag, made once; null where there is none. */
export function pipelineFor(language: string): Pipeline<LayerName, LayerName> | null {
  const primary = language.split('-')[0]!.toLowerCase()
  if (!Object.hasOwn(pipelines, primary)) return null
  let pipeline = built.get(primary)
  if (pipeline === undefined) {
    pipeline = pipelines[primary]!()
    built.set(primary, pipeline)
  }
  return pipeline
}

/** Reader and pipelines without a ledger: what `extract` and `explain` need. */
export const readingDeps = (): Omit<Deps, 'store'> => ({ read: readDocument, pipelineFor, now: () => new Date() })

/**
 * Everything, with the ledger open; the caller closes `store`.
 * @throws OnrecordError of the ledger's part of the error table.
 */
export const openDeps = (settings: Settings): Deps => ({ ...readingDeps(), store: openStore(settings) })

export const openStore = (settings: Settings): Store => openSqliteStore(settings.ledger, { mode: settings.mode })
