/** Tests of subjects through the HTTP door: filters, lists, dossiers, the page and its JSON twin. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StatementRow } from '../../src/app/ports.ts'
import { parseQuery } from '../../src/core/query/parse-query.ts'
import type { Statement } from '../../src/core/statement.ts'
import { createApp } from '../../src/server/app.ts'
import { entryOf } from '../support/entries.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const plain = entryOf({
  text: 'The dam holds. No dam will be built. <b>Rivers</b> rise.',
  published: '2024-06-21',
  title: 'Dams',
  statements: [
    { content: 'The dam holds.', speaker: 'Ann' },
    { content: 'No dam will be built.', speaker: 'Ben' },
    { content: '<b>Rivers</b> rise.', speaker: 'Ann' },
  ],
})
const acts = [
  ['assertion', 'positive', ['dams']],
  ['refusal', 'negative', ['dams']],
  ['assertion', 'positive', ['<rivers>']],
] as const
const entry = {
  ...plain,
  statements: plain.statements.map((statement, index): Statement => {
    const [type, polarity, about] = acts[index]!
    const said = { ...statement.said, value: '2024-06-20', earliest: '2024-06-20', latest: '2024-06-20' }
    return { ...statement, about, act: { ...statement.act, type, polarity }, ...(index === 1 ? { said } : {}) }
  }),
}

const subjects = [{ name: 'What is <not> built', query: parseQuery('act:refusal built') }]
const app = createApp({ store: memoryStore([entry]), register: sampleRegister, subjects })
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const json = async (path: string) => (await get(path)).json()
const contents = async (query: string) =>
  ((await json(`/api/v1/statements?${query}`)) as { rows: StatementRow[] }).rows.map(
    ({ statement }) => statement.content.text,
  )

test('statements by act, polarity and subject, on the page too', async () => {
  assert.deepEqual(await contents('act=refusal,threat'), ['No dam will be built.'])
  assert.deepEqual(await contents('polarity=positive&about=dams'), ['The dam holds.'])
  assert.deepEqual(await contents('about=what+is+%3Cnot%3E+built'), ['No dam will be built.'])
  assert.equal((await get('/api/v1/statements?act=promise')).status, 400)
  const shown = await (await get('/?act=refusal&about=dams')).text()
  assert.ok(shown.includes('No dam will be built.') && !shown.includes('The dam holds.'))
  assert.ok(shown.includes('<option value="refusal" selected>'))
  assert.ok(shown.includes('name="about" type="text" value="dams"'))
  assert.ok(shown.includes('href="/api/v1/statements?act=refusal&amp;about=dams&amp;limit=25"'))
})

test('all subjects with how many statements each has, those of the user’s own apart', async () => {
  const list = (await json('/api/v1/subjects')) as { rows: object[]; defined: object[]; total: number }
  const day = { first: '2024-06-20', last: '2024-06-20' }
  assert.deepEqual(list.defined, [{ name: 'What is <not> built', own: true, statements: 1, ...day }])
  assert.deepEqual(list.rows, [
    { name: 'dams', statements: 2, ...day, own: false },
    { name: '<rivers>', statements: 1, first: null, last: null, own: false },
  ])
  const found = (await json('/api/v1/subjects?text=river*')) as typeof list
  assert.deepEqual([found.total, found.defined], [1, []])
})

test('a dossier: what is dated in order, what is not apart; the page, its twin, and markup that stays text', async () => {
  const answer = (await json('/api/v1/subjects/DAMS')) as {
    subject: object
    dated: { own: boolean; through: string[] }[]
    undatedTotal: number
  }
  assert.deepEqual(answer.subject, {
    name: 'DAMS',
    own: false,
    query: 'about:DAMS',
    statements: 2,
    first: '2024-06-20',
    last: '2024-06-20',
  })
  assert.deepEqual([answer.dated.length, answer.undatedTotal, answer.dated[0]!.own], [1, 1, true])
  assert.deepEqual(await (await get('/subjects/DAMS', { accept: 'application/json' })).json(), answer)
  const shown = await (await get('/subjects/What%20is%20%3Cnot%3E%20built')).text()
  assert.ok(shown.includes('<bdi>What is &lt;not&gt; built</bdi>'))
  assert.ok(shown.includes('a subject of your own'))
  assert.ok(
    shown.includes(
      '<link rel="alternate" type="application/json" href="/api/v1/subjects/What%20is%20%3Cnot%3E%20built">',
    ),
  )
  const rivers = await (await get('/subjects/%3Crivers%3E')).text()
  assert.ok(rivers.includes('&lt;b&gt;Rivers&lt;/b&gt; rise.') && !rivers.includes('<b>Rivers'))
})

test('a subject of nothing is not found', async () => {
  const response = await get('/api/v1/subjects/zeppelins')
  assert.equal(response.status, 404)
  assert.equal(((await response.json()) as { code: string }).code, 'unknown-subject')
  assert.equal((await get('/subjects/zeppelins')).status, 404)
})

test('a statement tells which subjects of the user’s own it belongs to', async () => {
  const of = async (index: number) =>
    ((await json(`/api/v1/statements/${entry.statements[index]!.id}`)) as { subjects: string[] }).subjects
  assert.deepEqual([await of(0), await of(1)], [[], ['What is <not> built']])
})

test('timelines: a dossier without a speaker, positions with one', async () => {
  const dossier = (await json('/api/v1/timeline?about=dams')) as {
    about: string
    positions: object[]
    datedTotal: number
  }
  assert.deepEqual([dossier.about, dossier.positions, dossier.datedTotal], ['dams', [], 1])
  const ann = (await json('/api/v1/timeline?speaker=Ann&about=dams')) as {
    positions: { id: string }[]
    undated: { position: string }[]
  }
  assert.deepEqual([ann.positions.map(({ id }) => id), ann.undated[0]!.position], [['p1'], 'p1'])
  assert.equal((await get('/api/v1/timeline')).status, 400)
})
