/** One page after each stage of the pipeline: how a statement came to be, or why one is missing. */
import type { Doc, LayerName, Layers } from '../core/doc.ts'
import { type Statement, toStatements } from '../core/statement.ts'
import type { ReadOutcome } from '../read/read-document.ts'
import { docOf, readable } from './extract-document.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'
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

export const explainDocument: Operation<typeof pageSource, Explanation, Pick<Deps, 'read' | 'pipelineFor'>> = {
  name: 'explainDocument',
  summary: 'Show a page after each stage of the pipeline.',
  input: pageSource,
  async run(deps, input) {
    const page = deps.read(readable(input))
    const pipeline = deps.pipelineFor(page.document.language)
    const stages: StageReport[] = []
    if (pipeline === null) return { ...page, stages, statements: [] }
    const doc = await pipeline.run(docOf(page), (stage, current) => {
      const layer = (current as Doc<LayerName>).layers[stage.gives]
      stages.push({ stage: stage.name, version: stage.version, needs: stage.needs, gives: stage.gives, layer })
    })
    return {
      ...page,
      stages,
      statements: toStatements(page.document.id, doc as unknown as Doc<'attributions'>, page.document.publisher),
    }
  },
}
