/** Public face of the composition root. */
export { openStore } from './ledger.ts'
export { languagesWithPipeline } from './pipelines.ts'
export { type ReadingOptions, readingDeps } from './reading.ts'
export { defaultLedger, defaultModel, ledgerPath, type Model, models, type Settings } from './settings.ts'
export { openDeps } from './wire.ts'
