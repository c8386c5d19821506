/** The tables can be distributed as docs/scale.md says: each is named there, and nothing has to be unique beyond its column. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import pg from 'pg'
import { openPostgresStore } from '../../src/store/postgres/postgres.ts'
import { noPostgres, postgresLedger } from '../support/postgres.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/scale.md'), 'utf8')
const distributed = new Map(
  [...page.matchAll(/create_distributed_table\('(\w+)', '(\w+)'/g)].map(([, table, column]) => [table!, column!]),
)
const whole = [...page.matchAll(/create_reference_table\('(\w+)'/g)].map(([, table]) => table!)
/** Which version the tables have: not a part of the record. */
const OWN = 'ledger'
const ledger = postgresLedger()

describe('a ledger on several machines', { skip: noPostgres ?? false }, () => {
  test('every table is distributed by a column that all its unique indexes have, or is whole everywhere', async () => {
    const store = openPostgresStore(ledger, { mode: 'create' })
    await store.revision()
    await store.close()
    const url = new URL(ledger)
    const schema = url.searchParams.get('schema')
    url.searchParams.delete('schema')
    const client = new pg.Client({ connectionString: url.toString() })
    await client.connect()
    try {
      const tables = await client.query<{ name: string }>(
        'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1',
        [schema],
      )
      const names = tables.rows.map(({ name }) => name).filter((name) => name !== OWN)
      assert.deepEqual([...distributed.keys(), ...whole].sort(), names.sort())

      const unique = await client.query<{ table: string; index: string; columns: string[] }>(
        `SELECT t.relname AS table, i.relname AS index, array_agg(a.attname::text) AS columns
         FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
         JOIN pg_namespace n ON n.oid = t.relnamespace
         JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (x.indkey)
         WHERE n.nspname = $1 AND x.indisunique GROUP BY 1, 2`,
        [schema],
      )
      const held = unique.rows.filter(({ table }) => distributed.has(table))
      assert.ok(held.length >= distributed.size)
      for (const { table, index, columns } of held) {
        assert.ok(columns.includes(distributed.get(table)!), `${index} of ${table} is unique beyond its machine`)
      }

      const foreign = await client.query(
        `SELECT conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = $1 AND contype = 'f'`,
        [schema],
      )
      assert.deepEqual(foreign.rows, [])
      const numbered = await client.query<{ table: string }>(
        `SELECT table_name AS table FROM information_schema.columns
         WHERE table_schema = $1 AND (is_identity = 'YES' OR column_default IS NOT NULL AND column_default LIKE 'nextval%')`,
        [schema],
      )
      assert.deepEqual(
        numbered.rows.filter(({ table }) => distributed.has(table)),
        [],
      )
    } finally {
      await client.end()
    }
  })
})
