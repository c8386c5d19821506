/** What linking statements with entities adds to ingest, and whether it grows with the ledger: one thread, invented documents. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFrom } from '../src/app/extract-document.ts'
import type { DocumentEntry, EntityLinks, Store } from '../src/app/ports.ts'
import { type Resolution, resolveEntities } from '../src/app/resolve-entities.ts'
import { readingDeps } from '../src/runtime/reading.ts'
import { openRegister } from '../src/runtime/register.ts'
import type { Model } from '../src/runtime/settings.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { pageOf } from './corpus.ts'
import { extractionOf } from './linked-corpus.ts'

export interface EntitiesBench {
  readonly documents: number
  readonly statements: number
  /** In the ledger at the end. */
  readonly entities: number
  /** Milliseconds of processor time a document, to read it and find its statements. */
  readonly reading: Readonly<Record<'full' | 'rules', number>>
  readonly tenths: readonly Tenth[]
  /** What entities add to the whole of ingest, storage included. */
  readonly added: Readonly<Record<'full' | 'rules', number>>
  /** MB of the two ledgers. */
  readonly size: { readonly without: number; readonly with: number }
}

/** Milliseconds of processor time a document, over a tenth of the run: what counts where others use the machine. */
interface Tenth {
  readonly statements: number
  readonly without: number
  /** Telling who is meant, and storing with that. */
  readonly resolving: number
  readonly with: number
}

const TENTHS = 10
const PAGES = 150

export async function benchEntities(documents: number): Promise<EntitiesBench> {
  const reading = { full: await readingTime('full'), rules: await readingTime('rules') }
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-entities-'))
  const paths = { without: join(folder, 'without.db'), with: join(folder, 'with.db') }
  const plain = openSqliteStore(paths.without)
  const linked = openSqliteStore(paths.with)
  const register = openRegister(null)
  register.named('warm')
  const tenths: Tenth[] = []
  let statements = 0
  let spent = { without: 0, resolving: 0, with: 0 }
  const every = Math.max(1, Math.floor(documents / TENTHS))
  try {
    for (let index = 0; index < documents; index++) {
      const page = extractionOf(index)
      const { document, text, blocks, notices, pipeline } = page
      const entry = { document, text, blocks, notices, pipeline, added: '2025-01-01T00:00:00.000Z' }
      // Turn and turn about, so that neither is always first at a disk that the other has just woken.
      const storePlain = async () => {
        spent.without += await timed(() => put(plain, { ...entry, statements: page.statements }))
      }
      const storeLinked = async () => {
        let resolution: Resolution | null = null
        const resolving = await timed(async () => {
          resolution = await resolveEntities(page, register, linked)
        })
        const { statements, links } = resolution as unknown as Resolution
        spent.resolving += resolving
        spent.with += resolving + (await timed(() => put(linked, { ...entry, statements }, links)))
      }
      for (const store of index % 2 === 0 ? [storePlain, storeLinked] : [storeLinked, storePlain]) await store()
      statements += page.statements.length
      if ((index + 1) % every === 0) {
        const { without, resolving, with: all } = spent
        tenths.push({ statements, without: without / every, resolving: resolving / every, with: all / every })
        spent = { without: 0, resolving: 0, with: 0 }
      }
    }
    const { revision: entities } = await linked.knownEntities([])
    await plain.close()
    await linked.close()
    const mean = (of: (tenth: Tenth) => number): number =>
      tenths.reduce((sum, each) => sum + of(each), 0) / tenths.length
    const [without, withEntities] = [mean((each) => each.without), mean((each) => each.with)]
    const share = (model: 'full' | 'rules'): number => (withEntities - without) / (reading[model] + without)
    return {
      documents,
      statements,
      entities,
      reading,
      tenths,
      added: { full: share('full'), rules: share('rules') },
      size: { without: megabytes(paths.without), with: megabytes(paths.with) },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function put(store: Store, entry: DocumentEntry, links?: EntityLinks): Promise<void> {
  const outcome = await store.putDocument(entry, links)
  if (outcome !== 'stored') throw new Error(`the corpus has a document twice: ${outcome}`)
}

/** Milliseconds of processor time, all threads. */
async function timed(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Of a page, from bytes to statements, once the code is warm. */
async function readingTime(model: Model): Promise<number> {
  const deps = readingDeps({ model })
  const encoder = new TextEncoder()
  const read = async (index: number): Promise<void> => {
    await extractFrom(deps, deps.read({ bytes: encoder.encode(pageOf(3_000_000 + index)), file: 'page.txt' }))
  }
  for (let index = 0; index < PAGES; index++) await read(index)
  const spent = await timed(async () => {
    for (let index = 0; index < PAGES; index++) await read(PAGES + index)
  })
  return spent / PAGES
}

const megabytes = (path: string): number => Math.round(statSync(path).size / 1e5) / 10

export function formatEntities(bench: EntitiesBench): string {
  const ms = (value: number): string => value.toFixed(2).padStart(6)
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  return [
    `${bench.documents} invented documents, ${bench.statements} statements, ${bench.entities} entities`,
    `reading a page of 4,000 characters: ${ms(bench.reading.full)} ms with the model, ${ms(bench.reading.rules)} ms by rules`,
    'milliseconds of processor time a document: storing without entities; telling who is meant; storing with that, all in all',
    ...bench.tenths.map(
      (tenth) =>
        `${String(tenth.statements).padStart(8)} statements ${ms(tenth.without)} ${ms(tenth.resolving)} ${ms(tenth.with)}`,
    ),
    `entities add ${percent(bench.added.full)} to ingest with the model, ${percent(bench.added.rules)} by rules`,
    `ledger ${bench.size.without} MB without, ${bench.size.with} MB with`,
  ].join('\n')
}
