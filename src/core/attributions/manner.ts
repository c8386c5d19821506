/** Speech, writing or thought, by the words of the cue. */
import type { Doc, Manner } from '../doc.ts'
import { CUE_NOUNS, cueForms } from '../english/cue-lexicon.ts'
import { sliceOf } from '../span.ts'
import type { Find } from './find.ts'

/** Of the first word of the cue that the lexicon knows: "wants to tell" is a thought. */
export function mannerOf(doc: Doc<'tokens'>, { cue, rule }: Find): Manner {
  if (rule !== null) return rule.manner
  for (const span of cue) {
    for (const word of sliceOf(doc.text, span)
      .toLowerCase()
      .split(/[^a-z]/)) {
      const manner = cueForms.get(word)?.verb.manner ?? CUE_NOUNS.get(word)
      if (manner !== undefined) return manner
    }
  }
  return 'speech'
}
