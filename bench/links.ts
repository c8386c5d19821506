/** What linking one more document costs in ledgers of ten thousand, a hundred thousand and a million statements. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Linker } from '../src/core/links/linker.ts'
import { shippedLinker } from '../src/runtime/linker.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { NewsCorpus, STATEMENTS } from './links-corpus.ts'

const linker = shippedLinker()

interface LinksBench {
  readonly sizes: readonly LinksAtSize[]
}

interface LinksAtSize {
  readonly statements: number
  /** Documents put one after the other, every second one with links. */
  readonly documents: number
  /** Milliseconds to put one, on disk: median and 95th percentile. */
  readonly linked: Spread
  /** Of it processor time: what counts where others use the machine. */
  readonly processor: Spread
  readonly unlinked: Spread
  /** Of a linked document. */
  readonly candidates: number
  readonly links: number
  /** MB that are held after the last document and the garbage collector, in the process that links and did not fill the ledger. */
  readonly memory: number
  /** MB of the ledger. */
  readonly ledger: number
}

interface Spread {
  readonly p50: number
  readonly p95: number
}

/** Read before the first one counts: the code is to be warm, the pages of the file are not. */
const WARM_UP = 20
const DOCUMENTS = 200

export async function benchLinks(sizes: readonly number[]): Promise<LinksBench> {
  const measured: LinksAtSize[] = []
  for (const size of sizes) measured.push(await linksAt(size))
  return { sizes: measured }
}

async function linksAt(statements: number): Promise<LinksAtSize> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-links-'))
  const path = join(folder, 'links.db')
  try {
    const filled = Math.round(statements / STATEMENTS)
    const fill = spawnSync(process.execPath, [join(import.meta.dirname, 'links-fill.ts'), path, String(filled)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (fill.status !== 0) throw new Error(`filling the ledger failed with ${fill.status}`)
    return await measured(path, statements, filled)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(path: string, statements: number, filled: number): Promise<LinksAtSize> {
  const counts = { compared: 0, found: 0 }
  const counting: Linker<unknown> = {
    ...(linker as Linker<unknown>),
    relate(a, b) {
      const relating = (linker as Linker<unknown>).relate(a, b)
      counts.compared++
      if (relating !== null) counts.found++
      return relating
    },
  }
  const linking = openSqliteStore(path, { linker: counting })
  const plain = openSqliteStore(path)
  // The news goes on where the ledger ends.
  const corpus = new NewsCorpus()
  for (let number = 0; number < filled; number++) corpus.next()
  const times = { linked: [] as number[], unlinked: [] as number[], processor: [] as number[] }
  for (let number = -WARM_UP; number < DOCUMENTS; number++) {
    if (number === 0) Object.assign(counts, { compared: 0, found: 0 })
    const isLinked = number % 2 === 0
    const entry = corpus.next()
    const before = process.cpuUsage()
    const started = performance.now()
    await (isLinked ? linking : plain).putDocument(entry)
    const spent = performance.now() - started
    const { user, system } = process.cpuUsage(before)
    if (number < 0) continue
    times[isLinked ? 'linked' : 'unlinked'].push(spent)
    if (isLinked) times.processor.push((user + system) / 1000)
  }
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  const memory = Math.round((heapUsed + external) / 1e6)
  await plain.close()
  await linking.close()
  return {
    statements,
    documents: DOCUMENTS,
    linked: spreadOf(times.linked),
    processor: spreadOf(times.processor),
    unlinked: spreadOf(times.unlinked),
    candidates: counts.compared / times.linked.length,
    links: counts.found / times.linked.length,
    memory,
    ledger: Math.round(statSync(path).size / 1e6),
  }
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: sorted[Math.floor(sorted.length / 2)]!, p95: sorted[Math.floor(sorted.length * 0.95)]! }
}

export function formatLinks({ sizes }: LinksBench): string {
  const ms = (value: number): string => value.toFixed(1).padStart(6)
  const rows = sizes.map((each, index) => {
    const before = sizes[index - 1]
    const growth = before === undefined ? '     –' : `× ${(each.processor.p50 / before.processor.p50).toFixed(2)}`
    return [
      String(each.statements).padStart(10),
      `${ms(each.linked.p50)} ${ms(each.linked.p95)}`,
      `${ms(each.processor.p50)} ${ms(each.processor.p95)}`,
      `${ms(each.unlinked.p50)} ${ms(each.unlinked.p95)}`,
      each.candidates.toFixed(1).padStart(10),
      each.links.toFixed(1).padStart(6),
      growth.padStart(7),
      String(each.memory).padStart(7),
      String(each.ledger).padStart(7),
    ].join('  ')
  })
  return [
    `documents of ${STATEMENTS} statements, ${sizes[0]?.documents} put in each ledger, every second one with links; milliseconds to put one`,
    'statements    linked p50 p95  processor p50 p95  unlinked p50 p95  candidates  links   growth  memory  ledger (MB)',
    ...rows,
  ].join('\n')
}
