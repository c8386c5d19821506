/** Several programs on one ledger: `serve` beside `add`, two `add` at once, a port that is taken. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { test } from 'node:test'
import { started, until } from '../cli/child.ts'
import { fileOf, storyText } from '../cli/pages.ts'
import { onrecord, valuesOf } from '../cli/terminal.ts'
import { ledgerPath } from '../support/ledger-path.ts'

/** A folder of `count` pages. */
function folderOf(name: string, count: number): string {
  for (let number = 0; number < count; number++) fileOf(`${name}/${number}.txt`, storyText(`${name} ${number}`))
  return dirname(fileOf(`${name}/last.txt`, storyText(`${name} last`)))
}

const countIn = async (ledger: string) =>
  valuesOf((await onrecord(['documents', '--ledger', ledger, '--format', 'jsonl', '--limit', '1000'])).out).length

test('a taken port: one line, exit 69', async () => {
  const ledger = ledgerPath()
  await onrecord(['add', folderOf('taken', 1), '--ledger', ledger])
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  assert.deepEqual(await onrecord(['serve', '--port', String(port), '--ledger', ledger]), {
    code: 69,
    out: '',
    err: `onrecord: port ${port} on 127.0.0.1 is taken. Choose another with --port, or --port 0 for any free one.\n`,
  })
  other.close()
})

test('an address of another machine: one line, exit 78', async () => {
  const ledger = ledgerPath()
  await onrecord(['add', folderOf('elsewhere', 1), '--ledger', ledger])
  const { code, err } = await onrecord(['serve', '--host', '192.0.2.1', '--port', '0', '--ledger', ledger], {
    env: { ONRECORD_TOKEN: 'a-token-of-sixteen' },
  })
  assert.equal(code, 78)
  assert.match(err, /^onrecord: port 0 on 192\.0\.2\.1 cannot be opened \(EADDRNOTAVAIL\)\. Choose a port above 1023/)
})

test('serve beside add: every answer is whole, new pages show, Ctrl-C ends it with 0', async () => {
  const ledger = ledgerPath()
  await onrecord(['add', folderOf('beside-first', 1), '--ledger', ledger])
  const serving = started(['serve', '--port', '0', '--ledger', ledger])
  await until(serving, () => serving.out().includes('\n'))
  const url = /is served at (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(serving.out())![1]!

  const adding = started(['add', folderOf('beside', 200), '--ledger', ledger])
  let over = false
  void adding.ended.then(() => {
    over = true
  })
  const counts: number[] = []
  while (!over) {
    const [page, summary] = await Promise.all([fetch(url), fetch(`${url}api/v1/summary`)])
    assert.deepEqual([page.status, summary.status], [200, 200])
    assert.match(await page.text(), /<\/html>\s*$/)
    counts.push(((await summary.json()) as { documents: number }).documents)
  }
  assert.equal(await adding.ended, 0, adding.err())
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => a - b),
  )
  assert.ok(counts.length > 2)
  const summary = (await (await fetch(`${url}api/v1/summary`)).json()) as { documents: number }
  assert.equal(summary.documents, 203)
  serving.process.kill('SIGINT')
  assert.equal(await serving.ended, 0, serving.err())
  assert.equal(serving.err(), '')
  await assert.rejects(fetch(url))
})

test('two programs add different pages to a ledger neither has begun', async () => {
  const ledger = ledgerPath()
  const both = ['left', 'right'].map((side) => started(['add', folderOf(side, 80), '--ledger', ledger]))
  assert.deepEqual(await Promise.all(both.map(({ ended }) => ended)), [0, 0], both.map(({ err }) => err()).join(''))
  for (const { err } of both) assert.match(err(), /^81 stored \(\d+ statements\)\n$/)
  assert.equal(await countIn(ledger), 162)
})

test('two programs add the same pages: each is stored once, by one of them', async () => {
  const ledger = ledgerPath()
  const folder = folderOf('same', 80)
  const both = [0, 1].map(() => started(['add', folder, '--ledger', ledger, '--format', 'jsonl']))
  assert.deepEqual(await Promise.all(both.map(({ ended }) => ended)), [0, 0], both.map(({ err }) => err()).join(''))
  const reports = both.flatMap(({ out }) => valuesOf<{ outcome: string; id: string }>(out()))
  assert.equal(reports.length, 162)
  const stored = reports.filter(({ outcome }) => outcome === 'stored').map(({ id }) => id)
  assert.deepEqual([stored.length, new Set(stored).size], [81, 81])
  assert.equal(await countIn(ledger), 81)
})
