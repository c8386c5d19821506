/** Copies of a ledger: under load, over nothing that is there, and nothing left of those that fail. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { openSqliteStore } from '../../src/store/index.ts'
import { onrecord } from '../cli/terminal.ts'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'
import { acknowledged, checkLedger, numbered, pause, said, start } from './store-processes.ts'

async function ledgerOf(count: number): Promise<string> {
  const path = ledgerPath()
  const store = openSqliteStore(path)
  for (let number = 0; number < count; number++) await store.putDocument(numbered('writer', number))
  await store.close()
  return path
}

/** What lies in the folder of `file` under its name or one that begins with it. */
const besides = (file: string): string[] => readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)))

test('copies while another program writes hold all that was acknowledged before they began', async () => {
  const path = ledgerPath()
  const writer = start('store-writer.ts', [path, 'writer', '0', '100000'])
  await said(writer, 'stored 40')
  const store = openSqliteStore(path)
  let largest = 0
  for (let round = 0; round < 4; round++) {
    const before = acknowledged(writer)
    const file = ledgerPath()
    const copied = await store.backup(file)
    const after = acknowledged(writer)
    const urls = await checkLedger(file)
    assert.deepEqual(
      before.filter((number) => !urls.has(numbered('writer', number).document.url!)),
      [],
    )
    assert.deepEqual([copied.documents, copied.statements], [urls.size, urls.size * 15])
    assert.ok(urls.size >= before.length && urls.size <= after.length + 1)
    assert.ok(urls.size > largest, 'the writer goes on meanwhile')
    largest = urls.size
    assert.deepEqual(besides(file), [basename(file)])
    await pause(20)
  }
  await store.close()
  writer.process.kill('SIGKILL')
  await writer.ended
})

test('a file that is there is never written over, nor is the ledger itself', async () => {
  const path = await ledgerOf(3)
  const file = ledgerPath()
  writeFileSync(file, 'precious')
  for (const target of [file, path, scratchFolder()]) {
    const { code, out, err } = await onrecord(['backup', target, '--ledger', path])
    assert.deepEqual([code, out], [75, ''])
    assert.match(err, /^onrecord: .+: there is a file of this name already/)
  }
  assert.equal(readFileSync(file, 'utf8'), 'precious')
  assert.equal((await checkLedger(path)).size, 3)
})

test('onrecord backup: what the copy holds, on standard output', async () => {
  const path = await ledgerOf(4)
  const file = ledgerPath()
  const { code, out, err } = await onrecord(['backup', file, '--ledger', path])
  assert.deepEqual([code, err], [0, ''])
  assert.equal(out, `${file}: 4 documents, 60 statements, ${(statSync(file).size / 1e6).toFixed(1)} MB\n`)
  assert.equal((await checkLedger(file)).size, 4)
})

test('nowhere to write, nothing to copy, a ledger of another kind: one line, and nothing left', async () => {
  const path = await ledgerOf(1)
  const nowhere = join(scratchFolder(), 'no', 'folder.db')
  const cases: [args: string[], code: number, message: RegExp][] = [
    [['backup', nowhere, '--ledger', path], 69, /folder\.db: the copy could not be made \(there is no such folder\)/],
    [['backup', ledgerPath(), '--ledger', ledgerPath()], 66, /there is no ledger here yet/],
    [['backup', ledgerPath(), '--ledger', 'postgres://ann:secret@host/news'], 65, /host\/news: .*pg_dump/],
    [['backup', '--ledger', path], 2, /expected one file/],
    [['backup', 'a', 'b', '--ledger', path], 2, /expected one file/],
  ]
  for (const [args, expected, message] of cases) {
    const { code, out, err } = await onrecord(args)
    assert.deepEqual([code, out], [expected, ''], err)
    assert.match(err, message)
    assert.doesNotMatch(err, /secret/)
  }
})

test('given up on the way: nothing is left', async () => {
  const path = await ledgerOf(300)
  const store = openSqliteStore(path)
  const file = ledgerPath()
  const stop = new Error('stop')
  await assert.rejects(
    store.backup(file, () => {
      throw stop
    }),
    stop,
  )
  assert.deepEqual(besides(file), [])
  assert.equal((await store.backup(file)).documents, 300, 'and the ledger can be copied afterwards')
  await store.close()
})

test('a damaged ledger gives no backup', async () => {
  const path = await ledgerOf(60)
  const file = openSync(path, 'r+')
  for (let at = 20 * 4096; at < 24 * 4096; at += 4096) writeSync(file, Buffer.alloc(512, 0xa5), 0, 512, at)
  closeSync(file)
  const copy = ledgerPath()
  const { code, err } = await onrecord(['backup', copy, '--ledger', path])
  assert.equal(code, 69)
  assert.match(err, /ledger-\d+\.db: the file is damaged \(/)
  assert.deepEqual(besides(copy), [])
})

const mounted: string[] = []

after(() => {
  for (const folder of mounted) spawnSync('umount', [folder])
})

test('a disk without room for the copy: named, and nothing left', async (context) => {
  const folder = join(scratchFolder(), 'small-disk')
  mkdirSync(folder)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', folder])
  if (status !== 0) return context.skip('this user may not mount a file system')
  mounted.push(folder)
  const path = await ledgerOf(60)
  const { code, err } = await onrecord(['backup', join(folder, 'copy.db'), '--ledger', path])
  assert.equal(code, 69)
  assert.match(err, /copy\.db: the copy could not be made \(the disk is full\); nothing was left of it/)
  assert.deepEqual(readdirSync(folder), [])
})
