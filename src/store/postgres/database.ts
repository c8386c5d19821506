/** A ledger's place in PostgreSQL: its pool of connections, its schema brought up to date, and its transactions. */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { OnrecordError } from '../../core/errors.ts'
import { asLedgerError, isCollision, isConnectionLoss, isLockTimeout } from './postgres-errors.ts'
import { schemaVersion, steps } from './schema.ts'

export type Row = Readonly<Record<string, unknown>>

/** Runs one statement inside a transaction. `$1` … are bound; numbers of type bigint come back as numbers. */
export type Sql = (text: string, values?: readonly unknown[]) => Promise<Row[]>

export interface DatabaseOptions {
  readonly mode: 'create' | 'existing'
  /** Connections at most. Default 8. */
  readonly connections?: number
  /** How long to wait for a connection and for another program's lock. Default 10. */
  readonly busySeconds?: number
  /** How long a server that has answered before and went away is waited for. Default 30. */
  readonly outageSeconds?: number
}

export interface Writing {
  /** Whether it may be begun anew after a commit that nobody has heard of: what is there already stays as it is. */
  readonly repeatable?: boolean
  /** Whether single steps may take as long as they will. */
  readonly unhurried?: boolean
}

/** Where a ledger's tables are unless its address says `?schema=NAME`. */
const DEFAULT_SCHEMA = 'onrecord'
/** What begins a query without a transaction. */
const NONE = ''
/** How often a transaction that collided is begun anew. */
const MOST_TRIES = 6
/** A step that takes longer has lost its server: the network may drop what is sent without a word. */
const STEP_SECONDS = 120
/** A transaction whose program is gone without a word holds its locks no longer than this. */
const guards = [
  'tcp_keepalives_idle=10',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  'idle_in_transaction_session_timeout=300000',
]
/**
 * What the server's usual settings, made for spinning disks and little memory, get wrong here: where all of a common word's
 * pages have no room in memory every row of them is looked at, and compiling a query takes longer than the query.
 */
const costs = ['work_mem=64MB', 'jit=off', 'random_page_cost=1.1']
/** Every program that migrates this ledger takes the lock of this number and the schema's name. */
const LOCK = 0x6f6e7263

/** `postgres://…` and `postgresql://…` are addresses of ledgers; all else is a path. */
export const isPostgresUrl = (ledger: string): boolean => /^postgres(?:ql)?:\/\//i.test(ledger)

/** An address as it may be shown: without the password. */
export function shownUrl(url: string): string {
  try {
    const shown = new URL(url)
    if (shown.password !== '') shown.password = '***'
    return shown.toString()
  } catch {
    return 'postgres://…'
  }
}

export class Database {
  readonly ledger: string
  readonly schema: string
  readonly #address: string
  readonly #mode: DatabaseOptions['mode']
  readonly #connections: number
  readonly #busySeconds: number
  readonly #outageSeconds: number
  #pool: Promise<pg.Pool> | null = null
  #ready: Promise<void> | null = null
  #closed = false

  /** Connects when first asked. @throws OnrecordError `ledger-unopenable` for an address that is none. */
  constructor(url: string, { mode, connections = 8, busySeconds = 10, outageSeconds = 30 }: DatabaseOptions) {
    this.ledger = shownUrl(url)
    this.#mode = mode
    this.#busySeconds = busySeconds
    this.#outageSeconds = outageSeconds
    this.#connections = connections
    const { address, schema } = this.#parsed(url)
    this.#address = address
    this.schema = schema
  }

