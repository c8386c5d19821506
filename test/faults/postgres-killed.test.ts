/** Writers, connections, the network and the server ended at any moment: every acknowledged document is there, whole, linked, once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import type { Link } from '../../src/core/links/link.ts'
import { openPostgresStore } from '../../src/store/postgres/postgres.ts'
import { CutWire } from '../support/cut-wire.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { noPostgres, postgresLedger } from '../support/postgres.ts'
import { noOwnServer, OwnServer } from '../support/postgres-server.ts'
import { acknowledged, checkDocuments, numbered, pause, type Running, said, start } from './store-processes.ts'

/** Of each kind; the long run has 200. */
const ROUNDS = Number(process.env.ONRECORD_FAULT_ROUNDS || 4)

const urlOf = (writer: string, number: number): string => numbered(writer, number).document.url!

test('writers killed while storing', { skip: noPostgres ?? false }, async () => {
  const ledger = postgresLedger()
  const expected = new Set<string>()
  const next = new Map([
    ['left', 0],
    ['right', 0],
  ])
  for (let round = 0; round < ROUNDS; round++) {
    const writers = [...next].map(([name, from]) => ({ name, running: startWriter(ledger, name, from) }))
    await Promise.all(writers.map(({ running }) => said(running, 'opened')))
    await pause(30 + Math.random() * 300)
    for (const { running } of writers) running.process.kill('SIGKILL')
    for (const { name, running } of writers) {
      assert.equal(await running.ended, null)
      assert.equal(running.complaints(), '')
      const stored = acknowledged(running)
      for (const number of stored) expected.add(urlOf(name, number))
      // One more may have been committed without a chance to say so.
      next.set(name, next.get(name)! + stored.length + 1)
    }
  }
  const urls = await checkLedger(ledger)
  assertNoneLost(expected, urls)
  assert.ok(urls.size <= expected.size + 2 * ROUNDS)
})

test('connections cut in the middle of transactions: the store goes on', { skip: noPostgres ?? false }, async () => {
  const url = new URL(postgresLedger())
  const name = `cut-${process.pid}`
  url.searchParams.set('application_name', name)
  const ledger = url.toString()
  const store = openPostgresStore(ledger, { linker: plainLinker, connections: 3 })
  await store.revision()
  url.search = ''
  const killer = new pg.Client({ connectionString: url.toString() })
  await killer.connect()
  let [cut, done] = [0, false]
  const cutting = (async () => {
    while (!done) {
      await pause(30 + Math.random() * 150)
      const { rows } = await killer.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 ORDER BY random() LIMIT 1',
        [name],
      )
      cut += rows.length
    }
  })()
  const count = 10 * ROUNDS
  let number = 0
  const writers = Array.from({ length: 3 }, async () => {
    while (number < count) {
      const entry = numbered('cut', number++)
      assert.equal(await store.putDocument(entry), 'stored')
      assert.deepEqual(await store.getDocument(entry.document.id), entry)
    }
  })
  await Promise.all(writers)
  done = true
  await cutting
  await killer.end()
  await store.close()
  assert.ok(cut > ROUNDS, `${cut} connections were cut`)
  assert.equal((await checkLedger(ledger)).size, count)
})

test('the network is cut, also between a commit and its answer', { skip: noPostgres ?? false }, async () => {
  const ledger = postgresLedger()
  const url = new URL(ledger)
  const wire = await CutWire.to(url.hostname, Number(url.port || 5432))
  url.hostname = '127.0.0.1'
  url.port = String(wire.port)
  const store = openPostgresStore(url.toString(), { linker: plainLinker, connections: 3 })
  await store.revision()
  const count = 10 * ROUNDS
  let [cuts, number, stored] = [0, 0, 0]
  const writers = Array.from({ length: 3 }, async () => {
    // What this program has put is told as stored, whether or not it heard of it the first time.
    for (; number < count; stored++) assert.equal(await store.putDocument(numbered('wire', number++)), 'stored')
  })
  const cutting = (async () => {
    for (let before = stored; stored < count; before = stored) {
      await pause(Math.random() * 100)
      await (cuts++ % 3 === 0 ? wire.cut(Math.random() * 300) : wire.deafen(20 + Math.random() * 60))
      // However slow the machine is, it goes on.
      for (const started = Date.now(); stored < Math.min(before + 3, count); await pause(5)) {
        assert.ok(Date.now() - started < 60_000, 'the writers have not gone on')
      }
    }
  })()
  await Promise.all([...writers, cutting])
  await store.close()
  wire.close()
  assert.ok(cuts >= ROUNDS, `${cuts} cuts`)
  assert.equal((await checkLedger(ledger)).size, count)
})

test('the server is stopped and killed under load: writers go on', { skip: noOwnServer ?? false }, async () => {
  const server = await OwnServer.start()
  try {
    const ledger = `${server.url}?schema=under_load`
    const names = ['left', 'right']
    const writers = names.map((name) => startWriter(ledger, name, 0))
    await Promise.all(writers.map((running) => said(running, 'opened')))
    for (let round = 0; round < Math.max(2, Math.ceil(ROUNDS / 4)); round++) {
      const before = writers.map((running) => acknowledged(running).length)
      await pause(200 + Math.random() * 400)
      server.stop(round % 2 === 0 ? 'immediate' : 'fast')
      await pause(Math.random() * 500)
      server.begin()
      for (const [index, running] of writers.entries()) await more(running, before[index]!)
    }
    for (const running of writers) running.process.kill('SIGKILL')
    await Promise.all(writers.map((running) => running.ended))
    const urls = await checkLedger(ledger)
    const expected = writers.flatMap((running, index) => {
      assert.deepEqual(
        running.lines.filter((line) => !line.startsWith('stored ') && line !== 'opened'),
        [],
        'nothing was refused, nor told as somebody else’s',
      )
      return acknowledged(running).map((number) => urlOf(names[index]!, number))
    })
    assertNoneLost(expected, urls)
    assert.ok(urls.size <= expected.length + names.length)
  } finally {
    server.stop('immediate')
  }
})

const startWriter = (ledger: string, name: string, from: number): Running =>
  start('postgres-writer.ts', [ledger, name, String(from), String(from + 100_000)])

/** Waits until a writer has acknowledged ten documents more than `before`. */
async function more(running: Running, before: number): Promise<void> {
  for (const started = Date.now(); acknowledged(running).length < before + 10; await pause(20)) {
    assert.equal(running.process.exitCode, null, `${running.lines.at(-1)} ${running.complaints()}`)
    assert.ok(Date.now() - started < 60_000, 'the writer has not gone on')
  }
}

const assertNoneLost = (expected: Iterable<string>, urls: ReadonlySet<string>): void =>
  assert.deepEqual(
    [...expected].filter((url) => !urls.has(url)),
    [],
    'acknowledged and lost',
  )

/** Every document is whole and found by its words, and links are what finding them anew gives. Gives their urls. */
async function checkLedger(ledger: string): Promise<Set<string>> {
  const store = openPostgresStore(ledger, { linker: plainLinker, mode: 'existing' })
  try {
    const urls = await checkDocuments(store)
    const links = await allLinks(store)
    assert.ok(links.length > 0)
    await store.relink()
    assert.deepEqual(await allLinks(store), links)
    return urls
  } finally {
    await store.close()
  }
}

async function allLinks(store: Pick<ReturnType<typeof openPostgresStore>, 'links'>): Promise<Link[]> {
  const links: Link[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.links({ limit: 1000, after })
    links.push(...page.rows.map(({ link }) => link))
    if (page.next === null) return links
    after = page.next
  }
}
