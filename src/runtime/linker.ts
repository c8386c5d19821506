/** The linker with the word vectors that ship. */
import { join } from 'node:path'
import { OnrecordError } from '../core/errors.ts'
import type { LinkableView } from '../core/links/linkable-view.ts'
import type { Linker } from '../core/links/linker.ts'
import { statementLinker } from '../core/links/statement-linker.ts'
import type { WordVectors } from '../core/wording/likeness.ts'
import { lazyWordVectors } from '../models/load-word-vectors.ts'
import { modelsFolder } from '../models/model-files.ts'

/**
 * Reads the vectors when statements are first compared.
 * @param folder where the vectors of English are. Without them fewer repetitions are found; that models are missing, reading tells.
 */
export function shippedLinker(folder: string = join(modelsFolder, 'en/word-vectors')): Linker<LinkableView> {
  const load = lazyWordVectors(folder)
  let isMissing = false
  return statementLinker((): WordVectors | null => {
    if (isMissing) return null
    try {
      return load()
    } catch (error) {
      if (!(error instanceof OnrecordError) || error.code !== 'model-missing') throw error
      isMissing = true
      return null
    }
  })
}
