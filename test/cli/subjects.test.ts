/** Tests of subjects at the command line: filters by act and subject, dossiers, one's own file, positions over time. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { DocumentEntry, EntityLinks } from '../../src/app/ports.ts'
import type { Statement } from '../../src/core/statement.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { entityOf, linkedEntry, linkOf } from '../support/linked-entry.ts'
import { parseCsv } from './csv.ts'
import { fileOf } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

const norway = entityOf({ id: 'Q20', kind: 'state', name: 'Norway', country: 'NO' })
const voice = entityOf({ id: 'e-00000000000000a1', name: 'Kari Lunde' })
const envoy = entityOf({ id: 'e-00000000000000a2', name: 'Pavel Orlov' })

type Saying = readonly [
  content: string,
  who: 'state' | 'voice' | 'envoy' | 'man',
  act: Statement['act']['type'],
  negative: boolean,
  about: readonly string[],
  said: string | null,
]

const who = {
  state: { name: 'Norway', entity: norway.id, kind: 'state' },
  voice: { name: 'Kari Lunde', entity: voice.id, kind: 'person', speaksFor: { name: 'Norway', entity: norway.id } },
  envoy: { name: 'Pavel Orlov', entity: envoy.id, kind: 'person' },
  man: { name: 'a man', kind: 'anonymous' },
} as const

const links = [
  linkOf(norway, { names: ['Norway'] }),
  linkOf(voice, { names: ['Kari Lunde'] }),
  linkOf(envoy, { names: ['Pavel Orlov'] }),
]

function page(published: string, sayings: readonly Saying[]): [DocumentEntry, EntityLinks] {
  const [entry, found] = linkedEntry({
    text: [`Page of ${published}.`, ...sayings.map(([content]) => content)].join('\n'),
    published,
    publisher: 'The Gazette',
    statements: sayings.map(([content, by, , , , said]) => ({
      content,
      speaker: who[by].name,
      who: who[by],
      ...(said === null ? {} : { said: [said, said] as const }),
    })),
    links,
  })
  const statements = entry.statements.map((statement, index): Statement => {
    const [, by, type, negative, about] = sayings[index]!
    const polarity = type === null ? null : negative ? 'negative' : 'positive'
    const via =
      by === 'state' ? [{ name: 'Pavel Orlov', kind: 'person', span: { start: 0, end: 4 }, entity: envoy.id }] : []
    return { ...statement, about, via, act: { ...statement.act, type, polarity } }
  })
  return [{ ...entry, statements }, found]
}

const pages = [
  page('2022-03-02', [
    ['Norway will not send ferries to the island', 'state', 'commitment', true, ['ferries', 'island'], '2022-03-01'],
    ['the ferries are old', 'man', 'assertion', false, ['ferries'], null],
  ]),
  page('2023-05-10', [
    ['We won’t send any ferries to the island', 'voice', 'commitment', true, ['ferries', 'island'], '2023-05-09'],
    ['no boat ever left', 'voice', 'denial', true, ['boats'], '2023-05-09'],
  ]),
  page('2024-06-22', [
    ['Norway will send ferries to the island', 'voice', 'commitment', false, ['ferries', 'island'], '2024-06-21'],
    ['the island needs ferries at once', 'envoy', 'demand', false, ['island', 'ferries'], '2024-06-20'],
  ]),
]

const ledger = ledgerPath()
const own = fileOf(
  'subjects/subjects.toml',
  `# what we follow
[[subject]]
name = "Island traffic"
query = '(ferr* OR boat*) -act:assertion'

[[subject]]
name = "Refusals of Norway"
query = 'act:denial,refusal for:Norway said-from:2023-01-01'
`,
)

before(async () => {
  const store = openSqliteStore(ledger)
  for (const entry of pages) await store.putDocument(...entry)
  await store.close()
})

const run = (...args: string[]) => onrecord([...args, '--ledger', ledger])
const contents = async (...args: string[]) =>
  valuesOf<{ statement: Statement }>((await run(...args, '--format', 'jsonl')).out).map(
    ({ statement }) => statement.content.text,
  )

test('statements by act, polarity and subject', async () => {
  assert.equal((await contents('statements', '--act', 'commitment')).length, 3)
  assert.deepEqual(await contents('statements', '--act', 'denial, Demand'), [
    'the island needs ferries at once',
    'no boat ever left',
  ])
  assert.equal((await contents('statements', '--polarity', 'negative')).length, 3)
  assert.equal((await contents('statements', '--about', 'FERRIES')).length, 5)
  assert.deepEqual(await contents('statements', '--about', 'ferries to the island', '--polarity', 'positive'), [
    'Norway will send ferries to the island',
    'the island needs ferries at once',
  ])
  assert.equal((await contents('statements', '--about', 'ferry -island')).length, 0)
  assert.equal((await contents('statements', '--about', 'ferr* -island')).length, 1)
  const wrong = await run('statements', '--act', 'promise')
  assert.deepEqual([wrong.code, wrong.out], [2, ''])
  assert.match(wrong.err, /^onrecord: --act promise: expected assertion, denial, .*or several with commas/)
})

test('a subject of one’s own is a query asked of old and new alike', async () => {
  assert.equal((await contents('statements', '--about', 'island TRAFFIC', '--subjects', own)).length, 5)
  assert.deepEqual(await contents('statements', '--about', 'Refusals of Norway', '--subjects', own), [
    'no boat ever left',
  ])
  assert.deepEqual(await contents('statements', '--about', 'Refusals of Norway'), [])
  const { out } = await onrecord(['subjects', '--ledger', ledger], { env: { ONRECORD_SUBJECTS: own } })
  const [head, ...rows] = linesOf(out).map((line) => line.trim().split(/ {2,}/))
  assert.deepEqual(head, ['statements', 'first', 'last', 'defined', 'name'])
  assert.deepEqual(rows, [
    ['5', '2022-03-01', '2024-06-21', 'by you', 'Island traffic'],
    ['1', '2023-05-09', '2023-05-09', 'by you', 'Refusals of Norway'],
    ['5', '2022-03-01', '2024-06-21', '–', 'ferries'],
    ['4', '2022-03-01', '2024-06-21', '–', 'island'],
    ['1', '2023-05-09', '2023-05-09', '–', 'boats'],
  ])
  const lines = valuesOf<{ name: string; own: boolean }>(
    (await run('subjects', '--subjects', own, '--format', 'jsonl')).out,
  )
  assert.deepEqual(
    lines.map(({ name, own }) => [name, own]),
    [
      ['Island traffic', true],
      ['Refusals of Norway', true],
      ['ferries', false],
      ['island', false],
      ['boats', false],
    ],
  )
  const page = await run('subjects', '--limit', '1', '--format', 'csv')
  assert.deepEqual(parseCsv(page.out)[1], ['5', '2022-03-01', '2024-06-21', 'false', 'ferries'])
  assert.match(page.err, /^1 of 3 shown; more with --after \S+\n$/)
})

test('what goes out can be chosen by a subject of one’s own', async () => {
  const { code, out } = await run('export', '--about', 'Refusals of Norway', '--subjects', own)
  const [line, ...more] = valuesOf<{ statements: Statement[] }>(out)
  assert.deepEqual([code, more.length], [0, 0])
  assert.deepEqual(
    line!.statements.map(({ content }) => content.text),
    ['no boat ever left'],
  )
})

test('a statement names the subjects of one’s own that it belongs to', async () => {
  const { id } = pages[1]![0].statements[1]!
  const json = JSON.parse((await run('show', id, '--subjects', own, '--format', 'json')).out) as { subjects?: string[] }
  assert.deepEqual(json.subjects, ['Island traffic', 'Refusals of Norway'])
  assert.match((await run('show', id, '--subjects', own)).out, /\n {4}belongs to Island traffic, Refusals of Norway\n/)
  const without = JSON.parse((await run('show', id, '--format', 'json')).out) as object
  assert.ok(!('subjects' in without))
})

const broken: readonly (readonly [text: string, fault: RegExp])[] = [
  [
    '[[subject]]\nname = "Ferries"\nquery = "a1"\n\n[[subject]]\nname = "Boats"\nquery = "boats OR  OR ships"\n',
    /subjects-0\.toml: line 5: subject 2 “Boats”: query, character 11: expected a word after “OR”; no subject of the file was read\./,
  ],
  ['[[subject]]\nname = "A"\n', /line 1: subject 1 “A”: query: expected a text/],
  ['[[subject]]\nquery = "a"\n', /line 1: subject 1: name: expected a text/],
  ['[[subject]]\nname = "A"\nquery = "a"\ncolour = 1\n', /line 1: subject 1: unexpected “colour”/],
  [
    '[[subject]]\nname = "A"\nquery = "a"\n[[subject]]\nname = "á"\nquery = "b"\n',
    /line 4: subject 2: there is a subject “á”/,
  ],
  ['[subject]\nname = "A"\n', /line 1: expected \[\[subject\]\], in double brackets/],
  ['title = "x"\n', /line 1: unexpected “title”/],
  ['[[subject]]\nname = "A\n', /line 2: column \d+: /],
  [`[[subject]]\nname = "${'n'.repeat(201)}"\nquery = "a"\n`, /line 1: subject 1: name: longer than 200/],
  ['[[subject]]\nname = "A"\nquery = "act:promise"\n', /query, character 5: expected assertion, denial/],
]

for (const [index, [text, fault]] of broken.entries()) {
  test(`a file that is wrong is not read: ${text.slice(0, 60).replaceAll('\n', ' ')}`, async () => {
    const file = fileOf(`subjects/subjects-${index}.toml`, text)
    for (const args of [
      ['statements'],
      ['timeline', 'Norway'],
      ['subjects'],
      ['show', 'Norway'],
      ['serve', '--port', '0'],
    ]) {
      const { code, out, err } = await onrecord([...args, '--subjects', file, '--ledger', ledger])
      assert.deepEqual([code, out, linesOf(err).length], [65, '', 1], args[0])
      assert.match(err, fault)
    }
  })
}

test('the place of a fault in a query has a caret below it on a terminal', async () => {
  const file = fileOf('subjects/caret.toml', '[[subject]]\nname = "A"\nquery = "grain act:promise"\n')
  const { err } = await onrecord(['subjects', '--subjects', file, '--ledger', ledger], { isTTY: true })
  assert.match(err, /\n {2}grain act:promise\n {12}\^\n$/)
})

test('a file that is not there, and one that is no text', async () => {
  const absent = await run('subjects', '--subjects', 'nowhere.toml')
  assert.deepEqual([absent.code, linesOf(absent.err).length], [69, 1])
  const latin = fileOf('subjects/latin.toml', new Uint8Array([0x23, 0xe9, 0x0a]))
  assert.match((await run('subjects', '--subjects', latin)).err, /line 1: not UTF-8/)
})

test('a dossier: who says what about a subject, in the order of saying', async () => {
  const { code, out } = await run('timeline', '--about', 'ferries')
  assert.equal(code, 0)
  const lines = linesOf(out)
  assert.equal(lines[0], 'ferries, 5 statements')
  const at = (words: string) => lines.findIndex((line) => line.includes(words))
  assert.ok(at('in the order of saying') < at('Norway will not send'))
  assert.ok(at('Norway will not send') < at('We won’t send'))
  assert.ok(at('We won’t send') < at('needs ferries at once'))
  assert.ok(at('needs ferries at once') < at('Norway will send'))
  assert.ok(at('Norway will send') < at('when is not known'))
  assert.ok(at('when is not known') < at('the ferries are old'))
  assert.match(lines[at('Norway will not send')]!, /Norway +Pavel Orlov/)
})

interface Row {
  own: boolean
  through: string[]
  statement: Statement
  position: string | null
  change: { from: string; own: boolean; type: string; before: { text: string }; after: { text: string } } | null
}

test('a state on a subject: lines of position, own words and what others tell apart, and where it may have changed', async () => {
  const rows = valuesOf<Row>(
    (await run('timeline', 'Norway', '--about', 'ferries to the island', '--format', 'jsonl')).out,
  )
  assert.deepEqual(
    rows.map(({ position, own, through }) => [position, own, through]),
    [
      ['p1', false, ['Pavel Orlov']],
      ['p1', true, []],
      ['p2', true, []],
    ],
  )
  const change = rows[2]!.change!
  assert.deepEqual(
    [change.from, change.own, change.before.text, change.after.text],
    [rows[1]!.statement.id, true, 'won’t send', 'will send'],
  )
  const { out } = await run('timeline', 'Norway', '--about', 'ferries to the island')
  assert.match(out, /^Norway \(state, Q20\) on ferries to the island, 3 statements\n/)
  assert.match(out, /\np1 {2}2022-03-01 to 2023-05-09 {2}2 statements in 2 pages, 1 told by others\n/)
  assert.match(
    out,
    /\nmay have changed on 2024-06-21: “won’t send” → “will send”.*\np2 {2}2024-06-21 {2}1 statement in 1 page\n/,
  )
  const [head, ...cells] = parseCsv(
    (await run('timeline', 'Norway', '--about', 'ferries to the island', '--format', 'csv')).out,
  )
  const column = (name: string) => cells.map((line) => line[head!.indexOf(name)])
  assert.deepEqual(column('position'), ['p1', 'p1', 'p2'])
  assert.deepEqual(column('changed'), ['', '', '“won’t send” → “will send”'])
  assert.deepEqual(column('through'), ['Pavel Orlov', '', ''])
})

test('without a subject nothing is grouped', async () => {
  const rows = valuesOf<Row>((await run('timeline', 'Kari Lunde', '--format', 'jsonl')).out)
  assert.deepEqual(
    rows.map(({ position, change }) => [position, change]),
    [
      [null, null],
      [null, null],
      [null, null],
    ],
  )
})
