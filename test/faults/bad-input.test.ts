/** Pages nobody would want: each gets one clear line or is read, none stops the batch, none costs much time or memory. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileOf, storyHtml, storyText } from '../cli/pages.ts'
import { linesOf, onrecord, valuesOf } from '../cli/terminal.ts'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'

interface Line {
  document: { file: string; language: string; published: string | null; chars: number }
  text: string
  statements: { content: { text: string }; speaker: { name: string } | null }[]
  notices: { code: string }[]
}

const good = fileOf('bad/good.txt', storyText('Good'))
const said = '“The ferry will sail on Monday,” said Ada Wren, the harbour master.'

/** Refused: what is in the file → what is said of it. */
const refused: [name: string, make: (path: string) => void, problem: RegExp][] = [
  ['empty.html', (path) => writeFileSync(path, ''), /: the file is empty\. Save the page again and add it\.$/],
  [
    'spaces.txt',
    (path) => writeFileSync(path, ' \r\n\t'.repeat(1000)),
    /: no readable text in the page\. The page may be built by scripts/,
  ],
  ['random.txt', (path) => writeFileSync(path, noise(20_000)), /: binary data, not a text or HTML page\. Convert it/],
  [
    'image.html',
    (path) => writeFileSync(path, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(900)])),
    /: a PNG image, not a text or HTML page\. Convert it to text or HTML first\.$/,
  ],
  ['document.txt', (path) => writeFileSync(path, '%PDF-1.7\n%âãÏÓ\n'), /: a PDF document, not a text or HTML page\. /],
  [
    'scripts.html',
    (path) => writeFileSync(path, '<!doctype html><title></title><body><div id="app"></div><script>start()</script>'),
    /: no readable text in the page\. The page may be built by scripts: save it from a browser/,
  ],
  [
    'sparse.html',
    (path) => {
      writeFileSync(path, '<p>')
      truncateSync(path, 200_000_000)
    },
    /: 200 MB, more than the limit of 20 MB\. Split the file, or raise the limit with --max-size MB\.$/,
  ],
  [
    'links-only.html',
    (path) => writeFileSync(path, '<ul><li><a href="/a">Ferry</a><li><a href="/b">Crane</a></ul>'),
    /: no readable text in the page\. /,
  ],
  ['folder.html', (path) => mkdirSync(path), /^onrecord: no file matches ".*folder\.html"\. Name a file, a folder/],
  [
    'link.html',
    (path) => symlinkSync('nowhere', path),
    /: cannot be read \(a link that leads nowhere\)\. Check that the file exists/,
  ],
  ['spaces.txt/inside.txt', () => {}, /: cannot be read \(no such file\)\./],
  [
    'missing.html',
    () => {},
    /: cannot be read \(no such file\)\. Check that the file exists and that you may read it\.$/,
  ],
]

for (const [name, make, problem] of refused) {
  test(`${name}: one line, nothing stored, the rest goes on`, async () => {
    const path = join(scratchFolder(), 'bad', name)
    make(path)
    for (const args of [['extract'], ['add', '--ledger', ledgerPath(), '--format', 'jsonl']]) {
      const { code, out, err } = await onrecord([...args, path, good])
      assert.equal(code, 1)
      const lines = linesOf(err).filter((line) => line.startsWith('onrecord: '))
      assert.equal(lines.length, 1, err)
      assert.match(lines[0]!, problem)
      assert.ok(lines[0]!.includes(path), 'names the file')
      assert.ok(lines[0]!.length < 400)
      const outcomes = valuesOf<{ outcome?: string }>(out).map(({ outcome }) => outcome ?? 'printed')
      assert.ok(outcomes.includes(args[0] === 'add' ? 'stored' : 'printed'), out)
    }
  })
}

test('a file beyond the limit is not read into memory', async () => {
  const path = fileOf('bad/huge.html', '')
  truncateSync(path, 400_000_000)
  const before = process.resourceUsage().maxRSS
  assert.equal((await onrecord(['extract', path])).code, 1)
  assert.ok(process.resourceUsage().maxRSS - before < 100_000, 'kilobytes')
})

test('standard input beyond the limit is left off', async () => {
  let given = 0
  async function* endless() {
    for (;;) {
      given += 100_000
      yield Buffer.alloc(100_000, 'word ')
    }
  }
  const { code, err } = await onrecord(['extract', '-', '--max-size', '1'], { stdin: endless() })
  assert.equal(code, 1)
  assert.match(err, /^onrecord: standard input: 1\.1 MB, more than the limit of 1 MB\. /)
  assert.ok(given <= 1_200_000)
})

test('a named pipe does not hang', async (context) => {
  const path = join(scratchFolder(), 'bad', 'pipe.txt')
  if (spawnSync('mkfifo', [path]).status !== 0) return context.skip('this system makes no named pipes')
  const { code, err } = await onrecord(['extract', path, good])
  assert.equal(code, 1)
  assert.match(err, /pipe\.txt: cannot be read \(it is a pipe; name it - and feed it to standard input\)/)
})

