/** Workers on a queue: killed at any moment, cut off from the database, given pages that cannot be read; every page is in the ledger once. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pageOf } from '../../bench/corpus.ts'
import type { Link } from '../../src/core/links/link.ts'
import { openStore } from '../../src/runtime/ledger.ts'
import { onrecord } from '../cli/terminal.ts'
import { scratchFolder } from '../support/ledger-path.ts'
import { noPostgres, postgresLedger, postgresQueue } from '../support/postgres.ts'

const PAGES = 24
const bin = join(import.meta.dirname, '../../bin/onrecord.js')
const [queued, alone] = [postgresQueue(), postgresLedger()]

describe('workers', { skip: noPostgres ?? false }, () => {
  test('killed, cut off and fed what cannot be read: the same record as of one program alone', async () => {
    const folder = scratchFolder()
    for (let number = 0; number < PAGES; number++) writeFileSync(join(folder, `page-${number}.txt`), pageOf(number))
    writeFileSync(join(folder, 'picture.txt'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 1, 2]))
    const add = await onrecord(['add', folder, '--queue', '--ledger', queued])
    assert.match(add.err, new RegExp(`${PAGES + 1} waiting for workers`))

    const proxy = await proxyTo(new URL(queued))
    const through = new URL(queued)
    through.port = String(proxy.port)
    for (const address of [queued, through.toString(), queued]) {
      const worker = start(address)
      await pause(700 + Math.random() * 900)
      if (address !== queued) proxy.cut()
      else worker.kill('SIGKILL')
      await pause(100)
      worker.kill('SIGKILL')
    }
    const last = start(queued, '--until-empty')
    const also = start(through.toString(), '--until-empty')
    await pause(1500)
    proxy.cut()
    // One of the two may have given the page up, and tells of it.
    const codes = [await ended(last), await ended(also)]
    assert.ok(
      codes.every((code) => code === 0 || code === 1),
      String(codes),
    )
    proxy.close()

    const state = JSON.parse((await onrecord(['queue', '--format', 'json', '--ledger', queued])).out)
    assert.deepEqual([state.waiting, state.running, state.failed], [0, 0, 1])
    assert.match(state.failures[0].reason, /PNG image/)
    await onrecord(['add', folder, '--model', 'rules', '--ledger', alone])
    const [one, other] = [await recordOf(queued), await recordOf(alone)]
    assert.equal(one.documents, PAGES)
    assert.ok(one.links.length > 0)
    assert.deepEqual(one, other)
  })
})

const start = (ledger: string, ...more: string[]): ChildProcess =>
  spawn(process.execPath, [bin, 'worker', '--model', 'rules', '--ledger', ledger, ...more], { stdio: 'ignore' })

const ended = (worker: ChildProcess): Promise<number | null> =>
  worker.exitCode !== null ? Promise.resolve(worker.exitCode) : new Promise((resolve) => worker.once('exit', resolve))

/** Everything that the order of arrival must not change. */
async function recordOf(ledger: string) {
  const store = openStore({ ledger, mode: 'existing' })
  const { rows, total } = await store.listStatements({ limit: 1000 })
  const links: Link[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.links({ limit: 1000, after })
    links.push(...page.rows.map(({ link }) => link))
    if (page.next === null) break
    after = page.next
  }
  const documents = await store.listDocuments({ limit: 1 })
  await store.close()
  return {
    documents: documents.total,
    statements: total,
    ids: rows.map(({ statement }) => statement.id).sort(),
    links: links.map((link) => JSON.stringify(link)).sort(),
  }
}

/** A way to the server that can be cut: whatever goes through it then breaks. */
async function proxyTo({ hostname, port }: URL) {
  const sockets = new Set<Socket>()
  const server = createServer((incoming) => {
    const outgoing = connect(Number(port || 5432), hostname)
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    cut() {
      for (const socket of sockets) socket.destroy()
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
