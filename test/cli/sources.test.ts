/** Tests of `onrecord sources`: the list, one outlet, what is wrong with a question. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { SourceAnswer } from '../../src/app/get-source.ts'
import type { Statement } from '../../src/core/statement.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { entryOf } from '../support/entries.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { onrecord } from './terminal.ts'

const ledger = ledgerPath()
before(async () => {
  const store = openSqliteStore(ledger)
  const entry = entryOf({
    text: 'The bridge stays shut, Ana Pohl told Reuters.',
    publisher: 'The Tern\u001b[31m',
    published: '2026-03-05',
    original: 'https://www.gull.example/1',
    statements: [{ content: 'The bridge stays shut', speaker: 'Ana Pohl' }],
  })
  const relay = { name: 'Reuters', kind: 'publication', span: { start: 37, end: 44 }, entity: null } as const
  const statements = entry.statements.map((statement): Statement => ({ ...statement, via: [relay] }))
  await store.putDocument({ ...entry, statements })
  await store.close()
})

const run = (...args: readonly string[]) => onrecord(['sources', ...args, '--ledger', ledger])

test('outlets as a table and as lines of JSON', async () => {
  const table = await run()
  assert.equal(table.code, 0)
  assert.match(table.out, /^documents +statements +relayed/)
  assert.match(table.out, /1 +1 +0 +2026-03-05 +2026-03-05 +The Tern/)
  assert.ok(!table.out.includes('\u001b'))
  const { out, err } = await run('--format', 'jsonl', '--limit', '1')
  assert.deepEqual(out.trim().split('\n').length, 1)
  assert.match(err, /1 of 2 shown; more with --after "tern/)
  assert.match((await run('--text', 'zeppelin')).err, /nothing matches/)
})

test('one outlet: whom it quotes, what it takes, whose page it copies', async () => {
  const { code, out } = await run('the tern\u001b[31m')
  assert.equal(code, 0)
  assert.match(out, /quotes most\n +1 {2}Ana Pohl/)
  assert.match(out, /has statements from\n +1 {2}Reuters/)
  assert.match(out, /copies pages of\n +1 {2}gull\.example \(1 say so\)/)
  assert.match((await run('reuters')).out, /gives statements to\n +1 {2}The Tern/)
  const answer = JSON.parse((await run('Reuters', '--format', 'jsonl')).out) as SourceAnswer
  assert.equal(answer.source.relayed, 1)
})

test('a name that nobody has, two names, options that go with the list', async () => {
  const unknown = await run('The Zeppelin')
  assert.equal(unknown.out, '')
  assert.notEqual(unknown.code, 0)
  assert.match(unknown.err, /no page in this ledger is by "The Zeppelin"/)
  assert.equal((await run('The', 'Tern')).code, 2)
  assert.match((await run('Reuters', '--limit', '3')).err, /--limit goes with the list/)
  assert.equal((await run('--limit', 'x')).code, 2)
})
