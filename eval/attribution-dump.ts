/** Spans that a network found, read from a file that its training wrote, in place of a run of the network. */

import { readFileSync } from 'node:fs'
import type { AttributableDoc, FoundSpans, LabelledSpan, Role } from '../src/core/attributions/labelled-span.ts'
import { firstFrom } from '../src/core/span.ts'

/** Role, first and last token of the paragraph, posterior. */
type Row = readonly [keyof typeof ROLES, number, number, number]

interface Paragraph {
  /** UTF-16 offsets of its tokens in the article. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly chosen: readonly Row[]
  readonly candidates: readonly Row[]
}

const ROLES = { S: 'source', C: 'cue', Q: 'content' } as const satisfies Record<string, Role>

/** Article name → its paragraphs, from the file that `train/network/decode.py --dump` writes. */
export function readDump(file: string): ReadonlyMap<string, readonly Paragraph[]> {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return new Map(
    lines.map((line) => {
      const { doc, paragraphs } = JSON.parse(line) as { doc: string; paragraphs: Paragraph[] }
      return [doc, paragraphs]
    }),
  )
}

/** The spans of one article. */
export function spansOfDump(doc: AttributableDoc, paragraphs: readonly Paragraph[]): FoundSpans {
  const spans = (pick: (paragraph: Paragraph) => readonly Row[]): LabelledSpan[] =>
    paragraphs
      .flatMap((paragraph) => {
        const base = firstFrom(doc.layers.tokens, paragraph.starts[0]!)
        return pick(paragraph).map(([letter, first, last, posterior]): LabelledSpan => {
          const [start, end] = [paragraph.starts[first]!, paragraph.ends[last]!]
          return { role: ROLES[letter], first: base + first, last: base + last, start, end, posterior }
        })
      })
      .sort((a, b) => a.start - b.start)
  return { chosen: spans(({ chosen }) => chosen), candidates: spans(({ candidates }) => candidates) }
}
