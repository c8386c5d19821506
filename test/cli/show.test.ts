/** Tests of `onrecord show` and `onrecord explain`: a document, a statement with its surroundings, a page stage by stage. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { ledgerPath } from '../support/ledger-path.ts'
import { fileOf, storyText } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

interface Span {
  start: number
  end: number
}
interface Statement {
  id: string
  content: { spans: Span[]; text: string }
}

const ledger = ledgerPath()
const text = storyText('Shown')
const page = fileOf('show/shown.txt', text)
let statements: Statement[] = []
let document = ''

before(async () => {
  assert.equal((await onrecord(['add', page, '--ledger', ledger])).code, 0)
  const { out } = await onrecord(['statements', '--ledger', ledger, '--format', 'jsonl'])
  const rows = valuesOf<{ statement: Statement; document: { id: string } }>(out)
  statements = rows.map(({ statement }) => statement)
  document = rows[0]!.document.id
})

const show = (...args: string[]) => onrecord(['show', ...args, '--ledger', ledger])

test('a document: its head and its statements, or all of it as JSON', async () => {
  const pretty = await show(document)
  assert.deepEqual([pretty.code, pretty.err], [0, ''])
  assert.match(pretty.out, /^Shown\npublisher unknown · undated · en · d-[0-9a-f]{16}\n/)
  for (const { id } of statements) assert.ok(pretty.out.includes(id))

  const entry = JSON.parse((await show(document, '--format', 'json')).out)
  assert.deepEqual(Object.keys(entry), ['document', 'text', 'blocks', 'statements', 'notices', 'pipeline', 'added'])
  assert.equal(entry.text, text)
  assert.deepEqual(entry.statements, statements)
})

test('a statement: its words with the text around them, or with its document as JSON', async () => {
  for (const statement of statements) {
    const { code, out } = await show(statement.id)
    assert.equal(code, 0)
    const { start, end } = statement.content.spans[0]!
    assert.ok(out.replaceAll('\n', ' ').includes(text.slice(start, end)), out)
    const row = JSON.parse((await show(statement.id, '--format', 'json')).out)
    assert.deepEqual(Object.keys(row), ['statement', 'document'])
    assert.deepEqual(row.statement, statement)
  }
})

test('an unknown id, or one that cannot be: exit 66 and what ids look like', async () => {
  for (const id of ['d-0000000000000000', 'd-0000000000000000.1-2', `${document}.0-1`]) {
    const { code, out, err } = await show(id)
    assert.deepEqual([code, out], [66, ''])
    assert.equal(
      err,
      `onrecord: nothing in this ledger has the id "${id}". Copy an id from "onrecord statements" or "onrecord documents".\n`,
    )
  }
  for (const name of ['nonsense', '..', 'Q58217', 'e-0000000000000000']) {
    const { code, out, err } = await show(name)
    assert.deepEqual([code, out], [66, ''])
    assert.match(err, /^onrecord: nobody in this ledger goes by the name or id ".+"\. Look for part of the name with /)
  }
  for (const id of ['', 'x'.repeat(5000)]) assert.equal((await show(id)).code, 2)
})

const atEntity = (key: string): boolean => key === 'entity' || key === 'confidence'

test('explain: every stage with what it gave, as text and as JSON', async () => {
  const { code, out, err } = await onrecord(['explain', page])
  assert.deepEqual([code, err], [0, ''])
  const layers =
    'turns tokens sentences quotations words mentions attributions timexes chains utterances acts subjects'.split(' ')
  for (const head of ['document', 'blocks (', ...layers.map((layer) => `${layer} (`)]) {
    assert.ok(out.includes(`\n${head}`) || out.startsWith(head), head)
  }
  const explanation = JSON.parse((await onrecord(['explain', page, '--format', 'json'])).out)
  assert.deepEqual(
    explanation.stages.map(({ gives }: { gives: string }) => gives),
    layers,
  )
  // A report has no turns.
  for (const { layer, gives } of explanation.stages) {
    assert.equal((layer.length ?? layer.upos.length) > 0, gives !== 'turns', gives)
  }
  // Whom the ledger alone knows, nobody knows without it.
  const plain = (list: Statement[]) => JSON.parse(JSON.stringify(list, (key, value) => (atEntity(key) ? null : value)))
  assert.deepEqual(plain(explanation.statements), plain(statements))
  assert.equal(explanation.text, text)
})

test('explain --model and ONRECORD_MODEL: the stages of that model; another name is told what there is', async () => {
  const stages = async (args: string[], env: Record<string, string> = {}) => {
    const { out } = await onrecord(['explain', page, '--format', 'json', ...args], { env })
    return JSON.parse(out).stages.map(({ stage }: { stage: string }) => stage) as string[]
  }
  assert.ok((await stages(['--model', 'rules'])).includes('rule-attributor'))
  assert.deepEqual(await stages([], { ONRECORD_MODEL: 'rules' }), await stages(['--model', 'rules']))
  assert.deepEqual(await stages(['--model', 'full'], { ONRECORD_MODEL: 'rules' }), await stages([]))
  for (const [args, env, problem] of [
    [['--model', 'slow'], {}, '--model slow: expected full, fast, rules'],
    [[], { ONRECORD_MODEL: 'huge' }, 'ONRECORD_MODEL=huge: expected full, fast, rules'],
  ] as const) {
    for (const command of ['explain', 'extract', 'add']) {
      const { code, out, err } = await onrecord([command, page, ...args], { env })
      assert.deepEqual(
        [code, out, err],
        [2, '', `onrecord: ${problem}. Run "onrecord ${command} --help" for what it takes.\n`],
      )
    }
  }
})

test('explain: standard input, lines that fit, and a bad page', async () => {
  const { out } = await onrecord(['explain', '-'], { stdin: text, isTTY: true, columns: 80, env: { NO_COLOR: '1' } })
  for (const line of linesOf(out)) assert.ok(line.length <= 80 || /^ {2}(id|sha256|file|a\d)/.test(line), line)
  const bad = await onrecord(['explain', fileOf('show/empty.txt', '')])
  assert.deepEqual([bad.code, bad.out, linesOf(bad.err).length], [65, '', 1])
})