  /** One snapshot for all queries of one answer; asked again where the server went away. */
  reading<T>(body: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (sql) => body(sql), {
      repeatable: true,
    })
  }

  /** One query: it is its own snapshot, and needs no transaction around it. Its text is to be the same at each call. */
  asking<T>(body: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction(NONE, (sql) => body(sql), { repeatable: true })
  }

  /**
   * All or nothing, begun anew where another writer stood in the way or the server went away: `body` may run more than once.
   * @param body is told whether what it does may have been done by itself before
   */
  writing<T>(body: (sql: Sql, maybeDone: boolean) => Promise<T>, how: Writing = {}): Promise<T> {
    // Whoever migrates waits for all who write, and they for him.
    const begin = `BEGIN ISOLATION LEVEL READ COMMITTED;
      SELECT pg_advisory_xact_lock_shared(${LOCK}, hashtext('${this.schema}')); SELECT version FROM ledger`
    return this.#transaction(begin, body, how)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    if (this.#pool !== null) await (await this.#pool).end()
  }

  /** The driver is loaded where there is something to drive. */
  async #poolOf(): Promise<pg.Pool> {
    const { default: pg } = await import('pg')
    // Sums and counts fit into numbers, as do places and keys (below 2⁵³).
    const types = new pg.TypeOverrides()
    types.setTypeParser(20, (value: string) => Number(value))
    types.setTypeParser(1700, (value: string) => Number(value))
    const settings = [
      `search_path=${this.schema}`,
      `lock_timeout=${this.#busySeconds * 1000}`,
      'client_min_messages=warning',
      ...costs,
      ...guards,
    ]
    const pool = new pg.Pool({
      connectionString: this.#address,
      max: this.#connections,
      connectionTimeoutMillis: this.#busySeconds * 1000,
      idleTimeoutMillis: 30_000,
      allowExitOnIdle: true,
      // A half-open connection is noticed.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'onrecord',
      options: settings.map((setting) => `-c ${setting}`).join(' '),
      types,
    })
    // An idle connection that breaks is replaced when the next one is asked for; one at work says so at its next step.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    return pool
  }

  #parsed(url: string): { readonly address: string; readonly schema: string } {
    try {
      const address = new URL(url)
      const schema = address.searchParams.get('schema') ?? DEFAULT_SCHEMA
      address.searchParams.delete('schema')
      if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
        throw new Error(`schema ${schema}: expected small letters, digits and _`)
      return { address: address.toString(), schema }
    } catch (thrown) {
      throw new OnrecordError('ledger-unopenable', { ledger: this.ledger, reason: (thrown as Error).message })
    }
  }

  async #transaction<T>(begin: string, body: (sql: Sql, maybeDone: boolean) => Promise<T>, how: Writing): Promise<T> {
    if (this.#closed)
      throw new OnrecordError('ledger-unopenable', { ledger: this.ledger, reason: 'it has been closed' })
    try {
      await this.#opened()
      return await this.#repeated(begin, body, how)
    } catch (thrown) {
      throw asLedgerError(thrown, this.ledger, this.#busySeconds)
    }
  }

  async #repeated<T>(begin: string, body: (sql: Sql, maybeDone: boolean) => Promise<T>, how: Writing): Promise<T> {
    let [collisions, losses, lostAt, maybeDone] = [0, 0, 0, false]
    for (;;) {
      const progress = { isCommitting: false }
      try {
        return await this.#once(begin, (sql) => body(sql, maybeDone), how, progress)
      } catch (thrown) {
        if (isCollision(thrown) && ++collisions < MOST_TRIES) await pause(waitOf(collisions))
        else if (isLoss(thrown, losses) && (how.repeatable || !progress.isCommitting)) {
          maybeDone ||= progress.isCommitting
          if (losses++ === 0) lostAt = Date.now()
          if (this.#closed || Date.now() - lostAt > this.#outageSeconds * 1000) {
            // The next call does not wait again for a server that is still not there.
            this.#ready = null
            throw thrown
          }
          await pause(waitOf(losses))
        } else throw thrown
      }
    }
  }

  async #once<T>(
    begin: string,
    body: (sql: Sql) => Promise<T>,
    { unhurried = false }: Writing = {},
    progress = { isCommitting: false },
  ): Promise<T> {
    this.#pool ??= this.#poolOf()
    const client = await (await this.#pool).connect()
    let broken: Error | undefined
    try {
      const sql = sqlOf(client, begin.includes('READ ONLY'), unhurried)
      if (begin === NONE) return await body(sql)
      this.#refuseMigrated(await client.query(begin))
      const result = await body(sql)
      progress.isCommitting = true
      await sql('COMMIT')
      return result
    } catch (thrown) {
      if (isConnectionLoss(thrown)) broken = thrown as Error
      else if (begin !== NONE) {
        await client.query('ROLLBACK').catch((error: Error) => {
          broken = error
        })
      }
      throw thrown
    } finally {
      client.release(broken)
    }
  }

  /** A newer program may have migrated the ledger since this one opened it; writing the old way would harm it. */
  #refuseMigrated(begun: unknown): void {
    if (!Array.isArray(begun)) return
    const found = begun.at(-1).rows[0]?.version as number | undefined
    if (found !== schemaVersion) {
      throw new OnrecordError('ledger-newer', { ledger: this.ledger, found: found ?? 0, known: schemaVersion })
    }
  }

  /** Migrates before the first transaction; what failed is tried again by the next one. */
  #opened(): Promise<void> {
    this.#ready ??= this.#open().catch((thrown) => {
      this.#ready = null
      throw thrown
    })
    return this.#ready
  }

  async #open(): Promise<void> {
    // Most are as they should be: nobody is to wait for those who write then.
    if ((await this.#once('BEGIN', (sql) => this.#versionFound(sql))) === schemaVersion) return
    await this.#once('BEGIN', async (sql) => {
      await sql('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCK, this.schema])
      const found = await this.#versionFound(sql)
      if (found === null && this.#mode === 'existing')
        throw new OnrecordError('ledger-missing', { ledger: this.ledger })
      if ((found ?? 0) > schemaVersion) {
        throw new OnrecordError('ledger-newer', { ledger: this.ledger, found: found!, known: schemaVersion })
      }
      if (found === schemaVersion) return
      if (found === null) {
        await sql(`CREATE SCHEMA IF NOT EXISTS ${this.schema}`)
        await sql('CREATE TABLE ledger (version integer NOT NULL)')
        await sql('INSERT INTO ledger (version) VALUES (0)')
      }
      for (let version = found ?? 0; version < schemaVersion; version++) await sql(steps[version]!)
      await sql('UPDATE ledger SET version = $1', [schemaVersion])
    })
  }

  /** Null where there is no ledger yet. */
  async #versionFound(sql: Sql): Promise<number | null> {
    const tables = await sql('SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1', [
      this.schema,
    ])
    if (tables.length === 0) return null
    if (!tables.some(({ name }) => name === 'ledger')) throw new OnrecordError('not-a-ledger', { ledger: this.ledger })
    const [row] = await sql('SELECT version FROM ledger')
    return row === undefined ? null : (row.version as number)
  }
}

/** After a loss, what the server still holds for the lost connection is waited for, too. */
const isLoss = (thrown: unknown, losses: number): boolean =>
  isConnectionLoss(thrown) || (losses > 0 && isLockTimeout(thrown))

/** Shorter at random, so that those who collided do not meet again. */
const waitOf = (tries: number): number => Math.min(1000, 25 * 2 ** tries) * (0.5 + Math.random() / 2)

/** What writers ask is the same again and again, and is planned once a connection; what readers ask differs. */
const sqlOf =
  (client: pg.PoolClient, isReading: boolean, unhurried: boolean): Sql =>
  async (text, values) => {
    const query = {
      text,
      ...(isReading || values === undefined ? {} : { name: createHash('sha1').update(text).digest('base64url') }),
      ...(values === undefined ? {} : { values: values as unknown[] }),
      ...(unhurried ? {} : { query_timeout: STEP_SECONDS * 1000 }),
    }
    return (await client.query(query)).rows as Row[]
  }
