/** Tests of the process itself: closed and full outputs, signals, standard input. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { before, test } from 'node:test'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { shell, started, until } from './child.ts'
import { fileOf, storyText } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

const ledger = ledgerPath()

before(async () => {
  const pages = Array.from({ length: 60 }, (_, number) => {
    // Long enough that the list of statements is more than a pipe holds.
    const words = `The ferry number ${number} ${'and all its passengers '.repeat(60)}will sail`
    return fileOf(`process/${number}.txt`, storyText(`Number ${number}`, words))
  })
  assert.equal((await onrecord(['add', ...pages, '--ledger', ledger])).code, 0)
})

test('a reader that has enough: no complaint, exit 0', async () => {
  const list = `onrecord statements --limit 1000 --ledger '${ledger}'`
  for (const format of ['table', 'jsonl', 'csv']) {
    const child = shell(`${list} --format ${format} | head -1; echo "\${PIPESTATUS[0]}"`)
    assert.equal(await child.ended, 0)
    assert.deepEqual([linesOf(child.out()).length, linesOf(child.out()).at(-1), child.err()], [2, '0', ''], format)
  }
  const gone = shell(`${list} --format jsonl | true; echo "\${PIPESTATUS[0]}"`)
  await gone.ended
  assert.deepEqual([gone.out(), gone.err()], ['0\n', ''])
})

test('an output that is full: one line, exit 69', async (context) => {
  if (!existsSync('/dev/full')) return context.skip('this system has no /dev/full')
  const child = shell(`onrecord statements --ledger '${ledger}' > /dev/full`)
  assert.equal(await child.ended, 69)
  assert.match(child.err(), /^onrecord: standard output: cannot be written \(ENOSPC\)\. Check the disk.*\n$/m)
})

test('messages that nobody reads do not stop the work', async () => {
  const folder = dirname(fileOf('process-silent/a.txt', ''))
  fileOf('process-silent/b.txt', storyText('Silent'))
  const target = ledgerPath()
  const child = started(['add', folder, '--ledger', target])
  child.process.stderr!.destroy()
  assert.equal(await child.ended, 1)
  const store = openSqliteStore(target, { mode: 'existing' })
  assert.equal((await store.listDocuments({ limit: 10 })).total, 1)
  await store.close()
})

test('SIGINT and SIGTERM during add: exit 130, and what was acknowledged is whole', async () => {
  const folder = dirname(fileOf('process-stop/0.txt', storyText('Stop')))
  for (let number = 1; number < 400; number++) fileOf(`process-stop/${number}.txt`, storyText(`Stop ${number}`))
  const target = ledgerPath()
  const acknowledged: string[] = []
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const child = started(['add', folder, '--ledger', target, '--format', 'jsonl'])
    await until(child, () => linesOf(child.out()).filter((line) => line.includes('"stored"')).length >= 20)
    child.process.kill(signal)
    assert.equal(await child.ended, 130, child.err())
    assert.match(child.err(), /^\d+ stored \(\d+ statements\).*; stopped before the end, run it again for the rest\n$/)
    const reports = valuesOf<{ outcome: string; id: string }>(child.out())
    const stored = reports.filter(({ outcome }) => outcome === 'stored')
    assert.ok(stored.length >= 20 && reports.length < 400, `${reports.length} of 400`)
    acknowledged.push(...stored.map(({ id }) => id))
  }
  const store = openSqliteStore(target, { mode: 'existing' })
  const { rows, total } = await store.listDocuments({ limit: 1000 })
  assert.equal(total, acknowledged.length)
  assert.deepEqual(new Set(rows.map(({ document }) => document.id)), new Set(acknowledged))
  for (const { document, statements } of rows) {
    const entry = (await store.getDocument(document.id))!
    assert.equal(entry.statements.length, statements)
    for (const { content } of entry.statements) {
      assert.equal(content.text, content.spans.map(({ start, end }) => entry.text.slice(start, end)).join(' … '))
    }
  }
  await store.close()
})

test('Ctrl-C while waiting for standard input: add ends with 130, extract dies of the signal', async () => {
  const target = ledgerPath()
  const adding = started(['add', '-', '--ledger', target])
  const extracting = started(['extract', '-'])
  await until(adding, () => existsSync(target))
  for (const child of [adding, extracting]) child.process.kill('SIGINT')
  assert.deepEqual(await Promise.all([adding.ended, extracting.ended]), [130, 'SIGINT'])
  assert.equal(extracting.err(), '')
  assert.match(adding.err(), /^0 stored \(0 statements\); stopped before the end/)
})

test('standard input that is closed, or a folder: one line', async () => {
  const target = ledgerPath()
  for (const input of ['<&-', '< .', '< /dev/null']) {
    const child = shell(`onrecord add - --ledger '${target}' ${input}`)
    assert.equal(await child.ended, 1, input)
    assert.match(child.err(), /^onrecord: standard input: .*\n0 stored \(0 statements\), 1 failed\n$/, input)
  }
})

test('the ledger of the environment, and one relative to the working directory', async () => {
  const fromEnvironment = started(['documents', '--limit', '1', '--format', 'jsonl'], { ONRECORD_LEDGER: ledger })
  assert.equal(await fromEnvironment.ended, 0)
  assert.equal(linesOf(fromEnvironment.out()).length, 1)
  const child = shell(`cd '${dirname(ledger)}' && onrecord documents`)
  assert.equal(await child.ended, 66)
  assert.match(child.err(), /^onrecord: onrecord\.db: there is no ledger here yet\./)
})
