/** Documents per second and memory of reading, extracting and storing, one thread, a fixed corpus, after warm-up. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFrom } from '../src/app/extract-document.ts'
import { ingestDocument } from '../src/app/ingest-document.ts'
import { perform } from '../src/app/perform.ts'
import { readingDeps } from '../src/runtime/reading.ts'
import type { Model } from '../src/runtime/settings.ts'
import { openDeps } from '../src/runtime/wire.ts'
import { pageOf } from './corpus.ts'

export interface IngestBench {
  readonly model: Model
  readonly documents: number
  readonly characters: number
  /** Documents a second. */
  readonly read: number
  readonly extract: number
  readonly whole: number
  readonly statements: number
  /** Resident memory in MB after each fifth of the whole run, garbage collected first. */
  readonly memory: readonly number[]
  /** The heap at the same moments: what the program really holds on to. */
  readonly heap: readonly number[]
  readonly peakMemory: number
  /** Size of the ledger in MB. */
  readonly ledger: number
}

const WARM_UP = 300
const STAGE_DOCUMENTS = 1500

/** @param documents how many go through the whole way; 20,000 shows whether memory stays flat. */
export async function benchIngest(documents: number, model: Model): Promise<IngestBench> {
  const encoder = new TextEncoder()
  const deps = readingDeps({ model })
  let characters = 0
  for (let index = 0; index < WARM_UP; index++) {
    await extractFrom(deps, deps.read({ bytes: encoder.encode(pageOf(1_000_000 + index)), file: 'warm-up.txt' }))
  }

  const stage = Math.min(STAGE_DOCUMENTS, documents)
  const bytes = Array.from({ length: stage }, (_, index) => encoder.encode(pageOf(2_000_000 + index)))
  const startRead = performance.now()
  const pages = bytes.map((each) => deps.read({ bytes: each, file: 'page.txt' }))
  const read = rate(stage, startRead)
  const startExtract = performance.now()
  for (const page of pages) await extractFrom(deps, page)
  const extract = rate(stage, startExtract)
  // What the stage rounds held must not count as the ledger's memory.
  bytes.length = 0
  pages.length = 0

  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const ledger = join(folder, 'bench.db')
  const whole = openDeps({ ledger, mode: 'create' }, { model })
  const memory: number[] = []
  const heap: number[] = []
  let statements = 0
  let spent = 0
  try {
    for (let index = 0; index < documents; index++) {
      const text = pageOf(index)
      characters += text.length
      const page = encoder.encode(text)
      const start = performance.now()
      const result = await perform(ingestDocument, whole, { bytes: page, file: `page-${index}.txt` })
      spent += performance.now() - start
      if (result.outcome === 'stored') statements += result.statements
      if ((index + 1) % Math.max(1, Math.floor(documents / 5)) === 0) sample(memory, heap)
    }
    const size = megabytes(statSync(ledger).size)
    return {
      model,
      documents,
      characters: Math.round(characters / documents),
      read,
      extract,
      whole: Math.round((documents / spent) * 1000),
      statements,
      memory,
      heap,
      peakMemory: Math.round(process.resourceUsage().maxRSS / 1024),
      ledger: size,
    }
  } finally {
    await whole.store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `--expose-gc` (npm run bench passes it) takes away what is garbage already and only waits to be collected. */
function sample(memory: number[], heap: number[]): void {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  memory.push(megabytes(rss))
  heap.push(megabytes(heapUsed))
}

const rate = (documents: number, start: number): number => Math.round((documents / (performance.now() - start)) * 1000)

const megabytes = (bytes: number): number => Math.round(bytes / 1e6)

export const formatIngest = (bench: IngestBench): string =>
  [
    `${bench.documents} documents of ${bench.characters} characters, model ${bench.model}, one thread, warm`,
    `read            ${bench.read} documents/s`,
    `extract         ${bench.extract} documents/s`,
    `whole, stored   ${bench.whole} documents/s, ${bench.statements} statements, ledger ${bench.ledger} MB`,
    `memory          ${bench.memory.join(', ')} MB after each fifth; peak ${bench.peakMemory} MB`,
    `heap            ${bench.heap.join(', ')} MB after each fifth`,
  ].join('\n')
