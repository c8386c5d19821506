/** Tests of utterances and claims: who reports the same, how independently, and what stands against it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getClaim } from '../../src/app/get-claim.ts'
import { getRelations } from '../../src/app/get-relations.ts'
import { perform } from '../../src/app/perform.ts'
import type { DocumentEntry } from '../../src/app/ports.ts'
import { entryOf } from '../support/entries.ts'
import { memoryStore } from '../support/memory-store.ts'
import { plainLinker } from '../support/plain-linker.ts'

const filler = (seed: number): string =>
  Array.from({ length: 300 }, (_, index) => `w${(seed * 7919 + index * index * 31) % 3001}`).join(' ')

function page(seed: number, published: string | null, publisher: string, content: string, speaker = 'Ana Pohl') {
  return entryOf({
    text: `${speaker} said that ${content}. ${filler(seed)}`,
    url: `https://${publisher.replaceAll(' ', '')}.example/${seed}`,
    published,
    publisher,
    statements: [{ content, speaker, cue: 'said' }],
  })
}

const day = '2024-02-01'
const gull = page(1, day, 'The Gull', 'the bridge stays shut')
const tern = page(2, day, 'The Tern', 'shut the bridge stays')
const copy = page(1, day, 'Lantern', 'the bridge stays shut')
const march = page(3, '2024-03-05', 'The Gull', 'the bridge stays shut')
const ostrow = page(4, '2024-03-06', 'The Tern', 'the bridge stays shut', 'Nils Ostrow')
const against = page(5, '2024-04-01', 'The Tern', 'the bridge not stays shut')
const other = page(6, '2024-04-01', 'The Tern', 'ferries run at night')
const all = [against, ostrow, gull, other, copy, march, tern]

const idOf = (entry: DocumentEntry): string => entry.statements[0]!.id
const deps = (entries: readonly DocumentEntry[] = all) => ({ store: memoryStore(entries, plainLinker) })

test('an utterance has all statements that report it, its pages, and how many are independent', async () => {
  const { utterance, claim } = await perform(getRelations, deps(), { id: idOf(tern) })
  const ids = utterance.statements.map(({ statement }) => statement.id)
  assert.deepEqual(ids.toSorted(), [idOf(gull), idOf(tern), idOf(copy)].toSorted())
  assert.equal(utterance.pages, 3)
  assert.equal(utterance.origins.length, 2)
  assert.ok(ids.includes(utterance.earliest!))
  assert.equal(utterance.whole, true)
  assert.deepEqual([claim.statements, claim.utterances], [5, 3])
})

test('a statement shows what repeats it and what may conflict with it, conflicts first', async () => {
  const { links } = await perform(getRelations, deps(), { id: idOf(march) })
  assert.deepEqual([...new Set(links.map(({ link }) => link.relation))], ['conflicts', 'repeats'])
  for (const { link, other } of links) {
    assert.ok([link.from, link.to].includes(other.statement.id))
    assert.notEqual(other.statement.id, idOf(march))
  }
})

test('a statement alone is an utterance and a claim of its own', async () => {
  const { utterance, claim, links } = await perform(getRelations, deps(), { id: idOf(other) })
  assert.deepEqual([utterance.statements.length, utterance.pages, utterance.origins.length], [1, 1, 1])
  assert.deepEqual(claim, { id: `c-${idOf(other)}`, statements: 1, utterances: 1 })
  assert.deepEqual(links, [])
})

test('a claim goes by its first statement, and any other finds it', async () => {
  const claim = await perform(getClaim, deps(), { id: `c-${idOf(march)}` })
  assert.deepEqual(
    await Promise.all([gull, tern, copy, ostrow].map((entry) => perform(getClaim, deps(), { id: `c-${idOf(entry)}` }))),
    [claim, claim, claim, claim],
  )
  assert.equal(claim.id, `c-${claim.utterances[0]!.statements[0]!.statement.id}`)
  assert.deepEqual(
    claim.utterances.map(({ statements }) => statements.length),
    [3, 1, 1],
  )
  assert.deepEqual([claim.all.pages, claim.all.statements.length], [5, 5])
  // The Gull and The Tern each published two of them; Lantern copied The Gull.
  assert.equal(claim.all.origins.length, 2)
  assert.deepEqual(
    claim.links.map(({ link, other: { statement } }) => [link.relation, statement.id]),
    [['conflicts', idOf(against)]],
  )
})

test('the order in which pages came does not count', async () => {
  const id = `c-${idOf(gull)}`
  assert.deepEqual(await perform(getClaim, deps(all.toReversed()), { id }), await perform(getClaim, deps(), { id }))
})

test('very many pages are cut off, and it says so', async () => {
  const entries = Array.from({ length: 260 }, (_, seed) => page(seed, day, `Paper ${seed}`, 'the bridge stays shut'))
  const { utterance } = await perform(getRelations, deps(entries), { id: idOf(entries[100]!) })
  assert.deepEqual([utterance.whole, utterance.statements.length], [false, 200])
})

test('ids that are none', async () => {
  await assert.rejects(perform(getRelations, deps(), { id: 'd-0' }), { code: 'unknown-id' })
  await assert.rejects(perform(getClaim, deps(), { id: 'c-d-0' }), { code: 'unknown-id' })
  await assert.rejects(perform(getClaim, deps(), { id: idOf(gull) }), { code: 'invalid-input' })
})
