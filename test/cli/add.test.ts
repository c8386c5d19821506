/** Tests of `onrecord add`: files, folders, globs, twice the same page, what is given wins, progress, stopping. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'
import { fileOf, storyHtml, storyText } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

interface Report {
  file: string
  outcome: string
  id?: string
  statements?: number
  notices?: unknown[]
  code?: string
  message?: string
}

const listed = async (ledger: string) =>
  valuesOf<{ document: Record<string, string | null>; statements: number }>(
    (await onrecord(['documents', '--ledger', ledger, '--format', 'jsonl', '--limit', '1000'])).out,
  )

test('one page: stored, then there already; nothing on standard output', async () => {
  const ledger = ledgerPath()
  const page = fileOf('add/one.txt', storyText('One'))
  const first = await onrecord(['add', page, '--ledger', ledger])
  assert.deepEqual([first.code, first.out], [0, ''])
  assert.match(first.err, /^1 stored \([5-9] statements\)\n$/)
  const second = await onrecord(['add', page, '--ledger', ledger])
  assert.deepEqual(second, { code: 0, out: '', err: '0 stored (0 statements), 1 there already\n' })
  assert.equal((await listed(ledger)).length, 1)
})

test('the ledger: the flag, else the environment', async () => {
  const [flag, environment] = [ledgerPath(), ledgerPath()]
  const page = fileOf('add/ledgers.txt', storyText('Ledgers'))
  await onrecord(['add', page, '--ledger', flag], { env: { ONRECORD_LEDGER: environment } })
  assert.deepEqual([existsSync(flag), existsSync(environment)], [true, false])
  await onrecord(['add', page], { env: { ONRECORD_LEDGER: environment } })
  assert.ok(existsSync(environment))
})

test('a folder: its pages at any depth, hidden ones, other endings and linked folders left out', async () => {
  const folder = join(scratchFolder(), 'add-folder')
  for (const name of ['b.html', 'a.htm', 'deep/er/c.TXT', 'deep/d.text', 'e.xhtml']) {
    fileOf(`add-folder/${name}`, name.endsWith('ml') ? storyHtml(name) : storyText(name))
  }
  for (const name of ['.hidden.txt', '.git/x.txt', 'deep/.cache/y.html', 'notes.md', 'picture.jpg', 'txt']) {
    fileOf(`add-folder/${name}`, storyText(name))
  }
  symlinkSync(folder, join(folder, 'deep/circle'))
  const ledger = ledgerPath()
  const { code, out } = await onrecord(['add', `${folder}/`, '--ledger', ledger, '--format', 'jsonl'])
  assert.equal(code, 0)
  assert.deepEqual(
    valuesOf<Report>(out).map(({ file }) => file.slice(folder.length + 1)),
    ['a.htm', 'b.html', 'deep/d.text', 'deep/er/c.TXT', 'e.xhtml'],
  )
})

test('globs: every file that matches, whatever its ending, but no hidden one', async () => {
  for (const name of ['2024-01/a.txt', '2024-02/b.txt', '2025-01/c.txt', '2024-01/.d.txt', '2024-02/e.md']) {
    fileOf(`add-glob/${name}`, storyText(name))
  }
  const found = async (glob: string) => {
    const { code, out, err } = await onrecord(['extract', join(scratchFolder(), 'add-glob', glob)])
    const files = valuesOf<{ document: { file: string } }>(out).map(({ document }) => document.file.slice(-13))
    return { code, files, err }
  }
  assert.deepEqual((await found('2024-*/*.txt')).files, ['2024-01/a.txt', '2024-02/b.txt'])
  assert.deepEqual((await found('2024-{01,02}/*')).files, ['2024-01/a.txt', '2024-02/b.txt', '/2024-02/e.md'])
  assert.deepEqual((await found('**/?.txt')).files, ['2024-01/a.txt', '2024-02/b.txt', '2025-01/c.txt'])
  const none = await found('2023-*/*.txt')
  assert.deepEqual([none.code, none.files], [1, []])
  assert.match(none.err, /^onrecord: no file matches ".*2023-\*\/\*\.txt"\. Name a file, a folder/)
})

test('a file whose name looks like a glob is the file', async () => {
  const page = fileOf('add-odd/[draft] a*b?.txt', storyText('Odd name'))
  const { code, out } = await onrecord(['extract', page])
  assert.deepEqual([code, linesOf(out).length], [0, 1])
})

test('what is given wins, and is what the list shows', async () => {
  const ledger = ledgerPath()
  const page = fileOf('add/given.html', storyHtml('Given', '<meta property="og:site_name" content="The Gull">'))
  const given = ['--publisher', 'The Tern', '--published', '2024-02-29', '--url', 'https://tern.example/1']
  assert.equal((await onrecord(['add', page, ...given, '--ledger', ledger])).code, 0)
  const [{ document }] = (await listed(ledger)) as [Awaited<ReturnType<typeof listed>>[0]]
  assert.deepEqual(
    [document.publisher, document.published, document.publishedFrom, document.url],
    ['The Tern', '2024-02-29', 'given', 'https://tern.example/1'],
  )
})

