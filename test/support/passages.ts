/** Short passages as documents: paragraphs at empty lines, `# ` for a headline, `[S …] [C …] [Q …]` for what a rule should find. */
import type { Attribution, Block, Doc } from '../../src/core/doc.ts'
import { english } from '../../src/core/english.ts'
import type { Span } from '../../src/core/span.ts'

const pipeline = english()

export interface Marked {
  readonly text: string
  readonly spans: { readonly source: Span[]; readonly cue: Span[]; readonly content: Span[] }
}

const ROLES = { S: 'source', C: 'cue', Q: 'content' } as const

/** Takes the brackets out of a passage and says where they stood. */
export function unmarked(passage: string): Marked {
  const spans: Marked['spans'] = { source: [], cue: [], content: [] }
  const open: { role: keyof typeof ROLES; start: number }[] = []
  let text = ''
  for (let at = 0; at < passage.length; at++) {
    const role = passage[at + 1] as keyof typeof ROLES
    if (passage[at] === '[' && role in ROLES && passage[at + 2] === ' ') {
      open.push({ role, start: text.length })
      at += 2
    } else if (passage[at] === ']' && open.length > 0) {
      const { role: closed, start } = open.pop()!
      spans[ROLES[closed]].push({ start, end: text.length })
    } else {
      text += passage[at]
    }
  }
  return { text, spans }
}

/** Blocks of a passage: paragraphs between empty lines, a headline where one begins with `# `. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let at = 0
  for (const part of text.split('\n\n')) {
    const headline = part.startsWith('# ')
    const start = at + (headline ? 2 : 0)
    const end = at + part.length
    if (end > start) blocks.push({ start, end, kind: headline ? 'headline' : 'paragraph' })
    at = end + 2
  }
  return blocks
}

/** Runs the whole English pipeline over a passage. */
export async function docOf(
  text: string,
): Promise<Doc<'blocks' | 'tokens' | 'sentences' | 'quotations' | 'attributions'>> {
  return pipeline.run({ text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } })
}

export const attributionsOf = async (text: string): Promise<readonly Attribution[]> =>
  (await docOf(text)).layers.attributions
