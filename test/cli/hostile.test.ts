/** Texts full of terminal commands: shown on every way out, obeyed on none, and unharmed in JSON and CSV. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { ledgerPath } from '../support/ledger-path.ts'
import { parseCsv } from './csv.ts'
import { fileOf } from './pages.ts'
import { onrecord, valuesOf } from './terminal.ts'

/** Title of the window, clear screen, a C1 control, a bell, text turned round, a line feed that forges a line, DEL. */
const attack = '\u001b]0;owned\u0007\u001b[2J\u001b[31m\u009b5m\u202egnorw\u202c\u2066\u2069\u0008\u007f\u0085'
const page = fileOf(
  'hostile/escapes.txt',
  `Ferry ${attack} sails

The town waited. “The ferry ${attack} will sail on Monday,” said Ada ${attack} Wren, the harbour master. “Nobody has to stay.”

The mayor said that the quay ${attack} would be closed until Friday.
`,
)
const html = fileOf(
  'hostile/escapes.html',
  `<!doctype html><html lang="en"><head><title>Ferry &#x1b;[2J &#x9b;5m &#x202e; sails</title>
<meta property="og:site_name" content="The &#27;]0;owned&#7; Gull"><meta name="author" content="Bo &#x1b;[1m Lind">
<link rel="canonical" href="https://gull.example/&#x1b;[2J"></head>
<body><h1>Ferry &#x1b;[2J sails</h1><p>The town waited for news of the ferry all day. “The ferry &#x1b;[31m will sail,” said Ada Wren.</p>
<p>The mayor said that the quay &#x202e; would be closed until Friday, and that nobody could tell when it would open again.</p></body></html>`,
)
const ledger = ledgerPath()

/** Colours we paint ourselves. */
const paint = /\u001b\[(?:1|2|22|36|39)m/g
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

let document = ''
let statement = ''

before(async () => {
  const { code, err } = await onrecord(['add', page, html, '--ledger', ledger])
  assert.equal(code, 0, err)
  const rows = valuesOf<{ document: { id: string }; statement: { id: string; content: { text: string } } }>(
    (await onrecord(['statements', '--ledger', ledger, '--format', 'jsonl'])).out,
  )
  const row = rows.find((each) => each.statement.content.text.includes('\u001b'))
  assert.ok(row, 'the attack is in the ledger')
  document = row.document.id
  statement = row.statement.id
})

test('on a terminal nothing is obeyed, whatever the command and format', async () => {
  const commands = [
    ['statements'],
    ['documents'],
    ['statements', '--format', 'jsonl'],
    ['documents', '--format', 'jsonl'],
    ['show', document],
    ['show', statement],
    ['show', statement, '--format', 'json'],
  ].map((args) => [...args, '--ledger', ledger])
  const readers = [
    ['extract', page, html],
    ['extract', page, html, '--format', 'jsonl', '--text'],
    ['explain', page],
    ['explain', html],
    ['explain', page, '--format', 'json'],
    ['add', page, html, '--ledger', ledgerPath(), '--format', 'jsonl'],
  ]
  for (const args of [...commands, ...readers]) {
    const { code, out, err } = await onrecord(args, { isTTY: true, columns: 100 })
    assert.equal(code, 0, err)
    assert.ok(out.length > 50)
    const rest = out.replaceAll(paint, '')
    assert.equal(obeyed.exec(rest)?.index, undefined, `${args.join(' ')}: ${JSON.stringify(rest.slice(0, 3000))}`)
  }
  for (const command of ['statements', 'documents']) {
    const { out } = await onrecord([command, '--format', 'csv', '--ledger', ledger], { isTTY: true })
    assert.doesNotMatch(out.replaceAll('\r\n', ''), obeyed)
  }
})

test('a file name and an id with escape sequences are shown in the error, not obeyed', async () => {
  const odd = `hostile/${'\u001b'}[2J.txt`
  const first = await onrecord(['add', odd, fileOf(odd, ''), '--ledger', ledgerPath()], { isTTY: true })
  assert.equal(first.code, 1)
  assert.match(first.err, /␛\[2J\.txt: the file is empty/)
  const second = await onrecord(['show', 'a\u001b[2Jb\nc', '--ledger', ledger])
  assert.equal(second.err.split('\n').length, 2)
  for (const { err } of [first, second]) {
    assert.doesNotMatch(err.replaceAll(/[\n\r]|\u001b\[K/g, ''), obeyed)
  }
})

test('JSON and CSV give the text back as it was', async () => {
  const [line] = valuesOf<{ text: string }>((await onrecord(['extract', page, '--text'])).out)
  assert.ok(line!.text.includes(attack))
  const csv = parseCsv((await onrecord(['statements', '--format', 'csv', '--ledger', ledger])).out)
  const rows = valuesOf<{ statement: { content: { text: string } } }>(
    (await onrecord(['statements', '--format', 'jsonl', '--ledger', ledger])).out,
  )
  assert.deepEqual(
    csv.slice(1).map((cells) => cells[csv[0]!.indexOf('content')]),
    rows.map(({ statement: { content } }) => content.text),
  )
})
