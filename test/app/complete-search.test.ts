/** Tests of completion: fields, names and lists, and that what is inserted reads back as what was meant. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeSearch } from '../../src/app/complete-search.ts'
import { perform } from '../../src/app/perform.ts'
import { readSearchBox } from '../../src/core/query/search-box.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleEntries } from '../support/sample-ledger.ts'

const store = memoryStore(sampleEntries)
const [first] = (await store.summary()).speakers.filter(({ name }) => name.includes(' '))
const complete = (text: string) => perform(completeSearch, { store }, { text })

test('a name is completed where its field is told, and inserted so that it reads back', async () => {
  const word = first!.name.split(' ')[1]!
  const { from, suggestions } = await complete(`bridge speaker:${word.slice(0, 3).toUpperCase()}`)
  assert.equal(from, 7)
  const found = suggestions.find(({ words }) => words === first!.name)
  assert.equal(found?.statements, first!.statements)
  assert.deepEqual(readSearchBox(`bridge ${found!.insert}`), {
    text: 'bridge',
    fields: { speaker: first!.name },
    query: null,
  })
})

test('a name that is being written in quotation marks is one word', async () => {
  const { from, suggestions } = await complete(`speaker:"${first!.name.slice(0, -1)}`)
  assert.equal(from, 0)
  assert.ok(suggestions.some(({ words }) => words === first!.name))
})

test('fields, acts and lists of acts', async () => {
  assert.deepEqual(
    (await complete('spe')).suggestions.filter(({ statements }) => statements === null).map(({ insert }) => insert),
    ['speaker:'],
  )
  assert.deepEqual(
    (await complete('act:den')).suggestions.map(({ insert }) => insert),
    ['act:denial '],
  )
  assert.deepEqual(
    (await complete('x -act:denial,thr')).suggestions.map(({ insert }) => insert),
    ['act:denial,threat '],
  )
})

test('nothing is offered for nothing, for a day, or for what nobody is called', async () => {
  for (const text of ['', ' ', 'b', 'from:20', 'speaker:zzzz', '"'])
    assert.deepEqual((await complete(text)).suggestions, [], text)
})
