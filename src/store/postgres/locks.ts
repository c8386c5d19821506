/** Locks that programs take of one another: numbers that mean the same to all who write to one schema, let go at the end of the transaction. */
import { createHash } from 'node:crypto'
import type { Sql } from './database.ts'

/** What is locked: the right to add entities; the whole index of links; what meets under one key of it. */
export type Lock = 'entities' | 'links' | `key ${number}`

/** 64 bits of a digest: two locks of one number would make writers wait for each other without need, and no more. */
const numberOf = (schema: string, lock: Lock): bigint =>
  createHash('sha256').update(`onrecord ${schema} ${lock}`).digest().readBigInt64BE()

export async function takeLock(sql: Sql, schema: string, lock: Lock): Promise<void> {
  await sql('SELECT pg_advisory_xact_lock($1)', [numberOf(schema, lock)])
}
