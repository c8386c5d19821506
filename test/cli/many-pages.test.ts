/** Tests of so many pages that several threads read them: the same order and the same ledger as with one, and stopping. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'
import { fileOf, storyText } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

const PAGES = 48
const BAD = 7
/** Two pages of the same bytes, near enough to be read at the same time. */
const COPIED = 20
const COPY = 21

const folder = join(scratchFolder(), 'many')
const files = Array.from({ length: PAGES }, (_, number) => {
  const text = number === BAD ? '' : storyText(`Many ${number === COPY ? COPIED : number}`)
  return fileOf(`many/${number + 100}.txt`, text)
})

interface Report {
  readonly file: string
  readonly outcome: string
}

test('extract: every page in the order of the names, a bad one told of in its place', async () => {
  const { code, out, err } = await onrecord(['extract', folder, '--model', 'rules'])
  assert.equal(code, 1)
  assert.match(err, /^onrecord: .*107\.txt: the file is empty.*\n$/)
  const lines = valuesOf<{ document: { file: string } }>(out)
  assert.deepEqual(
    lines.map(({ document }) => document.file),
    files.filter((_, number) => number !== BAD),
  )
  const single = await onrecord(['extract', files[30]!, '--model', 'rules'])
  assert.equal(linesOf(single.out)[0], linesOf(out)[29])
})

test('add: of two copies the first is stored, whichever is read first', async () => {
  const args = ['add', folder, '--ledger', ledgerPath(), '--model', 'rules', '--format', 'jsonl']
  const { code, out, err } = await onrecord(args)
  assert.equal(code, 1)
  assert.match(err, /46 stored \(\d+ statements\), 1 there already, 1 failed\n$/)
  const reports = valuesOf<Report>(out)
  assert.deepEqual(
    reports.map(({ file }) => file),
    files,
  )
  const others = reports.filter(({ outcome }) => outcome !== 'stored').map(({ outcome, file }) => [file, outcome])
  assert.deepEqual(others, [
    [files[BAD], 'failed'],
    [files[COPY], 'already-stored'],
  ])
})

test('Ctrl-C: what was told is stored and no more, the rest is for the next time', async () => {
  const { promise: interrupted, resolve: press } = Promise.withResolvers<void>()
  let reports = 0
  const onWrite = () => {
    if (++reports === 12) press()
  }
  const args = ['add', folder, '--ledger', ledgerPath(), '--model', 'rules', '--format', 'jsonl']
  const first = await onrecord(args, { interrupted, onWrite })
  // Those that shared a commit with the twelfth are told of, too.
  const told = linesOf(first.out).length
  assert.equal(first.code, 130)
  assert.ok(told >= 12 && told < 40, String(told))
  assert.ok(first.err.includes(`${told - 1} stored (`), first.err)
  assert.match(first.err, /statements\), 1 failed; stopped before the end, run it again for the rest\n$/)
  const second = await onrecord(args)
  assert.match(second.err, /\d+ stored \(\d+ statements\), \d+ there already, 1 failed\n$/)
  const [, stored, already] = /(\d+) stored \(\d+ statements\), (\d+) there already/.exec(second.err)!
  assert.deepEqual([Number(stored) + Number(already), Number(already)], [47, told])
})
