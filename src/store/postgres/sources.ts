/** Outlets: what they publish, whom they quote, what they take from one another. */
import type { OutletNames, OutletTallies, PublisherRow, RelayRow } from '../../app/ports.ts'
import type { Sql } from './database.ts'

export async function readPublishers(_sql: Sql): Promise<PublisherRow[]> {
  throw new Error('readPublishers: not written yet')
}

export async function readRelays(_sql: Sql): Promise<RelayRow[]> {
  throw new Error('readRelays: not written yet')
}

export async function readOutletTallies(_sql: Sql, _names: OutletNames, _most: number): Promise<OutletTallies> {
  throw new Error('readOutletTallies: not written yet')
}

export async function readShared(_sql: Sql, _publishers: readonly string[], _most: number): Promise<string[]> {
  throw new Error('readShared: not written yet')
}
