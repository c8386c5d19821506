/** A network of words that gives each form the labels a test lists for it, and a text as the stages of the network find it. */
import type { Block, Doc } from '../../src/core/doc.ts'
import { MENTION_LABELS, UPOS_LABELS, type WordNetwork } from '../../src/core/network.ts'
import type { ReadableDoc } from '../../src/core/network-reading.ts'
import { quotationFinder } from '../../src/core/quotation-finder.ts'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'
import { tokenizer } from '../../src/core/tokenizer.ts'

export interface Script {
  /** Form → best part of speech; `NOUN` for others. */
  readonly upos?: Readonly<Record<string, string>>
  /** Form → scores of mention labels; others score 0, and `O` scores 1. */
  readonly mentions?: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export function scriptedNetwork({ upos = {}, mentions = {} }: Script): WordNetwork {
  return {
    name: 'scripted',
    run({ forms }) {
      const output = {
        upos: new Float32Array(forms.length * UPOS_LABELS.length),
        mentions: new Float32Array(forms.length * MENTION_LABELS.length),
      }
      for (const [row, form] of forms.entries()) {
        const best = UPOS_LABELS.findIndex((label) => label === (upos[form] ?? 'NOUN'))
        output.upos[row * UPOS_LABELS.length + best] = 1
        for (const [column, label] of MENTION_LABELS.entries()) {
          output.mentions[row * MENTION_LABELS.length + column] = mentions[form]?.[label] ?? (label === 'O' ? 1 : 0)
        }
      }
      return output
    },
  }
}

/** One paragraph block each, separated by blank lines. */
export function readableDoc(...paragraphs: string[]): ReadableDoc {
  const text = paragraphs.join('\n\n')
  let start = 0
  const blocks = paragraphs.map((paragraph): Block => {
    const block: Block = { start, end: start + paragraph.length, kind: 'paragraph' }
    start += paragraph.length + 2
    return block
  })
  const doc = { text, lang: 'en', dct: null, layers: { blocks } } satisfies Doc<'blocks'>
  const tokens = tokenizer().run(doc) as ReadableDoc['layers']['tokens']
  const sentences = sentenceSplitter('en').run(doc) as ReadableDoc['layers']['sentences']
  const layers = { blocks, tokens, sentences }
  const quotations = quotationFinder().run({ ...doc, layers }) as ReadableDoc['layers']['quotations']
  return { ...doc, layers: { ...layers, quotations } }
}
