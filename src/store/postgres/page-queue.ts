/** The queue of pages in the ledger's own database: pg-boss hands out the jobs, the pages stand in a table beside the documents. */
import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type JobAttempt, PgBoss } from 'pg-boss'
import {
  type PageQueue,
  type QueuedPage,
  type QueueState,
  SILENCE_SECONDS,
  type TakenPage,
} from '../../app/queue-ports.ts'
import { Database, type Row, type Sql } from './database.ts'
import { asLedgerError } from './postgres-errors.ts'
import { restored, storable } from './storable.ts'

const PAGES = 'pages'
/** Jobs whose worker was not heard of any more, too often. */
const LOST = 'lost'
/** A page that cannot be read so often is given up. */
const TRIES = 3
/** So often may workers vanish with it in hand, be handed it back, or lose the server. */
const LOSSES = 9
/** A page that is still in work after this is given to another worker, whatever its own says. */
const LONGEST_SECONDS = 900
const SHOWN = 100

interface Job {
  readonly page: string
}

/** @param url of a ledger; the jobs are in a schema of their own beside it. */
export function openPageQueue(url: string, mode: 'create' | 'existing'): PageQueue {
  return new PostgresPageQueue(new Database(url, { mode, connections: 2 }), url)
}

class PostgresPageQueue implements PageQueue {
  readonly #db: Database
  readonly #boss: PgBoss
  /** Schema of pg-boss, beside the ledger's own. */
  readonly #jobs: string
  readonly #attempts = new WeakMap<TakenPage, JobAttempt>()
  #started: Promise<void> | null = null

