/** Stages in order: the compiler checks that each finds the layers it needs, and so does construction. */
import type { Doc, LayerName, Layers } from './doc.ts'
import { OnrecordError } from './errors.ts'
import type { Stage } from './stage.ts'

export interface Pipeline<Start extends LayerName = LayerName, Has extends LayerName = LayerName> {
  /** BCP 47 language the stages were written for. */
  readonly lang: string
  /** `tokenizer@1 word-tagger@1+tagger-0123abcd …`, each stage with its model: stored with every run, so that a reader of the ledger knows what made it. */
  readonly version: string
  readonly stages: readonly Stage[]
  /**
   * Runs every stage in turn.
   * @param observe called after each stage with the doc so far and the stage's duration in milliseconds.
   */
  run(doc: Doc<Start>, observe?: (stage: Stage, doc: Doc, ms: number) => void, clock?: () => number): Promise<Doc<Has>>
}

interface PipelineBuilder<Start extends LayerName, Has extends LayerName> {
  /** Adds a stage whose needs are met by what came before; another is a type error. */
  then<Needs extends Has, Gives extends LayerName>(stage: Stage<Needs, Gives>): PipelineBuilder<Start, Has | Gives>
  /** @throws OnrecordError `pipeline-order`, naming every missing layer at once. */
  build(): Pipeline<Start, Has>
}

/** Begins a pipeline for documents in `lang` that arrive with the layers `start`. */
export function pipelineOf<Start extends LayerName>(
  lang: string,
  start: readonly Start[],
): PipelineBuilder<Start, Start> {
  return builderOf<Start, Start>(lang, start, [])
}

function builderOf<Start extends LayerName, Has extends LayerName>(
  lang: string,
  start: readonly Start[],
  stages: readonly Stage[],
): PipelineBuilder<Start, Has> {
  return {
    // biome-ignore lint/suspicious/noThenProperty: reads as a list of steps; a builder is never awaited
    then: (stage) => builderOf(lang, start, [...stages, stage as unknown as Stage]),
    build: () => assemble<Start, Has>(lang, start, stages),
  }
}

/** Checks the order and returns the pipeline; exported for callers that get their stages from configuration. */
export function assemble<Start extends LayerName, Has extends LayerName>(
  lang: string,
  start: readonly LayerName[],
  stages: readonly Stage[],
): Pipeline<Start, Has> {
  const present = new Set<LayerName>(start)
  const faults: string[] = []
  for (const stage of stages) {
    const missing = stage.needs.filter((layer) => !present.has(layer))
    if (missing.length > 0) faults.push(`${stage.name} needs ${missing.join(', ')}`)
    if (present.has(stage.gives)) faults.push(`${stage.name} gives ${stage.gives}, which is there already`)
    present.add(stage.gives)
  }
  if (faults.length > 0) throw new OnrecordError('pipeline-order', { faults: faults.join('; ') })
  return {
    lang,
    version: stages.map(versionOf).join(' '),
    stages,
    async run(doc, observe, clock = () => 0) {
      let current: Doc<LayerName> = doc as unknown as Doc<LayerName>
      for (const stage of stages) {
        const before = clock()
        const given = stage.run(current)
        const layer = given instanceof Promise ? await given : given
        current = { ...current, layers: { ...current.layers, [stage.gives]: layer } as Layers }
        observe?.(stage, current as Doc, clock() - before)
      }
      return current as unknown as Doc<Has>
    },
  }
}

const versionOf = ({ name, version, model }: Stage): string =>
  model === undefined ? `${name}@${version}` : `${name}@${version}+${model}`
