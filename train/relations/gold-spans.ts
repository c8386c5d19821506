/** PolNeAR's relations flattened to one role a token, as a tagger sees them, with the relations each span belongs to. */

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { blocksOf } from '../../eval/attribution-articles.ts'
import type { AttributableDoc, LabelledSpan, Role } from '../../src/core/attributions/labelled-span.ts'
import { pipelineOf } from '../../src/core/pipeline.ts'
import { quotationFinder } from '../../src/core/quotation-finder.ts'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'
import { firstFrom } from '../../src/core/span.ts'
import { tokenizer } from '../../src/core/tokenizer.ts'

type Pairs = readonly (readonly [number, number])[]

export type RawRelation = Readonly<Record<Role, Pairs>>

export interface RawArticle {
  readonly name: string
  readonly text: string
  readonly annotations: readonly { readonly annotator: string; readonly attributions: readonly RawRelation[] }[]
}

/** A span with the indexes of the relations it belongs to. */
export interface OwnedSpan extends LabelledSpan {
  readonly owners: readonly number[]
}

/** The articles of a `.jsonl.gz` in the layout of the corpus readme. */
export const readArticles = (file: string): RawArticle[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RawArticle)

const layersBefore = pipelineOf('en', ['blocks'])
  .then(tokenizer())
  .then(sentenceSplitter('en'))
  .then(quotationFinder())
  .build()

/** An article with the layers that an attributor reads. */
export const readableDoc = (text: string): Promise<AttributableDoc> =>
  layersBefore.run({ text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } })

/** Content first, then source, then cue: where relations overlap the smaller role is the rarer and wins. */
const ORDER: readonly Role[] = ['content', 'source', 'cue']

/** Runs of tokens of one role and one relation inside a block, in text order. */
export function goldSpans(doc: AttributableDoc, relations: readonly RawRelation[]): OwnedSpan[] {
  const { tokens, blocks } = doc.layers
  const roles: (Role | null)[] = tokens.map(() => null)
  const runs = new Int32Array(tokens.length)
  let run = 0
  for (const role of ORDER) {
    for (const relation of relations) {
      for (const [start, end] of relation[role]) {
        run++
        for (let at = firstTouching(doc, start); at < tokens.length && tokens[at]!.start < end; at++) {
          roles[at] = role
          runs[at] = run
        }
      }
    }
  }
  const starts = new Set(blocks.map((block) => firstFrom(tokens, block.start)))
  const spans: OwnedSpan[] = []
  for (let first = 0; first < tokens.length; ) {
    const role = roles[first] ?? null
    let last = first
    while (last + 1 < tokens.length && runs[last + 1] === runs[first] && !starts.has(last + 1)) last++
    if (role !== null) {
      const [start, end] = [tokens[first]!.start, tokens[last]!.end]
      const owners = relations.flatMap((relation, index) =>
        relation[role].some(([from, to]) => from < end && start < to) ? [index] : [],
      )
      spans.push({ role, start, end, first, last, posterior: 1, owners })
    }
    first = last + 1
  }
  return spans
}

/** Index of the first token that ends after `offset`. */
function firstTouching({ layers: { tokens } }: AttributableDoc, offset: number): number {
  const at = firstFrom(tokens, offset)
  return at > 0 && tokens[at - 1]!.end > offset ? at - 1 : at
}
