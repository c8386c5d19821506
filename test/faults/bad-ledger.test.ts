/** Ledgers that will not do: one line that names the ledger and says what to do, and whatever was there is left untouched. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { schemaVersion } from '../../src/store/migrations.ts'
import { shell } from '../cli/child.ts'
import { fileOf, storyText } from '../cli/pages.ts'
import { onrecord, valuesOf } from '../cli/terminal.ts'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'

const page = fileOf('ledger/page.txt', storyText('Page'))
const commands = [
  ['add', page],
  ['documents'],
  ['statements'],
  ['show', 'd-0123456789abcdef'],
  ['serve', '--port', '0'],
]

const cases: [name: string, make: (path: string) => void | Promise<void>, problem: string][] = [
  [
    'a text file',
    (path) => writeFileSync(path, 'Dear diary,\n'.repeat(50)),
    'not an onrecord ledger. Name a ledger with --ledger, or a path that does not exist yet to start a new one.',
  ],
  [
    'the database of another program',
    (path) => {
      const db = new DatabaseSync(path)
      db.exec('CREATE TABLE bookmarks (url TEXT)')
      db.close()
    },
    'not an onrecord ledger. Name a ledger with --ledger, or a path that does not exist yet to start a new one.',
  ],
  [
    'a ledger of a newer version',
    async (path) => {
      await onrecord(['add', page, '--ledger', path])
      const db = new DatabaseSync(path)
      db.exec('PRAGMA journal_mode = DELETE; PRAGMA user_version = 99')
      db.close()
    },
    `written by a newer onrecord (schema 99, this one knows ${schemaVersion}). Update onrecord, or name another ledger with --ledger.`,
  ],
  [
    'a folder',
    (path) => mkdirSync(path),
    'cannot be opened (it is a folder). Check that the folder exists and that you may write there.',
  ],
]

for (const [name, make, problem] of cases) {
  test(`${name}: every command says so and ends with 78`, async () => {
    const path = ledgerPath()
    await make(path)
    const folder = dirname(path)
    const before = existsSync(path) && problem.includes('folder)') ? null : readFileSync(path)
    const beside = readdirSync(folder)
    for (const args of commands) {
      assert.deepEqual(await onrecord([...args, '--ledger', path]), {
        code: 78,
        out: '',
        err: `onrecord: ${path}: ${problem}\n`,
      })
    }
    if (before !== null) assert.deepEqual(readFileSync(path), before)
    assert.deepEqual(readdirSync(folder), beside)
  })
}

test('a folder that is not there', async () => {
  const path = join(scratchFolder(), 'no', 'such', 'folder', 'ledger.db')
  const { code, err } = await onrecord(['add', page, '--ledger', path])
  assert.equal(code, 78)
  assert.equal(
    err,
    `onrecord: ${path}: cannot be opened (there is no folder ${dirname(path)}). ` +
      'Check that the folder exists and that you may write there.\n',
  )
})

test('a disk that fills up: what was acknowledged is there, and the rest is added once there is room', async () => {
  const folder = dirname(fileOf('ledger-full/0.txt', storyText('Full')))
  for (let number = 1; number < 120; number++) {
    fileOf(`ledger-full/${number}.txt`, storyText(`Full ${number}`, `Ferry ${number} ${'and so on '.repeat(200)}`))
  }
  const ledger = ledgerPath()
  // In kilobytes: a ledger of a few dozen of these pages.
  const limited = shell(`ulimit -f 2000; onrecord add '${folder}' --ledger '${ledger}' --format jsonl`)
  assert.equal(await limited.ended, 69, limited.err())
  assert.match(
    limited.err(),
    /^\d+ stored \(\d+ statements\), 1 failed\nonrecord: .*: the disk is full; what was acknowledged before is safe\. Free some space and add the remaining files again\.\n$/,
  )
  const reports = valuesOf<{ outcome: string; id: string; code?: string }>(limited.out())
  assert.deepEqual([reports.at(-1)!.outcome, reports.at(-1)!.code], ['failed', 'disk-full'])
  const acknowledged = reports.slice(0, -1).map(({ id }) => id)
  assert.ok(acknowledged.length > 5 && acknowledged.length < 115, `${acknowledged.length} stored`)

  const listed = async () => {
    const { out } = await onrecord(['documents', '--ledger', ledger, '--format', 'jsonl', '--limit', '1000'])
    return valuesOf<{ document: { id: string } }>(out).map(({ document }) => document.id)
  }
  assert.deepEqual(new Set(await listed()), new Set(acknowledged))
  const again = await onrecord(['add', folder, '--ledger', ledger])
  assert.equal(again.code, 0)
  // Where it takes long, lines that tell how far it is stand before.
  assert.ok(again.err.includes(`, ${acknowledged.length} there already`), again.err)
  assert.equal((await listed()).length, 120)
})
