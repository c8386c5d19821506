/** Annotated articles with what the pipeline finds in them: the input of every measure of `evaluate attribution`. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { holds } from '../src/core/attributions/find.ts'
import type { Attribution, Block, Quotation, Token } from '../src/core/doc.ts'
import type { Pipeline } from '../src/core/pipeline.ts'
import { inTextOrder, type Span } from '../src/core/span.ts'

export type Role = 'source' | 'cue' | 'content'

export const ROLES: readonly Role[] = ['source', 'cue', 'content']

/** Spans of each role in text order. */
export type Relation = Readonly<Record<Role, readonly Span[]>>

/** What one annotator found in an article. */
export interface Annotation {
  readonly annotator: string
  readonly relations: readonly Relation[]
}

export interface Article {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly tokens: readonly Token[]
  readonly quotations: readonly Quotation[]
  /** The outermost level of what was found: PolNeAR annotates one level. */
  readonly found: readonly Attribution[]
  /** What was found inside the contents of others. */
  readonly nested: readonly Attribution[]
  /** One or more; the first is the one that counts where an article may count only once. */
  readonly annotations: readonly Annotation[]
}

type Pairs = readonly (readonly [number, number])[]

interface Line {
  readonly name: string
  readonly text: string
  readonly annotations: readonly {
    readonly annotator: string
    readonly attributions: readonly Readonly<Record<Role, Pairs>>[]
  }[]
}

export type ArticlePipeline = Pipeline<'blocks', 'blocks' | 'tokens' | 'quotations' | 'attributions'>

/**
 * The articles of a `.jsonl.gz` in the layout of the corpus readme, each run through a pipeline. A relation without content
 * is left out: it says nothing that could be found.
 * @param pipelineFor the pipeline for the article of a name; null leaves the article out.
 */
export async function* articlesOf(
  file: string,
  pipelineFor: (name: string) => ArticlePipeline | null,
): AsyncGenerator<Article> {
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')) {
    const { name, text, annotations } = JSON.parse(line) as Line
    const pipeline = pipelineFor(name)
    if (pipeline === null) continue
    yield await articleOf(
      text,
      annotations.map(({ annotator, attributions }) => ({
        annotator,
        relations: attributions.map(relationOf).filter(({ content }) => content.length > 0),
      })),
      pipeline,
    )
  }
}

/** Runs `pipeline` over the paragraphs of `text`. */
export async function articleOf(
  text: string,
  annotations: readonly Annotation[],
  pipeline: ArticlePipeline,
): Promise<Article> {
  const blocks = blocksOf(text)
  const { layers } = await pipeline.run({ text, lang: 'en', dct: null, layers: { blocks } })
  const { tokens, quotations, attributions } = layers
  const nested = attributions.filter((inner) =>
    attributions.some((outer) => outer !== inner && holds(outer, inner) && !holds(inner, outer)),
  )
  const found = attributions.filter((attribution) => !nested.includes(attribution))
  return { text, blocks, tokens, quotations, found, nested, annotations }
}

const relationOf = (raw: Readonly<Record<Role, Pairs>>): Relation => ({
  source: spansOf(raw.source),
  cue: spansOf(raw.cue),
  content: spansOf(raw.content),
})

const spansOf = (pairs: Pairs): Span[] => pairs.map(([start, end]) => ({ start, end })).sort(inTextOrder)

/** Paragraphs at empty lines; the first is the headline. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const part of text.split('\n\n')) {
    if (part.trim() !== '')
      blocks.push({ start, end: start + part.length, kind: blocks.length === 0 ? 'headline' : 'paragraph' })
    start += part.length + 2
  }
  return blocks
}
