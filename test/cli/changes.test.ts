/** Tests of `onrecord changes`: the list, one page word by word, what is wrong with a question. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { ChangesAnswer } from '../../src/app/get-changes.ts'
import type { ChangeRow } from '../../src/app/list-changes.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { entryOf } from '../support/entries.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { quayWall } from '../support/sample-versions.ts'
import { onrecord, valuesOf } from './terminal.ts'

const ledger = ledgerPath()
const [first, second, third] = quayWall.map(({ document }) => document.id)
const url = quayWall[0]!.document.url!
const alone = entryOf({ text: 'Nobody said anything.', url: 'https://example.org/alone' })
before(async () => {
  const store = openSqliteStore(ledger)
  for (const entry of [...quayWall, alone]) await store.putDocument(entry)
  for (const [hour, word] of ['shut', 'open\u001b[31m'].entries()) {
    const content = `The bridge stays ${word}`
    const statements = [{ content, speaker: 'Ana Pohl' }]
    await store.putDocument(
      entryOf({
        text: `${content}, Ana Pohl said.`,
        url: 'https://example.org/b\u001b[1m',
        statements,
        added: `2024-06-22T0${hour}:00:00.000Z`,
      }),
    )
  }
  await store.close()
})

const run = (...args: readonly string[]) => onrecord(['changes', ...args, '--ledger', ledger])

test('pages that changed, as a table, as lines and as CSV', async () => {
  const { code, out } = await run()
  assert.equal(code, 0)
  assert.match(out, /^added on +versions +changes +notice +publisher/)
  assert.match(out, /2026-03-06 +3 +1 added, 1 reworded, 1 reattributed +yes +The Marlow Cou/)
  assert.equal(out.trim().split('\n').length, 3)
  assert.ok(!out.includes('\u001b'))
  const rows = valuesOf<ChangeRow>((await run('--format', 'jsonl', '--publisher', 'the marlow courier')).out)
  assert.deepEqual(
    rows.map(({ versions, document, previous, silent }) => [versions, document.id, previous, silent]),
    [[3, third, second, false]],
  )
  assert.match((await run('--format', 'csv')).out, /^url,document,previous,added,versions,new,removed,/)
  assert.match((await run('--from', '2030-01-01')).err, /no page changed/)
  assert.match((await run('--limit', '1')).err, /1 of 2 shown; more with --after "/)
})

test('one page by its address: versions, words, and that it tells of its correction', async () => {
  const { code, out } = await run(url)
  assert.equal(code, 0)
  assert.ok(out.includes(`${url}\n3 versions\n`))
  assert.match(out, /1 added, 1 reworded, 1 reattributed/)
  assert.match(out, /The page says that it was changed\.\n {2}“Correction: /)
  assert.match(out, /The wall will cost \[-12-\] \{\+21\+\} million/)
  assert.match(out, /changes what is said: number/)
  assert.match(out, /Before of Father Aurelio Brandt, now of Ines Dunmore/)
})

test('a version against the one before, and against another', async () => {
  const { out } = await run(second!)
  assert.match(out, /title: Quay wall to be rebuilt → Quay wall to be rebuilt by autumn/)
  assert.match(out, /Changed without a notice/)
  assert.match(out, /removed\n {2}The contractor would not comment on the <b>cracks<\/b>/)
  const answer = JSON.parse((await run(third!, '--against', first!, '--format', 'json')).out) as ChangesAnswer
  assert.deepEqual([answer.comparison?.from, answer.comparison?.to], [first, third])
  // Whichever is named first, the earlier version is what the later one is held against.
  const turned = JSON.parse((await run(first!, '--against', third!, '--format', 'json')).out) as ChangesAnswer
  assert.deepEqual(turned.comparison, answer.comparison)
  assert.match((await run(alone.document.id)).out, /1 version: nothing to compare/)
})

test('colours on a terminal, never what a page sends', async () => {
  const { out } = await onrecord(['changes', 'https://example.org/b\u001b[1m', '--ledger', ledger], { isTTY: true })
  assert.ok(out.includes('\u001b[31m[-shut-]\u001b[39m'))
  assert.ok(!out.includes('open\u001b[31m') && !out.includes('\u001b[1m\n'))
})

test('what cannot be answered says why', async () => {
  assert.equal((await run('https://example.org/nowhere')).code, 66)
  assert.match(
    (await run(third!, '--against', alone.document.id)).err,
    /expected the id of another version of the page/,
  )
  assert.match((await run(third!, '--limit', '3')).err, /--limit goes with the list/)
  assert.match((await run('--against', first!)).err, /--against goes with an id/)
  assert.match((await run('--from', 'yesterday')).err, /--from yesterday: expected a date/)
  assert.equal((await run('a', 'b')).code, 2)
  assert.equal((await run('--format', 'json')).code, 2)
  assert.equal((await run(third!, '--format', 'csv')).code, 2)
})
