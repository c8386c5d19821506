/** Pages a second from a web archive into a ledger, with the trained model: whole runs of "onrecord add", and where the time goes. */
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { extractFrom } from '../src/app/extract-document.ts'
import { resolveEntities } from '../src/app/resolve-entities.ts'
import { main } from '../src/cli/main.ts'
import { openStore } from '../src/runtime/ledger.ts'
import { pageSource } from '../src/runtime/page-sources.ts'
import { readingDeps } from '../src/runtime/reading.ts'
import { isPostgres, type Model } from '../src/runtime/settings.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { NewsCorpus } from './links-corpus.ts'
import { htmlOf, writeArchive } from './web-archive.ts'

export interface ArchiveBench {
  readonly model: Model
  readonly ledger: string
  /** Bytes of HTML of one page, on average. */
  readonly pageBytes: number
  /** Milliseconds of one thread for one page, stage by stage, in order. */
  readonly stages: Readonly<Record<string, number>>
  readonly runs: readonly ArchiveRun[]
}

interface ArchiveRun {
  readonly pages: number
  readonly seconds: number
  readonly statements: number
  /** Megabytes: of the whole program at its largest, and of the ledger with what lies beside it. */
  readonly memory: number
  readonly size: number | null
  /** Seconds after each fifth of the pages. */
  readonly fifths: readonly number[]
}

const STAGE_PAGES = 300
const WARM_UP = 40

/** @param counts pages of each run, each into a ledger of its own. @param ledger an address of PostgreSQL; a file of its own where it is null */
export async function benchArchive(
  counts: readonly number[],
  model: Model,
  ledger: string | null,
): Promise<ArchiveBench> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const stages = await stagesOf(folder, model)
    const runs: ArchiveRun[] = []
    let pageBytes = 0
    for (const pages of counts) {
      const archive = join(folder, `${pages}.warc.gz`)
      pageBytes = Math.round((await writeArchive(archive, pages)) / pages)
      runs.push(await runOf(archive, pages, model, ledger ?? join(folder, `${pages}.db`)))
      rmSync(archive)
      rmSync(join(folder, `${pages}.db`), { force: true })
    }
    return { model, ledger: ledger === null ? 'SQLite' : 'PostgreSQL', pageBytes, stages, runs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One thread, one page after the other; what all pages share has been loaded before. */
async function stagesOf(folder: string, model: Model): Promise<Record<string, number>> {
  const archive = join(folder, 'stages.warc.gz')
  await writeArchive(archive, STAGE_PAGES + WARM_UP)
  const spent: Record<string, number> = {}
  const timed = async <T>(stage: string, number: number, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await work()
    if (number >= WARM_UP) spent[stage] = (spent[stage] ?? 0) + performance.now() - start
    return result
  }
  const deps = { ...readingDeps({ model }), store: openStore({ ledger: join(folder, 'stages.db'), mode: 'create' }) }
  const unlinked = openSqliteStore(join(folder, 'unlinked.db'))
  const context = {
    maxBytes: 20_000_000,
    stdin: createReadStream('/dev/null'),
    isOnePage: false,
    passedOver() {},
    note() {},
    manyPages() {},
  }
  const corpus = new NewsCorpus(1, 'many')
  const pages = pageSource([archive], context)[Symbol.asyncIterator]()
  for (let number = 0; number < STAGE_PAGES + WARM_UP; number++) {
    const { value } = await timed('archive', number, () => pages.next())
    if (!('page' in value)) throw new Error('the archive is damaged')
    const html = new TextEncoder().encode(htmlOf(corpus.report()))
    const { bytes, facts } = value.page
    if (bytes.length !== html.length) throw new Error('the archive does not give what was put into it')
    const read = await timed('HTML to text', number, () => deps.read({ bytes, file: null, ...facts }))
    const extraction = await timed('text to statements', number, () => extractFrom(deps, read))
    const { statements, notices, links } = await timed('entities', number, () =>
      resolveEntities(extraction, deps.register, deps.store),
    )
    const { document, text, blocks, pipeline } = extraction
    const entry = { document, text, blocks, statements, notices, pipeline, added: '2026-01-01T00:00:00.000Z' }
    const applied = (): void => {}
    const started = performance.now()
    const put = unlinked.putDocument(entry, links, bytes, applied)
    if (number % 16 === 15) await unlinked.flush()
    await Promise.race([put, wait(0)])
    const unlinkedMs = performance.now() - started
    const linkedAt = performance.now()
    const linked = deps.store.putDocument(entry, links, bytes, applied)
    if (number % 16 === 15) await deps.store.flush()
    await Promise.race([linked, wait(0)])
    if (number >= WARM_UP) {
      spent.storing = (spent.storing ?? 0) + unlinkedMs
      spent.linking = (spent.linking ?? 0) + performance.now() - linkedAt - unlinkedMs
    }
  }
  await deps.extractor.close()
  await deps.store.close()
  await unlinked.close()
  return Object.fromEntries(Object.entries(spent).map(([stage, ms]) => [stage, ms / STAGE_PAGES]))
}

/** The command itself, in this process, so that its memory can be read. */
async function runOf(archive: string, pages: number, model: Model, ledger: string): Promise<ArchiveRun> {
  globalThis.gc?.()
  const fifths: number[] = []
  let told = 0
  let memory = 0
  const start = performance.now()
  const sampling = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss())
  }, 100)
  let err = ''
  await main(['add', archive, '--model', model, '--ledger', ledger, '--format', 'jsonl'], {
    stdout: {
      write() {
        if (++told % Math.ceil(pages / 5) === 0 || told === pages)
          fifths.push(Math.round((performance.now() - start) / 100) / 10)
      },
    },
    stderr: {
      write(line: string) {
        err = line.trim() === '' ? err : line
      },
    },
    stdin: createReadStream('/dev/null'),
    env: {},
    interrupted: new Promise(() => {}),
  })
  clearInterval(sampling)
  const seconds = (performance.now() - start) / 1000
  const [, stored, statements] = /(\d+) stored \((\d+) statements\)/.exec(err) ?? []
  if (Number(stored) !== pages) throw new Error(`expected ${pages} pages in the ledger: ${err}`)
  return {
    pages,
    seconds: Math.round(seconds * 10) / 10,
    statements: Number(statements),
    memory: Math.round(memory / 1e6),
    size: isPostgres(ledger) ? null : Math.round(statSync(ledger).size / 1e6),
    fifths,
  }
}

export function formatArchive({ model, ledger, pageBytes, stages, runs }: ArchiveBench): string {
  const total = Object.values(stages).reduce((sum, ms) => sum + ms, 0)
  return [
    `pages of ${Math.round(pageBytes / 1000)} kB of HTML, model ${model}, into ${ledger}`,
    ...Object.entries(stages).map(
      ([stage, ms]) => `${stage.padEnd(20)}${ms.toFixed(2).padStart(7)} ms a page, one thread`,
    ),
    `${'all'.padEnd(20)}${total.toFixed(2).padStart(7)} ms`,
    ...runs.map(
      ({ pages, seconds, statements, memory, size, fifths }) =>
        `${pages} pages: ${(pages / seconds).toFixed(1)}/s (${seconds} s; after each fifth ${fifths.join(', ')}), ${statements} statements, memory ${memory} MB${size === null ? '' : `, ledger ${size} MB`}`,
    ),
  ].join('\n')
}
