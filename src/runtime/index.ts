/** Public face of the composition root. */
export { defaultLedger, ledgerPath, type Settings } from './settings.ts'
export { languagesWithPipeline, openDeps, openStore, pipelineFor, readingDeps } from './wire.ts'
