/** Reader and pipelines of a server, in its own thread, loaded when a draft is first held against the record. */
import type { DraftDeps } from '../app/verify-draft.ts'
import type { BackgroundOptions } from './background-extractor.ts'

export function lazyReader({ model, warn }: BackgroundOptions): Pick<DraftDeps, 'read' | 'pipelineFor'> {
  const load = async () => {
    const [{ readDocument }, { pipelinesFor }] = await Promise.all([
      import('../read/read-document.ts'),
      import('./pipelines.ts'),
    ])
    return { read: readDocument, pipelineFor: pipelinesFor(model, warn) }
  }
  let loading: ReturnType<typeof load> | null = null
  let loaded: Awaited<ReturnType<typeof load>> | null = null
  return {
    async read(source) {
      loading ??= load()
      loaded = await loading
      return loaded.read(source)
    },
    // Nothing is asked for its language before it has been read.
    pipelineFor: (language) => loaded?.pipelineFor(language) ?? null,
  }
}
