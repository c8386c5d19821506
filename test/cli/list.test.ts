/** Tests of `onrecord documents` and `onrecord statements`: every filter, every format, paging, missing ledgers. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { ledgerPath } from '../support/ledger-path.ts'
import { parseCsv } from './csv.ts'
import { fileOf, storyHtml, storyText } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

interface Row {
  document: { id: string; title: string; published: string | null; publisher: string | null; language: string }
  statement: { id: string; form: string; manner: string; content: { text: string }; speaker: { name: string } | null }
}

const ledger = ledgerPath()

before(async () => {
  const pages: [name: string, content: string, flags: string[]][] = [
    [
      'gull',
      storyHtml('Ferry to sail', '', 'The ferry will sail on Monday'),
      ['--publisher', 'The Gull', '--published', '2024-05-01'],
    ],
    [
      'tern',
      storyHtml('No ferry, again', '', 'There will be no “special, cheap” ferry'),
      ['--publisher', 'The Tern', '--published', '2024-06-21'],
    ],
    ['undated', storyText('Café at the quay', 'The café is open'), []],
    [
      'german',
      'Die Fähre fährt\n\nDer Minister sagte am Montag, dass die Fähre fahren werde. Die Bewohner der Insel glauben ihm nicht ' +
        'und wollen noch in dieser Woche mit ihm darüber sprechen, wie es weitergehen soll.\n',
      ['--publisher', 'Die Möwe', '--published', '2024-05-31'],
    ],
  ]
  for (const [name, content, flags] of pages) {
    const { code, err } = await onrecord(['add', fileOf(`list/${name}.txt`, content), ...flags, '--ledger', ledger])
    assert.equal(code, 0, err)
  }
})

const list = (args: readonly string[], setting = {}) => onrecord([...args, '--ledger', ledger], setting)
const rows = async (...args: string[]) => valuesOf<Row>((await list([...args, '--format', 'jsonl'])).out)
const titles = async (...args: string[]) => (await rows('documents', ...args)).map(({ document }) => document.title)

test('documents: newest first, undated last', async () => {
  assert.deepEqual(await titles(), ['No ferry, again', 'Die Fähre fährt', 'Ferry to sail', 'Café at the quay'])
})

test('documents: every filter', async () => {
  assert.deepEqual(await titles('--from', '2024-05-31'), ['No ferry, again', 'Die Fähre fährt'])
  assert.deepEqual(await titles('--to', '2024-05-31'), ['Die Fähre fährt', 'Ferry to sail'])
  assert.deepEqual(await titles('--from', '2024-05-02', '--to', '2024-06-20'), ['Die Fähre fährt'])
  assert.deepEqual(await titles('--publisher', 'the gull'), ['Ferry to sail'])
  assert.deepEqual(await titles('--language', 'de'), ['Die Fähre fährt'])
  assert.deepEqual(await titles('--text', 'cafe'), ['Café at the quay'])
  assert.deepEqual(await titles('--text', '"no special"'), ['No ferry, again'])
  assert.deepEqual(await titles('--text', 'ferry -monday'), ['No ferry, again'])
  assert.deepEqual(await titles('--text', 'fäh*'), ['Die Fähre fährt'])
  assert.deepEqual(await titles('--limit', '1'), ['No ferry, again'])
  assert.deepEqual(await titles('--text', 'zeppelin'), [])
})

test('statements: every filter', async () => {
  const all = await rows('statements')
  assert.ok(all.length >= 15)
  const check = async (args: string[], holds: (row: Row) => boolean) => {
    const found = (await rows('statements', ...args)).map(({ statement }) => statement.id)
    const expected = all.filter(holds).map(({ statement }) => statement.id)
    assert.ok(expected.length > 0 && expected.length < all.length, `${args.join(' ')}: ${expected.length}`)
    assert.deepEqual(found, expected, args.join(' '))
  }
  await check(['--speaker', 'ada wren'], ({ statement }) => statement.speaker?.name.includes('Ada Wren') === true)
  await check(['--form', 'direct'], ({ statement }) => statement.form === 'direct')
  await check(['--form', 'indirect'], ({ statement }) => statement.form === 'indirect')
  await check(['--publisher', 'the TERN'], ({ document }) => document.publisher === 'The Tern')
  await check(['--from', '2024-06-01'], ({ document }) => (document.published ?? '') >= '2024-06-01')
  await check(
    ['--to', '2024-05-31'],
    ({ document }) => document.published !== null && document.published <= '2024-05-31',
  )
  await check(['--document', all[0]!.document.id], ({ document }) => document.id === all[0]!.document.id)
  await check(['--text', 'crane broken'], ({ statement }) => statement.content.text.includes('crane had been broken'))
  await check(
    ['--speaker', 'wren', '--publisher', 'The Gull', '--form', 'direct'],
    ({ statement, document }) =>
      statement.speaker?.name.includes('Wren') === true &&
      document.publisher === 'The Gull' &&
      statement.form === 'direct',
  )
  assert.deepEqual(await rows('statements', '--manner', 'speech', '--language', 'en'), all)
  assert.deepEqual(await rows('statements', '--manner', 'writing'), [])
})

test('paging: the cursor of one page leads to the next, and all pages together are the list', async () => {
  const all = await rows('statements')
  const paged: Row[] = []
  let after: string[] = []
  for (;;) {
    const { out, err } = await list(['statements', '--format', 'jsonl', '--limit', '4', ...after])
    paged.push(...valuesOf<Row>(out))
    const more = /^4 of (\d+) shown; more with --after (\S+)\n$/.exec(err)
    if (more === null) {
      assert.equal(err, '')
      break
    }
    assert.equal(Number(more[1]), all.length)
    after = ['--after', more[2]!]
  }
  assert.deepEqual(paged, all)
  const wrong = await list(['statements', '--after', 'somewhere'])
  assert.deepEqual([wrong.code, wrong.out], [2, ''])
  assert.match(wrong.err, /^onrecord: --after: expected the "next" of the page before/)
})

test('CSV: RFC 4180, with quotes, commas and line breaks, and the values of the JSON lines', async () => {
  const { code, out, err } = await list(['statements', '--format', 'csv'])
  assert.deepEqual([code, err], [0, ''])
  const [head, ...cells] = parseCsv(out)
  assert.deepEqual(
    head,
    (
      'id published publisher speaker cue content form manner confidence within document title url ' +
      'entity role of speaksFor addressee medium via saidFrom saidTo precision act polarity condition deadline'
    ).split(' '),
  )
  const expected = await rows('statements')
  assert.equal(cells.length, expected.length)
  cells.forEach((line, index) => {
    const { statement, document } = expected[index]!
    assert.equal(line.length, head!.length)
    const cell = (name: string) => line[head!.indexOf(name)]
    assert.deepEqual(
      [cell('id'), cell('content'), cell('speaker'), cell('publisher'), cell('title')],
      [statement.id, statement.content.text, statement.speaker?.name ?? '', document.publisher ?? '', document.title],
    )
  })
  assert.ok(cells.some((line) => line.some((cell) => cell.includes(','))))
  const documents = parseCsv((await list(['documents', '--format', 'csv'])).out)
  assert.deepEqual(documents[0], 'published publisher title language statements id url file original'.split(' '))
  assert.equal(documents.length, 5)
})

test('the table fits the terminal, and its ids are whole', async () => {
  for (const columns of [80, 100, 120, 200]) {
    for (const command of ['statements', 'documents']) {
      const { out } = await list([command], { isTTY: true, columns, env: { NO_COLOR: '1' } })
      const [head, ...body] = linesOf(out)
      assert.match(head!, /^\S.* {2}id$/)
      const ids = new Set((await rows(command)).map(({ statement, document }) => (statement ?? document).id))
      assert.equal(body.length, ids.size)
      for (const line of body) {
        const id = line.split(' ').at(-1)!
        assert.ok(ids.has(id), line)
        assert.ok(line.length <= columns, `${line.length} > ${columns}: ${line}`)
        assert.equal(line.lastIndexOf(id), head!.length - 2, 'ids stand in one column')
      }
    }
  }
})

test('nothing found: a word on standard error, nothing on standard output but the head of CSV', async () => {
  for (const format of ['table', 'jsonl', 'csv']) {
    const { code, out, err } = await list(['statements', '--text', 'zeppelin', '--format', format])
    assert.equal(code, 0)
    assert.deepEqual(
      [linesOf(out).length, err],
      format === 'csv' ? [1, ''] : [0, format === 'table' ? 'nothing matches\n' : ''],
    )
  }
})

test('colour on a terminal, and not with NO_COLOR, a dumb terminal or a pipe', async () => {
  const coloured = async (setting: object) => (await list(['statements'], setting)).out.includes('\u001b[')
  assert.equal(await coloured({ isTTY: true }), true)
  assert.equal(await coloured({ isTTY: true, env: { NO_COLOR: '' } }), true)
  assert.equal(await coloured({ isTTY: true, env: { NO_COLOR: '1' } }), false)
  assert.equal(await coloured({ isTTY: true, env: { TERM: 'dumb' } }), false)
  assert.equal(await coloured({}), false)
  const csv = await list(['statements', '--format', 'csv'], { isTTY: true })
  const jsonl = await list(['statements', '--format', 'jsonl'], { isTTY: true })
  for (const { out } of [csv, jsonl]) assert.ok(!out.includes('\u001b'))
})

test('a ledger that is not there: says so and how to begin, exit 66, and begins none', async () => {
  const missing = ledgerPath()
  writeFileSync(`${missing}-empty`, '')
  for (const path of [missing, `${missing}-empty`]) {
    for (const args of [['statements'], ['documents'], ['show', 'd-0123456789abcdef'], ['serve', '--port', '0']]) {
      assert.deepEqual(await onrecord([...args, '--ledger', path]), {
        code: 66,
        out: '',
        err:
          `onrecord: ${path}: there is no ledger here yet. ` +
          'Read something first with "onrecord add FILE…", or name a ledger with --ledger.\n',
      })
    }
  }
})