test('a file and a folder that may not be read', async (context) => {
  if (process.getuid?.() === 0) return context.skip('root may read everything')
  const closed = fileOf('bad/closed/file.txt', storyText('Closed'))
  chmodSync(closed, 0)
  const folder = join(scratchFolder(), 'bad/closed/folder')
  mkdirSync(folder, { mode: 0 })
  const { code, err } = await onrecord(['extract', closed, folder, good])
  assert.equal(code, 1)
  assert.match(err, /file\.txt: cannot be read \(permission denied\)\./)
  assert.match(err, /folder: cannot be read \(permission denied\)\./)
})

/** Read after all: what is in the file, and what must come of it. */
const accepted: [name: string, content: string, check: (line: Line) => void][] = [
  [
    'no-article.html',
    `<h1>Today</h1><div>Ferry sails.</div><div>Crane broken.</div><div>${said}</div>`,
    (line) => {
      saysIt(line)
      assert.ok(line.notices.some(({ code }) => code === 'no-article'))
    },
  ],
  ['nested.html', `<body>${'<div>'.repeat(50_000)}<p>${said}</p>`, saysIt],
  ['nested-inline.html', `<body><p>${'<b>'.repeat(50_000)}${said}</p>`, saysIt],
  ['nested-lists.html', `<body>${'<ul><li>'.repeat(25_000)}${said}`, saysIt],
  ['no-space.html', `<html lang="en"><body><p>${said}</p><p>${'a'.repeat(5_000_000)}</p>`, saysIt],
  [
    'no-space.txt',
    `${said}\n\n${'a'.repeat(5_000_000)}\n`,
    ({ document, notices }) => {
      // So much that is no language outweighs one sentence that is.
      assert.equal(document.language, 'und')
      assert.deepEqual(
        notices.map(({ code }) => code),
        ['language-without-pipeline'],
      )
    },
  ],
  ['quotes.html', `<html lang="en"><body><p>${said}</p><p>${'“a '.repeat(200_000)}</p>`, saysIt],
  ['brackets.html', `<body><p>${said}</p><p>${'&lt;'.repeat(200_000)} ${'<'.repeat(200_000)}`, saysIt],
  ['attributes.html', `<body ${'a=" '.repeat(100_001)}"><p>${said}</p>`, ({ text }) => assert.ok(text.length > 0)],
  [
    'unclosed.html',
    `<html><body><table><tr><td><div><p>${said}<p>“But <b>not <i>today <a href="/x>said Bo Lind.`,
    saysIt,
  ],
  [
    'nul.txt',
    `A title\n\n${said}\n\nThe mayor said that the q\0uay was closed. The town waited for news of the ferry all day long.\n`,
    (line) => {
      saysIt(line)
      assert.ok(line.statements.some(({ content }) => content.text.includes('q\0uay')))
    },
  ],
  [
    'far-future.html',
    storyHtml('Far', '<meta property="article:published_time" content="9999-12-31">'),
    ({ document, notices }) => {
      assert.equal(document.published, null)
      assert.deepEqual(
        notices.map(({ code }) => code),
        ['date-implausible'],
      )
    },
  ],
  ['surrogates.html', `<body><p>${said}</p><p>&#xd800; &#x110000; &#0; \ud800</p>`, saysIt],
]

for (const [name, content, check] of accepted) {
  test(`${name}: read in reasonable time, stored whole`, async () => {
    const path = fileOf(`bad/${name}`, content)
    const started = performance.now()
    const ledger = ledgerPath()
    const { code, out, err } = await onrecord(['add', path, '--ledger', ledger, '--format', 'jsonl'])
    assert.equal(code, 0, err)
    const [{ id, statements }] = valuesOf<{ id: string; statements: number }>(out) as [
      { id: string; statements: number },
    ]
    const line: Line = JSON.parse((await onrecord(['show', id, '--ledger', ledger, '--format', 'json'])).out)
    assert.equal(line.document.chars, line.text.length)
    check(line)
    const listed = await onrecord(['statements', '--ledger', ledger, '--format', 'jsonl', '--limit', '1000'])
    assert.equal(valuesOf(listed.out).length, Math.min(1000, statements))
    assert.ok(performance.now() - started < 60_000, 'milliseconds')
  })
}

function saysIt({ statements }: Line): void {
  const found = statements.find(({ content }) => content.text.includes('The ferry will sail on Monday,'))
  assert.match(found?.speaker?.name ?? '', /Ada Wren/)
}

/** Bytes that look like nothing, the same at every run. */
function noise(length: number): Buffer {
  let state = 7
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 1664525 + 1013904223) % 4294967296
      return state >>> 24
    }),
  )
}
