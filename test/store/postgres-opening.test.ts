/** Opening a ledger in PostgreSQL: what begins one, what is refused, and what is left alone. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import pg from 'pg'
import { openPostgresStore } from '../../src/store/postgres/postgres.ts'
import { entryOf } from '../support/entries.ts'
import { noPostgres, postgresLedger } from '../support/postgres.ts'

const entry = entryOf({ text: 'Pia Holm said go.', statements: [{ content: 'go', speaker: 'Pia Holm' }] })

async function run(ledger: string, sql: string): Promise<void> {
  const url = new URL(ledger)
  const schema = url.searchParams.get('schema')
  url.search = ''
  const client = new pg.Client({ connectionString: url.toString(), options: `-c search_path=${schema}` })
  await client.connect()
  await client.query(sql.replaceAll('SCHEMA_NAME', schema!))
  await client.end()
}

/** What a first call says. */
async function refusal(ledger: string, mode: 'create' | 'existing' = 'create'): Promise<string> {
  const store = openPostgresStore(ledger, { mode, busySeconds: 2 })
  try {
    await store.revision()
    return 'opened'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  } finally {
    await store.close()
  }
}

describe('opening a ledger in PostgreSQL', { skip: noPostgres ?? false }, () => {
  test('one that is not there yet is begun, or missed where it should be', async () => {
    const ledger = postgresLedger()
    assert.equal(await refusal(ledger, 'existing'), 'ledger-missing')
    assert.equal(await refusal(ledger), 'opened')
    assert.equal(await refusal(ledger, 'existing'), 'opened')
  })

  test('five that begin one at the same instant', async () => {
    const ledger = postgresLedger()
    const stores = Array.from({ length: 5 }, () => openPostgresStore(ledger))
    const outcomes = await Promise.all(stores.map((store) => store.putDocument(entry)))
    assert.deepEqual(outcomes.sort(), [
      'already-stored',
      'already-stored',
      'already-stored',
      'already-stored',
      'stored',
    ])
    await Promise.all(stores.map((store) => store.close()))
  })

  test('tables of another program, and a ledger of a newer onrecord, are left as they are', async () => {
    const foreign = postgresLedger()
    await run(foreign, 'CREATE SCHEMA SCHEMA_NAME; CREATE TABLE SCHEMA_NAME.orders (id integer)')
    assert.equal(await refusal(foreign), 'not-a-ledger')
    const newer = postgresLedger()
    assert.equal(await refusal(newer), 'opened')
    await run(newer, 'UPDATE ledger SET version = 999')
    assert.equal(await refusal(newer), 'ledger-newer')
  })

  test('a program that has it open while a newer one migrates it stops writing', async () => {
    const ledger = postgresLedger()
    const store = openPostgresStore(ledger)
    assert.equal(await store.putDocument(entry), 'stored')
    await run(ledger, 'UPDATE ledger SET version = 999')
    await assert.rejects(store.putDocument(entryOf({ text: 'Another.' })), { code: 'ledger-newer' })
    assert.deepEqual(await store.getDocument(entry.document.id), entry)
    await store.close()
  })

  test('no server, no such database, and a password that never shows', async () => {
    const nowhere = 'postgres://me:secret@127.0.0.1:1/none'
    const store = openPostgresStore(nowhere, { busySeconds: 2 })
    await assert.rejects(store.summary(), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'ledger-unreachable')
      assert.doesNotMatch(error.message, /secret/)
      return true
    })
    await store.close()
    const url = new URL(postgresLedger())
    url.pathname = '/no_such_database'
    assert.equal(await refusal(url.toString()), 'ledger-unopenable')
  })

  test('addresses and schemas that cannot be are refused at once', () => {
    for (const url of ['postgres://[', 'postgres://127.0.0.1/x?schema=Robert%27--', 'postgres://h/x?schema=']) {
      assert.throws(() => openPostgresStore(url), { code: 'ledger-unopenable' })
    }
  })

  test('a writer that is kept waiting says so, and the document is not there by half', async () => {
    const ledger = postgresLedger()
    const store = openPostgresStore(ledger, { busySeconds: 1 })
    await store.revision()
    const url = new URL(ledger)
    const schema = url.searchParams.get('schema')
    url.search = ''
    const other = new pg.Client({ connectionString: url.toString() })
    await other.connect()
    await other.query(`BEGIN; LOCK TABLE ${schema}.statements`)
    await assert.rejects(store.putDocument(entry), { code: 'ledger-busy' })
    await other.query('ROLLBACK')
    await other.end()
    assert.equal(await store.getDocument(entry.document.id), null)
    assert.equal(await store.putDocument(entry), 'stored')
    await store.close()
  })
})
