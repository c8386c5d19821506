/** Loads a lemma table from its folder, after checking it against the digest that was written when it was made. */
import { type LemmaTable, type Lemmatizer, lemmatizer } from '../core/lemmatizer.ts'
import { modelFiles, undamaged } from './model-files.ts'

/**
 * @param folder with `meta.json` and `lemmas.json`.
 * @throws OnrecordError `model-missing` or `model-damaged`.
 */
export function loadLemmas(folder: string): Lemmatizer {
  const table = modelFiles(folder).read('lemmas.json')
  return undamaged(folder, () => lemmatizer(JSON.parse(table.toString()) as LemmaTable))
}
