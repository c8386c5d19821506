/** Which pipeline reads which language, with which model. */
import { join } from 'node:path'
import type { LayerName } from '../core/doc.ts'
import { type EnglishModels, english } from '../core/english.ts'
import { asOnrecordError, type OnrecordError } from '../core/errors.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { loadLemmas } from '../models/load-lemmas.ts'
import { loadAttributionNetwork, loadWordNetwork, modelsFolder } from '../models/load-networks.ts'
import type { Model } from './settings.ts'

type AnyPipeline = Pipeline<LayerName, LayerName>

/** Told when a model cannot be loaded and the rules stand in for it. */
export type Warn = (error: OnrecordError) => void

/** Primary language subtag → the pipeline for it. */
const makers: Readonly<Record<string, (model: Model, folder: string) => AnyPipeline>> = {
  en: (model, folder) =>
    english(model === 'rules' ? undefined : englishModels(model, join(folder, 'en'))) as unknown as AnyPipeline,
}

/**
 * What English is read with.
 * @param folder where the models of English are.
 * @throws OnrecordError `model-missing` or `model-damaged`.
 */
export function englishModels(tier: 'full' | 'fast', folder: string): EnglishModels {
  const task = (name: string): string => join(folder, tier === 'full' ? name : `${name}-fast`)
  const vectors = join(folder, 'word-vectors')
  const words = loadWordNetwork(task('words'), vectors)
  return {
    words,
    attribution: loadAttributionNetwork(task('attribution'), vectors, words),
    lemmaOf: loadLemmas(join(folder, 'lemmas')),
  }
}

/** Languages that statements are looked for in, as BCP 47 primary subtags. */
export const languagesWithPipeline: readonly string[] = Object.keys(makers)

const built = new Map<string, AnyPipeline>()

/**
 * The pipeline for a BCP 47 tag, null where there is none; each is made once in a thread, however often it is asked for.
 * @param folder where the models are, `<language>/<task>/`.
 */
export const pipelinesFor =
  (model: Model, warn: Warn, folder: string = modelsFolder) =>
  (language: string): AnyPipeline | null => {
    const primary = language.split('-')[0]!.toLowerCase()
    const make = Object.hasOwn(makers, primary) ? makers[primary]! : null
    if (make === null) return null
    const key = `${primary} ${model} ${folder}`
    const known = built.get(key)
    if (known !== undefined) return known
    const pipeline = madeWith((chosen) => make(chosen, folder), model, warn)
    built.set(key, pipeline)
    return pipeline
  }

/** A model that is not there, or not what it was when it was made, costs quality but no document. */
function madeWith(make: (model: Model) => AnyPipeline, model: Model, warn: Warn): AnyPipeline {
  try {
    return make(model)
  } catch (thrown) {
    const error = asOnrecordError(thrown)
    if (error.code !== 'model-missing' && error.code !== 'model-damaged') throw error
    warn(error)
    return make('rules')
  }
}
