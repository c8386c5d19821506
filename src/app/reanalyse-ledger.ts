/** A new pipeline over old documents: which were read by another, and their statements found anew, one by one. */
import { z } from 'zod'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import type { Operation } from './perform.ts'
import type { Deps, DocumentReading, Progress, Relinked, Replaced } from './ports.ts'
import { pageOf, replaceWith } from './reanalyse-document.ts'

/** What became of one document. */
export type Reanalysed =
  | ({ readonly id: string } & Replaced)
  | { readonly id: string; readonly outcome: 'failed'; readonly error: OnrecordError }

export interface Reanalysis {
  readonly documents: number
  readonly failed: number
  readonly kept: number
  readonly added: number
  readonly gone: number
  readonly decisionsLost: number
  /** Null where all was not linked anew. */
  readonly relinked: Relinked | null
  /** Links have still to be found anew. */
  readonly isRelinkDue: boolean
}

const callback = <Call>() => z.custom<Call>((value) => typeof value === 'function').optional()

const input = z.object({
  /** These, whichever pipeline read them; without, all that another pipeline read. */
  documents: z.array(z.string()).optional(),
  /** Leaves what a newer pipeline has read. */
  onlyOlder: z.boolean().default(false),
  /** Finds all links anew at the end; otherwise that stays to be done. */
  relink: z.boolean().default(true),
  /** Told how many documents there are to be read. */
  begin: callback<(documents: number) => void>(),
  /** Told of each document, in the order in which they were stored. */
  told: callback<(document: Reanalysed) => void>(),
  linked: callback<Progress>(),
  /** Asked between two documents. */
  isStopped: callback<() => boolean>(),
})

type Needs = Pick<Deps, 'store' | 'extractor' | 'register' | 'pipelineFor'>

const PAGE = 1000

/** Faults of the ledger, not of a document: going on would fail the same way. What is damaged may be this document alone. */
const isOfLedger = ({ code }: OnrecordError): boolean =>
  (code.startsWith('ledger') && code !== 'ledger-damaged') || code === 'disk-full'

export const reanalyseLedger: Operation<typeof input, Reanalysis, Needs> = {
  name: 'reanalyseLedger',
  summary: 'Find the statements of documents anew that another version of the pipeline read.',
  input,
  async run(deps, { documents, onlyOlder, relink, begin, told, linked, isStopped = () => false }) {
    const { store } = deps
    const isDue = dueBy(deps, onlyOlder)
    begin?.(documents?.length ?? (await countOf(dueIn(deps, isDue))))
    const total = { documents: 0, failed: 0, kept: 0, added: 0, gone: 0, decisionsLost: 0 }
    for await (const each of reanalysed(deps, documents ?? dueIn(deps, isDue), isStopped)) {
      told?.(each)
      if (each.outcome === 'failed') {
        total.failed++
        continue
      }
      total.documents++
      total.kept += each.kept
      total.added += each.added
      total.gone += each.gone.length
      total.decisionsLost += each.decisionsLost
    }
    const isReady = relink && !isStopped() && (await store.isRelinkDue())
    const relinked = isReady ? await store.relink(linked) : null
    return { ...total, relinked, isRelinkDue: await store.isRelinkDue() }
  },
}

/** Whether a document was read by another pipeline than the one that would read it now. */
function dueBy({ pipelineFor }: Needs, onlyOlder: boolean): (reading: DocumentReading) => boolean {
  const current = new Map<string, string | null>()
  const versionFor = (language: string): string | null => {
    if (!current.has(language)) {
      const pipeline = pipelineFor(language)
      // What rules find in place of a network is less: nobody asked for that.
      if (pipeline?.notices?.some(({ code }) => code === 'model-missing') === true)
        throw new OnrecordError('reanalyse-without-model', { language })
      current.set(language, pipeline?.version ?? null)
    }
    return current.get(language)!
  }
  return ({ language, pipeline }) => {
    const now = versionFor(language)
    if (now === null || now === pipeline) return false
    return !onlyOlder || pipeline === null || !isNewer(pipeline, now)
  }
}

/** Whether a stage of `one` has a higher version than the same stage of `other`. */
export function isNewer(one: string, other: string): boolean {
  const versions = stagesOf(other)
  return [...stagesOf(one)].some(([name, version]) => version > (versions.get(name) ?? Number.POSITIVE_INFINITY))
}

/** `tokenizer@1 word-tagger@2+tagger-0123abcd` → the number of each stage. */
const stagesOf = (pipeline: string): ReadonlyMap<string, number> =>
  new Map(
    pipeline.split(' ').map((stage) => {
      const [name, version] = stage.split('@') as [string, string?]
      return [name, Number.parseInt(version ?? '', 10)]
    }),
  )

async function* dueIn({ store }: Needs, isDue: (reading: DocumentReading) => boolean): AsyncGenerator<string> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await store.readings(PAGE, after)
    for (const reading of rows) if (isDue(reading)) yield reading.id
    if (next === null) return
    after = next
  }
}

async function countOf(ids: AsyncIterable<string>): Promise<number> {
  let count = 0
  for await (const _ of ids) count++
  return count
}

/** Documents are read side by side and replaced one after the other, in their order: who is meant follows from that. */
async function* reanalysed(
  deps: Needs,
  ids: Iterable<string> | AsyncIterable<string>,
  isStopped: () => boolean,
): AsyncGenerator<Reanalysed> {
  const { store, extractor } = deps
  const started: { readonly id: string; readonly work: Promise<() => Promise<Reanalysed>> }[] = []
  const begun = (id: string) => {
    const work = read(id)
    // Whoever stops before its turn never awaits it.
    work.catch(() => {})
    return { id, work }
  }
  const read = async (id: string): Promise<() => Promise<Reanalysed>> => {
    const page = await store.getPage(id)
    if (page === null) throw new OnrecordError('unknown-id', { id })
    const extraction = await extractor.analyse(pageOf(page))
    return async () => ({ id, ...(await replaceWith(deps, page, extraction)) })
  }
  const finished = async ({ id, work }: (typeof started)[number]): Promise<Reanalysed> => {
    try {
      return await (await work)()
    } catch (thrown) {
      const error = asOnrecordError(thrown)
      if (isOfLedger(error)) throw error
      return { id, outcome: 'failed', error }
    }
  }
  for await (const id of ids) {
    if (isStopped()) return
    started.push(begun(id))
    if (started.length >= extractor.atOnce) yield await finished(started.shift()!)
  }
  while (started.length > 0 && !isStopped()) yield await finished(started.shift()!)
}
