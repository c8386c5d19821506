/** The same pages in both stores are linked alike, by the linker that the program has. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NewsCorpus } from '../../bench/links-corpus.ts'
import type { DocumentEntry, Store } from '../../src/app/ports.ts'
import type { Link } from '../../src/core/links/link.ts'
import { statementLinker } from '../../src/core/links/statement-linker.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { openPostgresStore } from '../../src/store/postgres/postgres.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { noPostgres, postgresLedger } from '../support/postgres.ts'

const PAGES = 120
const linker = statementLinker(() => null)

/** Of every tenth page, a transcript in which its first statements are turns. */
function pages(): DocumentEntry[] {
  const news = new NewsCorpus(3)
  return Array.from({ length: PAGES }, (_, number) => {
    const page = news.next()
    return number % 10 === 0 ? { ...page, document: { ...page.document, kind: 'transcript' as const } } : page
  })
}

async function allLinks(store: Store): Promise<Link[]> {
  const links: Link[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.links({ limit: 1000, after })
    links.push(...page.rows.map(({ link }) => link))
    if (page.next === null) return links
    after = page.next
  }
}

async function putAll(store: Store, entries: readonly DocumentEntry[], atOnce: number): Promise<void> {
  let next = 0
  const puts = Array.from({ length: atOnce }, async () => {
    while (next < entries.length) assert.equal(await store.putDocument(entries[next++]!), 'stored')
  })
  await Promise.all(puts)
}

test('links in PostgreSQL are those in SQLite', { skip: noPostgres ?? false }, async (t) => {
  const entries = pages()
  const sqlite = openSqliteStore(ledgerPath(), { linker })
  await putAll(sqlite, entries, 1)
  const expected = await allLinks(sqlite)
  await sqlite.close()
  assert.ok(expected.length > PAGES, 'there is something to find')
  assert.ok(expected.some(({ relation }) => relation === 'renders'))

  await t.test('put one after the other, and found anew', async () => {
    const store = openPostgresStore(postgresLedger(), { linker })
    await putAll(store, entries, 1)
    assert.deepEqual(await allLinks(store), expected)
    const told: number[] = []
    const relinked = await store.relink((done, total) => told.push(done, total))
    assert.equal(relinked.links, expected.length)
    assert.ok(told.every((each) => each <= 2 * relinked.statements))
    assert.deepEqual(await allLinks(store), expected)
    await store.close()
  })

  await t.test('put by three programs at once, the last first', async () => {
    const address = postgresLedger()
    const stores = Array.from({ length: 3 }, () => openPostgresStore(address, { linker, connections: 2 }))
    const parts = stores.map((_, part) => entries.filter((_, number) => number % 3 === part).toReversed())
    await Promise.all(stores.map((store, part) => putAll(store, parts[part]!, 2)))
    assert.deepEqual(await allLinks(stores[0]!), expected)
    await Promise.all(stores.map((store) => store.close()))
  })
})