  constructor(db: Database, url: string) {
    this.#db = db
    this.#jobs = `${db.schema.slice(0, 40)}_queue`
    const address = new URL(url)
    address.searchParams.delete('schema')
    this.#boss = new PgBoss({
      connectionString: address.toString(),
      schema: this.#jobs,
      max: 3,
      application_name: 'onrecord queue',
      schedule: false,
      // Whoever is not heard of is noticed by any worker that is.
      superviseIntervalSeconds: SILENCE_SECONDS / 2,
      monitorIntervalSeconds: SILENCE_SECONDS / 2,
    })
    // What cannot be done now is tried again; calls of our own tell of their errors themselves.
    this.#boss.on('error', () => {})
  }

  async put(pages: readonly QueuedPage[]) {
    await this.#ready()
    const rows = pages.map(({ bytes, told }) => ({
      id: idOf(bytes, told),
      told: storable(JSON.stringify(told)),
      bytes: deflateRawSync(bytes),
    }))
    const queued = await this.#db.writing(async (sql) => {
      const added = await sql(
        `INSERT INTO intake (id, told, bytes) SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[])
         ON CONFLICT DO NOTHING RETURNING id`,
        [rows.map(({ id }) => id), rows.map(({ told }) => told), rows.map(({ bytes }) => bytes)],
      )
      await this.#insert(sql, added)
      return added.length
    })
    return { queued, already: pages.length - queued }
  }

  async take(most: number) {
    await this.#ready()
    await this.#giveUpLost()
    const jobs = await this.#asking(() => this.#boss.fetch<Job>(PAGES, { batchSize: most }))
    if (jobs.length === 0) return []
    const rows = await this.#db.reading((sql) =>
      sql('SELECT id, told, bytes, tries FROM intake WHERE id = ANY ($1)', [jobs.map(({ data }) => data.page)]),
    )
    const byId = new Map(rows.map((row) => [row.id as string, row]))
    const taken: TakenPage[] = []
    for (const { id, retryCount, data } of jobs) {
      const row = byId.get(data.page)
      const attempt = { id, retryCount }
      if (row === undefined) {
        // Another worker has stored it, and was cut off before it could say so here.
        await this.#asking(() => this.#boss.complete(PAGES, attempt))
        continue
      }
      const page: TakenPage = { id: data.page, attempt: (row.tries as number) + 1, ...pageOf(row) }
      this.#attempts.set(page, attempt)
      taken.push(page)
    }
    return taken
  }

  async keep(pages: readonly TakenPage[]) {
    if (pages.length > 0) await this.#asking(() => this.#boss.touch(PAGES, pages.map(this.#attemptOf)))
  }

  async done(page: TakenPage) {
    await this.#db.writing(async (sql) => {
      await sql('DELETE FROM intake WHERE id = $1', [page.id])
      await this.#boss.complete(PAGES, this.#attemptOf(page), null, { db: databaseOf(sql) })
    })
  }

  async failed(page: TakenPage, reason: string, again: boolean) {
    if (again && page.attempt < TRIES) {
      await this.#db.writing(async (sql) => {
        await sql('UPDATE intake SET tries = tries + 1 WHERE id = $1', [page.id])
        await this.#boss.fail(PAGES, this.#attemptOf(page), { reason }, { db: databaseOf(sql) })
      })
      return true
    }
    await this.#db.writing(async (sql) => {
      await sql('UPDATE intake SET fault = $2 WHERE id = $1', [page.id, storable(reason)])
      await this.#boss.complete(PAGES, this.#attemptOf(page), null, { db: databaseOf(sql) })
    })
    return false
  }

  async release(pages: readonly TakenPage[]) {
    for (const page of pages)
      await this.#asking(() => this.#boss.fail(PAGES, this.#attemptOf(page), { reason: 'handed back' }))
  }

  async state(): Promise<QueueState> {
    await this.#ready()
    await this.#giveUpLost()
    return this.#db.reading(async (sql) => {
      const [counts] = await sql('SELECT count(*) AS pages, count(fault) AS failed FROM intake')
      const faults = await sql(`SELECT told, fault FROM intake WHERE fault IS NOT NULL ORDER BY id LIMIT ${SHOWN}`)
      // pg-boss counts for itself only now and then.
      const [jobs] = await sql(
        `SELECT count(*) AS active FROM ${this.#jobs}.job WHERE name = $1 AND state = 'active'`,
        [PAGES],
      )
      const running = jobs!.active as number
      const failed = counts!.failed as number
      return {
        waiting: Math.max(0, (counts!.pages as number) - failed - running),
        running,
        failed,
        failures: faults.map((row) => ({ page: nameOf(row), reason: restored(row.fault as string) })),
      }
    })
  }

  async retry() {
    await this.#ready()
    return this.#db.writing(async (sql) => {
      const again = await sql('UPDATE intake SET fault = NULL, tries = 0 WHERE fault IS NOT NULL RETURNING id')
      await this.#insert(sql, again)
      return again.length
    })
  }

  async close() {
    if (this.#started !== null) await this.#boss.stop({ graceful: false, close: true }).catch(() => {})
    await this.#db.close()
  }

  readonly #attemptOf = (page: TakenPage): JobAttempt => this.#attempts.get(page)!

  async #insert(sql: Sql, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return
    const jobs = rows.map(({ id }) => ({ data: { page: id as string } }))
    await this.#boss.insert(PAGES, jobs, { db: databaseOf(sql) })
  }

  /** A page that brings its worker down is nobody's to try for ever. */
  async #giveUpLost(): Promise<void> {
    const lost = await this.#asking(() => this.#boss.fetch<Job>(LOST, { batchSize: SHOWN }))
    for (const { id, retryCount, data } of lost) {
      await this.#db.writing(async (sql) => {
        const reason = `whoever read it was not heard of any more, ${LOSSES + 1} times`
        await sql('UPDATE intake SET fault = $2 WHERE id = $1 AND fault IS NULL', [data.page, reason])
        await this.#boss.complete(LOST, { id, retryCount }, null, { db: databaseOf(sql) })
      })
    }
  }

  #ready(): Promise<void> {
    this.#started ??= this.#asking(async () => {
      // The ledger's own tables come first: they refuse what is no ledger.
      await this.#db.reading(async () => {})
      await this.#boss.start()
      await this.#boss.createQueue(LOST)
      await this.#boss.createQueue(PAGES, {
        retryLimit: LOSSES,
        retryDelay: 0,
        heartbeatSeconds: SILENCE_SECONDS,
        expireInSeconds: LONGEST_SECONDS,
        // Long enough for the longest queue.
        retentionSeconds: 365 * 86_400,
        deleteAfterSeconds: 86_400,
        deadLetter: LOST,
      })
    }).catch((thrown) => {
      this.#started = null
      throw thrown
    })
    return this.#started
  }

  async #asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (thrown) {
      throw asLedgerError(thrown, this.#db.ledger, 10)
    }
  }
}

/** So that a change to a job and one to the page's row are one. */
const databaseOf = (sql: Sql) => ({
  executeSql: async (text: string, values?: unknown[]) => ({ rows: (await sql(text, values)) as Row[] }),
})

const idOf = (bytes: Uint8Array, told: QueuedPage['told']): string =>
  createHash('sha256')
    .update(`${told.url ?? ''}\0`)
    .update(bytes)
    .digest('hex')
    .slice(0, 32)

const pageOf = (row: Row): QueuedPage => ({
  told: JSON.parse(restored(row.told as string)) as QueuedPage['told'],
  bytes: new Uint8Array(inflateRawSync(row.bytes as Uint8Array)),
})

function nameOf({ told }: Row): string {
  const { name, file, url } = JSON.parse(restored(told as string)) as Record<string, string | null | undefined>
  return name ?? url ?? file ?? 'standard input'
}