test('the same text at two addresses is two documents; the same bytes without an address are one', async () => {
  const ledger = ledgerPath()
  const stdin = storyText('Twice')
  for (const url of ['https://a.example/1', 'https://b.example/1', 'https://a.example/1']) {
    await onrecord(['add', '-', '--url', url, '--ledger', ledger], { stdin })
  }
  const { err } = await onrecord(['add', '-', '--ledger', ledger], { stdin })
  assert.match(err, /1 there already/)
  const urls = (await listed(ledger)).map(({ document }) => document.url)
  assert.deepEqual(urls.toSorted(), ['https://a.example/1', 'https://b.example/1'])
})

test('--format jsonl: a line for every page, stored, there already or failed', async () => {
  const ledger = ledgerPath()
  const [one, two] = ['one', 'two'].map((name) => fileOf(`add-jsonl/${name}.txt`, storyText(name)))
  const bad = fileOf('add-jsonl/bad.txt', '')
  await onrecord(['add', one!, '--ledger', ledger])
  const { code, out, err } = await onrecord(['add', one!, bad, two!, '--ledger', ledger, '--format', 'jsonl'])
  assert.equal(code, 1)
  const [there, failed, stored] = valuesOf<Report>(out)
  assert.deepEqual(Object.keys(there!), ['file', 'outcome', 'id'])
  assert.equal(there!.outcome, 'already-stored')
  assert.deepEqual(failed, { file: bad, outcome: 'failed', code: 'empty-file', message: `${bad}: the file is empty` })
  assert.deepEqual(Object.keys(stored!), ['file', 'outcome', 'id', 'statements', 'notices'])
  assert.deepEqual([stored!.outcome, stored!.notices], ['stored', []])
  assert.match(err, /1 stored \(\d+ statements\), 1 there already, 1 failed\n$/)
})

test('nothing to read: exit 1, and no ledger is begun', async () => {
  const ledger = ledgerPath()
  const { code, out, err } = await onrecord(['add', 'not/there.html', 'nor/*.txt', '--ledger', ledger])
  assert.deepEqual([code, out, linesOf(err).length], [1, '', 2])
  assert.ok(!existsSync(ledger))
})

test('a bar on a terminal only, and gone at the end', async () => {
  const pages = Array.from({ length: 6 }, (_, number) => fileOf(`add-bar/${number}.txt`, storyText(`Bar ${number}`)))
  const bad = fileOf('add-bar/bad.txt', '')
  const watched = await onrecord(['add', ...pages, bad, '--ledger', ledgerPath()], { isTTY: true, columns: 80 })
  assert.match(watched.err, /\r\u001b\[K[█░]{40} \d\/7 documents, \d+(\.\d)?\/s/)
  assert.match(watched.err, /\r\u001b\[K6 stored \(\d+ statements\), 1 failed\n$/)
  assert.match(watched.err, /\r\u001b\[Konrecord: .*bad\.txt: the file is empty/)
  for (const each of watched.err.match(/[█░]+ [^\r]*/g)!) assert.ok(each.length <= 80, each)
  const logged = await onrecord(['add', ...pages, bad, '--ledger', ledgerPath()])
  assert.doesNotMatch(logged.err, /[█░\r\u001b]/)
  const single = await onrecord(['add', pages[0]!, '--ledger', ledgerPath()], { isTTY: true })
  assert.doesNotMatch(single.err, /[█░\r\u001b]/)
})

test('Ctrl-C between two pages: what was stored stays, the rest is for the next time', async () => {
  const folder = join(scratchFolder(), 'add-stop')
  mkdirSync(folder)
  for (let number = 0; number < 20; number++) {
    writeFileSync(join(folder, `${number + 10}.txt`), storyText(`Stop ${number}`))
  }
  const ledger = ledgerPath()
  let press = () => {}
  const interrupted = new Promise<void>((resolve) => {
    press = resolve
  })
  let reports = 0
  const onWrite = () => {
    if (++reports === 5) press()
  }
  const args = ['add', folder, '--ledger', ledger, '--format', 'jsonl']
  const first = await onrecord(args, { interrupted, onWrite })
  assert.equal(first.code, 130)
  assert.equal(linesOf(first.out).length, 5)
  assert.match(first.err, /^5 stored \(\d+ statements\); stopped before the end, run it again for the rest\n$/)
  assert.equal((await listed(ledger)).length, 5)
  const second = await onrecord(args)
  assert.equal(second.code, 0)
  assert.match(second.err, /^15 stored \(\d+ statements\), 5 there already\n$/)
})
