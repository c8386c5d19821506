/** Articles per second from bytes to statements, models loaded, by one worker thread and by one for each core, and what each stage takes. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { docOf } from '../src/app/extract-document.ts'
import type { Doc } from '../src/core/doc.ts'
import { toStatements } from '../src/core/statement.ts'
import type { ReadSource } from '../src/read/read-document.ts'
import { extractionPool } from '../src/runtime/extraction-pool.ts'
import { readingDeps } from '../src/runtime/reading.ts'
import type { Model } from '../src/runtime/settings.ts'

export interface ExtractBench {
  readonly model: Model
  /** Which texts were read. */
  readonly texts: string
  readonly articles: number
  readonly tokens: number
  readonly statements: number
  readonly threads: readonly ThreadsBench[]
  /** Milliseconds an article in each stage, one thread, the best round. */
  readonly stages: readonly { readonly stage: string; readonly ms: number }[]
  /** Most memory the process had, all threads together, in MB. */
  readonly peakMemory: number
}

interface ThreadsBench {
  readonly workers: number
  /** Articles per second of the best round and of the middle one. */
  readonly best: number
  readonly median: number
  /** Milliseconds of processor time an article, all threads, in the best round: what counts where others use the machine. */
  readonly cpu: number
}

const WARM_UP = 2
const ROUNDS = 5
/** So many articles go through in a round, at least: a round must be long enough to measure. */
const LEAST_ARTICLES = 80

/** @throws Error when the model cannot be loaded: the speed of what stands in for it is not what was asked for. */
export async function benchExtract(model: Model, data: string): Promise<ExtractBench> {
  const { texts, pages } = pagesFrom(data)
  const fail = (error: Error) => {
    throw error
  }
  const cores = availableParallelism()
  const threads: ThreadsBench[] = []
  let peakMemory = 0
  for (const workers of cores > 1 ? [cores, 1] : [1]) {
    threads.unshift(await benchThreads(workers, model, pages, fail))
    // That of all cores: what comes after adds what a bench needs, not the program.
    peakMemory ||= Math.round(process.resourceUsage().maxRSS / 1000)
  }
  const { stages, tokens, statements } = await benchStages(model, pages, fail)
  return {
    model,
    texts,
    articles: pages.length,
    tokens,
    statements,
    threads,
    stages,
    peakMemory,
  }
}

function pagesFrom(data: string): { texts: string; pages: ReadSource[] } {
  const encoder = new TextEncoder()
  if (existsSync(data)) {
    const lines = gunzipSync(readFileSync(data)).toString('utf8').trim().split('\n')
    const pages = lines.map((line, index) => {
      const { text } = JSON.parse(line) as { text: string }
      return { bytes: encoder.encode(text), file: `${index}.txt` }
    })
    return { texts: `the articles of ${data}`, pages }
  }
  const folder = join(import.meta.dirname, '../examples')
  const examples = globSync('*.{txt,html}', { cwd: folder }).sort()
  const pages = Array.from({ length: LEAST_ARTICLES }, (_, index) => {
    const name = examples[index % examples.length]!
    // A line more, so that no two are the same.
    return { bytes: Buffer.concat([readFileSync(join(folder, name)), Buffer.from(`\nNo. ${index}\n`)]), file: name }
  })
  return { texts: `our own examples over and over, since there is no ${data}`, pages }
}

async function benchThreads(workers: number, model: Model, pages: readonly ReadSource[], warn: (error: Error) => void) {
  const pool = extractionPool({ workers, model, warn })
  const rates: number[] = []
  let cpu = Infinity
  try {
    for (let round = -WARM_UP * workers; round < ROUNDS; round++) {
      const start = performance.now()
      const before = process.cpuUsage()
      await Promise.all(pages.map((page) => pool.extract(page)))
      if (round < 0) continue
      const { user, system } = process.cpuUsage(before)
      rates.push((pages.length * 1000) / (performance.now() - start))
      cpu = Math.min(cpu, (user + system) / 1000 / pages.length)
    }
  } finally {
    await pool.close()
  }
  rates.sort((a, b) => a - b)
  return { workers, best: Math.round(rates.at(-1)!), median: Math.round(rates[ROUNDS >> 1]!), cpu }
}

async function benchStages(model: Model, pages: readonly ReadSource[], warn: (error: Error) => void) {
  const deps = readingDeps({ model, warn })
  let best: Map<string, number> | undefined
  let least = Infinity
  let tokens = 0
  let statements = 0
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const spent = new Map<string, number>()
    const add = (stage: string, ms: number) => spent.set(stage, (spent.get(stage) ?? 0) + ms / pages.length)
    tokens = 0
    statements = 0
    for (const source of pages) {
      const start = performance.now()
      const page = deps.read(source)
      add('reader', performance.now() - start)
      const pipeline = deps.pipelineFor(page.document.language)
      if (pipeline === null) continue
      const doc = await pipeline.run(
        docOf(page),
        (stage, _, ms) => add(stage.name, ms),
        () => performance.now(),
      )
      const startStatements = performance.now()
      statements += toStatements(page.document.id, doc as Doc<'attributions'>).length
      add('to statements', performance.now() - startStatements)
      tokens += doc.layers.tokens?.length ?? 0
    }
    const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0)
    if (round >= 0 && total < least) {
      least = total
      best = spent
    }
  }
  return { stages: [...best!].map(([stage, ms]) => ({ stage, ms })), tokens, statements }
}

export const formatExtract = (bench: ExtractBench): string =>
  [
    `${bench.articles} articles of ${Math.round(bench.tokens / bench.articles)} tokens, ${bench.statements} statements, model ${bench.model}, warm`,
    `(${bench.texts})`,
    ...bench.threads.map(
      ({ workers, best, median, cpu }) =>
        `${workers} worker${workers === 1 ? ' ' : 's'}          ${best} articles/s, ${Math.round((best * bench.tokens) / bench.articles)} tokens/s; ` +
        `middle round ${median} articles/s; ${cpu.toFixed(1)} ms of processor time an article`,
    ),
    ...bench.stages.map(({ stage, ms }) => `${stage.padEnd(18)} ${ms.toFixed(2)} ms an article`),
    `peak memory        ${bench.peakMemory} MB`,
  ].join('\n')
