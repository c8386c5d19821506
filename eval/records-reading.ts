/** Reads a passage as `onrecord extract` reads a page, from its blocks on: pipeline, statements, entities, notices. */
import { extractFrom } from '../src/app/extract-document.ts'
import { resolveEntities } from '../src/app/resolve-entities.ts'
import { pipelinesFor } from '../src/runtime/pipelines.ts'
import { openRegister } from '../src/runtime/register.ts'
import type { Model } from '../src/runtime/settings.ts'
import { evaluateRecords, type Page, type RecordsReport } from './records.ts'

/** Runs every passage of `eval/gold/records.ts`. */
export async function evaluateRecordsWith(model: Model): Promise<RecordsReport> {
  const fail = (error: Error): never => {
    throw error
  }
  const pipelineFor = pipelinesFor(model, fail)
  const register = openRegister(null, fail)
  const read = async (page: Page) =>
    resolveEntities(await extractFrom({ pipelineFor }, outcomeOf(page)), register, null)
  return evaluateRecords(read, (entity) => register.get(entity)?.name ?? null)
}

const outcomeOf = ({ text, blocks, published, publisher }: Page) => ({
  document: {
    id: 'd-0000000000000000',
    kind: 'report' as const,
    file: null,
    url: null,
    title: null,
    publisher,
    authors: [],
    published,
    publishedFrom: published === null ? null : ('given' as const),
    modified: null,
    language: 'en',
    original: null,
    sha256: '',
    chars: text.length,
  },
  text,
  blocks,
  notices: [],
})
