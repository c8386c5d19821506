/** The surface forms of a document's tokens, cut from its text once for all stages that look at them. */
import type { Doc, Token } from './doc.ts'

const known = new WeakMap<readonly Token[], readonly string[]>()

/** One form a token, as it stands in the text. */
export function formsOf({ text, layers: { tokens } }: Doc<'tokens'>): readonly string[] {
  let forms = known.get(tokens)
  if (forms === undefined) {
    forms = tokens.map(({ start, end }) => text.slice(start, end))
    known.set(tokens, forms)
  }
  return forms
}
