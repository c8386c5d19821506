/** A PostgreSQL server for tests: one that is told or found, each test's ledger in a schema of its own. */
import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'

/** Where tests look unless `ONRECORD_TEST_POSTGRES` says otherwise. */
const USUAL = 'postgres://root@127.0.0.1:5432/test'

const address = process.env.ONRECORD_TEST_POSTGRES || USUAL

/** Null where a server answers; else why tests that need one are skipped. An error where one is required. */
export const noPostgres: string | null = await (async () => {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 15_000 })
  try {
    await client.connect()
    await client.end()
    return null
  } catch (error) {
    const reason = `no PostgreSQL at ${address} (${(error as Error).message}); name one with ONRECORD_TEST_POSTGRES`
    if (process.env.ONRECORD_REQUIRE_POSTGRES) throw new Error(reason)
    return reason
  }
})()

const made: string[] = []
// Here and not where the first one is made: that would be after the suite that made it.
after(dropAll)

/** The address of a ledger that nobody else has; it is gone after the test file. */
export function postgresLedger(): string {
  const schema = `t_${randomBytes(6).toString('hex')}`
  made.push(schema)
  const url = new URL(address)
  url.searchParams.set('schema', schema)
  return url.toString()
}

/** The same for one with a queue, which has a schema of its own. */
export function postgresQueue(): string {
  const ledger = postgresLedger()
  made.push(`${new URL(ledger).searchParams.get('schema')}_queue`)
  return ledger
}

async function dropAll(): Promise<void> {
  if (made.length === 0) return
  if (noPostgres !== null) return
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  for (const schema of made) await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  await client.end()
}
