/** Tests of the notices on an earlier version of a page: what its latest version has otherwise, and nothing on the latest itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getChanges } from '../../src/app/get-changes.ts'
import { getDocument } from '../../src/app/get-document.ts'
import { listChanges } from '../../src/app/list-changes.ts'
import { perform } from '../../src/app/perform.ts'
import { entryOf } from '../support/entries.ts'
import { memoryStore } from '../support/memory-store.ts'
import { quayWall } from '../support/sample-versions.ts'

const alone = entryOf({ text: 'The bridge stays shut.', url: 'https://example.org/alone' })
const store = memoryStore([...quayWall.toReversed(), alone])
const [first, second, third] = quayWall as [(typeof quayWall)[0], (typeof quayWall)[0], (typeof quayWall)[0]]

const noticesOf = async (id: string) => (await perform(getDocument, { store }, { id })).notices

test('the first version tells what became of each of its statements', async () => {
  const notices = await noticesOf(first.document.id)
  assert.deepEqual(
    notices.map(({ code, statement }) => [code, statement]),
    [['page-revised', null], ...first.statements.map(({ id }) => ['statement-revised', id])],
  )
  const [page, cost, people, footway, cracks] = notices.map(({ message }) => message)
  assert.ok(page!.includes(`${third.document.id} is its latest version`))
  assert.equal(
    cost,
    `The latest version of this page has this in other words (number): compare ${third.statements[0]!.id}.`,
  )
  assert.equal(
    people,
    `The latest version of this page gives these words to another speaker: compare ${third.statements[1]!.id}.`,
  )
  assert.match(footway!, /in other words \(negation\)/)
  assert.equal(cracks, 'The latest version of this page no longer has this statement.')
  for (const { span } of notices.slice(1)) assert.ok(span!.end <= first.text.length)
})

test('the latest version, and a page that never changed, tell nothing', async () => {
  assert.deepEqual(await noticesOf(third.document.id), [])
  assert.deepEqual(await noticesOf(alone.document.id), [])
})

test('the first version is held against the second, all others against the one before', async () => {
  const pairOf = async (id: string) => {
    const { comparison } = await perform(getChanges, { store }, { id })
    return comparison && [comparison.from, comparison.to]
  }
  const ids = [first, second, third].map(({ document }) => document.id)
  assert.deepEqual(await pairOf(first.document.id), [ids[0], ids[1]])
  assert.deepEqual(await pairOf(second.document.id), [ids[0], ids[1]])
  assert.deepEqual(await pairOf(third.document.id), [ids[1], ids[2]])
  assert.deepEqual(await pairOf(first.document.url!), [ids[1], ids[2]])
  assert.equal(await pairOf(alone.document.id), null)
  await assert.rejects(perform(getChanges, { store }, { id: 'd-0000000000000000' }), { code: 'unknown-id' })
  const own = { id: first.document.id, against: first.document.id }
  await assert.rejects(perform(getChanges, { store }, own), { code: 'invalid-input' })
})

test('the list has the latest change of each page that changed', async () => {
  const { rows, total } = await perform(listChanges, { store }, {})
  assert.equal(total, 1)
  const [{ counts, altered, titleChanged, correction, silent, versions }] = rows as [(typeof rows)[0]]
  assert.deepEqual(counts, { added: 1, removed: 0, reworded: 1, reattributed: 1, retold: 0 })
  assert.deepEqual([altered, titleChanged, silent, versions], [1, false, false, 3])
  assert.match(correction!, /^Correction: An earlier version of this article/)
  const before = await perform(listChanges, { store }, { to: '2026-03-05' })
  assert.deepEqual([before.rows[0]!.document.id, before.rows[0]!.silent], [second.document.id, true])
})
