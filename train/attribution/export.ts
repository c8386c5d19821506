/** PolNeAR → training paragraphs: our own tokens, their quotation state, attribution labels and silver mentions, one JSON a line. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Block, Quotation, Token } from '../../src/core/doc.ts'
import { quotationFinder } from '../../src/core/quotation-finder.ts'
import { quotationStates } from '../../src/core/quotation-states.ts'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'
import { firstFrom } from '../../src/core/span.ts'
import { tokenizer } from '../../src/core/tokenizer.ts'
import { mentionLabels, readSilver } from './silver-mentions.ts'

type Pairs = readonly (readonly [number, number])[]

interface Article {
  readonly name: string
  readonly text: string
  readonly annotations: readonly {
    readonly annotator: string
    readonly attributions: readonly { readonly source: Pairs; readonly cue: Pairs; readonly content: Pairs }[]
  }[]
}

/** One paragraph under one annotator. */
interface Example {
  readonly doc: string
  readonly annotation: number
  readonly tokens: readonly string[]
  /** o outside, b first token inside, i inside, u inside one without a partner. */
  readonly quotes: string
  /** `O`, `B-S`, `I-S`, `B-C`, `I-C`, `B-Q`, `I-Q` as numbers 0 to 6. */
  readonly labels: readonly number[]
  /** Offsets of the tokens in the article, for whoever maps what is found back. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly mentions: readonly number[]
}

/** More annotators of one article would weigh it too heavily. */
const MOST_ANNOTATORS = 2

const [, , from, to, outletsFile] = process.argv
if (from === undefined || to === undefined || outletsFile === undefined) {
  console.error('usage: node train/attribution/export.ts ARTICLES.jsonl.gz PARAGRAPHS.jsonl OUTLETS.csv')
  process.exit(2)
}
const silver = readSilver(from.replace('.jsonl.gz', '.silver.tsv.gz'), outletsFile)
const articles = gunzipSync(readFileSync(from)).toString('utf8').trim().split('\n')
const lines = articles
  .flatMap((line) => examplesOf(JSON.parse(line) as Article))
  .map((example) => JSON.stringify(example))
mkdirSync(dirname(to), { recursive: true })
writeFileSync(to, `${lines.join('\n')}\n`)
console.log(`${articles.length} articles, ${lines.length} paragraphs → ${to}`)

function examplesOf(article: Article): Example[] {
  const { text } = article
  const blocks = paragraphsOf(text)
  const base = { text, lang: 'en', dct: null }
  const tokens = tokenizer().run({ ...base, layers: { blocks } }) as readonly Token[]
  const sentences = sentenceSplitter().run({ ...base, layers: { blocks } }) as readonly Token[]
  const quotations = quotationFinder().run({ ...base, layers: { blocks, sentences } }) as readonly Quotation[]
  const quotes = quotationStates(tokens, quotations)
  const mentions = mentionLabels(tokens, silver.get(article.name) ?? [])
  return article.annotations.slice(0, MOST_ANNOTATORS).flatMap(({ attributions }, annotation) => {
    const labels = labelsOf(tokens, attributions)
    return blocks.flatMap((block) => {
      const first = firstFrom(tokens, block.start)
      const last = firstFrom(tokens, block.end)
      if (last <= first) return []
      return {
        doc: article.name,
        annotation,
        tokens: tokens.slice(first, last).map((token) => text.slice(token.start, token.end)),
        quotes: quotes.slice(first, last).join(''),
        labels: opened(labels.slice(first, last)),
        starts: tokens.slice(first, last).map((token) => token.start),
        ends: tokens.slice(first, last).map((token) => token.end),
        mentions: mentions.slice(first, last),
      }
    })
  })
}

function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const part of text.split('\n\n')) {
    if (part.trim() !== '') blocks.push({ start, end: start + part.length, kind: 'paragraph' })
    start += part.length + 2
  }
  return blocks
}

/** Content first, then source, then cue: where relations overlap the smaller role is the rarer and wins. */
function labelsOf(tokens: readonly Token[], attributions: Article['annotations'][number]['attributions']): number[] {
  const labels = tokens.map(() => 0)
  for (const [role, begin] of [
    ['content', 5],
    ['source', 1],
    ['cue', 3],
  ] as const) {
    for (const attribution of attributions) {
      for (const [start, end] of attribution[role]) {
        let inside = false
        tokens.forEach((token, index) => {
          if (token.end <= start || token.start >= end) return
          labels[index] = inside ? begin + 1 : begin
          inside = true
        })
      }
    }
  }
  return labels
}

/** A run that a paragraph or another role cut begins anew: I without its B becomes B. */
function opened(labels: readonly number[]): number[] {
  const result: number[] = []
  for (const label of labels) {
    const before = result.at(-1) ?? 0
    const isInside = label !== 0 && label % 2 === 0
    const goesOn = before === label || before === label - 1
    result.push(isInside && !goesOn ? label - 1 : label)
  }
  return result
}
