/** Locks that programs take of one another: numbers that mean the same to all who write to one schema, let go at the end of the transaction. */
import { createHash } from 'node:crypto'
import type { Sql } from './database.ts'

/** 64 bits of a digest: two locks of one number would make writers wait for each other without need, and no more. */
const numberOf = (schema: string, lock: string): bigint =>
  createHash('sha256').update(`onrecord ${schema} ${lock}`).digest().readBigInt64BE()

/** The right to add entities. */
export async function lockEntities(sql: Sql, schema: string): Promise<void> {
  await sql('SELECT pg_advisory_xact_lock($1)', [numberOf(schema, 'entities')])
}

/** All that is linked: nobody else links meanwhile. */
export async function lockLinks(sql: Sql, schema: string): Promise<void> {
  await sql('SELECT pg_advisory_xact_lock($1)', [numberOf(schema, 'links')])
}

/**
 * A server has room for 64 locks of each connection it allows, unless it is told otherwise, and others have theirs there: who
 * needs more than this takes the lock of all.
 */
const MOST_KEYS = 500

/**
 * What meets under some keys: whoever has a key in common waits, all others link at the same time. Everybody takes these
 * locks at one go and in one order, so that no two wait for each other.
 */
export async function lockKeys(sql: Sql, schema: string, keys: ReadonlySet<number>): Promise<void> {
  if (keys.size > MOST_KEYS) return lockLinks(sql, schema)
  await sql('SELECT pg_advisory_xact_lock_shared($1)', [numberOf(schema, 'links')])
  const start = numberOf(schema, 'keys')
  const numbers = [...keys]
    .map((key) => BigInt.asIntN(64, start + BigInt(key) * SPREAD))
    .sort((a, b) => (a < b ? -1 : 1))
  await sql('SELECT count(pg_advisory_xact_lock(k)) FROM unnest($1::bigint[]) AS k', [numbers])
}

/** Odd, so that no two keys have one number. */
const SPREAD = 0x9e3779b97f4a7c15n
