/** A ledger's place in PostgreSQL: its pool of connections, its schema brought up to date, and its transactions. */
import pg from 'pg'
import { OnrecordError } from '../../core/errors.ts'
import { asLedgerError, isCollision } from './postgres-errors.ts'
import { schemaVersion, steps } from './schema.ts'

export type Row = Readonly<Record<string, unknown>>

/** Runs one statement inside a transaction. `$1` … are bound; numbers of type bigint come back as numbers. */
export type Sql = (text: string, values?: readonly unknown[]) => Promise<Row[]>

export interface DatabaseOptions {
  readonly mode: 'create' | 'existing'
  /** Connections at most. Default 8. */
  readonly connections?: number
  /** How long to wait for a connection, for the server, and for another program's lock. Default 10. */
  readonly busySeconds?: number
}

/** Where a ledger's tables are unless its address says `?schema=NAME`. */
const DEFAULT_SCHEMA = 'onrecord'
/** How often a transaction that collided is begun anew. */
const MOST_TRIES = 6
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

/** Sums and counts fit into numbers, as do places and keys (below 2⁵³). */
const types = new pg.TypeOverrides()
types.setTypeParser(20, (value: string) => Number(value))
types.setTypeParser(1700, (value: string) => Number(value))

export class Database {
  readonly ledger: string
  readonly schema: string
  readonly #pool: pg.Pool
  readonly #mode: DatabaseOptions['mode']
  readonly #busySeconds: number
  #ready: Promise<void> | null = null
  #closed = false

  /** Connects when first asked. @throws OnrecordError `ledger-unopenable` for an address that is none. */
  constructor(url: string, { mode, connections = 8, busySeconds = 10 }: DatabaseOptions) {
    this.ledger = shownUrl(url)
    this.#mode = mode
    this.#busySeconds = busySeconds
    const { address, schema } = this.#parsed(url)
    this.schema = schema
    this.#pool = new pg.Pool({
      connectionString: address,
      max: connections,
      connectionTimeoutMillis: busySeconds * 1000,
      idleTimeoutMillis: 30_000,
      // A half-open connection is noticed.
      keepAlive: true,
      application_name: 'onrecord',
      options: `-c search_path=${schema} -c lock_timeout=${busySeconds * 1000} -c client_min_messages=warning`,
      types,
    })
    // An idle connection that breaks is replaced when the next one is asked for.
    this.#pool.on('error', () => {})
  }

  /** One snapshot for all queries of one answer. */
  reading<T>(body: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', body)
  }

  /** All or nothing, begun anew where another writer stood in the way: `body` may run more than once. */
  writing<T>(body: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN ISOLATION LEVEL READ COMMITTED', body)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#pool.end()
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

  async #transaction<T>(begin: string, body: (sql: Sql) => Promise<T>): Promise<T> {
    if (this.#closed)
      throw new OnrecordError('ledger-unopenable', { ledger: this.ledger, reason: 'it has been closed' })
    try {
      await this.#opened()
      for (let tries = 1; ; tries++) {
        try {
          return await this.#once(begin, body)
        } catch (thrown) {
          if (!isCollision(thrown) || tries >= MOST_TRIES) throw thrown
        }
      }
    } catch (thrown) {
      throw asLedgerError(thrown, this.ledger, this.#busySeconds)
    }
  }

  async #once<T>(begin: string, body: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    let broken: Error | undefined
    try {
      await client.query(begin)
      const result = await body(sqlOf(client))
      await client.query('COMMIT')
      return result
    } catch (thrown) {
      await client.query('ROLLBACK').catch((error: Error) => {
        broken = error
      })
      throw thrown
    } finally {
      client.release(broken)
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

const sqlOf =
  (client: pg.PoolClient): Sql =>
  async (text, values) =>
    (await client.query(text, values as unknown[])).rows as Row[]
