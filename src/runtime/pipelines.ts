/** Which pipeline reads which language, with which model. */
import { join } from 'node:path'
import type { ReadingPipeline } from '../app/ports.ts'
import type { Notice } from '../core/document.ts'
import { type EnglishModels, english } from '../core/english.ts'
import { asOnrecordError, type OnrecordError } from '../core/errors.ts'
import { loadLemmas } from '../models/load-lemmas.ts'
import { loadAttributionNetwork, loadWordNetwork, modelsFolder } from '../models/load-networks.ts'
import type { Model } from './settings.ts'

/** Told when a model cannot be loaded, and how it goes on: by default the rules stand in for it. */
export type Warn = (error: OnrecordError, meanwhile?: string) => void

/** Primary language subtag → the pipeline for it. */
const makers: Readonly<Record<string, (model: Model, folder: string) => ReadingPipeline>> = {
  en: (model, folder) =>
    english(model === 'rules' ? undefined : englishModels(model, join(folder, 'en'))) as unknown as ReadingPipeline,
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

const built = new Map<string, ReadingPipeline>()

/**
 * The pipeline for a BCP 47 tag, null where there is none; each is made once in a thread, however often it is asked for.
 * @param folder where the models are, `<language>/<task>/`.
 */
export const pipelinesFor =
  (model: Model, warn: Warn, folder: string = modelsFolder) =>
  (language: string): ReadingPipeline | null => {
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
function madeWith(make: (model: Model) => ReadingPipeline, model: Model, warn: Warn): ReadingPipeline {
  try {
    return make(model)
  } catch (thrown) {
    const error = asOnrecordError(thrown)
    if (error.code !== 'model-missing' && error.code !== 'model-damaged') throw error
    warn(error)
    return { ...make('rules'), notices: [withoutModel(error)] }
  }
}

/** The record outlives the warning: whoever reads it later must not take the rules' finds for the network's. */
const withoutModel = (error: OnrecordError): Notice => ({
  code: 'model-missing',
  message: `Read by rules alone, which find less: a file of the model was ${error.code === 'model-missing' ? 'missing' : 'damaged'}.`,
  span: null,
  statement: null,
})
