/** A disk without room: the document is refused by name, the ledger goes on answering, nothing acknowledged is lost. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openSqliteStore } from '../../src/store/index.ts'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'
import { acknowledged, checkLedger, numbered, start } from './store-processes.ts'

test('a limit on the size of files', async () => {
  const path = ledgerPath()
  const writer = start('store-writer.ts', [path, 'writer', '0', '100000'], 'ulimit -f 6000')
  assert.equal(await writer.ended, 0, writer.complaints())
  checkRefusal(writer.lines, acknowledged(writer).length)
  const urls = await checkLedger(path)
  assert.deepEqual(urls, new Set(acknowledged(writer).map((number) => numbered('writer', number).document.url!)))

  const store = openSqliteStore(path)
  assert.equal(await store.putDocument(numbered('later', 0)), 'stored', 'with room again, it goes on')
  await store.close()
  assert.equal((await checkLedger(path)).size, urls.size + 1)
})

test('a full file system', async (context) => {
  const folder = smallFileSystem('3m')
  if (folder === null) return context.skip('this user may not mount a file system')
  const path = join(folder, 'ledger.db')
  const writer = start('store-writer.ts', [path, 'writer', '0', '100000'])
  assert.equal(await writer.ended, 0, writer.complaints())
  checkRefusal(writer.lines, acknowledged(writer).length)
  // Even an overfull disk can be read, and a copy on a roomier one goes on.
  const copy = ledgerPath()
  copyLedger(path, copy)
  const urls = await checkLedger(copy)
  assert.deepEqual(urls, new Set(acknowledged(writer).map((number) => numbered('writer', number).document.url!)))
})

test('a ledger that cannot be begun leaves nothing behind', (context) => {
  const folder = smallFileSystem('64k')
  if (folder === null) return context.skip('this user may not mount a file system')
  const filler = join(folder, 'filler')
  fill(filler)
  assert.throws(() => openSqliteStore(join(folder, 'ledger.db')), { code: 'disk-full' })
  assert.deepEqual(readdirSync(folder), ['filler'])
})

function checkRefusal(lines: readonly string[], stored: number): void {
  assert.ok(stored > 5, lines.join('\n'))
  assert.deepEqual(lines.slice(-2), ['refused disk-full', `total ${stored}`])
}

const mounted: string[] = []

after(() => {
  for (const folder of mounted) spawnSync('umount', [folder])
})

/** A file system of its own of `size`; null where this user may not mount one. */
function smallFileSystem(size: string): string | null {
  const folder = join(scratchFolder(), `disk-${mounted.length}`)
  mkdirSync(folder)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  if (status !== 0) return null
  mounted.push(folder)
  return folder
}

function fill(path: string): void {
  const chunk = Buffer.alloc(4096)
  assert.throws(
    () => {
      for (;;) writeFileSync(path, chunk, { flag: 'a' })
    },
    { code: 'ENOSPC' },
  )
}

function copyLedger(from: string, to: string): void {
  for (const ending of ['', '-wal']) {
    rmSync(to + ending, { force: true })
    spawnSync('cp', [from + ending, to + ending])
  }
}
