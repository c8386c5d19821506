/** One page after each stage of the pipeline: how a statement came to be, or why one is missing. */
import type { Doc, LayerName, Layers } from '../core/doc.ts'
import type { Statement } from '../core/statement.ts'
import type { ReadOutcome } from '../read/read-document.ts'
import { extractFrom, readable } from './extract-document.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'
import { resolveEntities } from './resolve-entities.ts'
import { pageSource } from './schemas.ts'

export interface StageReport {
  readonly stage: string
  readonly version: number
  readonly needs: readonly LayerName[]
  readonly gives: LayerName
  readonly layer: Layers[LayerName]
}

export interface Explanation extends ReadOutcome {
  readonly stages: readonly StageReport[]
  readonly statements: readonly Statement[]
}

export const explainDocument: Operation<
  typeof pageSource,
  Explanation,
  Pick<Deps, 'read' | 'pipelineFor' | 'register'>
> = {
  name: 'explainDocument',
  summary: 'Show a page after each stage of the pipeline.',
  input: pageSource,
  async run(deps, input) {
    const page = deps.read(readable(input))
    const stages: StageReport[] = []
    const extraction = await extractFrom(deps, page, ({ name, version, needs, gives }, doc) => {
      stages.push({ stage: name, version, needs, gives, layer: (doc as Doc<LayerName>).layers[gives] })
    })
    const { statements, notices } = await resolveEntities(extraction, deps.register, null)
    return { ...page, notices, stages, statements }
  },
}
