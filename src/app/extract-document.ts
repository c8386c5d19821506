/** One page → document, blocks and statements, without a ledger: what `extract` prints and `add` stores. */
import type { z } from 'zod'
import type { Doc, LayerName } from '../core/doc.ts'
import type { Notice } from '../core/document.ts'
import { type Statement, toStatements } from '../core/statement.ts'
import type { ReadOutcome, ReadSource } from '../read/read-document.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'
import { pageSource } from './schemas.ts'

/** The line of `onrecord extract --format jsonl`, plus the text. */
export interface Extraction extends ReadOutcome {
  readonly statements: readonly Statement[]
  /** Version of the pipeline that read it; null where the language has none. */
  readonly pipeline: string | null
}

export const extractDocument: Operation<typeof pageSource, Extraction, Pick<Deps, 'extractor'>> = {
  name: 'extractDocument',
  summary: 'Read one page and find its statements, without storing anything.',
  input: pageSource,
  run: ({ extractor }, input) => extractor.extract(readable(input)),
}

/** Reads a page and finds its statements in this thread: what every `Extractor` comes down to. */
export const extractPage = async (deps: Pick<Deps, 'read' | 'pipelineFor'>, source: ReadSource): Promise<Extraction> =>
  extractFrom(deps, deps.read(source))

/** Runs the pipeline of the page's language over what the reader gave. */
export async function extractFrom(deps: Pick<Deps, 'pipelineFor'>, page: ReadOutcome): Promise<Extraction> {
  const pipeline = deps.pipelineFor(page.document.language)
  if (pipeline === null) {
    return { ...page, notices: [...page.notices, withoutPipeline(page)], statements: [], pipeline: null }
  }
  const doc = (await pipeline.run(docOf(page))) as Doc<'attributions'>
  return { ...page, statements: toStatements(page.document.id, doc), pipeline: pipeline.version }
}

/** The `Doc` a pipeline starts from. */
export const docOf = (page: ReadOutcome): Doc<LayerName> =>
  ({
    text: page.text,
    lang: page.document.language,
    dct: page.document.published,
    layers: { blocks: page.blocks },
  }) as Doc<LayerName>

/** The schema's output as the reader takes it. */
export const readable = (input: z.output<typeof pageSource>) => ({
  bytes: input.bytes,
  file: input.file,
  url: input.url ?? null,
  published: input.published ?? null,
  publisher: input.publisher ?? null,
  ...(input.maxBytes === undefined ? {} : { maxBytes: input.maxBytes }),
})

const withoutPipeline = (page: ReadOutcome): Notice => ({
  code: 'language-without-pipeline',
  message: `No statements were looked for: there is no pipeline for the language "${page.document.language}" yet. The text is kept and can be searched.`,
  span: null,
})
