/** One page → document, blocks and statements, without a ledger: what `extract` prints and `add` stores. */
import type { z } from 'zod'
import type { Doc, LayerName } from '../core/doc.ts'
import type { Notice } from '../core/document.ts'
import { inconsistenciesIn } from '../core/inconsistencies.ts'
import { type DocumentReferent, referentsOf } from '../core/referents.ts'
import type { Stage } from '../core/stage.ts'
import { type Statement, toStatements } from '../core/statement.ts'
import type { ReadOutcome, ReadSource } from '../read/read-document.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'
import { resolveEntities } from './resolve-entities.ts'
import { toldPage } from './schemas.ts'

/** The line of `onrecord extract --format jsonl`, plus the text. */
export interface Extraction extends ReadOutcome {
  readonly statements: readonly Statement[]
  /** What the statements name, for linking it to entities. */
  readonly referents: readonly DocumentReferent[]
  /** Version of the pipeline that read it; null where the language has none. */
  readonly pipeline: string | null
}

/** With the register's entities. */
export interface Extracted extends Extraction {
  /** The statements without them, as the pipeline found them. */
  readonly found: readonly Statement[]
}

export const extractDocument: Operation<typeof toldPage, Extracted, Pick<Deps, 'extractor' | 'register'>> = {
  name: 'extractDocument',
  summary: 'Read one page and find its statements, without storing anything.',
  input: toldPage,
  async run({ extractor, register }, input) {
    const extraction = await extractor.extract(readable(input))
    const { statements, notices } = await resolveEntities(extraction, register, null)
    return { ...extraction, statements, notices, found: extraction.statements }
  },
}

/** Reads a page and finds its statements in this thread, entities still unknown: what every `Extractor` comes down to. */
export const extractPage = async (deps: Pick<Deps, 'read' | 'pipelineFor'>, source: ReadSource): Promise<Extraction> =>
  extractFrom(deps, deps.read(source))

/**
 * Runs the pipeline of the page's language over what the reader gave.
 * @param observe told of each stage and what it gave.
 */
export async function extractFrom(
  deps: Pick<Deps, 'pipelineFor'>,
  page: ReadOutcome,
  observe?: (stage: Stage, doc: Doc) => void,
): Promise<Extraction> {
  const pipeline = deps.pipelineFor(page.document.language)
  if (pipeline === null) {
    return { ...page, notices: [...page.notices, withoutPipeline(page)], statements: [], referents: [], pipeline: null }
  }
  const doc = (await pipeline.run(docOf(page), observe)) as Doc<'attributions'>
  const { document } = page
  const statements = toStatements(document.id, doc, document)
  return {
    ...page,
    statements,
    notices: [...page.notices, ...(pipeline.notices ?? []), ...inconsistenciesIn(document, doc, statements)],
    referents: referentsOf(document.id, doc, statements),
    pipeline: pipeline.version,
  }
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
export const readable = ({
  bytes,
  file,
  url,
  published,
  publisher,
  ...more
}: z.output<typeof toldPage>): ReadSource => ({
  bytes,
  file,
  url: url ?? null,
  published: published ?? null,
  publisher: publisher ?? null,
  ...given(more),
})

/** What is told: `undefined` would not be the same as nothing where one is sent to another thread or compared. */
const given = <Facts extends object>(facts: Facts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Facts]: Exclude<Facts[Name], undefined>
  }

const withoutPipeline = (page: ReadOutcome): Notice => ({
  code: 'language-without-pipeline',
  message: `No statements were looked for: there is no pipeline for the language "${page.document.language}" yet. The text is kept and can be searched.`,
  span: null,
  statement: null,
})
