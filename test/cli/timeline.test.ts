/** Tests of `onrecord timeline` and `onrecord show SPEAKER`: every format, names of several, names of nobody, one's own register. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { openSqliteStore } from '../../src/store/index.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { sampleEntries } from '../support/sample-ledger.ts'
import { talks } from '../support/sample-talks.ts'
import { parseCsv } from './csv.ts'
import { fileOf, storyText } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

interface Row {
  own: boolean
  statement: { content: { text: string }; said: { earliest: string | null } }
}

const ledger = ledgerPath()

before(async () => {
  const store = openSqliteStore(ledger)
  for (const entry of sampleEntries) await store.putDocument(entry)
  await store.putDocument(...talks)
  await store.close()
})

const timeline = (...args: string[]) => onrecord(['timeline', ...args, '--ledger', ledger])
const rows = async (...args: string[]) => valuesOf<Row>((await timeline(...args, '--format', 'jsonl')).out)
const contents = async (...args: string[]) => (await rows(...args)).map(({ statement }) => statement.content.text)

test('in the order of saying; own words, what others tell, and what has no date each apart', async () => {
  const { code, out, err } = await timeline('Адела Орлова')
  assert.equal(code, 0)
  const lines = linesOf(out)
  assert.equal(lines[0], 'Adela Orlova (person, Q501), 4 statements')
  const heads = ['own words', 'when is not known: own words', 'when is not known: told by others']
  assert.deepEqual(
    lines.filter((line) => heads.includes(line)),
    heads,
  )
  const at = (words: string) => lines.findIndex((line) => line.includes(words))
  assert.ok(at('2025-01-27 to 2025-02-02') < at('that the talks had failed'))
  assert.ok(at('that the talks had failed') < at('to meet again'))
  assert.ok(at('to meet again') < at('“never again”'))
  assert.equal(err, '')
})

test('JSON lines and CSV have the same rows, in the same order', async () => {
  const expected = ['that a deal was near', 'that the talks had failed', 'to meet again', '“never again”']
  assert.deepEqual(await contents('Q501'), expected)
  const [head, ...cells] = parseCsv((await timeline('Q501', '--format', 'csv')).out)
  const column = (name: string) => cells.map((line) => line[head!.indexOf(name)])
  assert.deepEqual(column('content'), expected)
  assert.deepEqual(column('own'), ['true', 'true', 'true', 'false'])
  assert.deepEqual(column('saidFrom'), ['2025-01-27', '2025-01-31', '', ''])
  assert.deepEqual(column('entity'), ['Q501', 'Q501', '', 'Q501'])
})

test('by words, dates and number', async () => {
  assert.deepEqual(await contents('Q501', '--about', 'deal'), ['that a deal was near'])
  assert.deepEqual(await contents('Q501', '--about', 'orlova'), [])
  assert.deepEqual(await contents('Q501', '--to', '2025-01-30'), ['that a deal was near'])
  const { out, err } = await timeline('Q501', '--limit', '1', '--format', 'jsonl')
  assert.deepEqual([linesOf(out).length, err], [2, '2 more: raise --limit, or narrow with --from and --to\n'])
  const nothing = await timeline('Q501', '--about', 'zeppelin')
  assert.deepEqual([nothing.code, nothing.out, nothing.err], [0, '', 'nothing matches\n'])
})

test('a name of several: those to choose from, on standard error, exit 1; of nobody: exit 66', async () => {
  const several = await timeline('an')
  assert.deepEqual([several.code, several.out], [1, ''])
  assert.match(
    several.err,
    /^this may be any of these; name one by its id, or by its whole name:\nstatements +kind +name/,
  )
  const nobody = await timeline('zeppelin')
  assert.deepEqual([nobody.code, nobody.out, linesOf(nobody.err).length], [66, '', 1])
})

test('show: names, roles with what shows them, offices of the register in use, and the timeline', async () => {
  const own = fileOf(
    'timeline/people.csv',
    'id,kind,name,country,role,of,start,end\nQ501,person,Adela Orlova,EE,Minister of Transport,EE,2023-04-17,\n',
  )
  const show = (...args: string[]) => onrecord(['show', ...args, '--ledger', ledger])
  const { code, out } = await show('adela orlova', '--register', own)
  assert.equal(code, 0)
  assert.match(out, /\nnames in texts\n {2}Adela Orlova \(3\)\n/)
  assert.match(out, /\nroles in texts\n {2}Estonian transport minister {2}2025-01-31 {2}d-[0-9a-f]{16}\.\d+-\d+\n/)
  assert.match(out, /\noffices, from the register\n {2}Minister of Transport, Estonia {2}2023-04-17 to …/)
  const answer = JSON.parse((await show('Q501', '--format', 'json')).out)
  assert.deepEqual(Object.keys(answer), ['speaker', 'others', 'dated', 'datedTotal', 'undated', 'undatedTotal'])
  assert.match((await show('an')).out, /^this may be any of these/)
  const pretty = (await show(talks[0].statements[0]!.id)).out
  assert.match(
    pretty,
    /Adela Orlova \(Estonian transport minister\) told\n {4}to Island Radio · in an interview · said 2025-01-31/,
  )
  assert.match(pretty, /\n {4}note: The headline gives these words to Dunmore/)
})

test('a register that is wrong: the line and the reason, exit 65, no page read and no ledger begun', async () => {
  const page = fileOf('timeline/page.txt', storyText('Ferry'))
  const wrong = fileOf('timeline/wrong.csv', 'id,kind,name\nQ1,person,Ada Wren\nQ2,planet,Mars\n')
  const fresh = ledgerPath()
  for (const args of [
    ['add', page, '--ledger', fresh],
    ['extract', page],
    ['explain', page],
    ['serve', '--ledger', ledger, '--port', '0'],
  ]) {
    for (const [more, env] of [
      [['--register', wrong], {}],
      [[], { ONRECORD_REGISTER: wrong }],
    ] as const) {
      const { code, out, err } = await onrecord([...args, ...more], { env })
      assert.deepEqual([code, out, linesOf(err).length], [65, '', 1], args[0])
      assert.match(err, /wrong\.csv: line 3: .*planet/)
    }
  }
  assert.equal((await onrecord(['statements', '--ledger', fresh])).code, 66)
  const absent = await onrecord(['extract', page, '--register', 'nowhere.csv'])
  assert.deepEqual([absent.code, linesOf(absent.err).length], [69, 1])
})

test('one’s own register is recognised in pages', async () => {
  const page = fileOf('timeline/own.txt', storyText('Ferry'))
  const own = fileOf(
    'timeline/own.csv',
    'id,kind,name,country,role,of,start,end\nr-wren,person,Ada Wren,NO,harbour master,NO,2020-01-01,\n',
  )
  const [line] = valuesOf<{ statements: { speaker: { name: string; entity: string | null } | null }[] }>(
    (await onrecord(['extract', page, '--register', own, '--published', '2024-05-01'])).out,
  )
  const wren = line!.statements.filter(({ speaker }) => speaker?.name === 'Ada Wren')
  assert.deepEqual([...new Set(wren.map(({ speaker }) => speaker!.entity))], ['r-wren'])
})
