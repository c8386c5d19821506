/** Passages in the markup of the gold set as what a network finds in them: spans with roles, relations withheld. */
import { parseGold } from '../../eval/gold.ts'
import type { AttributableDoc, FoundSpans, LabelledSpan, Role } from '../../src/core/attributions/labelled-span.ts'
import { pipelineOf } from '../../src/core/pipeline.ts'
import { quotationFinder } from '../../src/core/quotation-finder.ts'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'
import { firstFrom, inTextOrder, type Span, sliceOf } from '../../src/core/span.ts'
import { tokenizer } from '../../src/core/tokenizer.ts'
import { blocksOf } from './passages.ts'

export interface Labelled {
  readonly doc: AttributableDoc
  /** The marked spans, each once, in text order. */
  readonly spans: readonly LabelledSpan[]
  /** `source | cue | content` of each marked relation, as text. */
  readonly relations: readonly string[]
}

const layersBefore = pipelineOf('en', ['blocks'])
  .then(tokenizer())
  .then(sentenceSplitter('en'))
  .then(quotationFinder())
  .build()

/** @param posterior of every span. */
export async function labelled(markup: string, posterior = 0.9): Promise<Labelled> {
  const { text, relations } = parseGold(markup)[0]!
  const doc = await layersBefore.run({ text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } })
  const spans = new Map<string, LabelledSpan>()
  for (const relation of relations) {
    for (const role of ['source', 'cue', 'content'] as const) {
      for (const span of relation[role])
        spans.set(`${span.start}-${span.end}`, labelledSpan(doc, role, span, posterior))
    }
  }
  return { doc, spans: [...spans.values()].sort(inTextOrder), relations: relations.map((each) => shown(text, each)) }
}

export function labelledSpan(doc: AttributableDoc, role: Role, { start, end }: Span, posterior: number): LabelledSpan {
  const { tokens } = doc.layers
  return { role, start, end, posterior, first: firstFrom(tokens, start), last: firstFrom(tokens, end) - 1 }
}

/** The first place of `words` in the document, as a span of `role`. */
export function placed(doc: AttributableDoc, role: Role, words: string, posterior: number): LabelledSpan {
  const start = doc.text.indexOf(words)
  if (start === -1) throw new Error(`no "${words}" in: ${doc.text}`)
  return labelledSpan(doc, role, { start, end: start + words.length }, posterior)
}

export const foundOf = (spans: readonly LabelledSpan[], more: readonly LabelledSpan[] = []): FoundSpans => ({
  chosen: spans,
  candidates: [...spans, ...more].sort(inTextOrder),
})

/** `source | cue | content`; several spans of a role are joined by ` … `. */
export const shown = (text: string, relation: Readonly<Record<Role, readonly Span[]>>): string =>
  [relation.source, relation.cue, relation.content]
    .map((spans) => spans.map((span) => sliceOf(text, span)).join(' … '))
    .join(' | ')
